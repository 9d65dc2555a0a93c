//! `QueryCondition`.

use http_core::Timestamp;

http_core::entity! {
    /// Query condition.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/beta-USSec.csdl`.
    pub struct QueryCondition {
        /// Last modified date time.
        pub last_modified_date_time: Option<Timestamp> = "lastModifiedDateTime",
        /// Query text.
        pub query_text: Option<String> = "queryText",
    }
}
