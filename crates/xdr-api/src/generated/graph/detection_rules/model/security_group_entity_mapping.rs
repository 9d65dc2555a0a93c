//! `SecurityGroupEntityMapping`.

http_core::entity! {
    /// Security group entity mapping.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct SecurityGroupEntityMapping {
        /// Distinguished name column.
        pub distinguished_name_column: Option<String> = "distinguishedNameColumn",
        /// Object id column.
        pub object_id_column: Option<String> = "objectIdColumn",
        /// Sid column.
        pub sid_column: Option<String> = "sidColumn",
    }
}
