//! `AlertComment`.

use http_core::Timestamp;

http_core::entity! {
    /// Alert comment.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AlertComment {
        /// Comment.
        pub comment: Option<String> = "comment",
        /// Created by display name.
        pub created_by_display_name: Option<String> = "createdByDisplayName",
        /// Created date time.
        pub created_date_time: Option<Timestamp> = "createdDateTime",
    }
}
