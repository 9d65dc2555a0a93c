//! `FileResponseActionIdentifier`.

http_core::open_enum! {
    /// An open set of words.
    pub enum FileResponseActionIdentifier {
        Sha1 = "sha1",
        InitiatingProcessSha1 = "initiatingProcessSHA1",
        Sha256 = "sha256",
        InitiatingProcessSha256 = "initiatingProcessSHA256",
        UnknownFutureValue = "unknownFutureValue",
    }
}
