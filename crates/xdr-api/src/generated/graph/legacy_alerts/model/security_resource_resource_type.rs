//! `SecurityResourceResourceType`.

http_core::open_enum! {
    /// An open set of words.
    pub enum SecurityResourceResourceType {
        Unknown = "unknown",
        Attacked = "attacked",
        Related = "related",
        UnknownFutureValue = "unknownFutureValue",
    }
}
