//! `IpAddress`.

use http_core::{Id, Timestamp};

use crate::graph::threat_intelligence::AutonomousSystem;
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
    /// Ip address.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct IpAddress {
        /// Odata type. Discriminator.
        pub odata_type: Option<String> = "@odata.type",
        /// Id.
        pub id: Id<IpAddress> = "id",
        /// First seen date time.
        pub first_seen_date_time: Option<Timestamp> = "firstSeenDateTime",
        /// Last seen date time.
        pub last_seen_date_time: Option<Timestamp> = "lastSeenDateTime",
        /// Child host pairs. Relationship: absent unless expanded or read on its own path.
        pub child_host_pairs: Vec<HostPair> = "childHostPairs",
        /// Components. Relationship: absent unless expanded or read on its own path.
        pub components: Vec<HostComponent> = "components",
        /// Cookies. Relationship: absent unless expanded or read on its own path.
        pub cookies: Vec<HostCookie> = "cookies",
        /// Host pairs. Relationship: absent unless expanded or read on its own path.
        pub host_pairs: Vec<HostPair> = "hostPairs",
        /// Parent host pairs. Relationship: absent unless expanded or read on its own path.
        pub parent_host_pairs: Vec<HostPair> = "parentHostPairs",
        /// Passive dns. Relationship: absent unless expanded or read on its own path.
        pub passive_dns: Vec<PassiveDnsRecord> = "passiveDns",
        /// Passive dns reverse. Relationship: absent unless expanded or read on its own path.
        pub passive_dns_reverse: Vec<PassiveDnsRecord> = "passiveDnsReverse",
        /// Ports. Relationship: absent unless expanded or read on its own path.
        pub ports: Vec<HostPort> = "ports",
        /// Reputation. Relationship: absent unless expanded or read on its own path.
        pub reputation: Option<HostReputation> = "reputation",
        /// Ssl certificates. Relationship: absent unless expanded or read on its own path.
        pub ssl_certificates: Vec<HostSslCertificate> = "sslCertificates",
        /// Subdomains. Relationship: absent unless expanded or read on its own path.
        pub subdomains: Vec<Subdomain> = "subdomains",
        /// Trackers. Relationship: absent unless expanded or read on its own path.
        pub trackers: Vec<HostTracker> = "trackers",
        /// Whois. Relationship: absent unless expanded or read on its own path.
        pub whois: Option<WhoisRecord> = "whois",
        /// Autonomous system.
        pub autonomous_system: Option<AutonomousSystem> = "autonomousSystem",
        /// Country or region.
        pub country_or_region: Option<String> = "countryOrRegion",
        /// Hosting provider.
        pub hosting_provider: Option<String> = "hostingProvider",
        /// Netblock.
        pub netblock: Option<String> = "netblock",
    }
}
