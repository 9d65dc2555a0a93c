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
        /// Discriminator.
        pub odata_type: Option<String> = "@odata.type",
        pub id: Id<Hostname> = "id",
        pub first_seen_date_time: Option<Timestamp> = "firstSeenDateTime",
        pub last_seen_date_time: Option<Timestamp> = "lastSeenDateTime",
        /// Relationship: absent unless expanded or read on its own path.
        pub child_host_pairs: Vec<HostPair> = "childHostPairs",
        /// Relationship: absent unless expanded or read on its own path.
        pub components: Vec<HostComponent> = "components",
        /// Relationship: absent unless expanded or read on its own path.
        pub cookies: Vec<HostCookie> = "cookies",
        /// Relationship: absent unless expanded or read on its own path.
        pub host_pairs: Vec<HostPair> = "hostPairs",
        /// Relationship: absent unless expanded or read on its own path.
        pub parent_host_pairs: Vec<HostPair> = "parentHostPairs",
        /// Relationship: absent unless expanded or read on its own path.
        pub passive_dns: Vec<PassiveDnsRecord> = "passiveDns",
        /// Relationship: absent unless expanded or read on its own path.
        pub passive_dns_reverse: Vec<PassiveDnsRecord> = "passiveDnsReverse",
        /// Relationship: absent unless expanded or read on its own path.
        pub ports: Vec<HostPort> = "ports",
        /// Relationship: absent unless expanded or read on its own path.
        pub reputation: Option<HostReputation> = "reputation",
        /// Relationship: absent unless expanded or read on its own path.
        pub ssl_certificates: Vec<HostSslCertificate> = "sslCertificates",
        /// Relationship: absent unless expanded or read on its own path.
        pub subdomains: Vec<Subdomain> = "subdomains",
        /// Relationship: absent unless expanded or read on its own path.
        pub trackers: Vec<HostTracker> = "trackers",
        /// Relationship: absent unless expanded or read on its own path.
        pub whois: Option<WhoisRecord> = "whois",
        pub registrant: Option<String> = "registrant",
        pub registrar: Option<String> = "registrar",
    }
}
