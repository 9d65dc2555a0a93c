//! `HostPortComponent`.

use http_core::Timestamp;

use crate::graph::threat_intelligence::HostComponent;

http_core::entity! {
    /// Host port component.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct HostPortComponent {
        /// First seen date time.
        pub first_seen_date_time: Option<Timestamp> = "firstSeenDateTime",
        /// Is recent.
        pub is_recent: Option<bool> = "isRecent",
        /// Last seen date time.
        pub last_seen_date_time: Option<Timestamp> = "lastSeenDateTime",
        /// Component. Relationship: absent unless expanded or read on its own path.
        pub component: Option<HostComponent> = "component",
    }
}
