//! `MailMessageEntityMapping`.

http_core::entity! {
    /// Mail message entity mapping.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct MailMessageEntityMapping {
        /// Network message id column.
        pub network_message_id_column: Option<String> = "networkMessageIdColumn",
        /// Recipient column.
        pub recipient_column: Option<String> = "recipientColumn",
        /// Sender column.
        pub sender_column: Option<String> = "senderColumn",
        /// Subject column.
        pub subject_column: Option<String> = "subjectColumn",
    }
}
