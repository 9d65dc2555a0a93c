//! Operations and types of authenticated scans.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`BatchDeleteDefinitionsAuthenticatedScans`] | `POST /api/DeviceAuthenticatedScanDefinitions/BatchDelete` | `Machine.ReadWrite.All` |
//! | [`CreateDefinition`] | `POST /api/DeviceAuthenticatedScanDefinitions` | `Machine.ReadWrite.All` |
//! | [`GetAuthenticatedScanAgent`] | `GET /api/DeviceAuthenticatedScanAgents/{agent_id}` | `Machine.Read.All` |
//! | [`HistoryAuthenticatedScansByDefinition`] | `POST /api/DeviceAuthenticatedScanDefinitions/GetScanHistoryByScanDefinitionId` | `Machine.Read.All` |
//! | [`HistoryAuthenticatedScansBySession`] | `POST /api/DeviceAuthenticatedScanDefinitions/GetScanHistoryBySessionId` | `Machine.Read.All` |
//! | [`ListAuthenticatedScanAgents`] | `GET /api/DeviceAuthenticatedScanAgents` | `Machine.Read.All` |
//! | [`ListAuthenticatedScanDefinitions`] | `GET /api/DeviceAuthenticatedScanDefinitions` | `Machine.Read.All` |
//! | [`UpdateDefinition`] | `PATCH /api/DeviceAuthenticatedScanDefinitions/{definition_id}` | `Machine.ReadWrite.All` |

mod batch_delete_definitions;
mod create_definition;
mod get_agent;
mod history_by_definition;
mod history_by_session;
mod list_agents;
mod list_definitions;
mod model;
mod update_definition;

use http_core::{Answer, BodyKind, Client, Id, Kind, Operation, Paging, Param, RateLimit, Status};

pub use batch_delete_definitions::BatchDeleteDefinitionsAuthenticatedScans;
pub use create_definition::CreateDefinition;
pub use get_agent::GetAuthenticatedScanAgent;
pub use history_by_definition::HistoryAuthenticatedScansByDefinition;
pub use history_by_session::HistoryAuthenticatedScansBySession;
pub use list_agents::ListAuthenticatedScanAgents;
pub use list_definitions::ListAuthenticatedScanDefinitions;
pub use model::{
    LatestScan, ScanAgent, ScanAuthenticationParams, ScanAuthenticationParamsAuthProtocol,
    ScanAuthenticationParamsOdataType, ScanAuthenticationParamsPrivProtocol,
    ScanAuthenticationParamsType, ScanDefinition, ScanDefinitionScanType, ScanDefinitionTargetType,
    ScanHistoryByDefinition, ScanHistoryBySession, ScannedTarget, ScannerAgent,
};
pub use update_definition::UpdateDefinition;

/// `mde.authenticated_scans.batch_delete_definitions`: Delete authenticated scan definitions.
/// Status: preview.
pub static BATCH_DELETE_DEFINITIONS: Operation = Operation::post(
    "mde.authenticated_scans.batch_delete_definitions",
    "/api/DeviceAuthenticatedScanDefinitions/BatchDelete",
)
.host("mde")
.summary("Delete authenticated scan definitions")
.help(
    "The page writes the delegated permission Machine.Read.Write: taken for \
Machine.ReadWrite. To change data a delegated caller needs ManageSecurity. \
Documented on one page with create, update and delete.",
)
.status(Status::Preview)
.params(&[Param::body("ScanDefinitionIds").kind(Kind::List).required()])
.body(BodyKind::Json)
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(&["Machine.ReadWrite.All"], &["Machine.ReadWrite"])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/add-a-new-scan-definition.md");

/// `mde.authenticated_scans.create_definition`: Create an authenticated scan definition.
/// Status: preview.
pub static CREATE_DEFINITION: Operation = Operation::post(
    "mde.authenticated_scans.create_definition",
    "/api/DeviceAuthenticatedScanDefinitions",
)
.host("mde")
.summary("Create an authenticated scan definition")
.help(
    "The page writes the delegated permission Machine.Read.Write: taken for \
Machine.ReadWrite. To change data a delegated caller needs ManageSecurity. \
Documented on one page with create, update and delete.",
)
.status(Status::Preview)
.params(&[
    Param::body("scanType")
        .kind(Kind::Enum(&["Windows", "Network"]))
        .required(),
    Param::body("scanName").required(),
    Param::body("isActive").kind(Kind::Bool).required(),
    Param::body("target")
        .required()
        .help("comma-separated addresses or host names"),
    Param::body("intervalInHours")
        .kind(Kind::Integer)
        .required(),
    Param::body("targetType")
        .kind(Kind::Enum(&["Ip", "Hostname"]))
        .required()
        .help("the table says 'IP Address' or 'Hostname'; the samples send Ip"),
    Param::body("scannerAgent")
        .kind(Kind::Json)
        .required()
        .help("an object with machineId"),
    Param::body("scanAuthenticationParams")
        .kind(Kind::Json)
        .required()
        .help("mandatory on create, optional on update"),
])
.body(BodyKind::Json)
.answer(Answer::Entity)
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(&["Machine.ReadWrite.All"], &["Machine.ReadWrite"])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/add-a-new-scan-definition.md");

/// `mde.authenticated_scans.get_agent`: Get one scan agent. Status: preview.
pub static GET_AGENT: Operation = Operation::get(
    "mde.authenticated_scans.get_agent",
    "/api/DeviceAuthenticatedScanAgents/{agent_id}",
)
.host("mde")
.summary("Get one scan agent")
.help(
    "The request line lacks the id, the example has it (a 40-hex id, unlike the \
agent ids in the samples). Accept an entity or a one-item collection. \
Delegated callers need the role permission ViewData or TvmViewData.",
)
.status(Status::Preview)
.params(&[Param::path("agent_id")])
.collection("value")
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(&["Machine.Read.All"], &["Machine.Read.All"])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/Get-agent-details.md");

/// `mde.authenticated_scans.history_by_definition`: List scan history of definitions. Status:
/// preview.
pub static HISTORY_BY_DEFINITION: Operation = Operation::post(
    "mde.authenticated_scans.history_by_definition",
    "/api/DeviceAuthenticatedScanDefinitions/GetScanHistoryByScanDefinitionId",
)
.host("mde")
.summary("List scan history of definitions")
.help("Delegated callers need the role permission ViewData or TvmViewData.")
.status(Status::Preview)
.params(&[
    Param::query("$top").kind(Kind::Integer).help(
        "how many rows the service puts into one answer; not a total, use a limit \
on the caller's side for that",
    ),
    Param::query("$skip")
        .kind(Kind::Integer)
        .help("how many rows the service leaves out"),
    Param::body("ScanDefinitionIds")
        .kind(Kind::List)
        .required()
        .help("the table says String, the sample sends an array"),
])
.body(BodyKind::Json)
.collection("value")
.paging(Paging::Skip)
.page_size(4096)
.idempotent()
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(&["Machine.Read.All"], &["Machine.Read.All"])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/Get-scan-history-by-definition.md");

/// `mde.authenticated_scans.history_by_session`: List scan history of sessions. Status:
/// preview.
pub static HISTORY_BY_SESSION: Operation = Operation::post(
    "mde.authenticated_scans.history_by_session",
    "/api/DeviceAuthenticatedScanDefinitions/GetScanHistoryBySessionId",
)
.host("mde")
.summary("List scan history of sessions")
.help("Delegated callers need the role permission ViewData or TvmViewData.")
.status(Status::Preview)
.params(&[Param::body("SessionIds")
    .kind(Kind::List)
    .required()
    .help("the table says String, the sample sends an array")])
.body(BodyKind::Json)
.collection("value")
.idempotent()
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(&["Machine.Read.All"], &["Machine.Read.All"])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/Get-scan-history-by-session.md");

/// `mde.authenticated_scans.list_agents`: List scan agents. Status: preview.
pub static LIST_AGENTS: Operation = Operation::get(
    "mde.authenticated_scans.list_agents",
    "/api/DeviceAuthenticatedScanAgents",
)
.host("mde")
.summary("List scan agents")
.help("Delegated callers need the role permission ViewData or TvmViewData.")
.status(Status::Preview)
.collection("value")
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(&["Machine.Read.All"], &["Machine.Read.All"])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-all-scan-agents.md");

/// `mde.authenticated_scans.list_definitions`: List authenticated scan definitions. Status:
/// preview.
pub static LIST_DEFINITIONS: Operation = Operation::get(
    "mde.authenticated_scans.list_definitions",
    "/api/DeviceAuthenticatedScanDefinitions",
)
.host("mde")
.summary("List authenticated scan definitions")
.help(
    "The delegated permission is written Machine.Read.All. Delegated callers \
need the role permission ViewData or TvmViewData.",
)
.status(Status::Preview)
.collection("value")
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(&["Machine.Read.All"], &["Machine.Read.All"])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-all-scan-definitions.md");

/// `mde.authenticated_scans.update_definition`: Update an authenticated scan definition.
/// Status: preview.
pub static UPDATE_DEFINITION: Operation = Operation::patch(
    "mde.authenticated_scans.update_definition",
    "/api/DeviceAuthenticatedScanDefinitions/{definition_id}",
)
.host("mde")
.summary("Update an authenticated scan definition")
.help(
    "The page writes the delegated permission Machine.Read.Write: taken for \
Machine.ReadWrite. To change data a delegated caller needs ManageSecurity. \
Documented on one page with create, update and delete. Which fields may be \
left out is not said.",
)
.status(Status::Preview)
.params(&[
    Param::path("definition_id"),
    Param::body("scanName"),
    Param::body("isActive").kind(Kind::Bool),
    Param::body("target").help("comma-separated addresses or host names"),
    Param::body("intervalInHours").kind(Kind::Integer),
    Param::body("targetType")
        .kind(Kind::Enum(&["Ip", "Hostname"]))
        .help("the table says 'IP Address' or 'Hostname'; the samples send Ip"),
    Param::body("scanAuthenticationParams")
        .kind(Kind::Json)
        .help("mandatory on create, optional on update"),
])
.body(BodyKind::Json)
.answer(Answer::Entity)
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(&["Machine.ReadWrite.All"], &["Machine.ReadWrite"])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/add-a-new-scan-definition.md");

/// The operations of authenticated scans; each method begins a request.
#[derive(Clone, Debug)]
pub struct AuthenticatedScans {
    client: Client,
}

impl AuthenticatedScans {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Delete authenticated scan definitions. See [`BatchDeleteDefinitionsAuthenticatedScans`].
    pub fn batch_delete_definitions(
        &self,
        scan_definition_ids: impl IntoIterator<Item = impl Into<Id<ScanDefinition>>>,
    ) -> BatchDeleteDefinitionsAuthenticatedScans {
        BatchDeleteDefinitionsAuthenticatedScans::new(&self.client, scan_definition_ids)
    }

    /// Create an authenticated scan definition. See [`CreateDefinition`].
    pub fn create_definition(&self) -> CreateDefinition {
        CreateDefinition::new(&self.client)
    }

    /// Get one scan agent. See [`GetAuthenticatedScanAgent`].
    pub fn get_agent(&self, agent_id: impl Into<Id<ScanAgent>>) -> GetAuthenticatedScanAgent {
        GetAuthenticatedScanAgent::new(&self.client, agent_id)
    }

    /// List scan history of definitions. See [`HistoryAuthenticatedScansByDefinition`].
    pub fn history_by_definition(
        &self,
        scan_definition_ids: impl IntoIterator<Item = impl Into<Id<ScanDefinition>>>,
    ) -> HistoryAuthenticatedScansByDefinition {
        HistoryAuthenticatedScansByDefinition::new(&self.client, scan_definition_ids)
    }

    /// List scan history of sessions. See [`HistoryAuthenticatedScansBySession`].
    pub fn history_by_session(
        &self,
        session_ids: impl IntoIterator<Item = impl Into<String>>,
    ) -> HistoryAuthenticatedScansBySession {
        HistoryAuthenticatedScansBySession::new(&self.client, session_ids)
    }

    /// List scan agents. See [`ListAuthenticatedScanAgents`].
    pub fn list_agents(&self) -> ListAuthenticatedScanAgents {
        ListAuthenticatedScanAgents::new(&self.client)
    }

    /// List authenticated scan definitions. See [`ListAuthenticatedScanDefinitions`].
    pub fn list_definitions(&self) -> ListAuthenticatedScanDefinitions {
        ListAuthenticatedScanDefinitions::new(&self.client)
    }

    /// Update an authenticated scan definition. See [`UpdateDefinition`].
    pub fn update_definition(
        &self,
        definition_id: impl Into<Id<ScanDefinition>>,
    ) -> UpdateDefinition {
        UpdateDefinition::new(&self.client, definition_id)
    }
}
