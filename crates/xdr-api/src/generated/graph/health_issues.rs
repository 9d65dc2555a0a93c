//! Operations and types of health issues.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`GetHealthIssue`] | `GET /v1.0/security/identities/healthIssues/{health_issue_id}` | `SecurityIdentitiesHealth.Read.All` |
//! | [`ListHealthIssues`] | `GET /v1.0/security/identities/healthIssues` | `SecurityIdentitiesHealth.Read.All` |
//! | [`UpdateHealthIssue`] | `PATCH /v1.0/security/identities/healthIssues/{health_issue_id}` | `SecurityIdentitiesHealth.ReadWrite.All` |

mod get;
mod list;
mod model;
mod update;

use http_core::{Answer, BodyKind, Client, Header, Id, Kind, Operation, Paging, Param};

pub use get::GetHealthIssue;
pub use list::ListHealthIssues;
pub use model::{HealthIssue, HealthIssueSeverity, HealthIssueStatus, HealthIssueType};
pub use update::UpdateHealthIssue;

/// `graph.health_issues.get`: Get one health issue.
pub static GET: Operation = Operation::get(
    "graph.health_issues.get",
    "/v1.0/security/identities/healthIssues/{health_issue_id}",
)
.host("graph")
.summary("Get one health issue")
.params(&[Param::path("health_issue_id")])
.headers(&[Header {
    name: "prefer",
    value: "include-unknown-enum-members",
}])
.answer(Answer::Entity)
.permissions(
    &[
        "SecurityIdentitiesHealth.Read.All",
        "SecurityIdentitiesHealth.ReadWrite.All",
    ],
    &[
        "SecurityIdentitiesHealth.Read.All",
        "SecurityIdentitiesHealth.ReadWrite.All",
    ],
)
.source("microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json");

/// `graph.health_issues.list`: List Defender for Identity health issues.
pub static LIST: Operation = Operation::get("graph.health_issues.list", "/v1.0/security/identities/healthIssues").host("graph").summary("List Defender for Identity health issues").help("Page filters on Status with a capital; any(s:endswith(s,'…')) works on \
domainNames and sensorDNSNames. Needs a Defender for Identity or Microsoft \
365 E5 plan.").params(&[Param::query("$count").kind(Kind::Bool).help("also send the number of rows"),
Param::query("$filter").help("OData filter; text values in single quotes, a quote inside is doubled"),
Param::query("$skip").kind(Kind::Integer).help("how many rows the service leaves out"),
Param::query("$top").kind(Kind::Integer).help("how many rows the service puts into one answer; not a total, use a limit \
on the caller's side for that"),
Param::query("$select").help("members to send, separated by commas"),
]).headers(&[Header { name: "prefer", value: "include-unknown-enum-members" },]).collection("value").paging(Paging::NextLink).filterable(&["status", "healthIssueType", "severity", "domainNames", "sensorDNSNames"]).permissions(&["SecurityIdentitiesHealth.Read.All", "SecurityIdentitiesHealth.ReadWrite.All"], &["SecurityIdentitiesHealth.Read.All", "SecurityIdentitiesHealth.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-identitycontainer-list-healthissues.md");

/// `graph.health_issues.update`: Open, close or suppress a health issue.
pub static UPDATE: Operation = Operation::patch("graph.health_issues.update", "/v1.0/security/identities/healthIssues/{health_issue_id}").host("graph").summary("Open, close or suppress a health issue").help("Global cloud only.").params(&[Param::path("health_issue_id"),
Param::body("status").kind(Kind::Enum(&["open", "closed", "suppressed"])).required(),
]).body(BodyKind::Json).answer(Answer::Entity).permissions(&["SecurityIdentitiesHealth.ReadWrite.All"], &["SecurityIdentitiesHealth.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-healthissue-update.md");

/// The operations of health issues; each method begins a request.
#[derive(Clone, Debug)]
pub struct HealthIssues {
    client: Client,
}

impl HealthIssues {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Get one health issue. See [`GetHealthIssue`].
    pub fn get(&self, health_issue_id: impl Into<Id<HealthIssue>>) -> GetHealthIssue {
        GetHealthIssue::new(&self.client, health_issue_id)
    }

    /// List Defender for Identity health issues. See [`ListHealthIssues`].
    pub fn list(&self) -> ListHealthIssues {
        ListHealthIssues::new(&self.client)
    }

    /// Open, close or suppress a health issue. See [`UpdateHealthIssue`].
    pub fn update(
        &self,
        health_issue_id: impl Into<Id<HealthIssue>>,
        status: impl Into<HealthIssueStatus>,
    ) -> UpdateHealthIssue {
        UpdateHealthIssue::new(&self.client, health_issue_id, status)
    }
}
