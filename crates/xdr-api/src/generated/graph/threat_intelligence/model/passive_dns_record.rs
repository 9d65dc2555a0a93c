//! `PassiveDnsRecord`.

use http_core::{Id, Timestamp};

use crate::graph::threat_intelligence::Artifact;
use crate::graph::threat_intelligence::Host;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct PassiveDnsRecord {
        pub odata_type: Option<String> = "@odata.type",
        pub id: Id<PassiveDnsRecord> = "id",
        pub collected_date_time: Option<Timestamp> = "collectedDateTime",
        pub first_seen_date_time: Option<Timestamp> = "firstSeenDateTime",
        pub last_seen_date_time: Option<Timestamp> = "lastSeenDateTime",
        pub record_type: Option<String> = "recordType",
        /// Absent unless expanded or read on its own path.
        pub artifact: Option<Artifact> = "artifact",
        /// Absent unless expanded or read on its own path.
        pub parent_host: Option<Host> = "parentHost",
    }
}
