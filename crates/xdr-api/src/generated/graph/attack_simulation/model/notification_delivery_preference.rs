//! `NotificationDeliveryPreference`.

http_core::open_enum! {
    /// An open set of words.
    pub enum NotificationDeliveryPreference {
        Unknown = "unknown",
        DeliverImmedietly = "deliverImmedietly",
        DeliverAfterCampaignEnd = "deliverAfterCampaignEnd",
        UnknownFutureValue = "unknownFutureValue",
    }
}
