//! `TeamsMessageEvidenceDeliveryAction`.

http_core::open_enum! {
    /// An open set of words.
    pub enum TeamsMessageEvidenceDeliveryAction {
        Unknown = "unknown",
        DeliveredAsSpam = "deliveredAsSpam",
        Delivered = "delivered",
        Blocked = "blocked",
        Replaced = "replaced",
        UnknownFutureValue = "unknownFutureValue",
    }
}
