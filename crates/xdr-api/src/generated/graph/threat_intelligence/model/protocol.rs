//! `Protocol`.

http_core::open_enum! {
    /// Protocol. An open set of words.
    pub enum Protocol {
        Tcp = "tcp",
        Udp = "udp",
        UnknownFutureValue = "unknownFutureValue",
    }
}
