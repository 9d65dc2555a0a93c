//! Operations and types of alerts.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`BatchUpdateAlerts`] | `POST /api/alerts/batchUpdate` | `Alert.ReadWrite.All` |
//! | [`CreateAlertByReference`] | `POST /api/alerts/CreateAlertByReference` | `Alert.ReadWrite.All` |
//! | [`GetAlert`] | `GET /api/alerts/{alert_id}` | `Alert.Read.All` |
//! | [`GetAlertMachine`] | `GET /api/alerts/{alert_id}/machine` | `Machine.Read.All` |
//! | [`GetAlertUser`] | `GET /api/alerts/{alert_id}/user` | `User.Read.All` |
//! | [`ListAlerts`] | `GET /api/alerts` | `Alert.Read.All` |
//! | [`ListAlertDomains`] | `GET /api/alerts/{alert_id}/domains` | `URL.Read.All` |
//! | [`ListAlertFiles`] | `GET /api/alerts/{alert_id}/files` | `File.Read.All` |
//! | [`ListAlertIps`] | `GET /api/alerts/{alert_id}/ips` | `Ip.Read.All` |
//! | [`UpdateAlert`] | `PATCH /api/alerts/{alert_id}` | `Alert.ReadWrite.All` |

mod batch_update;
mod create_by_reference;
mod get;
mod get_machine;
mod get_user;
mod list;
mod list_domains;
mod list_files;
mod list_ips;
mod model;
mod update;

use http_core::{Answer, BodyKind, Client, Id, Kind, Operation, Paging, Param, RateLimit};

pub use batch_update::BatchUpdateAlerts;
pub use create_by_reference::CreateAlertByReference;
pub use get::GetAlert;
pub use get_machine::GetAlertMachine;
pub use get_user::GetAlertUser;
pub use list::ListAlerts;
pub use list_domains::ListAlertDomains;
pub use list_files::ListAlertFiles;
pub use list_ips::ListAlertIps;
pub use model::{
    Alert, AlertCategory, AlertClassification, AlertComment, AlertDetermination, AlertEvidence,
    AlertInvestigationState, AlertSeverity, AlertStatus, RelatedUser,
};
pub use update::UpdateAlert;

/// `mde.alerts.batch_update`: Update many alerts alike.
pub static BATCH_UPDATE: Operation =
    Operation::post("mde.alerts.batch_update", "/api/alerts/batchUpdate")
        .host("mde")
        .summary("Update many alerts alike")
        .help(
            "No per-alert result comes back. Delegated callers need the role permission \
'Alerts investigation' and see only devices of their device groups.",
        )
        .params(&[
            Param::body("alertIds")
                .kind(Kind::List)
                .required()
                .help("no maximum is documented"),
            Param::body("status").kind(Kind::Enum(&["New", "InProgress", "Resolved"])),
            Param::body("assignedTo"),
            Param::body("classification")
                .kind(Kind::Enum(&[
                    "TruePositive",
                    "InformationalExpectedActivity",
                    "FalsePositive",
                ]))
                .help(
                    "the page prints the display text 'Informational, expected activity' for \
the second",
                ),
            Param::body("determination")
                .kind(Kind::Enum(&[
                    "MultiStagedAttack",
                    "MaliciousUserActivity",
                    "CompromisedUser",
                    "Malware",
                    "Phishing",
                    "UnwantedSoftware",
                    "Other",
                    "SecurityTesting",
                    "LineOfBusinessApplication",
                    "ConfirmedUserActivity",
                    "Clean",
                    "InsufficientData",
                ]))
                .help(
                    "pairs: TruePositive with MultiStagedAttack, MaliciousUserActivity, \
CompromisedUser, Malware, Phishing, UnwantedSoftware or Other; \
InformationalExpectedActivity with SecurityTesting, \
LineOfBusinessApplication, ConfirmedUserActivity or Other; FalsePositive \
with Clean, InsufficientData or Other; differs from mde.alerts.update in \
two names",
                ),
            Param::body("comment"),
        ])
        .body(BodyKind::Json)
        .limits(&[RateLimit::per_minute(10), RateLimit::per_hour(500)])
        .permissions(&["Alert.ReadWrite.All"], &["Alert.ReadWrite"])
        .source("MicrosoftDocs/defender-docs:defender-endpoint/api/batch-update-alerts.md");

/// `mde.alerts.create_by_reference`: Create an alert from a hunting event.
pub static CREATE_BY_REFERENCE: Operation = Operation::post(
    "mde.alerts.create_by_reference",
    "/api/alerts/CreateAlertByReference",
)
.host("mde")
.summary("Create an alert from a hunting event")
.help(
    "An open alert with the same title on the same device absorbs the new one, \
so the answer may be an older alert. Starts an automated investigation. \
Delegated callers need the role permission 'Alerts investigation' and see \
only devices of their device groups.",
)
.params(&[
    Param::body("eventTime")
        .kind(Kind::Time)
        .required()
        .help("UTC, with the exact precision the event has (7 decimals)"),
    Param::body("reportId")
        .required()
        .help("a string though hunting shows a number"),
    Param::body("machineId").required(),
    Param::body("severity")
        .kind(Kind::Enum(&["Low", "Medium", "High"]))
        .required(),
    Param::body("title").required(),
    Param::body("description").required(),
    Param::body("recommendedAction")
        .required()
        .help("singular; Indicator has recommendedActions"),
    Param::body("category")
        .kind(Kind::Enum(&[
            "General",
            "CommandAndControl",
            "Collection",
            "CredentialAccess",
            "DefenseEvasion",
            "Discovery",
            "Exfiltration",
            "Exploit",
            "Execution",
            "InitialAccess",
            "LateralMovement",
            "Malware",
            "Persistence",
            "PrivilegeEscalation",
            "Ransomware",
            "SuspiciousActivity",
        ]))
        .required(),
])
.body(BodyKind::Json)
.answer(Answer::Entity)
.limits(&[RateLimit::per_minute(15)])
.permissions(&["Alert.ReadWrite.All"], &["Alert.ReadWrite"])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/create-alert-by-reference.md");

/// `mde.alerts.get`: Get one alert.
pub static GET: Operation = Operation::get("mde.alerts.get", "/api/alerts/{alert_id}")
    .host("mde")
    .summary("Get one alert")
    .help(
        "The sample is that of alerts.md. Delegated callers need the role \
permission 'View Data' and see only devices of their device groups.",
    )
    .params(&[Param::path("alert_id")])
    .answer(Answer::Entity)
    .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
    .permissions(
        &["Alert.Read.All", "Alert.ReadWrite.All"],
        &["Alert.Read", "Alert.ReadWrite"],
    )
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-alert-info-by-id.md");

/// `mde.alerts.get_machine`: Get an alert's device.
pub static GET_MACHINE: Operation =
    Operation::get("mde.alerts.get_machine", "/api/alerts/{alert_id}/machine")
        .host("mde")
        .summary("Get an alert's device")
        .help(
            "Delegated callers need the role permission 'View Data' and see only \
devices of their device groups.",
        )
        .params(&[Param::path("alert_id")])
        .answer(Answer::Entity)
        .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
        .permissions(
            &["Machine.Read.All", "Machine.ReadWrite.All"],
            &["Machine.Read", "Machine.ReadWrite"],
        )
        .source(
            "MicrosoftDocs/defender-docs:defender-endpoint/api/get-alert-related-machine-info.md",
        );

/// `mde.alerts.get_user`: Get an alert's user.
pub static GET_USER: Operation =
    Operation::get("mde.alerts.get_user", "/api/alerts/{alert_id}/user")
        .host("mde")
        .summary("Get an alert's user")
        .help(
            "User.Read.All here is the WindowsDefenderATP role, not the Graph one of \
the same name. Delegated callers need the role permission 'View Data' and \
see only devices of their device groups.",
        )
        .params(&[Param::path("alert_id")])
        .answer(Answer::Entity)
        .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
        .permissions(&["User.Read.All"], &["User.Read.All"])
        .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-alert-related-user-info.md");

/// `mde.alerts.list`: List alerts.
pub static LIST: Operation = Operation::get("mde.alerts.list", "/api/alerts")
    .host("mde")
    .summary("List alerts")
    .help(
        "$expand takes evidence only; without it evidence comes as an empty array. \
The page misspells assignedTo as asssignedTo and writes InvestigationId; \
the OData page lists fewer filter properties. Only alerts within the \
tenant's retention period. Delegated callers need the role permission 'View \
Data' and see only devices of their device groups.",
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
        Param::query("$expand").help("related members to send along"),
    ])
    .collection("value")
    .paging(Paging::NextLink)
    .page_size(10000)
    .filterable(&[
        "alertCreationTime",
        "lastUpdateTime",
        "incidentId",
        "investigationId",
        "id",
        "assignedTo",
        "detectionSource",
        "lastEventTime",
        "status",
        "severity",
        "category",
    ])
    .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
    .permissions(
        &["Alert.Read.All", "Alert.ReadWrite.All"],
        &["Alert.Read", "Alert.ReadWrite"],
    )
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-alerts.md");

/// `mde.alerts.list_domains`: List an alert's domains.
pub static LIST_DOMAINS: Operation =
    Operation::get("mde.alerts.list_domains", "/api/alerts/{alert_id}/domains")
        .host("mde")
        .summary("List an alert's domains")
        .help(
            "The role is listed as Url.Read.All in Entra; the page writes URL.Read.All. \
The sample request lacks the /api prefix. Delegated callers need the role \
permission 'View Data' and see only devices of their device groups.",
        )
        .params(&[Param::path("alert_id")])
        .collection("value")
        .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
        .permissions(&["URL.Read.All"], &["URL.Read.All"])
        .source(
            "MicrosoftDocs/defender-docs:defender-endpoint/api/get-alert-related-domain-info.md",
        );

/// `mde.alerts.list_files`: List an alert's files.
pub static LIST_FILES: Operation =
    Operation::get("mde.alerts.list_files", "/api/alerts/{alert_id}/files")
        .host("mde")
        .summary("List an alert's files")
        .help(
            "Delegated callers need the role permission 'View Data' and see only \
devices of their device groups.",
        )
        .params(&[Param::path("alert_id")])
        .collection("value")
        .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
        .permissions(&["File.Read.All"], &["File.Read.All"])
        .source(
            "MicrosoftDocs/defender-docs:defender-endpoint/api/get-alert-related-files-info.md",
        );

/// `mde.alerts.list_ips`: List an alert's IP addresses.
pub static LIST_IPS: Operation =
    Operation::get("mde.alerts.list_ips", "/api/alerts/{alert_id}/ips")
        .host("mde")
        .summary("List an alert's IP addresses")
        .help(
            "The sample request lacks the /api prefix. Delegated callers need the role \
permission 'View Data' and see only devices of their device groups.",
        )
        .params(&[Param::path("alert_id")])
        .collection("value")
        .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
        .permissions(&["Ip.Read.All"], &["Ip.Read.All"])
        .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-alert-related-ip-info.md");

/// `mde.alerts.update`: Update one alert or add a comment.
pub static UPDATE: Operation = Operation::patch("mde.alerts.update", "/api/alerts/{alert_id}")
    .host("mde")
    .summary("Update one alert or add a comment")
    .help(
        "The page names the application permission Alerts.ReadWrite.All (plural): \
taken for a slip, all other pages say Alert.ReadWrite.All. The sample pairs \
FalsePositive with Malware, which the page's own table does not allow. \
Accepted determination names are disputed (see facts). Send only what \
changes. Delegated callers need the role permission 'Alerts investigation' \
and see only devices of their device groups.",
    )
    .params(&[
        Param::path("alert_id"),
        Param::body("status")
            .kind(Kind::Enum(&["New", "InProgress", "Resolved"]))
            .help("table writes Status"),
        Param::body("assignedTo").help("owner, a UPN"),
        Param::body("classification")
            .kind(Kind::Enum(&[
                "TruePositive",
                "InformationalExpectedActivity",
                "FalsePositive",
            ]))
            .help("table writes Classification"),
        Param::body("determination")
            .kind(Kind::Enum(&[
                "MultiStagedAttack",
                "MaliciousUserActivity",
                "CompromisedUser",
                "Malware",
                "Phishing",
                "UnwantedSoftware",
                "Other",
                "SecurityTesting",
                "LineOfBusinessApplication",
                "ConfirmedActivity",
                "NotMalicious",
                "InsufficientData",
            ]))
            .help(
                "pairs: TruePositive with MultiStagedAttack, MaliciousUserActivity, \
CompromisedUser, Malware, Phishing, UnwantedSoftware or Other; \
InformationalExpectedActivity with SecurityTesting, \
LineOfBusinessApplication, ConfirmedActivity or Other; FalsePositive with \
NotMalicious, InsufficientData or Other; table writes Determination",
            ),
        Param::body("comment").help("may be sent alone; table writes Comment"),
    ])
    .body(BodyKind::Json)
    .answer(Answer::Entity)
    .appends(&["comment"])
    .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
    .permissions(&["Alert.ReadWrite.All"], &["Alert.ReadWrite"])
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/update-alert.md");

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

    /// Update many alerts alike. See [`BatchUpdateAlerts`].
    pub fn batch_update(
        &self,
        alert_ids: impl IntoIterator<Item = impl Into<Id<Alert>>>,
    ) -> BatchUpdateAlerts {
        BatchUpdateAlerts::new(&self.client, alert_ids)
    }

    /// Create an alert from a hunting event. See [`CreateAlertByReference`].
    pub fn create_by_reference(&self) -> CreateAlertByReference {
        CreateAlertByReference::new(&self.client)
    }

    /// Get one alert. See [`GetAlert`].
    pub fn get(&self, alert_id: impl Into<Id<Alert>>) -> GetAlert {
        GetAlert::new(&self.client, alert_id)
    }

    /// Get an alert's device. See [`GetAlertMachine`].
    pub fn get_machine(&self, alert_id: impl Into<Id<Alert>>) -> GetAlertMachine {
        GetAlertMachine::new(&self.client, alert_id)
    }

    /// Get an alert's user. See [`GetAlertUser`].
    pub fn get_user(&self, alert_id: impl Into<Id<Alert>>) -> GetAlertUser {
        GetAlertUser::new(&self.client, alert_id)
    }

    /// List alerts. See [`ListAlerts`].
    pub fn list(&self) -> ListAlerts {
        ListAlerts::new(&self.client)
    }

    /// List an alert's domains. See [`ListAlertDomains`].
    pub fn list_domains(&self, alert_id: impl Into<Id<Alert>>) -> ListAlertDomains {
        ListAlertDomains::new(&self.client, alert_id)
    }

    /// List an alert's files. See [`ListAlertFiles`].
    pub fn list_files(&self, alert_id: impl Into<Id<Alert>>) -> ListAlertFiles {
        ListAlertFiles::new(&self.client, alert_id)
    }

    /// List an alert's IP addresses. See [`ListAlertIps`].
    pub fn list_ips(&self, alert_id: impl Into<Id<Alert>>) -> ListAlertIps {
        ListAlertIps::new(&self.client, alert_id)
    }

    /// Update one alert or add a comment. See [`UpdateAlert`].
    pub fn update(&self, alert_id: impl Into<Id<Alert>>) -> UpdateAlert {
        UpdateAlert::new(&self.client, alert_id)
    }
}
