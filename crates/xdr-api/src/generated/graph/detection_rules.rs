//! Operations and types of detection rules.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`CreateDetectionRule`] | `POST /beta/security/rules/detectionRules` | `CustomDetection.ReadWrite.All` |
//! | [`DeleteDetectionRule`] | `DELETE /beta/security/rules/detectionRules/{detection_rule_id}` | `CustomDetection.ReadWrite.All` |
//! | [`GetDetectionRule`] | `GET /beta/security/rules/detectionRules/{detection_rule_id}` | `CustomDetection.Read.All` |
//! | [`ListDetectionRules`] | `GET /beta/security/rules/detectionRules` | `CustomDetection.Read.All` |
//! | [`UpdateDetectionRule`] | `PATCH /beta/security/rules/detectionRules/{detection_rule_id}` | `CustomDetection.ReadWrite.All` |

mod create;
mod delete;
mod get;
mod list;
mod model;
mod update;

use http_core::{Answer, BodyKind, Client, Header, Id, Kind, Operation, Paging, Param, Status};

pub use create::CreateDetectionRule;
pub use delete::DeleteDetectionRule;
pub use get::GetDetectionRule;
pub use list::ListDetectionRules;
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
    ResponseActionIdentifier, RestrictAppExecutionResponseAction, RuleSchedule, RuleSchedulePeriod,
    RunAntivirusScanResponseAction, RunDetails, RunDetailsErrorCode, RunDetailsStatus,
    SecurityGroupEntityMapping, SoftDeleteResponseAction, StopAndQuarantineFileAction,
    StopAndQuarantineFileResponseAction, StopAndQuarantineFileResponseActionIdentifier,
    UrlEntityMapping,
};
pub use update::UpdateDetectionRule;

/// `graph.detection_rules.create`: Create a custom detection rule. Status: preview.
pub static CREATE: Operation = Operation::post("graph.detection_rules.create", "/beta/security/rules/detectionRules").host("graph").summary("Create a custom detection rule").help("Portal pages of mid 2026 also show a v1.0 edition without the deprecated \
fields; the v1.0 metadata of 2026-08-20 has no rules collection yet. \
Delegated callers need the Defender unified RBAC right Detection tuning \
(manage). The sample answer carries automatedActions that the request did \
not send.").status(Status::Preview).params(&[Param::body("id").required().help("chosen by the caller"),
Param::body("displayName").required(),
Param::body("status").kind(Kind::Enum(&["enabled", "disabled", "autoDisabled"])).required(),
Param::body("queryCondition").kind(Kind::Json).required(),
Param::body("schedule").kind(Kind::Json).required(),
Param::body("description"),
Param::body("detectionAction").kind(Kind::Json),
Param::body("isEnabled").kind(Kind::Bool).help("deprecated, leaves on 2026-10-01"),
]).body(BodyKind::Json).answer(Answer::Entity).permissions(&["CustomDetection.ReadWrite.All"], &["CustomDetection.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-rulesroot-post-detectionrules.md");

/// `graph.detection_rules.delete`: Delete a custom detection rule. Status: preview.
pub static DELETE: Operation = Operation::delete("graph.detection_rules.delete", "/beta/security/rules/detectionRules/{detection_rule_id}").host("graph").summary("Delete a custom detection rule").help("Page not stored; status by convention.").status(Status::Preview).params(&[Param::path("detection_rule_id"),
]).permissions(&["CustomDetection.ReadWrite.All"], &["CustomDetection.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/security-detectionrule.md");

/// `graph.detection_rules.get`: Get one custom detection rule. Status: preview.
pub static GET: Operation = Operation::get("graph.detection_rules.get", "/beta/security/rules/detectionRules/{detection_rule_id}").host("graph").summary("Get one custom detection rule").status(Status::Preview).params(&[Param::path("detection_rule_id"),
]).headers(&[Header { name: "prefer", value: "include-unknown-enum-members" },]).answer(Answer::Entity).permissions(&["CustomDetection.Read.All", "CustomDetection.ReadWrite.All"], &["CustomDetection.Read.All", "CustomDetection.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/security-detectionrule.md");

/// `graph.detection_rules.list`: List custom detection rules. Status: preview.
pub static LIST: Operation = Operation::get("graph.detection_rules.list", "/beta/security/rules/detectionRules").host("graph").summary("List custom detection rules").help("Portal pages of mid 2026 also show a v1.0 edition without the deprecated \
fields; the v1.0 metadata of 2026-08-20 has no rules collection yet. \
Delegated callers need the Defender unified RBAC right Detection tuning \
(manage).").status(Status::Preview).params(&[Param::query("$top").kind(Kind::Integer).help("how many rows the service puts into one answer; not a total, use a limit \
on the caller's side for that"),
Param::query("$filter").help("OData filter; text values in single quotes, a quote inside is doubled"),
Param::query("$orderby").help("member to sort by, with asc or desc"),
]).headers(&[Header { name: "prefer", value: "include-unknown-enum-members" },]).collection("value").paging(Paging::NextLink).filterable(&["createdBy", "createdDateTime", "other properties, see the resource page"]).permissions(&["CustomDetection.Read.All", "CustomDetection.ReadWrite.All"], &["CustomDetection.Read.All", "CustomDetection.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-detectionrule-list.md");

/// `graph.detection_rules.update`: Change a custom detection rule. Status: preview.
pub static UPDATE: Operation = Operation::patch("graph.detection_rules.update", "/beta/security/rules/detectionRules/{detection_rule_id}").host("graph").summary("Change a custom detection rule").help("The stored page describes the old model; nested objects may be sent in \
part.").status(Status::Preview).params(&[Param::path("detection_rule_id"),
Param::body("displayName"),
Param::body("status").kind(Kind::Enum(&["enabled", "disabled"])),
Param::body("isEnabled").kind(Kind::Bool).help("old model"),
Param::body("queryCondition").kind(Kind::Json).help("queryText only"),
Param::body("schedule").kind(Kind::Json).help("frequency now, period before"),
Param::body("detectionAction").kind(Kind::Json).help("alertTemplate parts, organizationalScope, automatedActions now, \
responseActions before; null clears recommendedActions and impactedAssets"),
]).body(BodyKind::Json).answer(Answer::Entity).permissions(&["CustomDetection.ReadWrite.All"], &["CustomDetection.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-detectionrule-update.md");

/// The operations of detection rules; each method begins a request.
#[derive(Clone, Debug)]
pub struct DetectionRules {
    client: Client,
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
