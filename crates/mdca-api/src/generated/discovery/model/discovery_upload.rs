//! `DiscoveryUpload`.

use http_core::Id;

use crate::discovery::DiscoveryUploadProvider;

http_core::entity! {
    /// Discovery upload.
    ///
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-initiate.md`.
    pub struct DiscoveryUpload {
        /// Url. Pre-signed upload URL; send it back unchanged in uploadUrl.
        pub url: Id<DiscoveryUpload> = "url",
        /// Provider. Where the URL points.
        pub provider: Option<DiscoveryUploadProvider> = "provider",
    }
}
