//! `EmailAction`.

http_core::entity! {
    /// Email action.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct EmailAction {
        /// Network message id column.
        pub network_message_id_column: Option<String> = "networkMessageIdColumn",
        /// Recipient column.
        pub recipient_column: Option<String> = "recipientColumn",
    }
}
