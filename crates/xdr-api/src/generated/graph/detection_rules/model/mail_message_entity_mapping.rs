//! `MailMessageEntityMapping`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct MailMessageEntityMapping {
        pub network_message_id_column: Option<String> = "networkMessageIdColumn",
        pub recipient_column: Option<String> = "recipientColumn",
        pub sender_column: Option<String> = "senderColumn",
        pub subject_column: Option<String> = "subjectColumn",
    }
}
