//! `AnalyzedEmailDeliveryDetailAction`.

http_core::open_enum! {
    /// Analyzed email delivery detail action. An open set of words.
    pub enum AnalyzedEmailDeliveryDetailAction {
        Unknown = "unknown",
        DeliveredToJunk = "deliveredToJunk",
        Delivered = "delivered",
        Blocked = "blocked",
        Replaced = "replaced",
        UnknownFutureValue = "unknownFutureValue",
    }
}
