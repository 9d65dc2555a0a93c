//! `mde.machines.run_live_response`: Run live response commands on a device.

use http_core::{
    ActionSpec, AnswerKind, BodyKind, Client, Completion, Each, Effect, EffectKind, Fetch, Id,
    Kind, NameForm, Named, Operation, Param, Pause, RateLimit, Request, Result, Started, Status,
    Target,
};

use crate::machine_actions::MachineAction;
use crate::machine_actions::MachineActionRequestSource;
use crate::machines::LiveResponseCommand;
use crate::machines::Machine;

/// `mde.machines.run_live_response`: Run live response commands on a device. Status: preview.
pub static RUN_LIVE_RESPONSE: Operation = Operation::post(
    "mde.machines.run_live_response",
    "/api/machines/{machine_id}/runliveresponse",
)
.host("mde")
.summary("Run live response commands on a device")
.help(
    "A session waits up to three days for an offline device. A script times out \
after 10 minutes; after a failed command the others are skipped.",
)
.status(Status::Preview)
.inputs(&[
    Param::path("machine_id").example("0f4d7265a9d03fc22b960d84c410343d7e432091"),
    Param::body("Commands")
        .kind(Kind::Json)
        .required()
        .array()
        .help("Commands to run, in the order PutFile, RunScript, GetFile.")
        .words(&[
            ("type", &["PutFile", "RunScript", "GetFile"]),
            ("params/key", &["FileName", "ScriptName", "Args", "Path"]),
        ])
        .example(concat!(
            "[{\"params\":[{\"key\":\"ScriptName\",\"value\":\"collect-logs.ps1\"}]",
            ",\"type\":\"RunScript\"}]"
        )),
    Param::body("Comment")
        .help("Comment stored with the action.")
        .example("Ticket 4711"),
    Param::body("ExternalId")
        .help("Id of your own, kept with the action to find it again.")
        .example("INC-4711"),
    Param::body("Title")
        .help("Title of the action.")
        .example("Phishing of 29 November"),
    Param::body("RequestSource")
        .kind(Kind::Enum(&[
            "Unspecified",
            "PublicApi",
            "Portal",
            "MCAS",
            "TVM",
            "CustomDetection",
            "BulkAction",
            "ISG",
            "NDR",
            "EndpointConfigManagement",
            "IncidentTasks",
            "MDI",
            "ActiveScan",
        ]))
        .help("Source that the action is recorded with. The service fills it in."),
])
.body(BodyKind::Json)
.answer(AnswerKind::Entity)
.limits(&[RateLimit::per_minute(10)])
.permissions(&["Machine.LiveResponse"], &["Machine.LiveResponse"])
.completion(
    &Completion::new(&crate::machine_actions::GET, ("action_id", "id"), "status")
        .open(&["Pending", "InProgress"])
        .succeeded(&["Succeeded"])
        .failed(&["Failed", "TimeOut", "Cancelled", "Canceled"])
        .then(
            Fetch::new(
                &crate::machine_actions::GET_LIVE_RESPONSE_RESULT,
                ("action_id", "id"),
            )
            .each(
                Each::new("commands", ("index", "index"))
                    .only("commandStatus", "Completed")
                    .unless("command/type", "PutFile")
                    .kind("command/type"),
            ),
        )
        .pause(Pause::seconds(1, 30)),
)
.action(&ActionSpec::new(
    &crate::machine_actions::LIST,
    ("machine_id", "machineId"),
    ("type", "LiveResponse"),
))
.target(
    &Target::new("machine_id", "mde.machines.get")
        .name(&["computerDnsName"])
        .shows(&[
            "osPlatform",
            "healthStatus",
            "onboardingStatus",
            "riskScore",
            "exposureLevel",
            "deviceValue",
            "machineTags",
            "rbacGroupName",
            "lastSeen",
        ])
        .tags("machineTags")
        .users(http_core::Users::new(
            "mde.machines.list_logon_users",
            "accountName",
            "lastSeen",
        ))
        .named(
            Named::new(
                &crate::machines::GET,
                &crate::machines::LIST,
                40,
                "computerDnsName",
                ("onboardingStatus", "Onboarded"),
            )
            .gone(&["mergedIntoMachineId"])
            .also(&[
                ("aadDeviceId", NameForm::Guid),
                ("lastIpAddress", NameForm::Ip),
            ]),
        ),
)
.effect(Effect::new(EffectKind::Irreversible).felt())
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/run-live-response.md");

/// Run live response commands on a device.
///
/// A session waits up to three days for an offline device. A script times out after 10 minutes;
/// after a failed command the others are skipped.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/run-live-response.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let started = client.machines().run_live_response("0f4d7265a9d03fc22b960d84c410343d7e432091", [Default::default()]).begin().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct RunLiveResponse {
    client: Client,
    request: Request,
}

impl RunLiveResponse {
    pub(super) fn new(
        client: &Client,
        machine_id: impl Into<Id<Machine>>,
        commands: impl IntoIterator<Item = LiveResponseCommand>,
    ) -> Self {
        let machine_id: Id<Machine> = machine_id.into();
        let request = Request::new(&RUN_LIVE_RESPONSE)
            .set("machine_id", machine_id)
            .set_json("Commands", &commands.into_iter().collect::<Vec<_>>());
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Comment stored with the action.
    pub fn comment(mut self, comment: impl Into<String>) -> Self {
        let comment: String = comment.into();
        self.request = self.request.set("Comment", comment);
        self
    }

    /// Id of your own, kept with the action to find it again.
    pub fn external_id(mut self, external_id: impl Into<String>) -> Self {
        let external_id: String = external_id.into();
        self.request = self.request.set("ExternalId", external_id);
        self
    }

    /// Title of the action.
    pub fn title(mut self, title: impl Into<String>) -> Self {
        let title: String = title.into();
        self.request = self.request.set("Title", title);
        self
    }

    /// Source that the action is recorded with. The service fills it in.
    pub fn request_source(mut self, request_source: impl Into<MachineActionRequestSource>) -> Self {
        let request_source: MachineActionRequestSource = request_source.into();
        self.request = self.request.set("RequestSource", request_source);
        self
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request and decodes the answer.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<MachineAction> {
        self.client.send(self.request).await
    }

    /// Starts the action, or returns the same one of the target that is open already. The request is sent once at most;
    /// where its outcome is unknown, the action is looked for.
    /// [`wait`](Started::wait) follows it to its end.
    ///
    /// # Errors
    /// See [`Client::begin`](http_core::Client::begin).
    pub async fn begin(self) -> Result<Started<MachineAction>> {
        self.client.begin(self.request).await
    }

    /// Starts the action as soon as its target is free: it takes one at a time and refuses the others. Tries for as long as `within`;
    /// [`Duration::MAX`](std::time::Duration::MAX) is no limit.
    ///
    /// # Errors
    /// See [`Client::begin_when_free`](http_core::Client::begin_when_free).
    pub async fn begin_when_free(
        self,
        within: std::time::Duration,
    ) -> Result<Started<MachineAction>> {
        self.client.begin_when_free(self.request, within).await
    }
}

http_core::call_options!(RunLiveResponse);
