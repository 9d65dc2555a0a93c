//! The records and words of this group.

use http_core::{Id, Value};

http_core::entity! {
    /// Advanced query column.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/run-advanced-query-api.md`.
    pub struct AdvancedQueryColumn {
        /// Name.
        pub name: Id<AdvancedQueryColumn> = "Name",
        /// Type. Seen: DateTime, String; the full list is not documented.
        pub r#type: Option<String> = "Type",
    }
}

http_core::entity! {
    /// Advanced query response.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/run-advanced-query-api.md`.
    pub struct AdvancedQueryResponse {
        /// Schema. Capital letters, unlike the Graph API (schema/results).
        pub schema: Vec<AdvancedQueryColumn> = "Schema",
        /// Results. One object a row, keyed by column name.
        pub results: Vec<Value> = "Results",
    }
}
