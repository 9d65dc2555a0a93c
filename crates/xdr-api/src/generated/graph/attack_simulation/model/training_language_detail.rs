//! `TrainingLanguageDetail`.

use http_core::{Id, Timestamp};

use crate::graph::attack_simulation::EmailIdentity;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct TrainingLanguageDetail {
        pub id: Id<TrainingLanguageDetail> = "id",
        pub content: Option<String> = "content",
        pub created_by: Option<EmailIdentity> = "createdBy",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        pub description: Option<String> = "description",
        pub display_name: Option<String> = "displayName",
        pub is_default_langauge: Option<bool> = "isDefaultLangauge",
        pub last_modified_by: Option<EmailIdentity> = "lastModifiedBy",
        pub last_modified_date_time: Option<Timestamp> = "lastModifiedDateTime",
        pub locale: Option<String> = "locale",
    }
}
