//! Operations and types of detection rules.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`CreateDetectionRule`] | `POST /v1.0/security/rules/detectionRules` | `CustomDetection.ReadWrite.All` |
//! | [`DeleteDetectionRule`] | `DELETE /v1.0/security/rules/detectionRules/{detection_rule_id}` | `CustomDetection.ReadWrite.All` |
//! | [`GetDetectionRule`] | `GET /v1.0/security/rules/detectionRules/{detection_rule_id}` | `CustomDetection.Read.All` |
//! | [`ListDetectionRules`] | `GET /v1.0/security/rules/detectionRules` | `CustomDetection.Read.All` |
//! | [`UpdateDetectionRule`] | `PATCH /v1.0/security/rules/detectionRules/{detection_rule_id}` | `CustomDetection.ReadWrite.All` |

mod create;
mod delete;
mod get;
mod list;
mod model;
mod update;

use http_core::{Client, Id};

pub use create::{CREATE, CreateDetectionRule};
pub use delete::{DELETE, DeleteDetectionRule};
pub use get::{GET, GetDetectionRule};
pub use list::{LIST, ListDetectionRules};
pub use model::{
    AccountEntityMapping, AccountObjectIdAction, AccountSidAction, ActionIsolationType,
    AlertTemplate, AllowFileResponseAction, AmazonResourceEntityMapping, AutomatedActionSet,
    AzureResourceEntityMapping, BlockFileResponseAction, CloudApplicationEntityMapping,
    CollectInvestigationPackageResponseAction, DetectionAction, DetectionRule, DetectionRuleStatus,
    DeviceAction, DisableUserResponseAction, DisableUserResponseActionIdentifier, DnsEntityMapping,
    EmailAction, EntityMappingConfiguration, FileAction, FileEntityMapping,
    FileResponseActionIdentifier, ForceUserPasswordResetResponseAction,
    GoogleCloudResourceEntityMapping, HardDeleteResponseAction, HardDeleteResponseActionIdentifier,
    HostEntityMapping, ImpactedAsset, ImpactedDeviceAsset, ImpactedDeviceAssetIdentifier,
    ImpactedMailboxAsset, ImpactedMailboxAssetIdentifier, ImpactedUserAsset,
    ImpactedUserAssetIdentifier, InitiateInvestigationResponseAction, IpEntityMapping,
    IsolateDeviceAction, IsolateDeviceResponseAction, MailClusterEntityMapping,
    MailMessageEntityMapping, MailboxEntityMapping, MarkUserAsCompromisedResponseAction,
    MarkUserAsCompromisedResponseActionIdentifier, MitreTactic, MitreTechnique,
    MoveToDeletedItemsResponseAction, MoveToInboxResponseAction, MoveToJunkResponseAction,
    OAuthApplicationEntityMapping, OrganizationalScope, OrganizationalScopeScopeType,
    ProcessEntityMapping, QueryCondition, RegistryValueEntityMapping, ResponseAction,
    ResponseActionIdentifier, RestrictAppExecutionResponseAction, RuleSchedule,
    RunAntivirusScanResponseAction, RunDetails, RunDetailsErrorCode, RunDetailsStatus,
    SecurityGroupEntityMapping, SoftDeleteResponseAction, StopAndQuarantineFileAction,
    StopAndQuarantineFileResponseAction, StopAndQuarantineFileResponseActionIdentifier,
    UrlEntityMapping,
};
pub use update::{UPDATE, UpdateDetectionRule};

/// The operations of detection rules; each method begins a request.
#[derive(Clone, Debug)]
pub struct DetectionRules {
    pub(crate) client: Client,
}

impl DetectionRules {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Create a custom detection rule. See [`CreateDetectionRule`].
    pub fn create(&self) -> CreateDetectionRule {
        CreateDetectionRule::new(&self.client)
    }

    /// Delete a custom detection rule. See [`DeleteDetectionRule`].
    pub fn delete(&self, detection_rule_id: impl Into<Id<DetectionRule>>) -> DeleteDetectionRule {
        DeleteDetectionRule::new(&self.client, detection_rule_id)
    }

    /// Get one custom detection rule. See [`GetDetectionRule`].
    pub fn get(&self, detection_rule_id: impl Into<Id<DetectionRule>>) -> GetDetectionRule {
        GetDetectionRule::new(&self.client, detection_rule_id)
    }

    /// List custom detection rules. See [`ListDetectionRules`].
    pub fn list(&self) -> ListDetectionRules {
        ListDetectionRules::new(&self.client)
    }

    /// Change a custom detection rule. See [`UpdateDetectionRule`].
    pub fn update(&self, detection_rule_id: impl Into<Id<DetectionRule>>) -> UpdateDetectionRule {
        UpdateDetectionRule::new(&self.client, detection_rule_id)
    }
}
