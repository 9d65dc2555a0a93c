//! `CompromiseIndicatorVerdict`.

http_core::open_enum! {
    /// Compromise indicator verdict. An open set of words.
    pub enum CompromiseIndicatorVerdict {
        None = "none",
        Malware = "malware",
        Phish = "phish",
        SiteUnavailable = "siteUnavailable",
        Spam = "spam",
        DecryptionFailed = "decryptionFailed",
        UnsupportedUriScheme = "unsupportedUriScheme",
        UnsupportedFileType = "unsupportedFileType",
        Undefined = "undefined",
        UnknownFutureValue = "unknownFutureValue",
    }
}
