//! `HostPortProtocol`.

http_core::open_enum! {
    /// An open set of words.
    pub enum HostPortProtocol {
        Tcp = "tcp",
        Udp = "udp",
        UnknownFutureValue = "unknownFutureValue",
    }
}
