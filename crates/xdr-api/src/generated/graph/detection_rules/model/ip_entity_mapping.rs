//! `IpEntityMapping`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct IpEntityMapping {
        pub address_column: Option<String> = "addressColumn",
        pub scope_column: Option<String> = "scopeColumn",
    }
}
