//! `HostComponent`.

use http_core::{Id, Timestamp};

use crate::graph::threat_intelligence::Host;

http_core::entity! {
    /// Host component.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct HostComponent {
        /// Odata type. Discriminator.
        pub odata_type: Option<String> = "@odata.type",
        /// Id.
        pub id: Id<HostComponent> = "id",
        /// Category.
        pub category: Option<String> = "category",
        /// First seen date time.
        pub first_seen_date_time: Option<Timestamp> = "firstSeenDateTime",
        /// Last seen date time.
        pub last_seen_date_time: Option<Timestamp> = "lastSeenDateTime",
        /// Name.
        pub name: Option<String> = "name",
        /// Version.
        pub version: Option<String> = "version",
        /// Host. Relationship: absent unless expanded or read on its own path.
        pub host: Option<Host> = "host",
    }
}
