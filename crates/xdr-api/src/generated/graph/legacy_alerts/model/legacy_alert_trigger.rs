//! `LegacyAlertTrigger`.

http_core::entity! {
    /// Legacy alert trigger.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct LegacyAlertTrigger {
        /// Name.
        pub name: Option<String> = "name",
        /// Type.
        pub r#type: Option<String> = "type",
        /// Value.
        pub value: Option<String> = "value",
    }
}
