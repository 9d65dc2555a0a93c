//! `graph.attack_simulation_reports.list_simulation_coverage`: List how often each user was in
//! a simulation and fell for it.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Header, Items, Operation, Page, Pager, Paging, RawItems,
    Record, RecordKind, Request, Result,
};

use crate::graph::attack_simulation_reports::AttackSimulationSimulationUserCoverage;

/// `graph.attack_simulation_reports.list_simulation_coverage`: List how often each user was in
/// a simulation and fell for it.
pub static LIST_SIMULATION_COVERAGE: Operation = Operation::get("graph.attack_simulation_reports.list_simulation_coverage", "/v1.0/reports/security/getAttackSimulationSimulationUserCoverage").host("graph").summary("List how often each user was in a simulation and fell for it").help("Users who were in no simulation have null counts.").headers(&[Header::new("prefer", "include-unknown-enum-members"),]).collection("value").paging(Paging::NextLink).permissions(&["AttackSimulation.Read.All"], &["AttackSimulation.Read.All"]).record(&Record::new(RecordKind::Snapshot)).columns(&[Column::new("attackSimulationUser.displayName", Cell::Name),Column::new("simulationCount", Cell::Number),Column::new("clickCount", Cell::Number),Column::new("compromisedCount", Cell::Number),Column::new("latestSimulationDateTime", Cell::Age),]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/securityreportsroot-getattacksimulationsimulationusercoverage.md");

/// List how often each user was in a simulation and fell for it.
///
/// Users who were in no simulation have null counts.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/securityreportsroot-getattacksimulationsimulationusercoverage.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph().attack_simulation_reports().list_simulation_coverage().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListAttackSimulationReportSimulationCoverage {
    client: Client,
    request: Request,
}

impl ListAttackSimulationReportSimulationCoverage {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&LIST_SIMULATION_COVERAGE);
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
    pub async fn send(self) -> Result<Page<AttackSimulationSimulationUserCoverage>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<AttackSimulationSimulationUserCoverage> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<AttackSimulationSimulationUserCoverage> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<AttackSimulationSimulationUserCoverage> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListAttackSimulationReportSimulationCoverage);
