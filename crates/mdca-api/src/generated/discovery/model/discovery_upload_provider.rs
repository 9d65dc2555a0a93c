//! `DiscoveryUploadProvider`.

http_core::open_enum! {
    /// Discovery upload provider. An open set of words.
    pub enum DiscoveryUploadProvider {
        Azure = "azure",
        Aws = "aws",
    }
}
