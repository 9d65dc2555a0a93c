//! `graph.attack_simulation.operation_get`: Get how far the creation or change of a simulation
//! is.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result};

use crate::graph::attack_simulation::AttackSimulationOperation;

/// `graph.attack_simulation.operation_get`: Get how far the creation or change of a simulation
/// is.
pub static OPERATION_GET: Operation = Operation::get("graph.attack_simulation.operation_get", "/v1.0/security/attackSimulation/operations/{operation_id}").host("graph").summary("Get how far the creation or change of a simulation is").help("It shows the request, not the simulation: a simulation goes on for days \
after `succeeded`.").inputs(&[Param::path("operation_id").example("15c1ac86-1cca-4aea-8658-62fa50566b2f"),
]).headers(&[Header::new("prefer", "include-unknown-enum-members"),]).answer(AnswerKind::Entity).permissions(&["AttackSimulation.Read.All"], &["AttackSimulation.Read.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/attacksimulationoperation-get.md");

/// Get how far the creation or change of a simulation is.
///
/// It shows the request, not the simulation: a simulation goes on for days after `succeeded`.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/attacksimulationoperation-get.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().attack_simulation().operation_get("15c1ac86-1cca-4aea-8658-62fa50566b2f").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct OperationGet {
    client: Client,
    request: Request,
}

impl OperationGet {
    pub(super) fn new(
        client: &Client,
        operation_id: impl Into<Id<AttackSimulationOperation>>,
    ) -> Self {
        let operation_id: Id<AttackSimulationOperation> = operation_id.into();
        let request = Request::new(&OPERATION_GET).set("operation_id", operation_id);
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
    pub async fn send(self) -> Result<AttackSimulationOperation> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(OperationGet);
