//! `AccountObjectIdAction`.

http_core::entity! {
    /// Account object id action.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct AccountObjectIdAction {
        /// Account object id column.
        pub account_object_id_column: Option<String> = "accountObjectIdColumn",
    }
}
