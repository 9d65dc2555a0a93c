//! `graph.attack_simulation.automation_runs_list`: List runs of a simulation automation.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Header, Id, Items, Operation, Page, Pager, Paging, Param,
    RawItems, Record, RecordKind, Request, Result,
};

use crate::graph::attack_simulation::SimulationAutomation;
use crate::graph::attack_simulation::SimulationAutomationRun;

/// `graph.attack_simulation.automation_runs_list`: List runs of a simulation automation.
pub static AUTOMATION_RUNS_LIST: Operation = Operation::get("graph.attack_simulation.automation_runs_list", "/v1.0/security/attackSimulation/simulationAutomations/{simulation_automation_id}/runs").host("graph").summary("List runs of a simulation automation").inputs(&[Param::path("simulation_automation_id").example("fe1c7042-df00-4e28-9e4c-ff51a6dedc3d"),
]).headers(&[Header::new("prefer", "include-unknown-enum-members"),]).collection("value").paging(Paging::NextLink).permissions(&["AttackSimulation.Read.All"], &["AttackSimulation.Read.All"]).record(&Record::new(RecordKind::Event).key(&["id"]).created("startDateTime")).columns(&[Column::new("id", Cell::Id),Column::new("status", Cell::Text),Column::new("startDateTime", Cell::Age),Column::new("endDateTime", Cell::Age),]).source("microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/simulationautomation-list-runs.md");

/// List runs of a simulation automation.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/simulationautomation-list-runs.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph().attack_simulation().automation_runs_list("fe1c7042-df00-4e28-9e4c-ff51a6dedc3d").items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct AutomationRunsList {
    client: Client,
    request: Request,
}

impl AutomationRunsList {
    pub(super) fn new(
        client: &Client,
        simulation_automation_id: impl Into<Id<SimulationAutomation>>,
    ) -> Self {
        let simulation_automation_id: Id<SimulationAutomation> = simulation_automation_id.into();
        let request = Request::new(&AUTOMATION_RUNS_LIST)
            .set("simulation_automation_id", simulation_automation_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Begins where another reading of the list stopped: on the page after the continuation's.
    pub fn resume(mut self, continuation: &Continuation) -> Self {
        self.request = self.request.resume(continuation);
        self
    }

    /// Sends the request and decodes the first page.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<Page<SimulationAutomationRun>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<SimulationAutomationRun> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<SimulationAutomationRun> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<SimulationAutomationRun> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(AutomationRunsList);
