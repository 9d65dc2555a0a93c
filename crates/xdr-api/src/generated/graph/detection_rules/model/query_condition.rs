//! `QueryCondition`.

use http_core::Timestamp;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/beta-USSec.csdl`.
    pub struct QueryCondition {
        pub last_modified_date_time: Option<Timestamp> = "lastModifiedDateTime",
        pub query_text: Option<String> = "queryText",
    }
}
