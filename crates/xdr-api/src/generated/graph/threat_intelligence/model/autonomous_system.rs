//! `AutonomousSystem`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AutonomousSystem {
        pub name: Option<String> = "name",
        pub number: Option<i64> = "number",
        pub organization: Option<String> = "organization",
        pub value: Option<String> = "value",
    }
}
