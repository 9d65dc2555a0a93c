//! `HostPortStatus`.

http_core::open_enum! {
    /// An open set of words.
    pub enum HostPortStatus {
        Open = "open",
        Filtered = "filtered",
        Closed = "closed",
        UnknownFutureValue = "unknownFutureValue",
    }
}
