//! `LegacyProcessIntegrityLevel`.

http_core::open_enum! {
    /// An open set of words.
    pub enum LegacyProcessIntegrityLevel {
        Unknown = "unknown",
        Untrusted = "untrusted",
        Low = "low",
        Medium = "medium",
        High = "high",
        System = "system",
        UnknownFutureValue = "unknownFutureValue",
    }
}
