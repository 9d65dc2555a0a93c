//! `KubernetesServiceEvidenceServiceType`.

http_core::open_enum! {
    /// An open set of words.
    pub enum KubernetesServiceEvidenceServiceType {
        Unknown = "unknown",
        ClusterIp = "clusterIP",
        ExternalName = "externalName",
        NodePort = "nodePort",
        LoadBalancer = "loadBalancer",
        UnknownFutureValue = "unknownFutureValue",
    }
}
