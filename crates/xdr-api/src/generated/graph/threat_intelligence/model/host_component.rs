//! `HostComponent`.

use http_core::{Id, Timestamp};

use crate::graph::threat_intelligence::Host;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct HostComponent {
        pub odata_type: Option<String> = "@odata.type",
        pub id: Id<HostComponent> = "id",
        pub category: Option<String> = "category",
        pub first_seen_date_time: Option<Timestamp> = "firstSeenDateTime",
        pub last_seen_date_time: Option<Timestamp> = "lastSeenDateTime",
        pub name: Option<String> = "name",
        pub version: Option<String> = "version",
        /// Absent unless expanded or read on its own path.
        pub host: Option<Host> = "host",
    }
}
