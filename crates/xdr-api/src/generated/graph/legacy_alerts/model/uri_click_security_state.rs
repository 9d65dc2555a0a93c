//! `UriClickSecurityState`.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// Uri click security state.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct UriClickSecurityState {
        /// Click action.
        pub click_action: Option<String> = "clickAction",
        /// Click date time.
        pub click_date_time: Option<Timestamp> = "clickDateTime",
        /// Id.
        pub id: Id<UriClickSecurityState> = "id",
        /// Source id.
        pub source_id: Option<String> = "sourceId",
        /// Uri domain.
        pub uri_domain: Option<String> = "uriDomain",
        /// Verdict.
        pub verdict: Option<String> = "verdict",
    }
}
