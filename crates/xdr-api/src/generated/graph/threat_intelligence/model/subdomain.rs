//! `Subdomain`.

use http_core::{Id, Timestamp};

use crate::graph::threat_intelligence::Host;

http_core::entity! {
    /// Subdomain.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct Subdomain {
        /// Id.
        pub id: Id<Subdomain> = "id",
        /// First seen date time.
        pub first_seen_date_time: Option<Timestamp> = "firstSeenDateTime",
        /// Host. Relationship: absent unless expanded or read on its own path.
        pub host: Option<Host> = "host",
    }
}
