//! `TeamsMessageEvidenceDeliveryAction`.

http_core::open_enum! {
    /// Teams message evidence delivery action. An open set of words.
    pub enum TeamsMessageEvidenceDeliveryAction {
        Unknown = "unknown",
        DeliveredAsSpam = "deliveredAsSpam",
        Delivered = "delivered",
        Blocked = "blocked",
        Replaced = "replaced",
        UnknownFutureValue = "unknownFutureValue",
    }
}
