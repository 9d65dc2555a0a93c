//! `HostPortProtocol`.

http_core::open_enum! {
    /// Host port protocol. An open set of words.
    pub enum HostPortProtocol {
        Tcp = "tcp",
        Udp = "udp",
        UnknownFutureValue = "unknownFutureValue",
    }
}
