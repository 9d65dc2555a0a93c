//! `Algorithm`.

http_core::open_enum! {
    /// Algorithm. An open set of words.
    pub enum Algorithm {
        Unknown = "unknown",
        Md5 = "md5",
        Sha1 = "sha1",
        Sha256 = "sha256",
        Sha256ac = "sha256ac",
        UnknownFutureValue = "unknownFutureValue",
    }
}
