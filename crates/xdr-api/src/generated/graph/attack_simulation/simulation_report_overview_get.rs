//! `graph.attack_simulation.simulation_report_overview_get`: Get the overview of a simulation
//! report.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result};

use crate::graph::attack_simulation::Simulation;
use crate::graph::attack_simulation::SimulationReportOverview;

/// `graph.attack_simulation.simulation_report_overview_get`: Get the overview of a simulation
/// report.
pub static SIMULATION_REPORT_OVERVIEW_GET: Operation = Operation::get("graph.attack_simulation.simulation_report_overview_get", "/v1.0/security/attackSimulation/simulations/{simulation_id}/report/overview").host("graph").summary("Get the overview of a simulation report").inputs(&[Param::path("simulation_id").example("08384705-4ae6-4e9c-b3c2-7cb178bb9fcb"),
]).headers(&[Header::new("prefer", "include-unknown-enum-members"),]).answer(AnswerKind::Entity).permissions(&["AttackSimulation.Read.All"], &["AttackSimulation.Read.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/simulationreportoverview-get.md");

/// Get the overview of a simulation report.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/simulationreportoverview-get.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().attack_simulation().simulation_report_overview_get("08384705-4ae6-4e9c-b3c2-7cb178bb9fcb").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct SimulationReportOverviewGet {
    client: Client,
    request: Request,
}

impl SimulationReportOverviewGet {
    pub(super) fn new(client: &Client, simulation_id: impl Into<Id<Simulation>>) -> Self {
        let simulation_id: Id<Simulation> = simulation_id.into();
        let request =
            Request::new(&SIMULATION_REPORT_OVERVIEW_GET).set("simulation_id", simulation_id);
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
    pub async fn send(self) -> Result<SimulationReportOverview> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(SimulationReportOverviewGet);
