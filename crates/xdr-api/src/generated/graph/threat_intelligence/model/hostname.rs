//! `Hostname`.

use http_core::{Id, Timestamp};

use crate::graph::threat_intelligence::HostComponent;
use crate::graph::threat_intelligence::HostCookie;
use crate::graph::threat_intelligence::HostPair;
use crate::graph::threat_intelligence::HostPort;
use crate::graph::threat_intelligence::HostReputation;
use crate::graph::threat_intelligence::HostSslCertificate;
use crate::graph::threat_intelligence::HostTracker;
use crate::graph::threat_intelligence::PassiveDnsRecord;
use crate::graph::threat_intelligence::Subdomain;
use crate::graph::threat_intelligence::WhoisRecord;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct Hostname {
        pub odata_type: Option<String> = "@odata.type",
        pub id: Id<Hostname> = "id",
        pub first_seen_date_time: Option<Timestamp> = "firstSeenDateTime",
        pub last_seen_date_time: Option<Timestamp> = "lastSeenDateTime",
        /// Absent unless expanded or read on its own path.
        pub child_host_pairs: Vec<HostPair> = "childHostPairs",
        /// Absent unless expanded or read on its own path.
        pub components: Vec<HostComponent> = "components",
        /// Absent unless expanded or read on its own path.
        pub cookies: Vec<HostCookie> = "cookies",
        /// Absent unless expanded or read on its own path.
        pub host_pairs: Vec<HostPair> = "hostPairs",
        /// Absent unless expanded or read on its own path.
        pub parent_host_pairs: Vec<HostPair> = "parentHostPairs",
        /// Absent unless expanded or read on its own path.
        pub passive_dns: Vec<PassiveDnsRecord> = "passiveDns",
        /// Absent unless expanded or read on its own path.
        pub passive_dns_reverse: Vec<PassiveDnsRecord> = "passiveDnsReverse",
        /// Absent unless expanded or read on its own path.
        pub ports: Vec<HostPort> = "ports",
        /// Absent unless expanded or read on its own path.
        pub reputation: Option<HostReputation> = "reputation",
        /// Absent unless expanded or read on its own path.
        pub ssl_certificates: Vec<HostSslCertificate> = "sslCertificates",
        /// Absent unless expanded or read on its own path.
        pub subdomains: Vec<Subdomain> = "subdomains",
        /// Absent unless expanded or read on its own path.
        pub trackers: Vec<HostTracker> = "trackers",
        /// Absent unless expanded or read on its own path.
        pub whois: Option<WhoisRecord> = "whois",
        pub registrant: Option<String> = "registrant",
        pub registrar: Option<String> = "registrar",
    }
}
