//! `RegistryValueEntityMapping`.

http_core::entity! {
    /// Registry value entity mapping.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct RegistryValueEntityMapping {
        /// Key column.
        pub key_column: Option<String> = "keyColumn",
        /// Value name column.
        pub value_name_column: Option<String> = "valueNameColumn",
    }
}
