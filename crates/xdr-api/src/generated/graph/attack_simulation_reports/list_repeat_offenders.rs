//! `graph.attack_simulation_reports.list_repeat_offenders`: List users who fell for simulations
//! more than once.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Header, Items, Operation, Page, Pager, Paging, RawItems,
    Record, RecordKind, Request, Result,
};

use crate::graph::attack_simulation_reports::AttackSimulationRepeatOffender;

/// `graph.attack_simulation_reports.list_repeat_offenders`: List users who fell for simulations
/// more than once.
pub static LIST_REPEAT_OFFENDERS: Operation = Operation::get("graph.attack_simulation_reports.list_repeat_offenders", "/v1.0/reports/security/getAttackSimulationRepeatOffenders").host("graph").summary("List users who fell for simulations more than once").headers(&[Header::new("prefer", "include-unknown-enum-members"),]).collection("value").paging(Paging::NextLink).permissions(&["AttackSimulation.Read.All"], &["AttackSimulation.Read.All"]).record(&Record::new(RecordKind::Snapshot)).columns(&[Column::new("attackSimulationUser.displayName", Cell::Name),Column::new("repeatOffenceCount", Cell::Number),]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/securityreportsroot-getattacksimulationrepeatoffenders.md");

/// List users who fell for simulations more than once.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/securityreportsroot-getattacksimulationrepeatoffenders.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph().attack_simulation_reports().list_repeat_offenders().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListAttackSimulationReportRepeatOffenders {
    client: Client,
    request: Request,
}

impl ListAttackSimulationReportRepeatOffenders {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&LIST_REPEAT_OFFENDERS);
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
    pub async fn send(self) -> Result<Page<AttackSimulationRepeatOffender>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<AttackSimulationRepeatOffender> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<AttackSimulationRepeatOffender> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<AttackSimulationRepeatOffender> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListAttackSimulationReportRepeatOffenders);
