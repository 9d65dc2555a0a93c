//! `UploadSource`.

use crate::discovery::UploadSourceSource;

http_core::entity! {
    /// Upload source.
    ///
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-initiate.md`.
    pub struct UploadSource {
        /// Source. Value of the source parameter of `discovery.initiate_upload`; the same words as
        /// LogType except `OPEN_SYSTEMS_SECURE_WEB_GATEWAY` and `WANDERA_SYSLOG`, which have no LogType
        /// number.
        pub source: Option<UploadSourceSource> = "source",
    }
}
