//! The records and words of this group.

use http_core::Value;

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-xdr/api-advanced-hunting.md`.
    pub struct XdrHuntingColumn {
        pub name: Option<String> = "Name",
        /// Type of Kusto, such as DateTime or String.
        pub r#type: Option<String> = "Type",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-xdr/api-advanced-hunting.md`.
    pub struct XdrHuntingResponse {
        pub stats: Option<XdrHuntingStats> = "Stats",
        pub schema: Vec<XdrHuntingColumn> = "Schema",
        /// One object per row keyed by column name.
        pub results: Vec<Value> = "Results",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-xdr/api-advanced-hunting.md`.
    pub struct XdrHuntingStats {
        /// Seconds.
        pub execution_time: Option<f64> = "ExecutionTime",
        /// `cache.memory` and `cache.disk` with hits, misses and total; `cpu` with user, kernel and
        /// `total cpu` as timespans; `memory.peak_per_node` in bytes.
        pub resource_usage: Option<Value> = "resource_usage",
        /// Each with `table_row_count` and `table_size`.
        pub dataset_statistics: Vec<Value> = "dataset_statistics",
    }
}
