//! `LandingPageDetail`.

use http_core::Id;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct LandingPageDetail {
        pub id: Id<LandingPageDetail> = "id",
        pub content: Option<String> = "content",
        pub is_default_langauge: Option<bool> = "isDefaultLangauge",
        pub language: Option<String> = "language",
    }
}
