//! The records and words of this group.

use http_core::Value;

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-xdr/api-advanced-hunting.md`.
    pub struct XdrHuntingColumn {
        pub name: Option<String> = "Name",
        /// Documented in the sample: DateTime, String; otherwise Kusto/CLR type names.
        pub r#type: Option<String> = "Type",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-xdr/api-advanced-hunting.md`.
    pub struct XdrHuntingResponse {
        /// Capital first letter, unlike Graph.
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
        /// cache.memory and cache.disk `{hits`, misses, `total}`, cpu `{user`, kernel, "total `cpu"}`
        /// as timespans, `memory.peak_per_node` bytes.
        pub resource_usage: Option<Value> = "resource_usage",
        /// `{table_row_count`, `table_size}`.
        pub dataset_statistics: Vec<Value> = "dataset_statistics",
    }
}
