//! Operations and types of incidents.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`CreateComment`] | `POST /v1.0/security/incidents/{incident_id}/comments` | `SecurityIncident.ReadWrite.All` |
//! | [`GetIncident`] | `GET /v1.0/security/incidents/{incident_id}` | `SecurityIncident.Read.All` |
//! | [`ListIncidents`] | `GET /v1.0/security/incidents` | `SecurityIncident.Read.All` |
//! | [`ListIncidentAlerts`] | `GET /v1.0/security/incidents/{incident_id}/alerts` | `SecurityIncident.Read.All` |
//! | [`MergeIncident`] | `POST /v1.0/security/incidents/mergeIncidents` | `SecurityIncident.ReadWrite.All` |
//! | [`UpdateIncident`] | `PATCH /v1.0/security/incidents/{incident_id}` | `SecurityIncident.ReadWrite.All` |

mod create_comment;
mod get;
mod list;
mod list_alerts;
mod merge;
mod model;
mod update;

use http_core::{Answer, BodyKind, Client, Header, Id, Kind, Operation, Paging, Param};

pub use create_comment::CreateComment;
pub use get::GetIncident;
pub use list::ListIncidents;
pub use list_alerts::ListIncidentAlerts;
pub use merge::MergeIncident;
pub use model::{
    Incident, IncidentStatus, IncidentTask, IncidentTaskActionStatus, IncidentTaskActionType,
    IncidentTaskSource, IncidentTaskStatus, MergeReasons,
};
pub use update::UpdateIncident;

/// `graph.incidents.create_comment`: Add a comment to an incident.
pub static CREATE_COMMENT: Operation = Operation::post("graph.incidents.create_comment", "/v1.0/security/incidents/{incident_id}/comments").host("graph").summary("Add a comment to an incident").help("Generated SDKs lacked this call (microsoftgraph/msgraph-sdk-python#624); \
the HTTP call works. The sample context names an alert.").params(&[Param::path("incident_id"),
Param::body("@odata.type").required(),
Param::body("comment").required(),
]).body(BodyKind::Json).collection("value").permissions(&["SecurityIncident.ReadWrite.All"], &["SecurityIncident.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-incident-post-comments.md");

/// `graph.incidents.get`: Get one incident.
pub static GET: Operation = Operation::get(
    "graph.incidents.get",
    "/v1.0/security/incidents/{incident_id}",
)
.host("graph")
.summary("Get one incident")
.help(
    "$expand=alerts works here too. redirectIncidentId is set when status is \
redirected.",
)
.params(&[
    Param::path("incident_id"),
    Param::query("$expand").help("related members to send along"),
    Param::query("$select").help("members to send, separated by commas"),
])
.headers(&[Header {
    name: "prefer",
    value: "include-unknown-enum-members",
}])
.answer(Answer::Entity)
.permissions(
    &[
        "SecurityIncident.Read.All",
        "SecurityIncident.ReadWrite.All",
    ],
    &[
        "SecurityIncident.Read.All",
        "SecurityIncident.ReadWrite.All",
    ],
)
.source(
    "microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/resources/security-incident.md",
);

/// `graph.incidents.list`: List incidents.
pub static LIST: Operation = Operation::get("graph.incidents.list", "/v1.0/security/incidents").host("graph").summary("List incidents").help("$expand=alerts inlines alerts with evidence; on large tenants that answers \
500 for good (elastic/integrations#18144), so be ready to read \
/incidents/{id}/alerts instead. awaitingAction needs the Prefer header. \
Same $skip ceiling as alerts.").params(&[Param::query("$count").kind(Kind::Bool).help("also send the number of rows"),
Param::query("$filter").help("OData filter; text values in single quotes, a quote inside is doubled"),
Param::query("$skip").kind(Kind::Integer).help("how many rows the service leaves out"),
Param::query("$top").kind(Kind::Integer).help("how many rows the service puts into one answer; not a total, use a limit \
on the caller's side for that"),
Param::query("$expand").help("related members to send along"),
]).headers(&[Header { name: "prefer", value: "include-unknown-enum-members" },]).collection("value").paging(Paging::NextLink).filterable(&["assignedTo", "classification", "createdDateTime", "determination", "lastUpdateDateTime", "severity", "status"]).permissions(&["SecurityIncident.Read.All", "SecurityIncident.ReadWrite.All"], &["SecurityIncident.Read.All", "SecurityIncident.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-list-incidents.md");

/// `graph.incidents.list_alerts`: List the alerts of one incident.
pub static LIST_ALERTS: Operation = Operation::get(
    "graph.incidents.list_alerts",
    "/v1.0/security/incidents/{incident_id}/alerts",
)
.host("graph")
.summary("List the alerts of one incident")
.help("Named in the migration guide; permission inferred.")
.params(&[Param::path("incident_id")])
.headers(&[Header {
    name: "prefer",
    value: "include-unknown-enum-members",
}])
.collection("value")
.paging(Paging::NextLink)
.permissions(
    &[
        "SecurityIncident.Read.All",
        "SecurityIncident.ReadWrite.All",
    ],
    &[
        "SecurityIncident.Read.All",
        "SecurityIncident.ReadWrite.All",
    ],
)
.source("microsoftgraph/microsoft-graph-docs-contrib:concepts/alertsv1-alertsv2-migration.md");

/// `graph.incidents.merge`: Merge several incidents into one.
pub static MERGE: Operation = Operation::post("graph.incidents.merge", "/v1.0/security/incidents/mergeIncidents").host("graph").summary("Merge several incidents into one").help("Permission inferred. The service picks the surviving incident: read \
targetIncidentId.").params(&[Param::body("incidentIds").kind(Kind::List).required(),
Param::body("incidentComment"),
Param::body("mergeReasons").kind(Kind::Enum(&["repeatedAlertOccurrence", "sameGeography", "similarArtifacts", "sameTargetedAsset", "sameNetworkSegment", "eventSequence", "timeFrame", "sameThreatSource", "similarTTPsOrBehavior", "sameActor", "sameCampaign", "sharedIndicators", "sameAsset", "networkProximity", "eventCasualSequence", "temporalProximity", "lateralMovementPath"])).help("flags: one comma-separated string"),
]).body(BodyKind::Json).answer(Answer::Object).permissions(&["SecurityIncident.ReadWrite.All"], &["SecurityIncident.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-incident-mergeincidents.md");

/// `graph.incidents.update`: Change owner, status, verdict or tags of an incident.
pub static UPDATE: Operation = Operation::patch("graph.incidents.update", "/v1.0/security/incidents/{incident_id}").host("graph").summary("Change owner, status, verdict or tags of an incident").help("Sample bodies write the enum values in PascalCase and give the type as \
#microsoft.graph.incident: reading must be case tolerant.").params(&[Param::path("incident_id"),
Param::body("assignedTo").help("free text; null clears"),
Param::body("classification").kind(Kind::Enum(&["unknown", "falsePositive", "truePositive", "informationalExpectedActivity"])),
Param::body("determination").kind(Kind::Enum(&["unknown", "apt", "malware", "securityPersonnel", "securityTesting", "unwantedSoftware", "other", "multiStagedAttack", "compromisedAccount", "phishing", "maliciousUserActivity", "notMalicious", "notEnoughDataToValidate", "confirmedActivity", "lineOfBusinessApplication"])).help("metadata spelling; the update pages list compromisedUser, clean, \
insufficientData, confirmedUserActivity for the same members"),
Param::body("status").kind(Kind::Enum(&["active", "resolved", "inProgress", "redirected"])).help("page lists active, resolved, redirected; inProgress is in the resource"),
Param::body("customTags").kind(Kind::List).help("replaces the list"),
Param::body("resolvingComment").help("in the metadata, not in the stored page"),
Param::body("displayName").help("in newer versions; not in the stored page"),
Param::body("severity").kind(Kind::Enum(&["informational", "low", "medium", "high"])).help("in newer versions; not in the stored page"),
Param::body("summary").help("in newer versions; not in the stored page"),
Param::body("description").help("in newer versions; not in the stored page"),
]).body(BodyKind::Json).answer(Answer::Entity).permissions(&["SecurityIncident.ReadWrite.All"], &["SecurityIncident.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-incident-update.md");

/// The operations of incidents; each method begins a request.
#[derive(Clone, Debug)]
pub struct Incidents {
    client: Client,
}

impl Incidents {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Add a comment to an incident. See [`CreateComment`].
    pub fn create_comment(
        &self,
        incident_id: impl Into<Id<Incident>>,
        odata_type: impl Into<String>,
        comment: impl Into<String>,
    ) -> CreateComment {
        CreateComment::new(&self.client, incident_id, odata_type, comment)
    }

    /// Get one incident. See [`GetIncident`].
    pub fn get(&self, incident_id: impl Into<Id<Incident>>) -> GetIncident {
        GetIncident::new(&self.client, incident_id)
    }

    /// List incidents. See [`ListIncidents`].
    pub fn list(&self) -> ListIncidents {
        ListIncidents::new(&self.client)
    }

    /// List the alerts of one incident. See [`ListIncidentAlerts`].
    pub fn list_alerts(&self, incident_id: impl Into<Id<Incident>>) -> ListIncidentAlerts {
        ListIncidentAlerts::new(&self.client, incident_id)
    }

    /// Merge several incidents into one. See [`MergeIncident`].
    pub fn merge(
        &self,
        incident_ids: impl IntoIterator<Item = impl Into<Id<Incident>>>,
    ) -> MergeIncident {
        MergeIncident::new(&self.client, incident_ids)
    }

    /// Change owner, status, verdict or tags of an incident. See [`UpdateIncident`].
    pub fn update(&self, incident_id: impl Into<Id<Incident>>) -> UpdateIncident {
        UpdateIncident::new(&self.client, incident_id)
    }
}
