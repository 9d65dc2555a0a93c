//! `WhoisNameserver`.

use http_core::Timestamp;

use crate::graph::threat_intelligence::Host;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct WhoisNameserver {
        pub first_seen_date_time: Option<Timestamp> = "firstSeenDateTime",
        pub last_seen_date_time: Option<Timestamp> = "lastSeenDateTime",
        /// Absent unless expanded or read on its own path.
        pub host: Option<Host> = "host",
    }
}
