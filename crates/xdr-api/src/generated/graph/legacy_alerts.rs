//! Operations and types of legacy alerts.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`GetLegacyAlert`] | `GET /v1.0/security/alerts/{alert_id}` | `SecurityEvents.Read.All` |
//! | [`ListLegacyAlerts`] | `GET /v1.0/security/alerts` | `SecurityEvents.Read.All` |
//! | [`UpdateLegacyAlert`] | `PATCH /v1.0/security/alerts/{alert_id}` | `SecurityEvents.ReadWrite.All` |
//! | [`UpdateMany`] | `POST /beta/security/alerts/updateAlerts` | `SecurityEvents.ReadWrite.All` |

mod get;
mod list;
mod model;
mod update;
mod update_many;

use http_core::{
    Answer, BodyKind, Client, Header, Id, Kind, Operation, Paging, Param, RateLimit, Status,
};

pub use get::GetLegacyAlert;
pub use list::ListLegacyAlerts;
pub use model::{
    CloudAppSecurityState, FileSecurityState, HostSecurityState, InvestigationSecurityState,
    LegacyAlert, LegacyAlertDetection, LegacyAlertFeedback, LegacyAlertHistoryState,
    LegacyAlertStatus, LegacyAlertTrigger, LegacyFileHash, LegacyFileHashHashType, LegacyProcess,
    LegacyProcessIntegrityLevel, MalwareState, MessageSecurityState, NetworkConnection,
    NetworkConnectionDirection, NetworkConnectionProtocol, NetworkConnectionStatus,
    RegistryKeyState, RegistryKeyStateHive, RegistryKeyStateOperation, RegistryKeyStateValueType,
    SecurityResource, SecurityResourceResourceType, SecurityVendorInformation,
    UriClickSecurityState, UserSecurityState, UserSecurityStateEmailRole,
    UserSecurityStateLogonType, UserSecurityStateUserAccountType, VulnerabilityState,
};
pub use update::UpdateLegacyAlert;
pub use update_many::UpdateMany;

/// `graph.legacy_alerts.get`: Get one first-generation alert. Status: legacy.
pub static GET: Operation = Operation::get(
    "graph.legacy_alerts.get",
    "/v1.0/security/alerts/{alert_id}",
)
.host("graph")
.summary("Get one first-generation alert")
.help(
    "Retires 2026-10-15 by the newest migration guide (older texts say April \
2026, 2026-08-31): returns no data afterwards.",
)
.status(Status::Legacy)
.params(&[Param::path("alert_id")])
.headers(&[Header {
    name: "prefer",
    value: "include-unknown-enum-members",
}])
.answer(Answer::Entity)
.limits(&[RateLimit::per_minute(150)])
.limit_class("graph.legacy_alerts")
.permissions(
    &["SecurityEvents.Read.All", "SecurityEvents.ReadWrite.All"],
    &["SecurityEvents.Read.All", "SecurityEvents.ReadWrite.All"],
)
.source("microsoftgraph/microsoft-graph-docs:api-reference/v1.0/api/alert-get.md");

/// `graph.legacy_alerts.list`: List first-generation alerts. Status: legacy.
pub static LIST: Operation = Operation::get("graph.legacy_alerts.list", "/v1.0/security/alerts")
    .host("graph")
    .summary("List first-generation alerts")
    .help(
        "Retires 2026-10-15 by the newest migration guide (older texts say April \
2026, 2026-08-31): returns no data afterwards. $filter silently does \
nothing for some providers (Office 365) and matches others wrongly.",
    )
    .status(Status::Legacy)
    .params(&[
        Param::query("$count")
            .kind(Kind::Bool)
            .help("also send the number of rows"),
        Param::query("$orderby").help("member to sort by, with asc or desc"),
        Param::query("$select").help("members to send, separated by commas"),
        Param::query("$skip")
            .kind(Kind::Integer)
            .help("how many rows the service leaves out"),
        Param::query("$top").kind(Kind::Integer).help(
            "how many rows the service puts into one answer; not a total, use a limit \
on the caller's side for that",
        ),
        Param::query("$filter")
            .help("OData filter; text values in single quotes, a quote inside is doubled"),
    ])
    .headers(&[Header {
        name: "prefer",
        value: "include-unknown-enum-members",
    }])
    .collection("value")
    .paging(Paging::NextLink)
    .page_size(1000)
    .filterable(&["most properties; support differs per provider"])
    .limits(&[RateLimit::per_minute(150)])
    .limit_class("graph.legacy_alerts")
    .permissions(
        &["SecurityEvents.Read.All", "SecurityEvents.ReadWrite.All"],
        &["SecurityEvents.Read.All", "SecurityEvents.ReadWrite.All"],
    )
    .source("microsoftgraph/microsoft-graph-docs:api-reference/v1.0/api/alert-list.md");

/// `graph.legacy_alerts.update`: Update a first-generation alert. Status: legacy.
pub static UPDATE: Operation = Operation::patch(
    "graph.legacy_alerts.update",
    "/v1.0/security/alerts/{alert_id}",
)
.host("graph")
.summary("Update a first-generation alert")
.help(
    "Retires 2026-10-15 by the newest migration guide (older texts say April \
2026, 2026-08-31): returns no data afterwards.",
)
.status(Status::Legacy)
.params(&[
    Param::path("alert_id"),
    Param::body("vendorInformation")
        .kind(Kind::Json)
        .required()
        .help("provider and vendor must be filled"),
    Param::body("assignedTo"),
    Param::body("closedDateTime").kind(Kind::Time),
    Param::body("comments")
        .kind(Kind::List)
        .help("only Closed in IPC, Closed in MCAS"),
    Param::body("feedback").kind(Kind::Enum(&[
        "unknown",
        "truePositive",
        "falsePositive",
        "benignPositive",
    ])),
    Param::body("status").kind(Kind::Enum(&[
        "unknown",
        "newAlert",
        "inProgress",
        "resolved",
    ])),
    Param::body("tags").kind(Kind::List),
])
.body(BodyKind::Json)
.appends(&["comments"])
.limits(&[RateLimit::per_minute(150)])
.limit_class("graph.legacy_alerts")
.permissions(
    &["SecurityEvents.ReadWrite.All"],
    &["SecurityEvents.ReadWrite.All"],
)
.source("microsoftgraph/microsoft-graph-docs:api-reference/v1.0/api/alert-update.md");

/// `graph.legacy_alerts.update_many`: Update several first-generation alerts. Status: legacy.
pub static UPDATE_MANY: Operation = Operation::post(
    "graph.legacy_alerts.update_many",
    "/beta/security/alerts/updateAlerts",
)
.host("graph")
.summary("Update several first-generation alerts")
.help(
    "Retires 2026-10-15 by the newest migration guide (older texts say April \
2026, 2026-08-31): returns no data afterwards.",
)
.status(Status::Legacy)
.params(&[Param::body("value")
    .kind(Kind::Json)
    .required()
    .help("each with id and vendorInformation")])
.body(BodyKind::Json)
.collection("value")
.limits(&[RateLimit::per_minute(150)])
.limit_class("graph.legacy_alerts")
.permissions(
    &["SecurityEvents.ReadWrite.All"],
    &["SecurityEvents.ReadWrite.All"],
)
.source("microsoftgraph/microsoft-graph-docs:api-reference/beta/api/alert-updatealerts.md");

/// The operations of legacy alerts; each method begins a request.
#[derive(Clone, Debug)]
pub struct LegacyAlerts {
    client: Client,
}

impl LegacyAlerts {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Get one first-generation alert. See [`GetLegacyAlert`].
    pub fn get(&self, alert_id: impl Into<Id<LegacyAlert>>) -> GetLegacyAlert {
        GetLegacyAlert::new(&self.client, alert_id)
    }

    /// List first-generation alerts. See [`ListLegacyAlerts`].
    pub fn list(&self) -> ListLegacyAlerts {
        ListLegacyAlerts::new(&self.client)
    }

    /// Update a first-generation alert. See [`UpdateLegacyAlert`].
    pub fn update(
        &self,
        alert_id: impl Into<Id<LegacyAlert>>,
        vendor_information: &SecurityVendorInformation,
    ) -> UpdateLegacyAlert {
        UpdateLegacyAlert::new(&self.client, alert_id, vendor_information)
    }

    /// Update several first-generation alerts. See [`UpdateMany`].
    pub fn update_many(&self, value: impl IntoIterator<Item = LegacyAlert>) -> UpdateMany {
        UpdateMany::new(&self.client, value)
    }
}
