//! `Subdomain`.

use http_core::{Id, Timestamp};

use crate::graph::threat_intelligence::Host;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct Subdomain {
        pub id: Id<Subdomain> = "id",
        pub first_seen_date_time: Option<Timestamp> = "firstSeenDateTime",
        /// Absent unless expanded or read on its own path.
        pub host: Option<Host> = "host",
    }
}
