//! `TeamsMessageEvidenceDeliveryLocation`.

http_core::open_enum! {
    /// An open set of words.
    pub enum TeamsMessageEvidenceDeliveryLocation {
        Unknown = "unknown",
        Teams = "teams",
        Quarantine = "quarantine",
        Failed = "failed",
        UnknownFutureValue = "unknownFutureValue",
    }
}
