//! `VmMetadataCloudProvider`.

http_core::open_enum! {
    /// An open set of words.
    pub enum VmMetadataCloudProvider {
        Unknown = "unknown",
        Azure = "azure",
        UnknownFutureValue = "unknownFutureValue",
    }
}
