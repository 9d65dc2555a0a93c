//! `graph.case_tasks.list`: List the tasks of a case.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Header, Id, Items, Operation, Page, Pager, Paging, Param,
    RawItems, Record, RecordKind, Request, Result, Status,
};

use crate::graph::case_tasks::CaseTask;
use crate::graph::cases::Case;

/// `graph.case_tasks.list`: List the tasks of a case. Status: preview.
pub static LIST: Operation = Operation::get("graph.case_tasks.list", "/beta/security/caseManagement/cases/{case_id}/tasks").host("graph").summary("List the tasks of a case").help("Signed-in users need one of the roles Security Reader, Security Operator \
or Security Administrator.").status(Status::Preview).inputs(&[Param::path("case_id").example("00430205-f39e-4fcf-a7d2-a012ee05c000"),
]).headers(&[Header::new("prefer", "include-unknown-enum-members"),]).collection("value").paging(Paging::NextLink).permissions(&["CaseManagement.Read.All", "CaseManagement.ReadWrite.All"], &["CaseManagement.Read.All", "CaseManagement.ReadWrite.All"]).record(&Record::new(RecordKind::Mutable).key(&["id"]).version("lastModifiedDateTime").created("createdDateTime")).columns(&[Column::new("id", Cell::Id),Column::new("displayName", Cell::Name),Column::new("status", Cell::Text),Column::new("priority", Cell::Text),Column::new("category", Cell::Text),Column::new("assignedTo", Cell::Text),Column::new("dueDateTime", Cell::Age),]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagement-case-list-tasks.md");

/// List the tasks of a case.
///
/// Signed-in users need one of the roles Security Reader, Security Operator or Security
/// Administrator.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagement-case-list-tasks.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph().case_tasks().list("00430205-f39e-4fcf-a7d2-a012ee05c000").items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListCaseTasks {
    client: Client,
    request: Request,
}

impl ListCaseTasks {
    pub(super) fn new(client: &Client, case_id: impl Into<Id<Case>>) -> Self {
        let case_id: Id<Case> = case_id.into();
        let request = Request::new(&LIST).set("case_id", case_id);
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
    pub async fn send(self) -> Result<Page<CaseTask>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<CaseTask> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<CaseTask> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<CaseTask> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListCaseTasks);
