//! `graph.attack_simulation.simulation_get`: Get one simulation.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result};

use crate::graph::attack_simulation::Simulation;

/// `graph.attack_simulation.simulation_get`: Get one simulation.
pub static SIMULATION_GET: Operation = Operation::get(
    "graph.attack_simulation.simulation_get",
    "/v1.0/security/attackSimulation/simulations/{simulation_id}",
)
.host("graph")
.summary("Get one simulation")
.inputs(&[Param::path("simulation_id").example("08384705-4ae6-4e9c-b3c2-7cb178bb9fcb")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.answer(AnswerKind::Entity)
.permissions(
    &["AttackSimulation.Read.All"],
    &["AttackSimulation.Read.All"],
)
.source("microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json");

/// Get one simulation.
///
/// Source: `microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().attack_simulation().simulation_get("08384705-4ae6-4e9c-b3c2-7cb178bb9fcb").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct SimulationGet {
    client: Client,
    request: Request,
}

impl SimulationGet {
    pub(super) fn new(client: &Client, simulation_id: impl Into<Id<Simulation>>) -> Self {
        let simulation_id: Id<Simulation> = simulation_id.into();
        let request = Request::new(&SIMULATION_GET).set("simulation_id", simulation_id);
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
    pub async fn send(self) -> Result<Simulation> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(SimulationGet);
