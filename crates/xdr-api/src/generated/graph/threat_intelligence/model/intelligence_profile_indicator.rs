//! `IntelligenceProfileIndicator`.

use http_core::{Id, Timestamp};

use crate::graph::threat_intelligence::Artifact;
use crate::graph::threat_intelligence::IndicatorSource;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct IntelligenceProfileIndicator {
        pub odata_type: Option<String> = "@odata.type",
        pub id: Id<IntelligenceProfileIndicator> = "id",
        pub source: Option<IndicatorSource> = "source",
        /// Absent unless expanded or read on its own path.
        pub artifact: Option<Artifact> = "artifact",
        pub first_seen_date_time: Option<Timestamp> = "firstSeenDateTime",
        pub last_seen_date_time: Option<Timestamp> = "lastSeenDateTime",
    }
}
