//! `FileHashAlgorithm`.

http_core::open_enum! {
    /// An open set of words.
    pub enum FileHashAlgorithm {
        Unknown = "unknown",
        Md5 = "md5",
        Sha1 = "sha1",
        Sha256 = "sha256",
        Sha256ac = "sha256ac",
        UnknownFutureValue = "unknownFutureValue",
    }
}
