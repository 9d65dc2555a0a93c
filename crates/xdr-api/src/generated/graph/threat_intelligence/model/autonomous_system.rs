//! `AutonomousSystem`.

http_core::entity! {
    /// Autonomous system.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AutonomousSystem {
        /// Name.
        pub name: Option<String> = "name",
        /// Number.
        pub number: Option<i64> = "number",
        /// Organization.
        pub organization: Option<String> = "organization",
        /// Value.
        pub value: Option<String> = "value",
    }
}
