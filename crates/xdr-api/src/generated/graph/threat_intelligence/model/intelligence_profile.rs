//! `IntelligenceProfile`.

use http_core::{Id, Timestamp};

use crate::graph::threat_intelligence::FormattedContent;
use crate::graph::threat_intelligence::IntelligenceProfileCountryOrRegionOfOrigin;
use crate::graph::threat_intelligence::IntelligenceProfileIndicator;
use crate::graph::threat_intelligence::IntelligenceProfileKind;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct IntelligenceProfile {
        pub id: Id<IntelligenceProfile> = "id",
        pub aliases: Vec<String> = "aliases",
        pub countries_or_regions_of_origin: Vec<IntelligenceProfileCountryOrRegionOfOrigin> = "countriesOrRegionsOfOrigin",
        pub description: Option<FormattedContent> = "description",
        pub first_active_date_time: Option<Timestamp> = "firstActiveDateTime",
        pub kind: Option<IntelligenceProfileKind> = "kind",
        pub summary: Option<FormattedContent> = "summary",
        pub targets: Vec<String> = "targets",
        pub title: Option<String> = "title",
        pub tradecraft: Option<FormattedContent> = "tradecraft",
        /// Absent unless expanded or read on its own path.
        pub indicators: Vec<IntelligenceProfileIndicator> = "indicators",
    }
}
