//! `ArticleIndicator`.

use http_core::Id;

use crate::graph::threat_intelligence::Artifact;
use crate::graph::threat_intelligence::IndicatorSource;

http_core::entity! {
    /// Article indicator.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct ArticleIndicator {
        /// Odata type. Discriminator.
        pub odata_type: Option<String> = "@odata.type",
        /// Id.
        pub id: Id<ArticleIndicator> = "id",
        /// Source.
        pub source: Option<IndicatorSource> = "source",
        /// Artifact. Relationship: absent unless expanded or read on its own path.
        pub artifact: Option<Artifact> = "artifact",
    }
}
