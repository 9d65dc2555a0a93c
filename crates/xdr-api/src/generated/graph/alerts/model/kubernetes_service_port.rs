//! `KubernetesServicePort`.

use crate::graph::alerts::KubernetesServicePortProtocol;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct KubernetesServicePort {
        pub app_protocol: Option<String> = "appProtocol",
        pub name: Option<String> = "name",
        pub node_port: Option<i64> = "nodePort",
        pub port: Option<i64> = "port",
        pub protocol: Option<KubernetesServicePortProtocol> = "protocol",
        pub target_port: Option<String> = "targetPort",
    }
}
