//! `TenantAllowBlockListEntryResultEntryType`.

http_core::open_enum! {
    /// An open set of words.
    pub enum TenantAllowBlockListEntryResultEntryType {
        FileHash = "fileHash",
        Recipient = "recipient",
        Sender = "sender",
        Url = "url",
        UnknownFutureValue = "unknownFutureValue",
    }
}
