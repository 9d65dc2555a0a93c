//! `MailboxEntityMapping`.

http_core::entity! {
    /// Mailbox entity mapping.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct MailboxEntityMapping {
        /// Primary address column.
        pub primary_address_column: Option<String> = "primaryAddressColumn",
    }
}
