//! `GoogleCloudResourceEntityMapping`.

http_core::entity! {
    /// Google cloud resource entity mapping.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct GoogleCloudResourceEntityMapping {
        /// Full resource name column.
        pub full_resource_name_column: Option<String> = "fullResourceNameColumn",
    }
}
