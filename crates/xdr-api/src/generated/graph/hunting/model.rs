//! The records and words of this group.

http_core::entity! {
    /// Hunting query results.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct HuntingQueryResults {
        /// Results.
        pub results: Vec<HuntingRowResult> = "results",
        /// Schema.
        pub schema: Vec<SinglePropertySchema> = "schema",
    }
}

http_core::entity! {
    /// Hunting row result.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct HuntingRowResult {
    }
}

http_core::entity! {
    /// Recommended hunting query.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct RecommendedHuntingQuery {
        /// Kql text.
        pub kql_text: Option<String> = "kqlText",
    }
}

http_core::entity! {
    /// Single property schema.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct SinglePropertySchema {
        /// Name.
        pub name: Option<String> = "name",
        /// Type. Kusto/CLR type name such as DateTime, String; may be absent in older samples spelled
        /// Name/Type.
        pub r#type: Option<String> = "type",
    }
}
