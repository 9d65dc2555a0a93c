//! The records and words of this group.

use http_core::Timestamp;

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
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/security-huntingschemabuiltinfunction.md`.
    pub struct HuntingSchemaBuiltInFunction {
        pub hunting_function_id: Option<i64> = "huntingFunctionId",
        pub name: Option<String> = "name",
        pub path: Option<String> = "path",
        pub input_parameters: Vec<HuntingSchemaParameter> = "inputParameters",
        pub output_columns: Vec<HuntingSchemaColumn> = "outputColumns",
        pub documentation: Option<String> = "documentation",
    }
}

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/security-huntingschematablecolumn.md`.
    pub struct HuntingSchemaColumn {
        pub name: Option<String> = "name",
        /// Such as `DateTime` or `String`.
        pub data_type: Option<String> = "dataType",
        pub description: Option<String> = "description",
    }
}

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/security-huntingschemafunctions.md`.
    pub struct HuntingSchemaFunctions {
        pub built_in_functions: Vec<HuntingSchemaBuiltInFunction> = "builtInFunctions",
        pub saved_functions: Vec<HuntingSchemaSavedFunction> = "savedFunctions",
    }
}

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/security-huntingschemafunctionparameter.md`.
    pub struct HuntingSchemaParameter {
        pub name: Option<String> = "name",
        /// Type of the query language, such as `string`.
        pub csl_type: Option<String> = "cslType",
        pub default_value: Option<String> = "defaultValue",
    }
}

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/security-huntingschemaresult.md`.
    pub struct HuntingSchemaResult {
        pub tables: Vec<HuntingSchemaTable> = "tables",
        pub functions: Option<HuntingSchemaFunctions> = "functions",
    }
}

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/security-huntingschemasavedfunction.md`.
    pub struct HuntingSchemaSavedFunction {
        pub hunting_function_id: Option<i64> = "huntingFunctionId",
        pub name: Option<String> = "name",
        pub path: Option<String> = "path",
        pub input_parameters: Vec<HuntingSchemaParameter> = "inputParameters",
        pub output_columns: Vec<HuntingSchemaColumn> = "outputColumns",
        pub description: Option<String> = "description",
        pub created_by: Option<String> = "createdBy",
        pub last_modified_by: Option<String> = "lastModifiedBy",
        pub last_modified_date_time: Option<Timestamp> = "lastModifiedDateTime",
    }
}

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/security-huntingschematable.md`.
    pub struct HuntingSchemaTable {
        pub name: Option<String> = "name",
        pub description: Option<String> = "description",
        pub columns: Vec<HuntingSchemaColumn> = "columns",
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
