//! `HostPort`.

use http_core::{Id, Timestamp};

use crate::graph::threat_intelligence::Host;
use crate::graph::threat_intelligence::HostPortBanner;
use crate::graph::threat_intelligence::HostPortComponent;
use crate::graph::threat_intelligence::HostPortProtocol;
use crate::graph::threat_intelligence::HostPortStatus;
use crate::graph::threat_intelligence::SslCertificate;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct HostPort {
        pub id: Id<HostPort> = "id",
        pub banners: Vec<HostPortBanner> = "banners",
        pub first_seen_date_time: Option<Timestamp> = "firstSeenDateTime",
        pub last_scan_date_time: Option<Timestamp> = "lastScanDateTime",
        pub last_seen_date_time: Option<Timestamp> = "lastSeenDateTime",
        pub port: Option<i64> = "port",
        pub protocol: Option<HostPortProtocol> = "protocol",
        pub services: Vec<HostPortComponent> = "services",
        pub status: Option<HostPortStatus> = "status",
        pub times_observed: Option<i64> = "timesObserved",
        /// Absent unless expanded or read on its own path.
        pub host: Option<Host> = "host",
        /// Absent unless expanded or read on its own path.
        pub most_recent_ssl_certificate: Option<SslCertificate> = "mostRecentSslCertificate",
    }
}
