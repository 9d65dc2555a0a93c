//! `HostPortComponent`.

use http_core::Timestamp;

use crate::graph::threat_intelligence::HostComponent;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct HostPortComponent {
        pub first_seen_date_time: Option<Timestamp> = "firstSeenDateTime",
        pub is_recent: Option<bool> = "isRecent",
        pub last_seen_date_time: Option<Timestamp> = "lastSeenDateTime",
        /// Absent unless expanded or read on its own path.
        pub component: Option<HostComponent> = "component",
    }
}
