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
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct EntityMappingConfiguration {
        pub accounts: Vec<AccountEntityMapping> = "accounts",
        pub amazon_resources: Vec<AmazonResourceEntityMapping> = "amazonResources",
        pub azure_resources: Vec<AzureResourceEntityMapping> = "azureResources",
        pub cloud_applications: Vec<CloudApplicationEntityMapping> = "cloudApplications",
        pub dns: Vec<DnsEntityMapping> = "dns",
        pub files: Vec<FileEntityMapping> = "files",
        pub google_cloud_resources: Vec<GoogleCloudResourceEntityMapping> = "googleCloudResources",
        pub hosts: Vec<HostEntityMapping> = "hosts",
        pub ips: Vec<IpEntityMapping> = "ips",
        pub mailboxes: Vec<MailboxEntityMapping> = "mailboxes",
        pub mail_clusters: Vec<MailClusterEntityMapping> = "mailClusters",
        pub mail_messages: Vec<MailMessageEntityMapping> = "mailMessages",
        pub o_auth_applications: Vec<OAuthApplicationEntityMapping> = "oAuthApplications",
        pub processes: Vec<ProcessEntityMapping> = "processes",
        pub registry_values: Vec<RegistryValueEntityMapping> = "registryValues",
        pub security_groups: Vec<SecurityGroupEntityMapping> = "securityGroups",
        pub urls: Vec<UrlEntityMapping> = "urls",
    }
}
