//! `VmMetadataCloudProvider`.

http_core::open_enum! {
    /// Vm metadata cloud provider. An open set of words.
    pub enum VmMetadataCloudProvider {
        Unknown = "unknown",
        Azure = "azure",
        UnknownFutureValue = "unknownFutureValue",
    }
}
