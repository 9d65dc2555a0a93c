//! `HostCookie`.

use http_core::{Id, Timestamp};

use crate::graph::threat_intelligence::Host;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct HostCookie {
        pub odata_type: Option<String> = "@odata.type",
        pub id: Id<HostCookie> = "id",
        pub domain: Option<String> = "domain",
        pub first_seen_date_time: Option<Timestamp> = "firstSeenDateTime",
        pub last_seen_date_time: Option<Timestamp> = "lastSeenDateTime",
        pub name: Option<String> = "name",
        /// Absent unless expanded or read on its own path.
        pub host: Option<Host> = "host",
    }
}
