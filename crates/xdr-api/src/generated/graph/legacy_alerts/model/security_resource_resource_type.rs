//! `SecurityResourceResourceType`.

http_core::open_enum! {
    /// Security resource resource type. An open set of words.
    pub enum SecurityResourceResourceType {
        Unknown = "unknown",
        Attacked = "attacked",
        Related = "related",
        UnknownFutureValue = "unknownFutureValue",
    }
}
