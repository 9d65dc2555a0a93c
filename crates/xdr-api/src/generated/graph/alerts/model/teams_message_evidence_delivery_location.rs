//! `TeamsMessageEvidenceDeliveryLocation`.

http_core::open_enum! {
    /// Teams message evidence delivery location. An open set of words.
    pub enum TeamsMessageEvidenceDeliveryLocation {
        Unknown = "unknown",
        Teams = "teams",
        Quarantine = "quarantine",
        Failed = "failed",
        UnknownFutureValue = "unknownFutureValue",
    }
}
