//! `TimelineEventEventSource`.

http_core::open_enum! {
    /// Timeline event event source. An open set of words.
    pub enum TimelineEventEventSource {
        System = "system",
        Admin = "admin",
        User = "user",
        UnknownFutureValue = "unknownFutureValue",
    }
}
