//! `PayloadComplexity`.

http_core::open_enum! {
    /// An open set of words.
    pub enum PayloadComplexity {
        Unknown = "unknown",
        Low = "low",
        Medium = "medium",
        High = "high",
        UnknownFutureValue = "unknownFutureValue",
    }
}
