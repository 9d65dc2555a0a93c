//! `Host`.

use crate::graph::threat_intelligence::Hostname;
use crate::graph::threat_intelligence::IpAddress;

http_core::family! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub enum Host {
        Hostname(Hostname) = "#microsoft.graph.security.hostname",
        IpAddress(IpAddress) = "#microsoft.graph.security.ipAddress",
    }
}
