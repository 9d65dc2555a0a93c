//! `WhoisNameserver`.

use http_core::Timestamp;

use crate::graph::threat_intelligence::Host;

http_core::entity! {
    /// Whois nameserver.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct WhoisNameserver {
        /// First seen date time.
        pub first_seen_date_time: Option<Timestamp> = "firstSeenDateTime",
        /// Last seen date time.
        pub last_seen_date_time: Option<Timestamp> = "lastSeenDateTime",
        /// Host. Relationship: absent unless expanded or read on its own path.
        pub host: Option<Host> = "host",
    }
}
