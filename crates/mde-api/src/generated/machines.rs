//! Operations and types of machines.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`CollectInvestigationPackage`] | `POST /api/machines/{machine_id}/collectInvestigationPackage` | `Machine.CollectForensics` |
//! | [`CountMachineAlerts`] | `GET /api/machines/{machine_id}/alerts/$count` | `Alert.Read.All` |
//! | [`FindMachines`] | `GET /api/machines/find(timestamp={timestamp},key={ip})` | `Machine.Read.All` |
//! | [`FindMachinesByIp`] | `GET /api/machines/findbyip(ip='{ip}',timestamp={timestamp})` | `Machine.Read.All` |
//! | [`FindMachinesByTag`] | `GET /api/machines/findbytag` | `Machine.Read.All` |
//! | [`GetMachine`] | `GET /api/machines/{machine_id}` | `Machine.Read.All` |
//! | [`IsolateMachine`] | `POST /api/machines/{machine_id}/isolate` | `Machine.Isolate` |
//! | [`ListMachines`] | `GET /api/machines` | `Machine.Read.All` |
//! | [`ListMachineAlerts`] | `GET /api/machines/{machine_id}/alerts` | `Alert.Read.All` |
//! | [`ListMachineLogonUsers`] | `GET /api/machines/{machine_id}/logonusers` | `User.Read.All` |
//! | [`ListMachineMissingKbs`] | `GET /api/machines/{machine_id}/getmissingkbs` | `Software.Read.All` |
//! | [`ListMachineRecommendations`] | `GET /api/machines/{machine_id}/recommendations` | `SecurityRecommendation.Read.All` |
//! | [`ListMachineSoftware`] | `GET /api/machines/{machine_id}/software` | `Software.Read.All` |
//! | [`ListMachineVulnerabilities`] | `GET /api/machines/{machine_id}/vulnerabilities` | `Vulnerability.Read.All` |
//! | [`OffboardMachine`] | `POST /api/machines/{machine_id}/offboard` | `Machine.Offboard` |
//! | [`RestrictCodeExecution`] | `POST /api/machines/{machine_id}/restrictCodeExecution` | `Machine.RestrictExecution` |
//! | [`RunAntivirusScan`] | `POST /api/machines/{machine_id}/runAntiVirusScan` | `Machine.Scan` |
//! | [`RunLiveResponse`] | `POST /api/machines/{machine_id}/runliveresponse` | `Machine.LiveResponse` |
//! | [`SetDeviceValue`] | `POST /api/machines/{machine_id}/setDeviceValue` | `Machine.ReadWrite.All` |
//! | [`SetTag`] | `POST /api/machines/{machine_id}/tags` | `Machine.ReadWrite.All` |
//! | [`SetTagBulk`] | `POST /api/machines/AddOrRemoveTagForMultipleMachines` | `Machine.ReadWrite.All` |
//! | [`StartInvestigation`] | `POST /api/machines/{machine_id}/startInvestigation` | `Alert.ReadWrite.All` |
//! | [`StopAndQuarantineFile`] | `POST /api/machines/{machine_id}/StopAndQuarantineFile` | `Machine.StopAndQuarantine` |
//! | [`UnisolateMachine`] | `POST /api/machines/{machine_id}/unisolate` | `Machine.Isolate` |
//! | [`UnrestrictCodeExecution`] | `POST /api/machines/{machine_id}/unrestrictCodeExecution` | `Machine.RestrictExecution` |
//! | [`UpdateMachine`] | `PATCH /api/machines/{machine_id}` | `Machine.ReadWrite.All` |

mod collect_investigation_package;
mod count_alerts;
mod find;
mod find_by_ip;
mod find_by_tag;
mod get;
mod isolate;
mod list;
mod list_alerts;
mod list_logon_users;
mod list_missing_kbs;
mod list_recommendations;
mod list_software;
mod list_vulnerabilities;
mod model;
mod offboard;
mod restrict_code_execution;
mod run_antivirus_scan;
mod run_live_response;
mod set_device_value;
mod set_tag;
mod set_tag_bulk;
mod start_investigation;
mod stop_and_quarantine_file;
mod unisolate;
mod unrestrict_code_execution;
mod update;

use http_core::{
    Answer, BodyKind, Client, Id, Kind, Operation, Paging, Param, RateLimit, Status, Timestamp,
};

pub use collect_investigation_package::CollectInvestigationPackage;
pub use count_alerts::CountMachineAlerts;
pub use find::FindMachines;
pub use find_by_ip::FindMachinesByIp;
pub use find_by_tag::FindMachinesByTag;
pub use get::GetMachine;
pub use isolate::IsolateMachine;
pub use list::ListMachines;
pub use list_alerts::ListMachineAlerts;
pub use list_logon_users::ListMachineLogonUsers;
pub use list_missing_kbs::ListMachineMissingKbs;
pub use list_recommendations::ListMachineRecommendations;
pub use list_software::ListMachineSoftware;
pub use list_vulnerabilities::ListMachineVulnerabilities;
pub use model::{
    IsolationType, LiveResponseCommand, LiveResponseCommandType, LiveResponseParam,
    LiveResponseParamKey, Machine, MachineDeviceValue, MachineExposureLevel, MachineHealthStatus,
    MachineIpAddress, MachineOnboardingStatus, MachineOsArchitecture, MachineRiskScore, MissingKb,
    ScanType, SetTagMachineAction,
};
pub use offboard::OffboardMachine;
pub use restrict_code_execution::RestrictCodeExecution;
pub use run_antivirus_scan::RunAntivirusScan;
pub use run_live_response::RunLiveResponse;
pub use set_device_value::SetDeviceValue;
pub use set_tag::SetTag;
pub use set_tag_bulk::SetTagBulk;
pub use start_investigation::StartInvestigation;
pub use stop_and_quarantine_file::StopAndQuarantineFile;
pub use unisolate::UnisolateMachine;
pub use unrestrict_code_execution::UnrestrictCodeExecution;
pub use update::UpdateMachine;

/// `mde.machines.collect_investigation_package`: Collect an investigation package.
pub static COLLECT_INVESTIGATION_PACKAGE: Operation = Operation::post(
    "mde.machines.collect_investigation_package",
    "/api/machines/{machine_id}/collectInvestigationPackage",
)
.host("mde")
.summary("Collect an investigation package")
.help(
    "Status 201 on the page; some actions answer 200 in practice, accept both. \
Delegated callers need the role permission 'Alerts Investigation' and see \
only devices of their device groups.",
)
.params(&[
    Param::path("machine_id"),
    Param::body("Comment")
        .required()
        .help("400 without it (documented for offboard)"),
])
.body(BodyKind::Json)
.answer(Answer::Entity)
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(&["Machine.CollectForensics"], &["Machine.CollectForensics"])
.long_running(
    "poll mde.machine_actions.get with the returned id until status is \
Succeeded, Failed, TimeOut or Cancelled, then call \
mde.machine_actions.get_package_uri",
)
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/collect-investigation-package.md");

/// `mde.machines.count_alerts`: Count a device's alerts.
pub static COUNT_ALERTS: Operation = Operation::get(
    "mde.machines.count_alerts",
    "/api/machines/{machine_id}/alerts/$count",
)
.host("mde")
.summary("Count a device's alerts")
.help(
    "Documented only as OData example 7 ($filter=status ne 'Resolved'); \
permissions and limits are those of mde.machines.list_alerts.",
)
.params(&[
    Param::path("machine_id"),
    Param::query("$filter")
        .help("OData filter; text values in single quotes, a quote inside is doubled"),
])
.answer(Answer::Scalar)
.filterable(&["status"])
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(
    &["Alert.Read.All", "Alert.ReadWrite.All"],
    &["Alert.Read", "Alert.ReadWrite"],
)
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/exposed-apis-odata-samples.md");

/// `mde.machines.find`: Find devices by internal IP (older form). Status: legacy.
pub static FIND: Operation = Operation::get(
    "mde.machines.find",
    "/api/machines/find(timestamp={timestamp},key={ip})",
)
.host("mde")
.summary("Find devices by internal IP (older form)")
.help(
    "Superseded by mde.machines.find_by_ip. The example quotes the key, says 16 \
minutes and uses a long-gone Graph preview host; no delegated permission \
and no limits are given. Timestamp within 30 days.",
)
.status(Status::Legacy)
.params(&[Param::path("timestamp").kind(Kind::Time), Param::path("ip")])
.collection("value")
.permissions(&["Machine.Read.All", "Machine.ReadWrite.All"], &[])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/find-machine-info-by-ip.md");

/// `mde.machines.find_by_ip`: Find devices seen with an internal IP about a time.
pub static FIND_BY_IP: Operation = Operation::get(
    "mde.machines.find_by_ip",
    "/api/machines/findbyip(ip='{ip}',timestamp={timestamp})",
)
.host("mde")
.summary("Find devices seen with an internal IP about a time")
.help(
    "OData function call in the path: the ip goes in single quotes, the \
timestamp bare (2019-09-22T08:44:05Z). Looks 15 minutes either way. Escape \
the colons of IPv6. Delegated callers need the role permission 'View Data' \
and see only devices of their device groups.",
)
.params(&[Param::path("ip"), Param::path("timestamp").kind(Kind::Time)])
.collection("value")
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(
    &["Machine.Read.All", "Machine.ReadWrite.All"],
    &["Machine.Read", "Machine.ReadWrite"],
)
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/find-machines-by-ip.md");

/// `mde.machines.find_by_tag`: Find devices by tag.
pub static FIND_BY_TAG: Operation =
    Operation::get("mde.machines.find_by_tag", "/api/machines/findbytag")
        .host("mde")
        .summary("Find devices by tag")
        .help(
            "Delegated callers need the role permission 'View Data' and see only \
devices of their device groups.",
        )
        .params(&[
            Param::query("tag").required().help("percent-encode"),
            Param::query("useStartsWithFilter")
                .kind(Kind::Bool)
                .help("default false; true matches the tag as a prefix"),
        ])
        .collection("value")
        .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
        .permissions(
            &["Machine.Read.All", "Machine.ReadWrite.All"],
            &["Machine.Read", "Machine.ReadWrite"],
        )
        .source("MicrosoftDocs/defender-docs:defender-endpoint/api/find-machines-by-tag.md");

/// `mde.machines.get`: Get one device by id or DNS name.
pub static GET: Operation = Operation::get("mde.machines.get", "/api/machines/{machine_id}")
    .host("mde")
    .summary("Get one device by id or DNS name")
    .help(
        "The path part may also be the computer name. Transient 404 \
(ResourceNotFound) for a device that exists was reported \
(microsoft-365-docs#13047). Delegated callers need the role permission \
'View Data' and see only devices of their device groups.",
    )
    .params(&[Param::path("machine_id")])
    .answer(Answer::Entity)
    .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
    .permissions(
        &["Machine.Read.All", "Machine.ReadWrite.All"],
        &["Machine.Read", "Machine.ReadWrite"],
    )
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-machine-by-id.md");

/// `mde.machines.isolate`: Isolate or contain a device.
pub static ISOLATE: Operation =
    Operation::post("mde.machines.isolate", "/api/machines/{machine_id}/isolate")
        .host("mde")
        .summary("Isolate or contain a device")
        .help(
            "Status 201 on the page; some actions answer 200 in practice, accept both. \
Full works on Windows 10 1703+, Windows 11 and Linux. Delegated callers \
need the role permission 'Active remediation actions' and see only devices \
of their device groups.",
        )
        .params(&[
            Param::path("machine_id"),
            Param::body("Comment")
                .required()
                .help("400 without it (documented for offboard)"),
            Param::body("IsolationType")
                .kind(Kind::Enum(&["Full", "Selective", "UnManagedDevice"]))
                .help(
                    "not marked required; Selective: Windows 10 1709+; UnManagedDevice contains \
a device that is not onboarded",
                ),
        ])
        .body(BodyKind::Json)
        .answer(Answer::Entity)
        .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
        .permissions(&["Machine.Isolate"], &["Machine.Isolate"])
        .long_running(
            "poll mde.machine_actions.get with the returned id until status is \
Succeeded, Failed, TimeOut or Cancelled",
        )
        .source("MicrosoftDocs/defender-docs:defender-endpoint/api/isolate-machine.md");

/// `mde.machines.list`: List devices.
pub static LIST: Operation = Operation::get("mde.machines.list", "/api/machines")
    .host("mde")
    .summary("List devices")
    .help(
        "startswith(computerDnsName,'…') works in $filter (OData page). An empty \
tenant may answer 404, to be read as an empty list. $select fails for \
onboardingStatus (microsoft-365-docs#8489). nextLink was reported malformed \
and endless with a filter (#8316). May hold devices that are not onboarded \
and records merged into another (mergedIntoMachineId). Delegated callers \
need the role permission 'View Data' and see only devices of their device \
groups.",
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
    .paging(Paging::NextLink)
    .page_size(10000)
    .filterable(&[
        "computerDnsName",
        "id",
        "version",
        "deviceValue",
        "aadDeviceId",
        "machineTags",
        "lastSeen",
        "exposureLevel",
        "onboardingStatus",
        "lastIpAddress",
        "healthStatus",
        "osPlatform",
        "riskScore",
        "rbacGroupId",
    ])
    .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
    .permissions(
        &["Machine.Read.All", "Machine.ReadWrite.All"],
        &["Machine.Read", "Machine.ReadWrite"],
    )
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-machines.md");

/// `mde.machines.list_alerts`: List a device's alerts.
pub static LIST_ALERTS: Operation = Operation::get(
    "mde.machines.list_alerts",
    "/api/machines/{machine_id}/alerts",
)
.host("mde")
.summary("List a device's alerts")
.help(
    "Delegated callers need the role permission 'View Data' and see only \
devices of their device groups.",
)
.params(&[Param::path("machine_id")])
.collection("value")
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(
    &["Alert.Read.All", "Alert.ReadWrite.All"],
    &["Alert.Read", "Alert.ReadWrite"],
)
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-machine-related-alerts.md");

/// `mde.machines.list_logon_users`: List users who logged on to a device.
pub static LIST_LOGON_USERS: Operation = Operation::get(
    "mde.machines.list_logon_users",
    "/api/machines/{machine_id}/logonusers",
)
.host("mde")
.summary("List users who logged on to a device")
.help(
    "Items carry fewer fields than mde.alerts.get_user. Delegated callers need \
the role permission 'View Data' and see only devices of their device \
groups.",
)
.params(&[Param::path("machine_id")])
.collection("value")
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(&["User.Read.All"], &["User.Read.All"])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-machine-log-on-users.md");

/// `mde.machines.list_missing_kbs`: List missing security updates of one device.
pub static LIST_MISSING_KBS: Operation = Operation::get(
    "mde.machines.list_missing_kbs",
    "/api/machines/{machine_id}/getmissingkbs",
)
.host("mde")
.summary("List missing security updates of one device")
.help(
    "Only the application permission is documented; the software variant also \
has the delegated Software.Read.",
)
.params(&[Param::path("machine_id")])
.collection("value")
.permissions(&["Software.Read.All"], &[])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-missing-kbs-machine.md");

/// `mde.machines.list_recommendations`: List security recommendations of one device.
pub static LIST_RECOMMENDATIONS: Operation = Operation::get(
    "mde.machines.list_recommendations",
    "/api/machines/{machine_id}/recommendations",
)
.host("mde")
.summary("List security recommendations of one device")
.help(
    "In the sample exposureImpact, configScoreImpact and totalMachineCount are \
0: do not read them as organisation totals. The page carries the generic \
pre-release banner.",
)
.params(&[Param::path("machine_id")])
.collection("value")
.permissions(
    &["SecurityRecommendation.Read.All"],
    &["SecurityRecommendation.Read"],
)
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-security-recommendations.md");

/// `mde.machines.list_software`: List software installed on one device.
pub static LIST_SOFTWARE: Operation = Operation::get(
    "mde.machines.list_software",
    "/api/machines/{machine_id}/software",
)
.host("mde")
.summary("List software installed on one device")
.help(
    "Rows are organisation-wide Software entities: weaknesses and \
exposedMachines are not about this device, and no version is given; use \
mde.assessments.list_software_inventory for versions. A 404 for a device \
that has software was reported (MicrosoftDocs/windows-itpro-docs#6573).",
)
.params(&[Param::path("machine_id")])
.collection("value")
.permissions(&["Software.Read.All"], &["Software.Read"])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-installed-software.md");

/// `mde.machines.list_vulnerabilities`: List vulnerabilities found on one device.
pub static LIST_VULNERABILITIES: Operation = Operation::get(
    "mde.machines.list_vulnerabilities",
    "/api/machines/{machine_id}/vulnerabilities",
)
.host("mde")
.summary("List vulnerabilities found on one device")
.help(
    "Does not say which software carries the CVE; join with \
mde.vulnerabilities.list_by_machine_and_software filtered by machineId.",
)
.params(&[Param::path("machine_id")])
.collection("value")
.limits(&[RateLimit::per_minute(50), RateLimit::per_hour(1500)])
.permissions(&["Vulnerability.Read.All"], &["Vulnerability.Read"])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-discovered-vulnerabilities.md");

/// `mde.machines.offboard`: Offboard a device.
pub static OFFBOARD: Operation = Operation::post(
    "mde.machines.offboard",
    "/api/machines/{machine_id}/offboard",
)
.host("mde")
.summary("Offboard a device")
.help(
    "Status 200 (the page once said 201: microsoft-365-docs#8592). Windows \
only: not macOS or Linux. Stops the sensor but leaves the onboarding data \
in the registry.",
)
.params(&[
    Param::path("machine_id"),
    Param::body("Comment")
        .required()
        .help("400 without it (documented for offboard)"),
])
.body(BodyKind::Json)
.answer(Answer::Entity)
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(&["Machine.Offboard"], &["Machine.Offboard"])
.long_running(
    "poll mde.machine_actions.get with the returned id until status is \
Succeeded, Failed, TimeOut or Cancelled",
)
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/offboard-machine-api.md");

/// `mde.machines.restrict_code_execution`: Restrict app execution on a device.
pub static RESTRICT_CODE_EXECUTION: Operation = Operation::post(
    "mde.machines.restrict_code_execution",
    "/api/machines/{machine_id}/restrictCodeExecution",
)
.host("mde")
.summary("Restrict app execution on a device")
.help(
    "Status 201 on the page; some actions answer 200 in practice, accept both. \
Windows 10 1709+ with Defender Antivirus. Delegated callers need the role \
permission 'Active remediation actions' and see only devices of their \
device groups.",
)
.params(&[
    Param::path("machine_id"),
    Param::body("Comment")
        .required()
        .help("400 without it (documented for offboard)"),
])
.body(BodyKind::Json)
.answer(Answer::Entity)
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(
    &["Machine.RestrictExecution"],
    &["Machine.RestrictExecution"],
)
.long_running(
    "poll mde.machine_actions.get with the returned id until status is \
Succeeded, Failed, TimeOut or Cancelled",
)
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/restrict-code-execution.md");

/// `mde.machines.run_antivirus_scan`: Start an antivirus scan.
pub static RUN_ANTIVIRUS_SCAN: Operation = Operation::post(
    "mde.machines.run_antivirus_scan",
    "/api/machines/{machine_id}/runAntiVirusScan",
)
.host("mde")
.summary("Start an antivirus scan")
.help(
    "Status 201 on the page; some actions answer 200 in practice, accept both. \
Windows 10 1709+; runs beside other antivirus products too. Delegated \
callers need the role permission 'Active remediation actions' and see only \
devices of their device groups.",
)
.params(&[
    Param::path("machine_id"),
    Param::body("Comment")
        .required()
        .help("400 without it (documented for offboard)"),
    Param::body("ScanType")
        .kind(Kind::Enum(&["Quick", "Full"]))
        .required(),
])
.body(BodyKind::Json)
.answer(Answer::Entity)
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(&["Machine.Scan"], &["Machine.Scan"])
.long_running(
    "poll mde.machine_actions.get with the returned id until status is \
Succeeded, Failed, TimeOut or Cancelled",
)
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/run-av-scan.md");

/// `mde.machines.run_live_response`: Run live response commands on a device. Status: preview.
pub static RUN_LIVE_RESPONSE: Operation = Operation::post(
    "mde.machines.run_live_response",
    "/api/machines/{machine_id}/runliveresponse",
)
.host("mde")
.summary("Run live response commands on a device")
.help(
    "A session waits up to three days for an offline device. RunScript times \
out after 10 minutes. After a failed command the rest is skipped. The \
device group needs a remediation level. The page writes the path with /API/ \
and /api/.",
)
.status(Status::Preview)
.params(&[
    Param::path("machine_id"),
    Param::body("Commands").kind(Kind::Json).required().help(
        "type is PutFile, RunScript or GetFile; order PutFile, RunScript, GetFile, \
each repeatable; keys type and params in lower case; not marked required",
    ),
    Param::body("Comment").help("not marked required here; other actions refuse without one"),
])
.body(BodyKind::Json)
.answer(Answer::Entity)
.limits(&[RateLimit::per_minute(10)])
.permissions(&["Machine.LiveResponse"], &["Machine.LiveResponse"])
.long_running(
    "poll mde.machine_actions.get with the returned id until status is \
Succeeded, Failed, TimeOut or Cancelled; then, for each command whose \
commandStatus is Completed (but PutFile), call \
mde.machine_actions.get_live_response_result with its index",
)
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/run-live-response.md");

/// `mde.machines.set_device_value`: Set a device's value.
pub static SET_DEVICE_VALUE: Operation = Operation::post(
    "mde.machines.set_device_value",
    "/api/machines/{machine_id}/setDeviceValue",
)
.host("mde")
.summary("Set a device's value")
.help(
    "Delegated callers need the role permission 'Manage security setting' and \
see only devices of their device groups.",
)
.params(&[
    Param::path("machine_id"),
    Param::body("DeviceValue")
        .kind(Kind::Enum(&["Normal", "Low", "High"]))
        .required(),
])
.body(BodyKind::Json)
.answer(Answer::Entity)
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(&["Machine.ReadWrite.All"], &["Machine.ReadWrite"])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/set-device-value.md");

/// `mde.machines.set_tag`: Add or remove a tag on one device.
pub static SET_TAG: Operation =
    Operation::post("mde.machines.set_tag", "/api/machines/{machine_id}/tags")
        .host("mde")
        .summary("Add or remove a tag on one device")
        .help(
            "Delegated callers need the role permission 'Manage security setting' and \
see only devices of their device groups.",
        )
        .params(&[
            Param::path("machine_id"),
            Param::body("Value").required().help("the tag"),
            Param::body("Action")
                .kind(Kind::Enum(&["Add", "Remove"]))
                .required(),
        ])
        .body(BodyKind::Json)
        .answer(Answer::Entity)
        .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
        .permissions(&["Machine.ReadWrite.All"], &["Machine.ReadWrite"])
        .source("MicrosoftDocs/defender-docs:defender-endpoint/api/add-or-remove-machine-tags.md");

/// `mde.machines.set_tag_bulk`: Add or remove a tag on many devices.
pub static SET_TAG_BULK: Operation = Operation::post(
    "mde.machines.set_tag_bulk",
    "/api/machines/AddOrRemoveTagForMultipleMachines",
)
.host("mde")
.summary("Add or remove a tag on many devices")
.help(
    "Delegated callers need the role permission 'Manage security setting' and \
see only devices of their device groups.",
)
.params(&[
    Param::body("Value").required().help("the tag"),
    Param::body("Action")
        .kind(Kind::Enum(&["Add", "Remove"]))
        .required(),
    Param::body("MachineIds")
        .kind(Kind::List)
        .required()
        .help("at most 500"),
])
.body(BodyKind::Json)
.collection("value")
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(&["Machine.ReadWrite.All"], &["Machine.ReadWrite"])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/add-or-remove-multiple-machine-tags.md");

/// `mde.machines.start_investigation`: Start an automated investigation on a device.
pub static START_INVESTIGATION: Operation = Operation::post(
    "mde.machines.start_investigation",
    "/api/machines/{machine_id}/startInvestigation",
)
.host("mde")
.summary("Start an automated investigation on a device")
.help(
    "Limited to supported Windows versions. Delegated callers need the role \
permission 'Active remediation actions' and see only devices of their \
device groups.",
)
.params(&[
    Param::path("machine_id"),
    Param::body("Comment")
        .required()
        .help("400 without it (documented for offboard)"),
])
.body(BodyKind::Json)
.answer(Answer::Entity)
.limits(&[RateLimit::per_hour(50)])
.permissions(&["Alert.ReadWrite.All"], &["Alert.ReadWrite"])
.long_running(
    "poll mde.investigations.get with the returned id until endTime is set or \
state is none of Queued, Running, PendingApproval, PendingResource",
)
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/initiate-autoir-investigation.md");

/// `mde.machines.stop_and_quarantine_file`: Stop and quarantine a file on a device.
pub static STOP_AND_QUARANTINE_FILE: Operation = Operation::post(
    "mde.machines.stop_and_quarantine_file",
    "/api/machines/{machine_id}/StopAndQuarantineFile",
)
.host("mde")
.summary("Stop and quarantine a file on a device")
.help(
    "Status 201 on the page; some actions answer 200 in practice, accept both. \
The page also lists Machine.Read.All and Machine.ReadWrite.All as \
sufficient, which is doubtful for a destructive action: ask for \
Machine.StopAndQuarantine. Not for files signed by Microsoft or trusted \
publishers. Delegated callers need the role permission 'Active remediation \
actions' and see only devices of their device groups.",
)
.params(&[
    Param::path("machine_id"),
    Param::body("Comment")
        .required()
        .help("400 without it (documented for offboard)"),
    Param::body("Sha1").required().help("SHA-1 only"),
])
.body(BodyKind::Json)
.answer(Answer::Entity)
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(
    &[
        "Machine.StopAndQuarantine",
        "Machine.Read.All",
        "Machine.ReadWrite.All",
    ],
    &["Machine.StopAndQuarantine"],
)
.long_running(
    "poll mde.machine_actions.get with the returned id until status is \
Succeeded, Failed, TimeOut or Cancelled",
)
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/stop-and-quarantine-file.md");

/// `mde.machines.unisolate`: Release a device from isolation.
pub static UNISOLATE: Operation = Operation::post(
    "mde.machines.unisolate",
    "/api/machines/{machine_id}/unisolate",
)
.host("mde")
.summary("Release a device from isolation")
.help(
    "Status 201 on the page; some actions answer 200 in practice, accept both. \
Delegated callers need the role permission 'Active remediation actions' and \
see only devices of their device groups.",
)
.params(&[
    Param::path("machine_id"),
    Param::body("Comment")
        .required()
        .help("400 without it (documented for offboard)"),
])
.body(BodyKind::Json)
.answer(Answer::Entity)
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(&["Machine.Isolate"], &["Machine.Isolate"])
.long_running(
    "poll mde.machine_actions.get with the returned id until status is \
Succeeded, Failed, TimeOut or Cancelled",
)
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/unisolate-machine.md");

/// `mde.machines.unrestrict_code_execution`: Lift an app restriction.
pub static UNRESTRICT_CODE_EXECUTION: Operation = Operation::post(
    "mde.machines.unrestrict_code_execution",
    "/api/machines/{machine_id}/unrestrictCodeExecution",
)
.host("mde")
.summary("Lift an app restriction")
.help(
    "Status 201 on the page; some actions answer 200 in practice, accept both. \
Delegated callers need the role permission 'Active remediation actions' and \
see only devices of their device groups.",
)
.params(&[
    Param::path("machine_id"),
    Param::body("Comment")
        .required()
        .help("400 without it (documented for offboard)"),
])
.body(BodyKind::Json)
.answer(Answer::Entity)
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(
    &["Machine.RestrictExecution"],
    &["Machine.RestrictExecution"],
)
.long_running(
    "poll mde.machine_actions.get with the returned id until status is \
Succeeded, Failed, TimeOut or Cancelled",
)
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/unrestrict-code-execution.md");

/// `mde.machines.update`: Set a device's tags or value.
pub static UPDATE: Operation =
    Operation::patch("mde.machines.update", "/api/machines/{machine_id}")
        .host("mde")
        .summary("Set a device's tags or value")
        .help(
            "The page contradicts itself: it says the call only appends tags, then that \
it replaces them all. Read, merge, then send; to clear tags use \
mde.machines.set_tag with Remove. Delegated callers need the role \
permission 'Alerts investigation' and see only devices of their device \
groups.",
        )
        .params(&[
            Param::path("machine_id"),
            Param::body("machineTags")
                .kind(Kind::List)
                .help("the whole new set: tags left out are lost; an empty array is refused"),
            Param::body("deviceValue").kind(Kind::Enum(&["Normal", "Low", "High"])),
        ])
        .body(BodyKind::Json)
        .answer(Answer::Entity)
        .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
        .permissions(&["Machine.ReadWrite.All"], &["Machine.ReadWrite"])
        .source("MicrosoftDocs/defender-docs:defender-endpoint/api/update-machine-method.md");

/// The operations of machines; each method begins a request.
#[derive(Clone, Debug)]
pub struct Machines {
    client: Client,
}

impl Machines {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Collect an investigation package. See [`CollectInvestigationPackage`].
    pub fn collect_investigation_package(
        &self,
        machine_id: impl Into<Id<Machine>>,
        comment: impl Into<String>,
    ) -> CollectInvestigationPackage {
        CollectInvestigationPackage::new(&self.client, machine_id, comment)
    }

    /// Count a device's alerts. See [`CountMachineAlerts`].
    pub fn count_alerts(&self, machine_id: impl Into<Id<Machine>>) -> CountMachineAlerts {
        CountMachineAlerts::new(&self.client, machine_id)
    }

    /// Find devices by internal IP (older form). See [`FindMachines`].
    pub fn find(&self, timestamp: impl Into<Timestamp>, ip: impl Into<String>) -> FindMachines {
        FindMachines::new(&self.client, timestamp, ip)
    }

    /// Find devices seen with an internal IP about a time. See [`FindMachinesByIp`].
    pub fn find_by_ip(
        &self,
        ip: impl Into<String>,
        timestamp: impl Into<Timestamp>,
    ) -> FindMachinesByIp {
        FindMachinesByIp::new(&self.client, ip, timestamp)
    }

    /// Find devices by tag. See [`FindMachinesByTag`].
    pub fn find_by_tag(&self, tag: impl Into<String>) -> FindMachinesByTag {
        FindMachinesByTag::new(&self.client, tag)
    }

    /// Get one device by id or DNS name. See [`GetMachine`].
    pub fn get(&self, machine_id: impl Into<Id<Machine>>) -> GetMachine {
        GetMachine::new(&self.client, machine_id)
    }

    /// Isolate or contain a device. See [`IsolateMachine`].
    pub fn isolate(
        &self,
        machine_id: impl Into<Id<Machine>>,
        comment: impl Into<String>,
    ) -> IsolateMachine {
        IsolateMachine::new(&self.client, machine_id, comment)
    }

    /// List devices. See [`ListMachines`].
    pub fn list(&self) -> ListMachines {
        ListMachines::new(&self.client)
    }

    /// List a device's alerts. See [`ListMachineAlerts`].
    pub fn list_alerts(&self, machine_id: impl Into<Id<Machine>>) -> ListMachineAlerts {
        ListMachineAlerts::new(&self.client, machine_id)
    }

    /// List users who logged on to a device. See [`ListMachineLogonUsers`].
    pub fn list_logon_users(&self, machine_id: impl Into<Id<Machine>>) -> ListMachineLogonUsers {
        ListMachineLogonUsers::new(&self.client, machine_id)
    }

    /// List missing security updates of one device. See [`ListMachineMissingKbs`].
    pub fn list_missing_kbs(&self, machine_id: impl Into<Id<Machine>>) -> ListMachineMissingKbs {
        ListMachineMissingKbs::new(&self.client, machine_id)
    }

    /// List security recommendations of one device. See [`ListMachineRecommendations`].
    pub fn list_recommendations(
        &self,
        machine_id: impl Into<Id<Machine>>,
    ) -> ListMachineRecommendations {
        ListMachineRecommendations::new(&self.client, machine_id)
    }

    /// List software installed on one device. See [`ListMachineSoftware`].
    pub fn list_software(&self, machine_id: impl Into<Id<Machine>>) -> ListMachineSoftware {
        ListMachineSoftware::new(&self.client, machine_id)
    }

    /// List vulnerabilities found on one device. See [`ListMachineVulnerabilities`].
    pub fn list_vulnerabilities(
        &self,
        machine_id: impl Into<Id<Machine>>,
    ) -> ListMachineVulnerabilities {
        ListMachineVulnerabilities::new(&self.client, machine_id)
    }

    /// Offboard a device. See [`OffboardMachine`].
    pub fn offboard(
        &self,
        machine_id: impl Into<Id<Machine>>,
        comment: impl Into<String>,
    ) -> OffboardMachine {
        OffboardMachine::new(&self.client, machine_id, comment)
    }

    /// Restrict app execution on a device. See [`RestrictCodeExecution`].
    pub fn restrict_code_execution(
        &self,
        machine_id: impl Into<Id<Machine>>,
        comment: impl Into<String>,
    ) -> RestrictCodeExecution {
        RestrictCodeExecution::new(&self.client, machine_id, comment)
    }

    /// Start an antivirus scan. See [`RunAntivirusScan`].
    pub fn run_antivirus_scan(
        &self,
        machine_id: impl Into<Id<Machine>>,
        comment: impl Into<String>,
        scan_type: impl Into<ScanType>,
    ) -> RunAntivirusScan {
        RunAntivirusScan::new(&self.client, machine_id, comment, scan_type)
    }

    /// Run live response commands on a device. See [`RunLiveResponse`].
    pub fn run_live_response(
        &self,
        machine_id: impl Into<Id<Machine>>,
        commands: impl IntoIterator<Item = LiveResponseCommand>,
    ) -> RunLiveResponse {
        RunLiveResponse::new(&self.client, machine_id, commands)
    }

    /// Set a device's value. See [`SetDeviceValue`].
    pub fn set_device_value(
        &self,
        machine_id: impl Into<Id<Machine>>,
        device_value: impl Into<MachineDeviceValue>,
    ) -> SetDeviceValue {
        SetDeviceValue::new(&self.client, machine_id, device_value)
    }

    /// Add or remove a tag on one device. See [`SetTag`].
    pub fn set_tag(
        &self,
        machine_id: impl Into<Id<Machine>>,
        value: impl Into<String>,
        action: impl Into<SetTagMachineAction>,
    ) -> SetTag {
        SetTag::new(&self.client, machine_id, value, action)
    }

    /// Add or remove a tag on many devices. See [`SetTagBulk`].
    pub fn set_tag_bulk(
        &self,
        value: impl Into<String>,
        action: impl Into<SetTagMachineAction>,
        machine_ids: impl IntoIterator<Item = impl Into<Id<Machine>>>,
    ) -> SetTagBulk {
        SetTagBulk::new(&self.client, value, action, machine_ids)
    }

    /// Start an automated investigation on a device. See [`StartInvestigation`].
    pub fn start_investigation(
        &self,
        machine_id: impl Into<Id<Machine>>,
        comment: impl Into<String>,
    ) -> StartInvestigation {
        StartInvestigation::new(&self.client, machine_id, comment)
    }

    /// Stop and quarantine a file on a device. See [`StopAndQuarantineFile`].
    pub fn stop_and_quarantine_file(
        &self,
        machine_id: impl Into<Id<Machine>>,
        comment: impl Into<String>,
        sha1: impl Into<String>,
    ) -> StopAndQuarantineFile {
        StopAndQuarantineFile::new(&self.client, machine_id, comment, sha1)
    }

    /// Release a device from isolation. See [`UnisolateMachine`].
    pub fn unisolate(
        &self,
        machine_id: impl Into<Id<Machine>>,
        comment: impl Into<String>,
    ) -> UnisolateMachine {
        UnisolateMachine::new(&self.client, machine_id, comment)
    }

    /// Lift an app restriction. See [`UnrestrictCodeExecution`].
    pub fn unrestrict_code_execution(
        &self,
        machine_id: impl Into<Id<Machine>>,
        comment: impl Into<String>,
    ) -> UnrestrictCodeExecution {
        UnrestrictCodeExecution::new(&self.client, machine_id, comment)
    }

    /// Set a device's tags or value. See [`UpdateMachine`].
    pub fn update(&self, machine_id: impl Into<Id<Machine>>) -> UpdateMachine {
        UpdateMachine::new(&self.client, machine_id)
    }
}
