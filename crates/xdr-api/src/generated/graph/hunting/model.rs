//! The records and words of this group.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct HuntingQueryResults {
        pub results: Vec<HuntingRowResult> = "results",
        pub schema: Vec<SinglePropertySchema> = "schema",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct HuntingRowResult {
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct RecommendedHuntingQuery {
        pub kql_text: Option<String> = "kqlText",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct SinglePropertySchema {
        pub name: Option<String> = "name",
        /// Kusto/CLR type name such as DateTime, String.
        pub r#type: Option<String> = "type",
    }
}
