//! `IndicatorSource`.

http_core::open_enum! {
    /// An open set of words.
    pub enum IndicatorSource {
        Microsoft = "microsoft",
        Osint = "osint",
        Public = "public",
        UnknownFutureValue = "unknownFutureValue",
    }
}
