//! Operations and types of alerts.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`CreateAlert`] | `POST /beta/security/alerts_v2/createAlert` | `SecurityAlert.Create.All` |
//! | [`CreateComment`] | `POST /v1.0/security/alerts_v2/{alert_id}/comments` | `SecurityAlert.ReadWrite.All` |
//! | [`CreateManual`] | `POST /beta/security/alerts_v2` | `SecurityAlert.Create.All` |
//! | [`GetAlert`] | `GET /v1.0/security/alerts_v2/{alert_id}` | `SecurityAlert.Read.All` |
//! | [`ListAlerts`] | `GET /v1.0/security/alerts_v2` | `SecurityAlert.Read.All` |
//! | [`MoveAlert`] | `POST /v1.0/security/alerts_v2/moveAlerts` | `SecurityAlert.ReadWrite.All` |
//! | [`UpdateAlert`] | `PATCH /v1.0/security/alerts_v2/{alert_id}` | `SecurityAlert.ReadWrite.All` |

mod create;
mod create_comment;
mod create_manual;
mod filters;
mod get;
mod list;
mod model;
mod r#move;
mod update;

use http_core::{Client, Id};

pub use create::{CREATE, CreateAlert};
pub use create_comment::{CREATE_COMMENT, CreateComment};
pub use create_manual::{CREATE_MANUAL, CreateManual};
pub use filters::AlertFilter;
pub use get::{GET, GetAlert};
pub use list::{LIST, ListAlerts};
pub use model::{
    ActiveDirectoryDomainEvidence, AiAgentEvidence, AiAgentEvidenceHostingPlatformType, Alert,
    AlertClassification, AlertComment, AlertDetectionSource, AlertDetermination, AlertEvidence,
    AlertEvidenceBase, AlertInvestigationState, AlertServiceSource, AlertSeverity, AlertStatus,
    AmazonResourceEvidence, AnalyzedMessageEvidence, AzureResourceEvidence, BlobContainerEvidence,
    BlobEvidence, CloudApplicationEvidence, CloudLogonRequestEvidence, CloudLogonSessionEvidence,
    ContainerEvidence, ContainerImageEvidence, ContainerRegistryEvidence, CreateAlertInput,
    DeviceEvidence, DeviceEvidenceDefenderAvStatus, DeviceEvidenceHealthStatus,
    DeviceEvidenceOnboardingStatus, DeviceEvidenceRiskScore, Dictionary, DnsEvidence, EmailSender,
    EntityDefinitionInput, EntityDefinitionInputEntityType, EntityDefinitionInputRole,
    EvidenceDetectionStatus, EvidenceRemediationStatus, EvidenceRole, EvidenceVerdict, FileDetails,
    FileEvidence, FileHash, FileHashAlgorithm, FileHashEvidence, GeoLocation,
    GitHubOrganizationEvidence, GitHubRepoEvidence, GitHubUserEvidence,
    GoogleCloudResourceEvidence, GoogleCloudResourceEvidenceLocationType, HostLogonSessionEvidence,
    IoTDeviceEvidence, IoTDeviceEvidenceImportance, IpEvidence, KubernetesClusterEvidence,
    KubernetesClusterEvidencePlatform, KubernetesControllerEvidence, KubernetesNamespaceEvidence,
    KubernetesPodEvidence, KubernetesSecretEvidence, KubernetesServiceAccountEvidence,
    KubernetesServiceEvidence, KubernetesServiceEvidenceServiceType, KubernetesServicePort,
    KubernetesServicePortProtocol, LoggedOnUser, MailClusterEvidence, MailboxConfigurationEvidence,
    MailboxConfigurationEvidenceConfigurationType, MailboxEvidence, MalwareEvidence, ManualAlert,
    MergeResponse, NetworkConnectionEvidence, NewCorrelationReasons, NicEvidence,
    OauthApplicationEvidence, ProcessEvidence, RegistryKeyEvidence, RegistryValueEvidence,
    ResourceAccessEvent, SasTokenEvidence, SecurityGroupEvidence, ServicePrincipalEvidence,
    ServicePrincipalEvidenceServicePrincipalType, Stream, SubmissionMailEvidence,
    TeamsMessageEvidence, TeamsMessageEvidenceDeliveryAction, TeamsMessageEvidenceDeliveryLocation,
    TeamsMessageEvidenceMessageDirection, UrlEvidence, UserAccount, UserEvidence, VmMetadata,
    VmMetadataCloudProvider,
};
pub use r#move::{MOVE, MoveAlert};
pub use update::{UPDATE, UpdateAlert};

/// The operations of alerts; each method begins a request.
#[derive(Clone, Debug)]
pub struct Alerts {
    pub(crate) client: Client,
}

impl Alerts {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Create an alert, in an incident or a new one. See [`CreateAlert`].
    pub fn create(&self, create_alert_input: &CreateAlertInput) -> CreateAlert {
        CreateAlert::new(&self.client, create_alert_input)
    }

    /// Add a comment to an alert. See [`CreateComment`].
    pub fn create_comment(
        &self,
        alert_id: impl Into<Id<Alert>>,
        comment: impl Into<String>,
    ) -> CreateComment {
        CreateComment::new(&self.client, alert_id, comment)
    }

    /// Create an alert. See [`CreateManual`].
    pub fn create_manual(&self) -> CreateManual {
        CreateManual::new(&self.client)
    }

    /// Get one alert. See [`GetAlert`].
    pub fn get(&self, alert_id: impl Into<Id<Alert>>) -> GetAlert {
        GetAlert::new(&self.client, alert_id)
    }

    /// List alerts. See [`ListAlerts`].
    pub fn list(&self) -> ListAlerts {
        ListAlerts::new(&self.client)
    }

    /// Move alerts into another or a new incident. See [`MoveAlert`].
    pub fn r#move(&self, alert_ids: impl IntoIterator<Item = impl Into<Id<Alert>>>) -> MoveAlert {
        MoveAlert::new(&self.client, alert_ids)
    }

    /// Change status, verdict or owner of an alert. See [`UpdateAlert`].
    pub fn update(&self, alert_id: impl Into<Id<Alert>>) -> UpdateAlert {
        UpdateAlert::new(&self.client, alert_id)
    }
}
