//! The records and words of this group.

use http_core::{Id, Value};

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/run-advanced-query-api.md`.
    pub struct AdvancedQueryColumn {
        pub name: Id<AdvancedQueryColumn> = "Name",
        /// Seen: DateTime, String; the full list is not documented.
        pub r#type: Option<String> = "Type",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/run-advanced-query-api.md`.
    pub struct AdvancedQueryResponse {
        /// Capital letters, unlike the Graph API (schema/results).
        pub schema: Vec<AdvancedQueryColumn> = "Schema",
        /// One object a row, keyed by column name.
        pub results: Vec<Value> = "Results",
    }
}
