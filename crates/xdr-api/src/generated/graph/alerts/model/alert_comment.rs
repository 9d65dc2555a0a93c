//! `AlertComment`.

use http_core::Timestamp;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AlertComment {
        pub comment: Option<String> = "comment",
        pub created_by_display_name: Option<String> = "createdByDisplayName",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
    }
}
