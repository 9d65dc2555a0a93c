//! `AlertEvidence`.

use crate::graph::alerts::ActiveDirectoryDomainEvidence;
use crate::graph::alerts::AiAgentEvidence;
use crate::graph::alerts::AlertEvidenceBase;
use crate::graph::alerts::AmazonResourceEvidence;
use crate::graph::alerts::AnalyzedMessageEvidence;
use crate::graph::alerts::AzureResourceEvidence;
use crate::graph::alerts::BlobContainerEvidence;
use crate::graph::alerts::BlobEvidence;
use crate::graph::alerts::CloudApplicationEvidence;
use crate::graph::alerts::CloudLogonRequestEvidence;
use crate::graph::alerts::CloudLogonSessionEvidence;
use crate::graph::alerts::ContainerEvidence;
use crate::graph::alerts::ContainerImageEvidence;
use crate::graph::alerts::ContainerRegistryEvidence;
use crate::graph::alerts::DeviceEvidence;
use crate::graph::alerts::DnsEvidence;
use crate::graph::alerts::FileEvidence;
use crate::graph::alerts::FileHashEvidence;
use crate::graph::alerts::GitHubOrganizationEvidence;
use crate::graph::alerts::GitHubRepoEvidence;
use crate::graph::alerts::GitHubUserEvidence;
use crate::graph::alerts::GoogleCloudResourceEvidence;
use crate::graph::alerts::HostLogonSessionEvidence;
use crate::graph::alerts::IoTDeviceEvidence;
use crate::graph::alerts::IpEvidence;
use crate::graph::alerts::KubernetesClusterEvidence;
use crate::graph::alerts::KubernetesControllerEvidence;
use crate::graph::alerts::KubernetesNamespaceEvidence;
use crate::graph::alerts::KubernetesPodEvidence;
use crate::graph::alerts::KubernetesSecretEvidence;
use crate::graph::alerts::KubernetesServiceAccountEvidence;
use crate::graph::alerts::KubernetesServiceEvidence;
use crate::graph::alerts::MailClusterEvidence;
use crate::graph::alerts::MailboxConfigurationEvidence;
use crate::graph::alerts::MailboxEvidence;
use crate::graph::alerts::MalwareEvidence;
use crate::graph::alerts::NetworkConnectionEvidence;
use crate::graph::alerts::NicEvidence;
use crate::graph::alerts::OauthApplicationEvidence;
use crate::graph::alerts::ProcessEvidence;
use crate::graph::alerts::RegistryKeyEvidence;
use crate::graph::alerts::RegistryValueEvidence;
use crate::graph::alerts::SasTokenEvidence;
use crate::graph::alerts::SecurityGroupEvidence;
use crate::graph::alerts::ServicePrincipalEvidence;
use crate::graph::alerts::SubmissionMailEvidence;
use crate::graph::alerts::TeamsMessageEvidence;
use crate::graph::alerts::UrlEvidence;
use crate::graph::alerts::UserEvidence;

http_core::family! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub enum AlertEvidence {
        @base Base(AlertEvidenceBase) = "#microsoft.graph.security.alertEvidence",
        ActiveDirectoryDomain(ActiveDirectoryDomainEvidence) = "#microsoft.graph.security.activeDirectoryDomainEvidence",
        AiAgent(AiAgentEvidence) = "#microsoft.graph.security.aiAgentEvidence",
        AmazonResource(AmazonResourceEvidence) = "#microsoft.graph.security.amazonResourceEvidence",
        AnalyzedMessage(AnalyzedMessageEvidence) = "#microsoft.graph.security.analyzedMessageEvidence",
        AzureResource(AzureResourceEvidence) = "#microsoft.graph.security.azureResourceEvidence",
        BlobContainer(BlobContainerEvidence) = "#microsoft.graph.security.blobContainerEvidence",
        Blob(BlobEvidence) = "#microsoft.graph.security.blobEvidence",
        CloudApplication(CloudApplicationEvidence) = "#microsoft.graph.security.cloudApplicationEvidence",
        CloudLogonRequest(CloudLogonRequestEvidence) = "#microsoft.graph.security.cloudLogonRequestEvidence",
        CloudLogonSession(CloudLogonSessionEvidence) = "#microsoft.graph.security.cloudLogonSessionEvidence",
        Container(ContainerEvidence) = "#microsoft.graph.security.containerEvidence",
        ContainerImage(ContainerImageEvidence) = "#microsoft.graph.security.containerImageEvidence",
        ContainerRegistry(ContainerRegistryEvidence) = "#microsoft.graph.security.containerRegistryEvidence",
        Device(DeviceEvidence) = "#microsoft.graph.security.deviceEvidence",
        Dns(DnsEvidence) = "#microsoft.graph.security.dnsEvidence",
        File(FileEvidence) = "#microsoft.graph.security.fileEvidence",
        FileHash(FileHashEvidence) = "#microsoft.graph.security.fileHashEvidence",
        GitHubOrganization(GitHubOrganizationEvidence) = "#microsoft.graph.security.gitHubOrganizationEvidence",
        GitHubRepo(GitHubRepoEvidence) = "#microsoft.graph.security.gitHubRepoEvidence",
        GitHubUser(GitHubUserEvidence) = "#microsoft.graph.security.gitHubUserEvidence",
        GoogleCloudResource(GoogleCloudResourceEvidence) = "#microsoft.graph.security.googleCloudResourceEvidence",
        HostLogonSession(HostLogonSessionEvidence) = "#microsoft.graph.security.hostLogonSessionEvidence",
        IoTDevice(IoTDeviceEvidence) = "#microsoft.graph.security.ioTDeviceEvidence",
        Ip(IpEvidence) = "#microsoft.graph.security.ipEvidence",
        KubernetesCluster(KubernetesClusterEvidence) = "#microsoft.graph.security.kubernetesClusterEvidence",
        KubernetesController(KubernetesControllerEvidence) = "#microsoft.graph.security.kubernetesControllerEvidence",
        KubernetesNamespace(KubernetesNamespaceEvidence) = "#microsoft.graph.security.kubernetesNamespaceEvidence",
        KubernetesPod(KubernetesPodEvidence) = "#microsoft.graph.security.kubernetesPodEvidence",
        KubernetesSecret(KubernetesSecretEvidence) = "#microsoft.graph.security.kubernetesSecretEvidence",
        KubernetesServiceAccount(KubernetesServiceAccountEvidence) = "#microsoft.graph.security.kubernetesServiceAccountEvidence",
        KubernetesService(KubernetesServiceEvidence) = "#microsoft.graph.security.kubernetesServiceEvidence",
        MailCluster(MailClusterEvidence) = "#microsoft.graph.security.mailClusterEvidence",
        MailboxConfiguration(MailboxConfigurationEvidence) = "#microsoft.graph.security.mailboxConfigurationEvidence",
        Mailbox(MailboxEvidence) = "#microsoft.graph.security.mailboxEvidence",
        Malware(MalwareEvidence) = "#microsoft.graph.security.malwareEvidence",
        NetworkConnection(NetworkConnectionEvidence) = "#microsoft.graph.security.networkConnectionEvidence",
        Nic(NicEvidence) = "#microsoft.graph.security.nicEvidence",
        OauthApplication(OauthApplicationEvidence) = "#microsoft.graph.security.oauthApplicationEvidence",
        Process(ProcessEvidence) = "#microsoft.graph.security.processEvidence",
        RegistryKey(RegistryKeyEvidence) = "#microsoft.graph.security.registryKeyEvidence",
        RegistryValue(RegistryValueEvidence) = "#microsoft.graph.security.registryValueEvidence",
        SasToken(SasTokenEvidence) = "#microsoft.graph.security.sasTokenEvidence",
        SecurityGroup(SecurityGroupEvidence) = "#microsoft.graph.security.securityGroupEvidence",
        ServicePrincipal(ServicePrincipalEvidence) = "#microsoft.graph.security.servicePrincipalEvidence",
        SubmissionMail(SubmissionMailEvidence) = "#microsoft.graph.security.submissionMailEvidence",
        TeamsMessage(TeamsMessageEvidence) = "#microsoft.graph.security.teamsMessageEvidence",
        Url(UrlEvidence) = "#microsoft.graph.security.urlEvidence",
        User(UserEvidence) = "#microsoft.graph.security.userEvidence",
    }
}
