//! `HostSslCertificate`.

use http_core::{Id, Timestamp};

use crate::graph::threat_intelligence::Host;
use crate::graph::threat_intelligence::HostSslCertificatePort;
use crate::graph::threat_intelligence::SslCertificate;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct HostSslCertificate {
        pub odata_type: Option<String> = "@odata.type",
        pub id: Id<HostSslCertificate> = "id",
        pub first_seen_date_time: Option<Timestamp> = "firstSeenDateTime",
        pub last_seen_date_time: Option<Timestamp> = "lastSeenDateTime",
        pub ports: Vec<HostSslCertificatePort> = "ports",
        /// Absent unless expanded or read on its own path.
        pub host: Option<Host> = "host",
        /// Absent unless expanded or read on its own path.
        pub ssl_certificate: Option<SslCertificate> = "sslCertificate",
    }
}
