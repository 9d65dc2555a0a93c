//! `KubernetesServicePortProtocol`.

http_core::open_enum! {
    /// Kubernetes service port protocol. An open set of words.
    pub enum KubernetesServicePortProtocol {
        Udp = "udp",
        Tcp = "tcp",
        Sctp = "sctp",
        UnknownFutureValue = "unknownFutureValue",
    }
}
