//! Operations and types of alerts.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`CreateComment`] | `POST /v1.0/security/alerts_v2/{alert_id}/comments` | `SecurityAlert.ReadWrite.All` |
//! | [`CreateManual`] | `POST /beta/security/alerts_v2` | `SecurityAlert.Create.All` |
//! | [`GetAlert`] | `GET /v1.0/security/alerts_v2/{alert_id}` | `SecurityAlert.Read.All` |
//! | [`ListAlerts`] | `GET /v1.0/security/alerts_v2` | `SecurityAlert.Read.All` |
//! | [`MoveAlert`] | `POST /v1.0/security/alerts_v2/moveAlerts` | `SecurityAlert.ReadWrite.All` |
//! | [`UpdateAlert`] | `PATCH /v1.0/security/alerts_v2/{alert_id}` | `SecurityAlert.ReadWrite.All` |

mod create_comment;
mod create_manual;
mod get;
mod list;
mod model;
mod r#move;
mod update;

use http_core::{
    Answer, BodyKind, Client, Header, Id, Kind, Operation, Paging, Param, RateLimit, Status,
};

pub use create_comment::CreateComment;
pub use create_manual::CreateManual;
pub use get::GetAlert;
pub use list::ListAlerts;
pub use model::{
    ActiveDirectoryDomainEvidence, AiAgentEvidence, AiAgentEvidenceHostingPlatformType, Alert,
    AlertClassification, AlertComment, AlertDetectionSource, AlertDetermination, AlertEvidence,
    AlertEvidenceBase, AlertInvestigationState, AlertServiceSource, AlertSeverity, AlertStatus,
    AmazonResourceEvidence, AnalyzedMessageEvidence, AzureResourceEvidence, BlobContainerEvidence,
    BlobEvidence, CloudApplicationEvidence, CloudLogonRequestEvidence, CloudLogonSessionEvidence,
    ContainerEvidence, ContainerImageEvidence, ContainerRegistryEvidence, DeviceEvidence,
    DeviceEvidenceDefenderAvStatus, DeviceEvidenceHealthStatus, DeviceEvidenceOnboardingStatus,
    DeviceEvidenceRiskScore, Dictionary, DnsEvidence, EmailSender, EntityDefinitionInput,
    EntityDefinitionInputEntityType, EntityDefinitionInputRole, EvidenceDetectionStatus,
    EvidenceRemediationStatus, EvidenceRole, EvidenceVerdict, FileDetails, FileEvidence, FileHash,
    FileHashAlgorithm, FileHashEvidence, GeoLocation, GitHubOrganizationEvidence,
    GitHubRepoEvidence, GitHubUserEvidence, GoogleCloudResourceEvidence,
    GoogleCloudResourceEvidenceLocationType, HostLogonSessionEvidence, IoTDeviceEvidence,
    IoTDeviceEvidenceImportance, IpEvidence, KubernetesClusterEvidence,
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
pub use r#move::MoveAlert;
pub use update::UpdateAlert;

/// `graph.alerts.create_comment`: Add a comment to an alert.
pub static CREATE_COMMENT: Operation = Operation::post("graph.alerts.create_comment", "/v1.0/security/alerts_v2/{alert_id}/comments").host("graph").summary("Add a comment to an alert").help("The sample context names the beta endpoint on the v1.0 page.").params(&[Param::path("alert_id"),
Param::body("@odata.type").required(),
Param::body("comment").required(),
]).body(BodyKind::Json).collection("value").limits(&[RateLimit::per_minute(150),]).limit_class("graph.alerts").permissions(&["SecurityAlert.ReadWrite.All"], &["SecurityAlert.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-alert-post-comments.md");

/// `graph.alerts.create_manual`: Create an alert by hand. Status: preview.
pub static CREATE_MANUAL: Operation =
    Operation::post("graph.alerts.create_manual", "/beta/security/alerts_v2")
        .host("graph")
        .summary("Create an alert by hand")
        .help(
            "Only the head of the page and the type model were readable: path, required \
fields and status are not confirmed. The page names \
SecurityAlert.ReadWrite.All, the permission file names \
SecurityAlert.Create.All as least and also lists a path \
/security/alerts_v2/createAlert.",
        )
        .status(Status::Preview)
        .params(&[
            Param::body("@odata.type").required(),
            Param::body("title").required(),
            Param::body("description"),
            Param::body("severity").kind(Kind::Enum(&["informational", "low", "medium", "high"])),
            Param::body("category"),
            Param::body("mitreTechniques").kind(Kind::List),
            Param::body("recommendedActions"),
            Param::body("linkToIncident").help("existing incident id; otherwise one is made"),
            Param::body("isExcludedFromCorrelation").kind(Kind::Bool),
            Param::body("sentinelWorkspace").help("type not confirmed"),
            Param::body("entityDefinitions").kind(Kind::Json),
        ])
        .body(BodyKind::Json)
        .answer(Answer::Entity)
        .limit_class("graph.alerts")
        .permissions(
            &["SecurityAlert.Create.All", "SecurityAlert.ReadWrite.All"],
            &["SecurityAlert.Create.All", "SecurityAlert.ReadWrite.All"],
        )
        .source(
            "learn.microsoft.com/graph/api/security-alert-post-manualalert (beta); \
microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json",
        );

/// `graph.alerts.get`: Get one alert.
pub static GET: Operation = Operation::get(
    "graph.alerts.get",
    "/v1.0/security/alerts_v2/{alert_id}",
)
.host("graph")
.summary("Get one alert")
.params(&[Param::path("alert_id")])
.headers(&[Header {
    name: "prefer",
    value: "include-unknown-enum-members",
}])
.answer(Answer::Entity)
.limits(&[RateLimit::per_minute(150)])
.limit_class("graph.alerts")
.permissions(
    &["SecurityAlert.Read.All", "SecurityAlert.ReadWrite.All"],
    &["SecurityAlert.Read.All", "SecurityAlert.ReadWrite.All"],
)
.source(
    "microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/resources/security-alert.md",
);

/// `graph.alerts.list`: List alerts (v2).
pub static LIST: Operation = Operation::get("graph.alerts.list", "/v1.0/security/alerts_v2").host("graph").summary("List alerts (v2)").help("Newest first. Metadata also declares $orderby and $select; a public \
collector relies on $orderby=lastUpdateDateTime asc. Evidence can be \
filtered with any() and a type cast, see facts. investigationState is not \
filterable (400). Past $skip 500 the service stops or answers 400; page \
with nextLink or move the time boundary. Standalone, tuned-away and \
unconnected Sentinel alerts never appear.").params(&[Param::query("$count").kind(Kind::Bool).help("also send the number of rows"),
Param::query("$filter").help("OData filter; text values in single quotes, a quote inside is doubled"),
Param::query("$skip").kind(Kind::Integer).help("how many rows the service leaves out"),
Param::query("$top").kind(Kind::Integer).help("how many rows the service puts into one answer; not a total, use a limit \
on the caller's side for that"),
]).headers(&[Header { name: "prefer", value: "include-unknown-enum-members" },]).collection("value").paging(Paging::NextLink).page_size(1000).filterable(&["assignedTo", "classification", "determination", "createdDateTime", "lastUpdateDateTime", "severity", "serviceSource", "status"]).limits(&[RateLimit::per_minute(150),]).limit_class("graph.alerts").permissions(&["SecurityAlert.Read.All", "SecurityAlert.ReadWrite.All"], &["SecurityAlert.Read.All", "SecurityAlert.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-list-alerts_v2.md");

/// `graph.alerts.move`: Move alerts into another or a new incident.
pub static MOVE: Operation = Operation::post("graph.alerts.move", "/v1.0/security/alerts_v2/moveAlerts").host("graph").summary("Move alerts into another or a new incident").help("Permission inferred from the resource, the include with the table is not \
stored. eventCasualSequence is spelled so in the metadata.").params(&[Param::body("alertIds").kind(Kind::List).required(),
Param::body("incidentId").help("null or left out: a new incident is made"),
Param::body("alertComment"),
Param::body("newCorrelationReasons").kind(Kind::Enum(&["repeatedAlertOccurrence", "sameGeography", "similarArtifacts", "sameTargetedAsset", "sameNetworkSegment", "eventSequence", "timeFrame", "sameThreatSource", "similarTTPsOrBehavior", "sameActor", "sameCampaign", "sharedIndicators", "sameAsset", "networkProximity", "eventCasualSequence", "temporalProximity", "lateralMovementPath"])).help("flags: one comma-separated string"),
]).body(BodyKind::Json).answer(Answer::Object).limit_class("graph.alerts").permissions(&["SecurityAlert.ReadWrite.All"], &["SecurityAlert.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-alert-movealerts.md");

/// `graph.alerts.update`: Change status, verdict or owner of an alert.
pub static UPDATE: Operation = Operation::patch(
    "graph.alerts.update",
    "/v1.0/security/alerts_v2/{alert_id}",
)
.host("graph")
.summary("Change status, verdict or owner of an alert")
.params(&[
    Param::path("alert_id"),
    Param::body("status").kind(Kind::Enum(&["new", "inProgress", "resolved"])),
    Param::body("classification").kind(Kind::Enum(&[
        "unknown",
        "falsePositive",
        "truePositive",
        "informationalExpectedActivity",
    ])),
    Param::body("determination")
        .kind(Kind::Enum(&[
            "unknown",
            "apt",
            "malware",
            "securityPersonnel",
            "securityTesting",
            "unwantedSoftware",
            "other",
            "multiStagedAttack",
            "compromisedAccount",
            "phishing",
            "maliciousUserActivity",
            "notMalicious",
            "notEnoughDataToValidate",
            "confirmedActivity",
            "lineOfBusinessApplication",
        ]))
        .help(
            "metadata spelling; the update pages list compromisedUser, clean, \
insufficientData, confirmedUserActivity for the same members",
        ),
    Param::body("assignedTo").help("null clears"),
    Param::body("customDetails")
        .kind(Kind::Json)
        .help("accepted by newer versions, see the metadata; not in the stored page"),
])
.body(BodyKind::Json)
.answer(Answer::Entity)
.limits(&[RateLimit::per_minute(150)])
.limit_class("graph.alerts")
.permissions(
    &["SecurityAlert.ReadWrite.All"],
    &["SecurityAlert.ReadWrite.All"],
)
.source(
    "microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-alert-update.md",
);

/// The operations of alerts; each method begins a request.
#[derive(Clone, Debug)]
pub struct Alerts {
    client: Client,
}

impl Alerts {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Add a comment to an alert. See [`CreateComment`].
    pub fn create_comment(
        &self,
        alert_id: impl Into<Id<Alert>>,
        odata_type: impl Into<String>,
        comment: impl Into<String>,
    ) -> CreateComment {
        CreateComment::new(&self.client, alert_id, odata_type, comment)
    }

    /// Create an alert by hand. See [`CreateManual`].
    pub fn create_manual(
        &self,
        odata_type: impl Into<String>,
        title: impl Into<String>,
    ) -> CreateManual {
        CreateManual::new(&self.client, odata_type, title)
    }

    /// Get one alert. See [`GetAlert`].
    pub fn get(&self, alert_id: impl Into<Id<Alert>>) -> GetAlert {
        GetAlert::new(&self.client, alert_id)
    }

    /// List alerts (v2). See [`ListAlerts`].
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
