//! Operations and types of machine actions.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`CancelMachineAction`] | `POST /api/machineactions/{action_id}/cancel` | `Machine.CollectForensics` |
//! | [`GetMachineAction`] | `GET /api/machineactions/{action_id}` | `Machine.Read.All` |
//! | [`GetMachineActionLiveResponseResult`] | `GET /api/machineactions/{action_id}/GetLiveResponseResultDownloadLink(index={index})` | `Machine.Read.All` |
//! | [`GetMachineActionPackageUri`] | `GET /api/machineactions/{action_id}/getPackageUri` | `Machine.Read.All` |
//! | [`ListMachineActions`] | `GET /api/machineactions` | `Machine.Read.All` |

mod cancel;
mod get;
mod get_live_response_result;
mod get_package_uri;
mod list;
mod model;

use http_core::{Answer, BodyKind, Client, Id, Kind, Operation, Paging, Param, RateLimit, Status};

pub use cancel::CancelMachineAction;
pub use get::GetMachineAction;
pub use get_live_response_result::GetMachineActionLiveResponseResult;
pub use get_package_uri::GetMachineActionPackageUri;
pub use list::ListMachineActions;
pub use model::{
    LiveResponseCommandStatus, LiveResponseCommandStatusCommandStatus, LiveResponseScriptResult,
    MachineAction, MachineActionScope, MachineActionStatus, MachineActionType, RelatedFileInfo,
    RelatedFileInfoFileIdentifierType,
};

/// `mde.machine_actions.cancel`: Cancel a machine action. Status: preview.
pub static CANCEL: Operation = Operation::post(
    "mde.machine_actions.cancel",
    "/api/machineactions/{action_id}/cancel",
)
.host("mde")
.summary("Cancel a machine action")
.help(
    "One of the listed permissions, presumably that of the action's own type. \
What cancelling a finished action answers is not said. The delegated row \
runs two names together (Machine.StopAndQuarantineMachine.LiveResponse). \
The page carries the pre-release banner.",
)
.status(Status::Preview)
.params(&[
    Param::path("action_id"),
    Param::body("Comment").help("not marked required; send one"),
])
.body(BodyKind::Json)
.answer(Answer::Entity)
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(
    &[
        "Machine.CollectForensics",
        "Machine.Isolate",
        "Machine.RestrictExecution",
        "Machine.Scan",
        "Machine.Offboard",
        "Machine.StopAndQuarantine",
        "Machine.LiveResponse",
    ],
    &[
        "Machine.CollectForensics",
        "Machine.Isolate",
        "Machine.RestrictExecution",
        "Machine.Scan",
        "Machine.Offboard",
        "Machine.StopAndQuarantine",
        "Machine.LiveResponse",
    ],
)
.long_running(
    "poll mde.machine_actions.get with the returned id until status is \
Succeeded, Failed, TimeOut or Cancelled",
)
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/cancel-machine-action.md");

/// `mde.machine_actions.get`: Get one machine action.
pub static GET: Operation =
    Operation::get("mde.machine_actions.get", "/api/machineactions/{action_id}")
        .host("mde")
        .summary("Get one machine action")
        .help(
            "The poll target of all device actions: its 100 calls a minute are shared \
by all polling. Delegated callers need the role permission 'View Data'.",
        )
        .params(&[Param::path("action_id")])
        .answer(Answer::Entity)
        .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
        .permissions(
            &["Machine.Read.All", "Machine.ReadWrite.All"],
            &["Machine.Read", "Machine.ReadWrite"],
        )
        .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-machineaction-object.md");

/// `mde.machine_actions.get_live_response_result`: Get a live response command's result link.
/// Status: preview.
pub static GET_LIVE_RESPONSE_RESULT: Operation = Operation::get(
    "mde.machine_actions.get_live_response_result",
    "/api/machineactions/{action_id}/GetLiveResponseResultDownloadLink(index={index})",
)
.host("mde")
.summary("Get a live response command's result link")
.help(
    "OData function in the path; index counts from 0. The link lasts 30 minutes \
and may be asked for again. A RunScript result is a JSON file \
(LiveResponseScriptResult, second sample), a GetFile result the file \
itself; PutFile has none. Fetch the link without the bearer token.",
)
.status(Status::Preview)
.params(&[
    Param::path("action_id"),
    Param::path("index").kind(Kind::Integer),
])
.answer(Answer::Scalar)
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(
    &["Machine.Read.All", "Machine.ReadWrite.All"],
    &["Machine.LiveResponse"],
)
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-live-response-result.md");

/// `mde.machine_actions.get_package_uri`: Get an investigation package's download link.
pub static GET_PACKAGE_URI: Operation = Operation::get(
    "mde.machine_actions.get_package_uri",
    "/api/machineactions/{action_id}/getPackageUri",
)
.host("mde")
.summary("Get an investigation package's download link")
.help(
    "The sample's value is wrapped in an extra pair of quotation marks: strip \
them if present. Short-lived link, to be fetched without the bearer token. \
The example writes GetPackageUri. Windows 10 1703+ devices. Delegated \
callers need the role permission 'Alerts Investigation' and see only \
devices of their device groups.",
)
.params(&[Param::path("action_id")])
.answer(Answer::Scalar)
.limits(&[RateLimit::per_minute(2), RateLimit::per_hour(120)])
.permissions(
    &["Machine.Read.All", "Machine.ReadWrite.All"],
    &["Machine.CollectForensics"],
)
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-package-sas-uri.md");

/// `mde.machine_actions.list`: List machine actions.
pub static LIST: Operation = Operation::get("mde.machine_actions.list", "/api/machineactions")
    .host("mde")
    .summary("List machine actions")
    .help(
        "The page writes $stop for $top. Its samples hold lastUpdateTimeUtc where \
the service sends lastUpdateDateTimeUtc. Live response started in the \
portal is not listed. Delegated callers need the role permission 'View \
Data'.",
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
        "id",
        "status",
        "machineId",
        "type",
        "requestor",
        "creationDateTimeUtc",
    ])
    .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
    .permissions(
        &["Machine.Read.All", "Machine.ReadWrite.All"],
        &["Machine.Read", "Machine.ReadWrite"],
    )
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-machineactions-collection.md");

/// The operations of machine actions; each method begins a request.
#[derive(Clone, Debug)]
pub struct MachineActions {
    client: Client,
}

impl MachineActions {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Cancel a machine action. See [`CancelMachineAction`].
    pub fn cancel(&self, action_id: impl Into<Id<MachineAction>>) -> CancelMachineAction {
        CancelMachineAction::new(&self.client, action_id)
    }

    /// Get one machine action. See [`GetMachineAction`].
    pub fn get(&self, action_id: impl Into<Id<MachineAction>>) -> GetMachineAction {
        GetMachineAction::new(&self.client, action_id)
    }

    /// Get a live response command's result link. See [`GetMachineActionLiveResponseResult`].
    pub fn get_live_response_result(
        &self,
        action_id: impl Into<Id<MachineAction>>,
        index: u32,
    ) -> GetMachineActionLiveResponseResult {
        GetMachineActionLiveResponseResult::new(&self.client, action_id, index)
    }

    /// Get an investigation package's download link. See [`GetMachineActionPackageUri`].
    pub fn get_package_uri(
        &self,
        action_id: impl Into<Id<MachineAction>>,
    ) -> GetMachineActionPackageUri {
        GetMachineActionPackageUri::new(&self.client, action_id)
    }

    /// List machine actions. See [`ListMachineActions`].
    pub fn list(&self) -> ListMachineActions {
        ListMachineActions::new(&self.client)
    }
}
