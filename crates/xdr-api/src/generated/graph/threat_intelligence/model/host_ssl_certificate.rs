//! `HostSslCertificate`.

use http_core::{Id, Timestamp};

use crate::graph::threat_intelligence::Host;
use crate::graph::threat_intelligence::HostSslCertificatePort;
use crate::graph::threat_intelligence::SslCertificate;

http_core::entity! {
    /// Host ssl certificate.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct HostSslCertificate {
        /// Odata type. Discriminator.
        pub odata_type: Option<String> = "@odata.type",
        /// Id.
        pub id: Id<HostSslCertificate> = "id",
        /// First seen date time.
        pub first_seen_date_time: Option<Timestamp> = "firstSeenDateTime",
        /// Last seen date time.
        pub last_seen_date_time: Option<Timestamp> = "lastSeenDateTime",
        /// Ports.
        pub ports: Vec<HostSslCertificatePort> = "ports",
        /// Host. Relationship: absent unless expanded or read on its own path.
        pub host: Option<Host> = "host",
        /// Ssl certificate. Relationship: absent unless expanded or read on its own path.
        pub ssl_certificate: Option<SslCertificate> = "sslCertificate",
    }
}
