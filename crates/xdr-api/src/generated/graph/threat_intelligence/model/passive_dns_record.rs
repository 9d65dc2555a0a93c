//! `PassiveDnsRecord`.

use http_core::{Id, Timestamp};

use crate::graph::threat_intelligence::Artifact;
use crate::graph::threat_intelligence::Host;

http_core::entity! {
    /// Passive dns record.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct PassiveDnsRecord {
        /// Odata type. Discriminator.
        pub odata_type: Option<String> = "@odata.type",
        /// Id.
        pub id: Id<PassiveDnsRecord> = "id",
        /// Collected date time.
        pub collected_date_time: Option<Timestamp> = "collectedDateTime",
        /// First seen date time.
        pub first_seen_date_time: Option<Timestamp> = "firstSeenDateTime",
        /// Last seen date time.
        pub last_seen_date_time: Option<Timestamp> = "lastSeenDateTime",
        /// Record type.
        pub record_type: Option<String> = "recordType",
        /// Artifact. Relationship: absent unless expanded or read on its own path.
        pub artifact: Option<Artifact> = "artifact",
        /// Parent host. Relationship: absent unless expanded or read on its own path.
        pub parent_host: Option<Host> = "parentHost",
    }
}
