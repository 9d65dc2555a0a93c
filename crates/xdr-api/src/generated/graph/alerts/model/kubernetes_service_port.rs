//! `KubernetesServicePort`.

use crate::graph::alerts::KubernetesServicePortProtocol;

http_core::entity! {
    /// Kubernetes service port.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct KubernetesServicePort {
        /// App protocol.
        pub app_protocol: Option<String> = "appProtocol",
        /// Name.
        pub name: Option<String> = "name",
        /// Node port.
        pub node_port: Option<i64> = "nodePort",
        /// Port.
        pub port: Option<i64> = "port",
        /// Protocol.
        pub protocol: Option<KubernetesServicePortProtocol> = "protocol",
        /// Target port.
        pub target_port: Option<String> = "targetPort",
    }
}
