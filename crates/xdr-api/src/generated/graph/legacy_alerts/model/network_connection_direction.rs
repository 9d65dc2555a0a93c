//! `NetworkConnectionDirection`.

http_core::open_enum! {
    /// An open set of words.
    pub enum NetworkConnectionDirection {
        Unknown = "unknown",
        Inbound = "inbound",
        Outbound = "outbound",
        UnknownFutureValue = "unknownFutureValue",
    }
}
