//! `graph.cases.list`: List cases.

use http_core::odata::Filter;
use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, FilterProperty, Header, Items, Kind, Newest, Operation,
    Page, Pager, Paging, Param, RawItems, Record, RecordKind, Request, Result, Since, SinceForm,
    Status,
};

use crate::graph::cases::Case;

/// `graph.cases.list`: List cases. Status: preview.
pub static LIST: Operation = Operation::get("graph.cases.list", "/beta/security/caseManagement/cases").host("graph").summary("List cases").help("Signed-in users need one of the roles Security Reader, Security Operator \
or Security Administrator.").status(Status::Preview).inputs(&[Param::query("$count").kind(Kind::Bool).help("Also returns the total number of rows."),
Param::query("$filter").help("OData filter. Text stands in single quotes; a quote inside is doubled.").example("status eq 'open'"),
Param::query("$orderby").help("Property to sort by, followed by `asc` or `desc`."),
Param::query("$skip").kind(Kind::Integer).help("Number of rows to skip."),
Param::query("$top").kind(Kind::Integer).help("Rows per page; it does not limit the total."),
]).headers(&[Header::new("prefer", "include-unknown-enum-members"),]).collection("value").paging(Paging::NextLink).filterable(&["id", "displayName", "status", "createdBy", "createdDateTime", "lastModifiedBy", "lastModifiedDateTime"]).filter_types(&[FilterProperty::new("createdDateTime", Kind::Time),FilterProperty::new("lastModifiedDateTime", Kind::Time),]).permissions(&["CaseManagement.Read.All", "CaseManagement.ReadWrite.All"], &["CaseManagement.Read.All", "CaseManagement.ReadWrite.All"]).record(&Record::new(RecordKind::Mutable).key(&["id"]).version("lastModifiedDateTime").created("createdDateTime").newest(Newest::new("lastModifiedDateTime", &[("$orderby", "lastModifiedDateTime desc"),])).since(Since::new("lastModifiedDateTime", SinceForm::Filter("lastModifiedDateTime")))).columns(&[Column::new("id", Cell::Id),Column::new("displayName", Cell::Name),Column::new("@odata.type", Cell::Text),Column::new("status", Cell::Text),Column::new("createdBy", Cell::Text),Column::new("lastModifiedDateTime", Cell::Age),]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagementroot-list-cases.md");

/// List cases.
///
/// Signed-in users need one of the roles Security Reader, Security Operator or Security
/// Administrator.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagementroot-list-cases.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph().cases().list().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListCases {
    client: Client,
    request: Request,
}

impl ListCases {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&LIST);
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

    /// OData filter. Text stands in single quotes; a quote inside is doubled.
    /// [`CaseFilter`](super::CaseFilter) has the documented properties.
    pub fn filter(mut self, filter: impl Into<Filter>) -> Self {
        let filter: Filter = filter.into();
        self.request = self.request.filter(filter);
        self
    }

    /// Property to sort by, followed by `asc` or `desc`.
    pub fn orderby(mut self, orderby: impl Into<String>) -> Self {
        let orderby: String = orderby.into();
        self.request = self.request.set("$orderby", orderby);
        self
    }

    /// Number of rows to skip.
    pub fn skip(mut self, skip: u32) -> Self {
        self.request = self.request.set("$skip", skip);
        self
    }

    /// Rows per page; it does not limit the total.
    pub fn top(mut self, top: u32) -> Self {
        self.request = self.request.set("$top", top);
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
    pub async fn send(self) -> Result<Page<Case>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<Case> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<Case> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<Case> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListCases);
