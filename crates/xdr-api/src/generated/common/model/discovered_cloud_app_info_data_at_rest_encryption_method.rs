//! `DiscoveredCloudAppInfoDataAtRestEncryptionMethod`.

http_core::open_enum! {
    /// An open set of words.
    pub enum DiscoveredCloudAppInfoDataAtRestEncryptionMethod {
        Aes = "aes",
        BitLocker = "bitLocker",
        Blowfish = "blowfish",
        Des = "des",
        Des3 = "des3",
        NotSupported = "notSupported",
        Rc4 = "rc4",
        RsA = "rsA",
        Unknown = "unknown",
        UnknownFutureValue = "unknownFutureValue",
    }
}
