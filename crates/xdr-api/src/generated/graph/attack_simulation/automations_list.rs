//! `graph.attack_simulation.automations_list`: List simulation automations.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Header, Items, Operation, Page, Pager, Paging, RawItems,
    Record, RecordKind, Request, Result,
};

use crate::graph::attack_simulation::SimulationAutomation;

/// `graph.attack_simulation.automations_list`: List simulation automations.
pub static AUTOMATIONS_LIST: Operation = Operation::get("graph.attack_simulation.automations_list", "/v1.0/security/attackSimulation/simulationAutomations").host("graph").summary("List simulation automations").headers(&[Header::new("prefer", "include-unknown-enum-members"),]).collection("value").paging(Paging::NextLink).permissions(&["AttackSimulation.Read.All"], &["AttackSimulation.Read.All"]).record(&Record::new(RecordKind::Mutable).key(&["id"]).version("lastModifiedDateTime").created("createdDateTime")).columns(&[Column::new("id", Cell::Id),Column::new("displayName", Cell::Name),Column::new("status", Cell::Text),Column::new("lastRunDateTime", Cell::Age),Column::new("nextRunDateTime", Cell::Age),]).source("microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/attacksimulationroot-list-simulationautomations.md");

/// List simulation automations.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/attacksimulationroot-list-simulationautomations.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph().attack_simulation().automations_list().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct AutomationsList {
    client: Client,
    request: Request,
}

impl AutomationsList {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&AUTOMATIONS_LIST);
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
    pub async fn send(self) -> Result<Page<SimulationAutomation>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<SimulationAutomation> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<SimulationAutomation> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<SimulationAutomation> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(AutomationsList);
