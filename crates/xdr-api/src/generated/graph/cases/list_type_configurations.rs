//! `graph.cases.list_type_configurations`: List the case types with their statuses.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Header, Items, Kind, Operation, Page, Pager, Paging, Param,
    RawItems, Record, RecordKind, Request, Result, Status,
};

use crate::graph::cases::CaseTypeConfiguration;

/// `graph.cases.list_type_configurations`: List the case types with their statuses. Status:
/// preview.
pub static LIST_TYPE_CONFIGURATIONS: Operation = Operation::get("graph.cases.list_type_configurations", "/beta/security/caseManagement/caseTypeConfigurations").host("graph").summary("List the case types with their statuses").help("Signed-in users need one of the roles Security Reader, Security Operator \
or Security Administrator.").status(Status::Preview).inputs(&[Param::query("$count").kind(Kind::Bool).help("Also returns the total number of rows."),
Param::query("$expand").help("`statuses` and `customFields` to include them.").example("statuses"),
]).headers(&[Header::new("prefer", "include-unknown-enum-members"),]).collection("value").paging(Paging::NextLink).permissions(&["CaseManagement.Read.All", "CaseManagement.ReadWrite.All"], &["CaseManagement.Read.All", "CaseManagement.ReadWrite.All"]).record(&Record::new(RecordKind::Snapshot).key(&["id"])).columns(&[Column::new("id", Cell::Id),Column::new("displayName", Cell::Name),Column::new("defaultStatusId", Cell::Text),]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagementroot-list-casetypeconfigurations.md");

/// List the case types with their statuses.
///
/// Signed-in users need one of the roles Security Reader, Security Operator or Security
/// Administrator.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagementroot-list-casetypeconfigurations.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph().cases().list_type_configurations().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListCaseTypeConfigurations {
    client: Client,
    request: Request,
}

impl ListCaseTypeConfigurations {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&LIST_TYPE_CONFIGURATIONS);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Also returns the total number of rows.
    pub fn count(mut self, count: bool) -> Self {
        self.request = self.request.set("$count", count);
        self
    }

    /// `statuses` and `customFields` to include them.
    pub fn expand(mut self, expand: impl Into<String>) -> Self {
        let expand: String = expand.into();
        self.request = self.request.set("$expand", expand);
        self
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
    pub async fn send(self) -> Result<Page<CaseTypeConfiguration>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<CaseTypeConfiguration> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<CaseTypeConfiguration> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<CaseTypeConfiguration> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListCaseTypeConfigurations);
