//! `InvestigationSecurityState`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct InvestigationSecurityState {
        pub name: Option<String> = "name",
        pub status: Option<String> = "status",
    }
}
