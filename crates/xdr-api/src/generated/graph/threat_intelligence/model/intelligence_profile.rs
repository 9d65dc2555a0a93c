//! `IntelligenceProfile`.

use http_core::{Id, Timestamp};

use crate::graph::threat_intelligence::FormattedContent;
use crate::graph::threat_intelligence::IntelligenceProfileCountryOrRegionOfOrigin;
use crate::graph::threat_intelligence::IntelligenceProfileIndicator;
use crate::graph::threat_intelligence::IntelligenceProfileKind;

http_core::entity! {
    /// Intelligence profile.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct IntelligenceProfile {
        /// Id.
        pub id: Id<IntelligenceProfile> = "id",
        /// Aliases.
        pub aliases: Vec<String> = "aliases",
        /// Countries or regions of origin.
        pub countries_or_regions_of_origin: Vec<IntelligenceProfileCountryOrRegionOfOrigin> = "countriesOrRegionsOfOrigin",
        /// Description.
        pub description: Option<FormattedContent> = "description",
        /// First active date time.
        pub first_active_date_time: Option<Timestamp> = "firstActiveDateTime",
        /// Kind.
        pub kind: Option<IntelligenceProfileKind> = "kind",
        /// Summary.
        pub summary: Option<FormattedContent> = "summary",
        /// Targets.
        pub targets: Vec<String> = "targets",
        /// Title.
        pub title: Option<String> = "title",
        /// Tradecraft.
        pub tradecraft: Option<FormattedContent> = "tradecraft",
        /// Indicators. Relationship: absent unless expanded or read on its own path.
        pub indicators: Vec<IntelligenceProfileIndicator> = "indicators",
    }
}
