//! `HostPair`.

use http_core::{Id, Timestamp};

use crate::graph::threat_intelligence::Host;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct HostPair {
        pub id: Id<HostPair> = "id",
        pub first_seen_date_time: Option<Timestamp> = "firstSeenDateTime",
        pub last_seen_date_time: Option<Timestamp> = "lastSeenDateTime",
        pub link_kind: Option<String> = "linkKind",
        /// Absent unless expanded or read on its own path.
        pub child_host: Option<Host> = "childHost",
        /// Absent unless expanded or read on its own path.
        pub parent_host: Option<Host> = "parentHost",
    }
}
