//! `HostTracker`.

use http_core::{Id, Timestamp};

use crate::graph::threat_intelligence::Host;

http_core::entity! {
    /// Host tracker.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct HostTracker {
        /// Odata type. Discriminator.
        pub odata_type: Option<String> = "@odata.type",
        /// Id.
        pub id: Id<HostTracker> = "id",
        /// First seen date time.
        pub first_seen_date_time: Option<Timestamp> = "firstSeenDateTime",
        /// Kind.
        pub kind: Option<String> = "kind",
        /// Last seen date time.
        pub last_seen_date_time: Option<Timestamp> = "lastSeenDateTime",
        /// Value.
        pub value: Option<String> = "value",
        /// Host. Relationship: absent unless expanded or read on its own path.
        pub host: Option<Host> = "host",
    }
}
