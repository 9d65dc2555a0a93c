//! `AttackSimulationUser`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AttackSimulationUser {
        pub display_name: Option<String> = "displayName",
        pub email: Option<String> = "email",
        pub user_id: Option<String> = "userId",
    }
}
