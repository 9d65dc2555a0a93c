//! `AccountObjectIdAction`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct AccountObjectIdAction {
        pub account_object_id_column: Option<String> = "accountObjectIdColumn",
    }
}
