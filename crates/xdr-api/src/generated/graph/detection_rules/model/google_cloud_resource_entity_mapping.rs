//! `GoogleCloudResourceEntityMapping`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct GoogleCloudResourceEntityMapping {
        pub full_resource_name_column: Option<String> = "fullResourceNameColumn",
    }
}
