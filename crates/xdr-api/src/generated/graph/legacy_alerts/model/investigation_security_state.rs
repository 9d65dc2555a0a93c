//! `InvestigationSecurityState`.

http_core::entity! {
    /// Investigation security state.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct InvestigationSecurityState {
        /// Name.
        pub name: Option<String> = "name",
        /// Status.
        pub status: Option<String> = "status",
    }
}
