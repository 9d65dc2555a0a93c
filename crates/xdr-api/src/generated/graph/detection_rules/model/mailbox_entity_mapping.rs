//! `MailboxEntityMapping`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct MailboxEntityMapping {
        pub primary_address_column: Option<String> = "primaryAddressColumn",
    }
}
