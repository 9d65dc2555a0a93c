//! `AccountSidAction`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct AccountSidAction {
        pub account_sid_column: Option<String> = "accountSidColumn",
    }
}
