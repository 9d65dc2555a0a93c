//! `EntityMappingConfiguration`.

use crate::graph::detection_rules::AccountEntityMapping;
use crate::graph::detection_rules::AmazonResourceEntityMapping;
use crate::graph::detection_rules::AzureResourceEntityMapping;
use crate::graph::detection_rules::CloudApplicationEntityMapping;
use crate::graph::detection_rules::DnsEntityMapping;
use crate::graph::detection_rules::FileEntityMapping;
use crate::graph::detection_rules::GoogleCloudResourceEntityMapping;
use crate::graph::detection_rules::HostEntityMapping;
use crate::graph::detection_rules::IpEntityMapping;
use crate::graph::detection_rules::MailClusterEntityMapping;
use crate::graph::detection_rules::MailMessageEntityMapping;
use crate::graph::detection_rules::MailboxEntityMapping;
use crate::graph::detection_rules::OAuthApplicationEntityMapping;
use crate::graph::detection_rules::ProcessEntityMapping;
use crate::graph::detection_rules::RegistryValueEntityMapping;
use crate::graph::detection_rules::SecurityGroupEntityMapping;
use crate::graph::detection_rules::UrlEntityMapping;

http_core::entity! {
    /// Entity mapping configuration.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct EntityMappingConfiguration {
        /// Accounts.
        pub accounts: Vec<AccountEntityMapping> = "accounts",
        /// Amazon resources.
        pub amazon_resources: Vec<AmazonResourceEntityMapping> = "amazonResources",
        /// Azure resources.
        pub azure_resources: Vec<AzureResourceEntityMapping> = "azureResources",
        /// Cloud applications.
        pub cloud_applications: Vec<CloudApplicationEntityMapping> = "cloudApplications",
        /// Dns.
        pub dns: Vec<DnsEntityMapping> = "dns",
        /// Files.
        pub files: Vec<FileEntityMapping> = "files",
        /// Google cloud resources.
        pub google_cloud_resources: Vec<GoogleCloudResourceEntityMapping> = "googleCloudResources",
        /// Hosts.
        pub hosts: Vec<HostEntityMapping> = "hosts",
        /// Ips.
        pub ips: Vec<IpEntityMapping> = "ips",
        /// Mailboxes.
        pub mailboxes: Vec<MailboxEntityMapping> = "mailboxes",
        /// Mail clusters.
        pub mail_clusters: Vec<MailClusterEntityMapping> = "mailClusters",
        /// Mail messages.
        pub mail_messages: Vec<MailMessageEntityMapping> = "mailMessages",
        /// O auth applications.
        pub o_auth_applications: Vec<OAuthApplicationEntityMapping> = "oAuthApplications",
        /// Processes.
        pub processes: Vec<ProcessEntityMapping> = "processes",
        /// Registry values.
        pub registry_values: Vec<RegistryValueEntityMapping> = "registryValues",
        /// Security groups.
        pub security_groups: Vec<SecurityGroupEntityMapping> = "securityGroups",
        /// Urls.
        pub urls: Vec<UrlEntityMapping> = "urls",
    }
}
