//! `mde.machines.run_antivirus_scan`: Start an antivirus scan.

use http_core::{
    ActionSpec, AnswerKind, BodyKind, Client, Completion, Effect, EffectKind, Id, Kind, NameForm,
    Named, Operation, Param, Pause, RateLimit, Request, Result, Started, Target,
};

use crate::machine_actions::MachineAction;
use crate::machine_actions::MachineActionRequestSource;
use crate::machines::Machine;
use crate::machines::ScanType;

/// `mde.machines.run_antivirus_scan`: Start an antivirus scan.
pub static RUN_ANTIVIRUS_SCAN: Operation = Operation::post(
    "mde.machines.run_antivirus_scan",
    "/api/machines/{machine_id}/runAntiVirusScan",
)
.host("mde")
.summary("Start an antivirus scan")
.help(
    "Needs Windows 10 1709 or later. Runs beside other antivirus products as \
well. Signed-in users see only devices of their device groups.",
)
.inputs(&[
    Param::path("machine_id").example("0f4d7265a9d03fc22b960d84c410343d7e432091"),
    Param::body("Comment")
        .required()
        .help("Comment stored with the action.")
        .example("Ticket 4711"),
    Param::body("ScanType")
        .kind(Kind::Enum(&["Quick", "Full"]))
        .required()
        .help("Kind of scan."),
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
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(&["Machine.Scan"], &["Machine.Scan"])
.role("Active remediation actions")
.completion(
    &Completion::new(&crate::machine_actions::GET, ("action_id", "id"), "status")
        .open(&["Pending", "InProgress"])
        .succeeded(&["Succeeded"])
        .failed(&["Failed", "TimeOut", "Cancelled", "Canceled"])
        .pause(Pause::seconds(1, 30)),
)
.action(
    &ActionSpec::new(
        &crate::machine_actions::LIST,
        ("machine_id", "machineId"),
        ("type", "RunAntiVirusScan"),
    )
    .same(&[("ScanType", "scope")])
    .reusable(),
)
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
.effect(Effect::new(EffectKind::Additive).felt())
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/run-av-scan.md");

/// Start an antivirus scan.
///
/// Needs Windows 10 1709 or later. Runs beside other antivirus products as well. Signed-in
/// users see only devices of their device groups.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/run-av-scan.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let started = client.machines().run_antivirus_scan("0f4d7265a9d03fc22b960d84c410343d7e432091", "Ticket 4711", "word").begin().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct RunAntivirusScan {
    client: Client,
    request: Request,
}

impl RunAntivirusScan {
    pub(super) fn new(
        client: &Client,
        machine_id: impl Into<Id<Machine>>,
        comment: impl Into<String>,
        scan_type: impl Into<ScanType>,
    ) -> Self {
        let machine_id: Id<Machine> = machine_id.into();
        let comment: String = comment.into();
        let scan_type: ScanType = scan_type.into();
        let request = Request::new(&RUN_ANTIVIRUS_SCAN)
            .set("machine_id", machine_id)
            .set("Comment", comment)
            .set("ScanType", scan_type);
        Self {
            client: client.clone(),
            request,
        }
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
}

http_core::call_options!(RunAntivirusScan);
