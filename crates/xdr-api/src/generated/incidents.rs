//! Operations and types of incidents.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`GetIncident`] | `GET /api/incidents/{incident_id}` | `Incident.Read.All` |
//! | [`ListIncidents`] | `GET /api/incidents` | `Incident.Read.All` |
//! | [`UpdateIncident`] | `PATCH /api/incidents/{incident_id}` | `Incident.ReadWrite.All` |

mod get;
mod list;
mod model;
mod update;

use http_core::{Answer, BodyKind, Client, Kind, Operation, Paging, Param, RateLimit};

pub use get::GetIncident;
pub use list::ListIncidents;
pub use model::{
    XdrAlert, XdrAlertClassification, XdrAlertDetermination, XdrAlertInvestigationState,
    XdrAlertSeverity, XdrAlertStatus, XdrDevice, XdrEntity, XdrEntityEntityType, XdrIncident,
    XdrIncidentComment, XdrIncidentSeverity, XdrIncidentStatus,
};
pub use update::UpdateIncident;

/// `xdr.incidents.get`: Get one incident.
pub static GET: Operation = Operation::get("xdr.incidents.get", "/api/incidents/{incident_id}")
    .host("xdr")
    .summary("Get one incident")
    .help(
        "100 a minute here against 50 a minute for list, update and the family \
page; the tighter one is the safe one. Incidents merged away answer with \
status Redirected and redirectIncidentId.",
    )
    .params(&[Param::path("incident_id").kind(Kind::Integer)])
    .answer(Answer::Entity)
    .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
    .permissions(
        &["Incident.Read.All", "Incident.ReadWrite.All"],
        &["Incident.Read", "Incident.ReadWrite"],
    )
    .source("MicrosoftDocs/defender-docs:defender-xdr/api-get-incident.md");

/// `xdr.incidents.list`: List incidents with their alerts and entities.
pub static LIST: Operation = Operation::get("xdr.incidents.list", "/api/incidents")
    .host("xdr")
    .summary("List incidents with their alerts and entities")
    .help(
        "Newest first, no $orderby. Severity cannot be filtered. Alerts, devices \
and entities are always inlined, so pages are large. The document marks the \
Graph API as the successor.",
    )
    .params(&[
        Param::query("$filter")
            .help("OData filter; text values in single quotes, a quote inside is doubled"),
        Param::query("$top").kind(Kind::Integer).help(
            "how many rows the service puts into one answer; not a total, use a limit \
on the caller's side for that",
        ),
        Param::query("$skip")
            .kind(Kind::Integer)
            .help("how many rows the service leaves out"),
    ])
    .collection("value")
    .paging(Paging::Skip)
    .page_size(100)
    .filterable(&["lastUpdateTime", "createdTime", "status", "assignedTo"])
    .limits(&[RateLimit::per_minute(50), RateLimit::per_hour(1500)])
    .permissions(
        &["Incident.Read.All", "Incident.ReadWrite.All"],
        &["Incident.Read", "Incident.ReadWrite"],
    )
    .source("MicrosoftDocs/defender-docs:defender-xdr/api-list-incidents.md");

/// `xdr.incidents.update`: Change owner, status, verdict or tags of an incident, or add a
/// comment.
pub static UPDATE: Operation =
    Operation::patch("xdr.incidents.update", "/api/incidents/{incident_id}")
        .host("xdr")
        .summary("Change owner, status, verdict or tags of an incident, or add a comment")
        .help(
            "The prose names the property comments, the table and the sample use \
comment. The page also says a determination needs classification \
TruePositive, yet lists values for the other two. Send only what changes.",
        )
        .params(&[
            Param::path("incident_id").kind(Kind::Integer),
            Param::body("status").kind(Kind::Enum(&[
                "Active",
                "Resolved",
                "InProgress",
                "Redirected",
            ])),
            Param::body("assignedTo").help("free text owner"),
            Param::body("classification").kind(Kind::Enum(&[
                "TruePositive",
                "InformationalExpectedActivity",
                "FalsePositive",
            ])),
            Param::body("determination")
                .kind(Kind::Enum(&[
                    "MultiStagedAttack",
                    "MaliciousUserActivity",
                    "CompromisedAccount",
                    "Malware",
                    "Phishing",
                    "UnwantedSoftware",
                    "Other",
                    "SecurityTesting",
                    "LineOfBusinessApplication",
                    "ConfirmedActivity",
                    "Clean",
                    "NoEnoughDataToValidate",
                ]))
                .help(
                    "must fit the classification: TruePositive takes MultiStagedAttack, \
MaliciousUserActivity, CompromisedAccount, Malware, Phishing, \
UnwantedSoftware, Other; InformationalExpectedActivity takes \
SecurityTesting, LineOfBusinessApplication, ConfirmedActivity, Other; \
FalsePositive takes Clean, NoEnoughDataToValidate, Other",
                ),
            Param::body("tags")
                .kind(Kind::List)
                .help("replaces the whole list"),
            Param::body("comment").help("singular; appended to comments"),
        ])
        .body(BodyKind::Json)
        .answer(Answer::Entity)
        .appends(&["comment"])
        .limits(&[RateLimit::per_minute(50), RateLimit::per_hour(1500)])
        .permissions(&["Incident.ReadWrite.All"], &["Incident.ReadWrite"])
        .source("MicrosoftDocs/defender-docs:defender-xdr/api-update-incidents.md");

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

    /// Get one incident. See [`GetIncident`].
    pub fn get(&self, incident_id: i64) -> GetIncident {
        GetIncident::new(&self.client, incident_id)
    }

    /// List incidents with their alerts and entities. See [`ListIncidents`].
    pub fn list(&self) -> ListIncidents {
        ListIncidents::new(&self.client)
    }

    /// Change owner, status, verdict or tags of an incident, or add a comment. See
    /// [`UpdateIncident`].
    pub fn update(&self, incident_id: i64) -> UpdateIncident {
        UpdateIncident::new(&self.client, incident_id)
    }
}
