//! `HostPair`.

use http_core::{Id, Timestamp};

use crate::graph::threat_intelligence::Host;

http_core::entity! {
    /// Host pair.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct HostPair {
        /// Id.
        pub id: Id<HostPair> = "id",
        /// First seen date time.
        pub first_seen_date_time: Option<Timestamp> = "firstSeenDateTime",
        /// Last seen date time.
        pub last_seen_date_time: Option<Timestamp> = "lastSeenDateTime",
        /// Link kind.
        pub link_kind: Option<String> = "linkKind",
        /// Child host. Relationship: absent unless expanded or read on its own path.
        pub child_host: Option<Host> = "childHost",
        /// Parent host. Relationship: absent unless expanded or read on its own path.
        pub parent_host: Option<Host> = "parentHost",
    }
}
