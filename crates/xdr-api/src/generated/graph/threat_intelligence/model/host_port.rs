//! `HostPort`.

use http_core::{Id, Timestamp};

use crate::graph::threat_intelligence::Host;
use crate::graph::threat_intelligence::HostPortBanner;
use crate::graph::threat_intelligence::HostPortComponent;
use crate::graph::threat_intelligence::HostPortProtocol;
use crate::graph::threat_intelligence::HostPortStatus;
use crate::graph::threat_intelligence::SslCertificate;

http_core::entity! {
    /// Host port.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct HostPort {
        /// Id.
        pub id: Id<HostPort> = "id",
        /// Banners.
        pub banners: Vec<HostPortBanner> = "banners",
        /// First seen date time.
        pub first_seen_date_time: Option<Timestamp> = "firstSeenDateTime",
        /// Last scan date time.
        pub last_scan_date_time: Option<Timestamp> = "lastScanDateTime",
        /// Last seen date time.
        pub last_seen_date_time: Option<Timestamp> = "lastSeenDateTime",
        /// Port.
        pub port: Option<i64> = "port",
        /// Protocol.
        pub protocol: Option<HostPortProtocol> = "protocol",
        /// Services.
        pub services: Vec<HostPortComponent> = "services",
        /// Status.
        pub status: Option<HostPortStatus> = "status",
        /// Times observed.
        pub times_observed: Option<i64> = "timesObserved",
        /// Host. Relationship: absent unless expanded or read on its own path.
        pub host: Option<Host> = "host",
        /// Most recent ssl certificate. Relationship: absent unless expanded or read on its own path.
        pub most_recent_ssl_certificate: Option<SslCertificate> = "mostRecentSslCertificate",
    }
}
