//! `DeviceEvidenceRiskScore`.

http_core::open_enum! {
    /// An open set of words.
    pub enum DeviceEvidenceRiskScore {
        None = "none",
        Informational = "informational",
        Low = "low",
        Medium = "medium",
        High = "high",
        UnknownFutureValue = "unknownFutureValue",
    }
}
