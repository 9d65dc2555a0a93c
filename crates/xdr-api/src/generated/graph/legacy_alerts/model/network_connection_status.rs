//! `NetworkConnectionStatus`.

http_core::open_enum! {
    /// An open set of words.
    pub enum NetworkConnectionStatus {
        Unknown = "unknown",
        Attempted = "attempted",
        Succeeded = "succeeded",
        Blocked = "blocked",
        Failed = "failed",
        UnknownFutureValue = "unknownFutureValue",
    }
}
