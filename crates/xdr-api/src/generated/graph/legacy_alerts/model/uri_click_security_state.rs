//! `UriClickSecurityState`.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct UriClickSecurityState {
        pub click_action: Option<String> = "clickAction",
        pub click_date_time: Option<Timestamp> = "clickDateTime",
        pub id: Id<UriClickSecurityState> = "id",
        pub source_id: Option<String> = "sourceId",
        pub uri_domain: Option<String> = "uriDomain",
        pub verdict: Option<String> = "verdict",
    }
}
