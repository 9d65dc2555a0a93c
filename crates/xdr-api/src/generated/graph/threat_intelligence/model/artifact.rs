//! `Artifact`.

use crate::graph::threat_intelligence::HostComponent;
use crate::graph::threat_intelligence::HostCookie;
use crate::graph::threat_intelligence::HostSslCertificate;
use crate::graph::threat_intelligence::HostTracker;
use crate::graph::threat_intelligence::Hostname;
use crate::graph::threat_intelligence::IpAddress;
use crate::graph::threat_intelligence::PassiveDnsRecord;
use crate::graph::threat_intelligence::SslCertificate;
use crate::graph::threat_intelligence::UnclassifiedArtifact;

http_core::family! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub enum Artifact {
        HostComponent(HostComponent) = "#microsoft.graph.security.hostComponent",
        HostCookie(HostCookie) = "#microsoft.graph.security.hostCookie",
        HostSslCertificate(HostSslCertificate) = "#microsoft.graph.security.hostSslCertificate",
        HostTracker(HostTracker) = "#microsoft.graph.security.hostTracker",
        Hostname(Hostname) = "#microsoft.graph.security.hostname",
        IpAddress(IpAddress) = "#microsoft.graph.security.ipAddress",
        PassiveDnsRecord(PassiveDnsRecord) = "#microsoft.graph.security.passiveDnsRecord",
        SslCertificate(SslCertificate) = "#microsoft.graph.security.sslCertificate",
        Unclassified(UnclassifiedArtifact) = "#microsoft.graph.security.unclassifiedArtifact",
    }
}
