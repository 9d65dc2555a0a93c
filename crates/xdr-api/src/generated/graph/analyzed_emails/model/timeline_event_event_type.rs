//! `TimelineEventEventType`.

http_core::open_enum! {
    /// Timeline event event type. An open set of words.
    pub enum TimelineEventEventType {
        OriginalDelivery = "originalDelivery",
        SystemTimeTravel = "systemTimeTravel",
        DynamicDelivery = "dynamicDelivery",
        UserUrlClick = "userUrlClick",
        Reprocessed = "reprocessed",
        Zap = "zap",
        QuarantineRelease = "quarantineRelease",
        Air = "air",
        Unknown = "unknown",
        UnknownFutureValue = "unknownFutureValue",
    }
}
