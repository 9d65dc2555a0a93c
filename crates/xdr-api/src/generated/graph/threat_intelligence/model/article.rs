//! `Article`.

use http_core::{Id, Timestamp};

use crate::graph::threat_intelligence::ArticleIndicator;
use crate::graph::threat_intelligence::FormattedContent;

http_core::entity! {
    /// Article.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct Article {
        /// Id.
        pub id: Id<Article> = "id",
        /// Body.
        pub body: Option<FormattedContent> = "body",
        /// Created date time.
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        /// Image url.
        pub image_url: Option<String> = "imageUrl",
        /// Is featured.
        pub is_featured: Option<bool> = "isFeatured",
        /// Last updated date time.
        pub last_updated_date_time: Option<Timestamp> = "lastUpdatedDateTime",
        /// Summary.
        pub summary: Option<FormattedContent> = "summary",
        /// Tags.
        pub tags: Vec<String> = "tags",
        /// Title.
        pub title: Option<String> = "title",
        /// Indicators. Relationship: absent unless expanded or read on its own path.
        pub indicators: Vec<ArticleIndicator> = "indicators",
    }
}
