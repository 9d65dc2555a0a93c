//! `AccountSidAction`.

http_core::entity! {
    /// Account sid action.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct AccountSidAction {
        /// Account sid column.
        pub account_sid_column: Option<String> = "accountSidColumn",
    }
}
