//! The records and words of this group.

use http_core::{Id, Value};

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/run-advanced-query-api.md`.
    pub struct AdvancedQueryColumn {
        pub name: Id<AdvancedQueryColumn> = "Name",
        /// Such as DateTime or String. The list is open.
        pub r#type: Option<String> = "Type",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/run-advanced-query-api.md`.
    pub struct AdvancedQueryResponse {
        pub schema: Vec<AdvancedQueryColumn> = "Schema",
        /// One object a row, keyed by column name.
        pub results: Vec<Value> = "Results",
    }
}
