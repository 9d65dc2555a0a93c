//! `LegacyAlertTrigger`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct LegacyAlertTrigger {
        pub name: Option<String> = "name",
        pub r#type: Option<String> = "type",
        pub value: Option<String> = "value",
    }
}
