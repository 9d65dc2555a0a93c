//! `LegacyFileHashHashType`.

http_core::open_enum! {
    /// An open set of words.
    pub enum LegacyFileHashHashType {
        Unknown = "unknown",
        Sha1 = "sha1",
        Sha256 = "sha256",
        Md5 = "md5",
        AuthenticodeHash256 = "authenticodeHash256",
        LsHash = "lsHash",
        Ctph = "ctph",
        UnknownFutureValue = "unknownFutureValue",
    }
}
