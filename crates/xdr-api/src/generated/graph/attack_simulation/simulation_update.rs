//! `graph.attack_simulation.simulation_update`: Change, schedule, cancel or exclude a
//! simulation.

use http_core::{
    BodyKind, Client, Completion, Effect, EffectKind, Id, Kind, Operation, Param, Pause, Request,
    Result, Started, Target,
};

use crate::graph::attack_simulation::AccountTargetContent;
use crate::graph::attack_simulation::AttackSimulationOperation;
use crate::graph::attack_simulation::Simulation;
use crate::graph::attack_simulation::SimulationAttackTechnique;
use crate::graph::attack_simulation::SimulationAttackType;
use crate::graph::attack_simulation::SimulationStatus;

/// `graph.attack_simulation.simulation_update`: Change, schedule, cancel or exclude a
/// simulation.
pub static SIMULATION_UPDATE: Operation = Operation::patch(
    "graph.attack_simulation.simulation_update",
    "/v1.0/security/attackSimulation/simulations/{simulation_id}",
)
.host("graph")
.summary("Change, schedule, cancel or exclude a simulation")
.help(
    "The change takes effect when the operation that the answer names has \
succeeded.",
)
.inputs(&[
    Param::path("simulation_id").example("08384705-4ae6-4e9c-b3c2-7cb178bb9fcb"),
    Param::body("displayName")
        .help("Name of the simulation.")
        .example("Quarterly exercise"),
    Param::body("attackTechnique")
        .kind(Kind::Enum(&[
            "credentialHarvesting",
            "attachmentMalware",
            "driveByUrl",
            "linkInAttachment",
            "linkToMalwareFile",
            "oAuthConsentGrant",
        ]))
        .help("Technique of the attack."),
    Param::body("attackType")
        .kind(Kind::Enum(&["social", "cloud", "endpoint"]))
        .help("Type of the attack."),
    Param::body("status")
        .kind(Kind::Enum(&[
            "draft",
            "scheduled",
            "running",
            "cancelled",
            "excluded",
        ]))
        .help(
            "`scheduled` starts a draft, `cancelled` stops a scheduled or running \
simulation, `excluded` takes a cancelled one out of all reports.",
        ),
    Param::body("durationInDays")
        .kind(Kind::Integer)
        .help("How long the simulation runs."),
    Param::body("includedAccountTarget")
        .kind(Kind::Json)
        .help("Who is attacked: addresses of users, or all users of the tenant.")
        .words(&[(
            "type",
            &["unknown", "includeAll", "addressBook", "unknownFutureValue"],
        )])
        .example(concat!(
            "{\"@odata.type\":\"#microsoft.graph.addressBookAccountTargetCon",
            "tent\",\"accountTargetEmails\":[\"bruno.adler@contoso.com\"],\"typ",
            "e\":\"addressBook\"}"
        )),
    Param::body("excludedAccountTarget")
        .kind(Kind::Json)
        .help("Who is left out.")
        .words(&[(
            "type",
            &["unknown", "includeAll", "addressBook", "unknownFutureValue"],
        )])
        .example(concat!(
            "{\"@odata.type\":\"#microsoft.graph.addressBookAccountTargetCon",
            "tent\",\"accountTargetEmails\":[\"bruno.adler@contoso.com\"],\"typ",
            "e\":\"addressBook\"}"
        )),
    Param::body("payload@odata.bind").help(
        "Address of the payload: \
`https://graph.microsoft.com/v1.0/security/attackSimulation/payloads/ID`.",
    ),
])
.body(BodyKind::Json)
.idempotent()
.permissions(
    &["AttackSimulation.ReadWrite.All"],
    &["AttackSimulation.ReadWrite.All"],
)
.completion(
    &Completion::new(
        &crate::graph::attack_simulation::OPERATION_GET,
        ("operation_id", "id"),
        "status",
    )
    .open(&["notStarted", "running"])
    .succeeded(&["succeeded"])
    .failed(&["failed"])
    .pause(Pause::seconds(5, 60))
    .note("The answer is empty; its `Location` names the operation."),
)
.target(
    &Target::new("simulation_id", "graph.attack_simulation.simulation_get")
        .name(&["displayName"])
        .shows(&["status", "launchDateTime"]),
)
.effect(Effect::new(EffectKind::Irreversible).felt())
.source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/simulation-update.md");

/// Change, schedule, cancel or exclude a simulation.
///
/// The change takes effect when the operation that the answer names has succeeded.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/simulation-update.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let started = client.graph().attack_simulation().simulation_update("08384705-4ae6-4e9c-b3c2-7cb178bb9fcb").begin().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct SimulationUpdate {
    client: Client,
    request: Request,
}

impl SimulationUpdate {
    pub(super) fn new(client: &Client, simulation_id: impl Into<Id<Simulation>>) -> Self {
        let simulation_id: Id<Simulation> = simulation_id.into();
        let request = Request::new(&SIMULATION_UPDATE).set("simulation_id", simulation_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Name of the simulation.
    pub fn display_name(mut self, display_name: impl Into<String>) -> Self {
        let display_name: String = display_name.into();
        self.request = self.request.set("displayName", display_name);
        self
    }

    /// Technique of the attack.
    pub fn attack_technique(
        mut self,
        attack_technique: impl Into<SimulationAttackTechnique>,
    ) -> Self {
        let attack_technique: SimulationAttackTechnique = attack_technique.into();
        self.request = self.request.set("attackTechnique", attack_technique);
        self
    }

    /// Type of the attack.
    pub fn attack_type(mut self, attack_type: impl Into<SimulationAttackType>) -> Self {
        let attack_type: SimulationAttackType = attack_type.into();
        self.request = self.request.set("attackType", attack_type);
        self
    }

    /// `scheduled` starts a draft, `cancelled` stops a scheduled or running simulation, `excluded`
    /// takes a cancelled one out of all reports.
    pub fn status(mut self, status: impl Into<SimulationStatus>) -> Self {
        let status: SimulationStatus = status.into();
        self.request = self.request.set("status", status);
        self
    }

    /// How long the simulation runs.
    pub fn duration_in_days(mut self, duration_in_days: u32) -> Self {
        self.request = self.request.set("durationInDays", duration_in_days);
        self
    }

    /// Who is attacked: addresses of users, or all users of the tenant.
    pub fn included_account_target(
        mut self,
        included_account_target: &AccountTargetContent,
    ) -> Self {
        self.request = self
            .request
            .set_json("includedAccountTarget", included_account_target);
        self
    }

    /// Who is left out.
    pub fn excluded_account_target(
        mut self,
        excluded_account_target: &AccountTargetContent,
    ) -> Self {
        self.request = self
            .request
            .set_json("excludedAccountTarget", excluded_account_target);
        self
    }

    /// Address of the payload:
    /// `https://graph.microsoft.com/v1.0/security/attackSimulation/payloads/ID`.
    pub fn payload_odata_bind(mut self, payload_odata_bind: impl Into<String>) -> Self {
        let payload_odata_bind: String = payload_odata_bind.into();
        self.request = self.request.set("payload@odata.bind", payload_odata_bind);
        self
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request; the answer holds nothing.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<()> {
        self.client.send_empty(self.request).await
    }

    /// Starts the action.
    /// [`wait`](Started::wait) follows it to its end.
    ///
    /// # Errors
    /// See [`Client::begin`](http_core::Client::begin).
    pub async fn begin(self) -> Result<Started<AttackSimulationOperation>> {
        self.client.begin(self.request).await
    }
}

http_core::call_options!(SimulationUpdate);
