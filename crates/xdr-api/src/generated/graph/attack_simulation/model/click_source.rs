//! `ClickSource`.

http_core::open_enum! {
    /// An open set of words.
    pub enum ClickSource {
        Unknown = "unknown",
        QrCode = "qrCode",
        PhishingUrl = "phishingUrl",
        UnknownFutureValue = "unknownFutureValue",
    }
}
