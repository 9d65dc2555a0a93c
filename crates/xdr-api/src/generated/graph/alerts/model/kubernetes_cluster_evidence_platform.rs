//! `KubernetesClusterEvidencePlatform`.

http_core::open_enum! {
    /// An open set of words.
    pub enum KubernetesClusterEvidencePlatform {
        Unknown = "unknown",
        Aks = "aks",
        Eks = "eks",
        Gke = "gke",
        Arc = "arc",
        UnknownFutureValue = "unknownFutureValue",
    }
}
