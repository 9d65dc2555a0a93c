//! `SecurityGroupEntityMapping`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct SecurityGroupEntityMapping {
        pub distinguished_name_column: Option<String> = "distinguishedNameColumn",
        pub object_id_column: Option<String> = "objectIdColumn",
        pub sid_column: Option<String> = "sidColumn",
    }
}
