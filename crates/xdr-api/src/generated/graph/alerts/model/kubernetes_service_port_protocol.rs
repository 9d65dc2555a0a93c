//! `KubernetesServicePortProtocol`.

http_core::open_enum! {
    /// An open set of words.
    pub enum KubernetesServicePortProtocol {
        Udp = "udp",
        Tcp = "tcp",
        Sctp = "sctp",
        UnknownFutureValue = "unknownFutureValue",
    }
}
