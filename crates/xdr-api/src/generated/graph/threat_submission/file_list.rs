//! `graph.threat_submission.file_list`: List file submissions.

use http_core::odata::Filter;
use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Header, Items, Kind, Operation, Page, Pager, Paging, Param,
    RawItems, Record, RecordKind, Request, Result, Status,
};

use crate::graph::threat_submission::FileThreatSubmission;

/// `graph.threat_submission.file_list`: List file submissions. Status: preview.
pub static FILE_LIST: Operation = Operation::get("graph.threat_submission.file_list", "/beta/security/threatSubmission/fileThreats").host("graph").summary("List file submissions").status(Status::Preview).inputs(&[Param::query("$filter").help("OData filter. Text stands in single quotes; a quote inside is doubled.").example("status eq 'running'"),
Param::query("$top").kind(Kind::Integer).help("Rows per page; it does not limit the total."),
Param::query("$skipToken").help("Continuation token from a next link."),
Param::query("$count").kind(Kind::Bool).help("Also returns the total number of rows."),
]).headers(&[Header::new("prefer", "include-unknown-enum-members"),]).collection("value").paging(Paging::NextLink).permissions(&["ThreatSubmission.Read.All", "ThreatSubmission.ReadWrite.All"], &["ThreatSubmission.Read", "ThreatSubmission.ReadWrite", "ThreatSubmission.Read.All", "ThreatSubmission.ReadWrite.All"]).record(&Record::new(RecordKind::Mutable).key(&["id"]).created("createdDateTime")).columns(&[Column::new("id", Cell::Id),Column::new("fileName", Cell::Name),Column::new("category", Cell::Text),Column::new("status", Cell::Text),Column::new("createdDateTime", Cell::Age),]).source("microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-filethreatsubmission-list.md");

/// List file submissions.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-filethreatsubmission-list.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph().threat_submission().file_list().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct FileList {
    client: Client,
    request: Request,
}

impl FileList {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&FILE_LIST);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// OData filter. Text stands in single quotes; a quote inside is doubled.
    pub fn filter(mut self, filter: impl Into<Filter>) -> Self {
        let filter: Filter = filter.into();
        self.request = self.request.filter(filter);
        self
    }

    /// Rows per page; it does not limit the total.
    pub fn top(mut self, top: u32) -> Self {
        self.request = self.request.set("$top", top);
        self
    }

    /// Continuation token from a next link.
    pub fn skip_token(mut self, skip_token: impl Into<String>) -> Self {
        let skip_token: String = skip_token.into();
        self.request = self.request.set("$skipToken", skip_token);
        self
    }

    /// Also returns the total number of rows.
    pub fn count(mut self, count: bool) -> Self {
        self.request = self.request.set("$count", count);
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
    pub async fn send(self) -> Result<Page<FileThreatSubmission>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<FileThreatSubmission> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<FileThreatSubmission> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<FileThreatSubmission> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(FileList);
