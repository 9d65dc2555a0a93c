//! `EndUserNotificationDetail`.

use http_core::Id;

use crate::graph::attack_simulation::EmailIdentity;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct EndUserNotificationDetail {
        pub id: Id<EndUserNotificationDetail> = "id",
        pub email_content: Option<String> = "emailContent",
        pub is_default_langauge: Option<bool> = "isDefaultLangauge",
        pub language: Option<String> = "language",
        pub locale: Option<String> = "locale",
        pub sent_from: Option<EmailIdentity> = "sentFrom",
        pub subject: Option<String> = "subject",
    }
}
