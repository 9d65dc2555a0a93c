//! `IpEntityMapping`.

http_core::entity! {
    /// Ip entity mapping.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct IpEntityMapping {
        /// Address column.
        pub address_column: Option<String> = "addressColumn",
        /// Scope column.
        pub scope_column: Option<String> = "scopeColumn",
    }
}
