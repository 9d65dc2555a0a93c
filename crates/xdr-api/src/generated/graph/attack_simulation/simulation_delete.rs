//! `graph.attack_simulation.simulation_delete`: Delete a simulation.

use http_core::{Client, Effect, EffectKind, Id, Operation, Param, Request, Result, Target};

use crate::graph::attack_simulation::Simulation;

/// `graph.attack_simulation.simulation_delete`: Delete a simulation.
pub static SIMULATION_DELETE: Operation = Operation::delete(
    "graph.attack_simulation.simulation_delete",
    "/v1.0/security/attackSimulation/simulations/{simulation_id}",
)
.host("graph")
.summary("Delete a simulation")
.help("Its report goes with it.")
.inputs(&[Param::path("simulation_id").example("08384705-4ae6-4e9c-b3c2-7cb178bb9fcb")])
.permissions(
    &["AttackSimulation.ReadWrite.All"],
    &["AttackSimulation.ReadWrite.All"],
)
.target(
    &Target::new("simulation_id", "graph.attack_simulation.simulation_get")
        .name(&["displayName"])
        .shows(&["status", "launchDateTime"]),
)
.effect(Effect::new(EffectKind::Irreversible))
.source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/simulation-delete.md");

/// Delete a simulation.
///
/// Its report goes with it.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/simulation-delete.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.graph().attack_simulation().simulation_delete("08384705-4ae6-4e9c-b3c2-7cb178bb9fcb").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct SimulationDelete {
    client: Client,
    request: Request,
}

impl SimulationDelete {
    pub(super) fn new(client: &Client, simulation_id: impl Into<Id<Simulation>>) -> Self {
        let simulation_id: Id<Simulation> = simulation_id.into();
        let request = Request::new(&SIMULATION_DELETE).set("simulation_id", simulation_id);
        Self {
            client: client.clone(),
            request,
        }
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
}

http_core::call_options!(SimulationDelete);
