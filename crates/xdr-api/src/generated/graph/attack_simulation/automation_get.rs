//! `graph.attack_simulation.automation_get`: Get one simulation automation.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result};

use crate::graph::attack_simulation::SimulationAutomation;

/// `graph.attack_simulation.automation_get`: Get one simulation automation.
pub static AUTOMATION_GET: Operation = Operation::get(
    "graph.attack_simulation.automation_get",
    "/v1.0/security/attackSimulation/simulationAutomations/{simulation_automation_id}",
)
.host("graph")
.summary("Get one simulation automation")
.inputs(&[Param::path("simulation_automation_id").example("fe1c7042-df00-4e28-9e4c-ff51a6dedc3d")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.answer(AnswerKind::Entity)
.permissions(
    &["AttackSimulation.Read.All"],
    &["AttackSimulation.Read.All"],
)
.source("microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json");

/// Get one simulation automation.
///
/// Source: `microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().attack_simulation().automation_get("fe1c7042-df00-4e28-9e4c-ff51a6dedc3d").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct AutomationGet {
    client: Client,
    request: Request,
}

impl AutomationGet {
    pub(super) fn new(
        client: &Client,
        simulation_automation_id: impl Into<Id<SimulationAutomation>>,
    ) -> Self {
        let simulation_automation_id: Id<SimulationAutomation> = simulation_automation_id.into();
        let request =
            Request::new(&AUTOMATION_GET).set("simulation_automation_id", simulation_automation_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request and decodes the answer.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<SimulationAutomation> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(AutomationGet);
