//! `IntelligenceProfileIndicator`.

use http_core::{Id, Timestamp};

use crate::graph::threat_intelligence::Artifact;
use crate::graph::threat_intelligence::IndicatorSource;

http_core::entity! {
    /// Intelligence profile indicator.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct IntelligenceProfileIndicator {
        /// Odata type. Discriminator.
        pub odata_type: Option<String> = "@odata.type",
        /// Id.
        pub id: Id<IntelligenceProfileIndicator> = "id",
        /// Source.
        pub source: Option<IndicatorSource> = "source",
        /// Artifact. Relationship: absent unless expanded or read on its own path.
        pub artifact: Option<Artifact> = "artifact",
        /// First seen date time.
        pub first_seen_date_time: Option<Timestamp> = "firstSeenDateTime",
        /// Last seen date time.
        pub last_seen_date_time: Option<Timestamp> = "lastSeenDateTime",
    }
}
