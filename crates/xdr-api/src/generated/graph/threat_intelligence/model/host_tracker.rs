//! `HostTracker`.

use http_core::{Id, Timestamp};

use crate::graph::threat_intelligence::Host;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct HostTracker {
        pub odata_type: Option<String> = "@odata.type",
        pub id: Id<HostTracker> = "id",
        pub first_seen_date_time: Option<Timestamp> = "firstSeenDateTime",
        pub kind: Option<String> = "kind",
        pub last_seen_date_time: Option<Timestamp> = "lastSeenDateTime",
        pub value: Option<String> = "value",
        /// Absent unless expanded or read on its own path.
        pub host: Option<Host> = "host",
    }
}
