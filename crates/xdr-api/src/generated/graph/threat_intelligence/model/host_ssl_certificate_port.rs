//! `HostSslCertificatePort`.

use http_core::Timestamp;

http_core::entity! {
    /// Host ssl certificate port.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct HostSslCertificatePort {
        /// First seen date time.
        pub first_seen_date_time: Option<Timestamp> = "firstSeenDateTime",
        /// Last seen date time.
        pub last_seen_date_time: Option<Timestamp> = "lastSeenDateTime",
        /// Port.
        pub port: Option<i64> = "port",
    }
}
