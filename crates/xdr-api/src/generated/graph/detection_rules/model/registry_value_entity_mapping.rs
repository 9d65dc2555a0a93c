//! `RegistryValueEntityMapping`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct RegistryValueEntityMapping {
        pub key_column: Option<String> = "keyColumn",
        pub value_name_column: Option<String> = "valueNameColumn",
    }
}
