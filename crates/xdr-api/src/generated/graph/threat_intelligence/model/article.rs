//! `Article`.

use http_core::{Id, Timestamp};

use crate::graph::threat_intelligence::ArticleIndicator;
use crate::graph::threat_intelligence::FormattedContent;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct Article {
        pub id: Id<Article> = "id",
        pub body: Option<FormattedContent> = "body",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        pub image_url: Option<String> = "imageUrl",
        pub is_featured: Option<bool> = "isFeatured",
        pub last_updated_date_time: Option<Timestamp> = "lastUpdatedDateTime",
        pub summary: Option<FormattedContent> = "summary",
        pub tags: Vec<String> = "tags",
        pub title: Option<String> = "title",
        /// Absent unless expanded or read on its own path.
        pub indicators: Vec<ArticleIndicator> = "indicators",
    }
}
