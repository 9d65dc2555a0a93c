//! `mde.remediation_tasks.list`: List remediation activities.

use http_core::odata::Filter;
use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, FilterProperty, Items, Kind, Operation, Page, Pager,
    Paging, Param, RawItems, Record, RecordKind, Request, Result, Since, SinceForm,
};

use crate::remediation_tasks::RemediationTask;

/// `mde.remediation_tasks.list`: List remediation activities.
pub static LIST: Operation = Operation::get("mde.remediation_tasks.list", "/api/remediationTasks")
    .host("mde")
    .summary("List remediation activities")
    .help("Remediation exceptions are not listed.")
    .inputs(&[
        Param::query("$filter")
            .help("OData filter. Text stands in single quotes; a quote inside is doubled.")
            .example("status eq 'Active'"),
        Param::query("$top")
            .kind(Kind::Integer)
            .help("Rows per page; it does not limit the total."),
        Param::query("$skip")
            .kind(Kind::Integer)
            .help("Number of rows to skip."),
    ])
    .collection("value")
    .paging(Paging::Skip)
    .page_size(10000)
    .filterable(&["createdon", "status"])
    .filter_types(&[
        FilterProperty::new("createdon", Kind::Time),
        FilterProperty::new("status", Kind::Enum(&["Active", "Completed"])),
    ])
    .permissions(&["RemediationTasks.Read.All"], &["RemediationTasks.Read"])
    .record(
        &Record::new(RecordKind::Mutable)
            .key(&["id"])
            .version("statusLastModifiedOn")
            .created("createdOn")
            .since(Since::new("createdOn", SinceForm::Filter("createdon"))),
    )
    .columns(&[
        Column::new("id", Cell::Id),
        Column::new("title", Cell::Name),
        Column::new("status", Cell::Text),
        Column::new("priority", Cell::Severity),
        Column::new("fixedDevices", Cell::Number),
        Column::new("targetDevices", Cell::Number),
        Column::new("dueOn", Cell::Age),
    ])
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-remediation-all-activities.md");

/// List remediation activities.
///
/// Remediation exceptions are not listed.
///
/// Source:
/// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-remediation-all-activities.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.remediation_tasks().list().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListRemediationTasks {
    client: Client,
    request: Request,
}

impl ListRemediationTasks {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&LIST);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// OData filter. Text stands in single quotes; a quote inside is doubled.
    /// [`RemediationTaskFilter`](super::RemediationTaskFilter) has the documented properties.
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

    /// Number of rows to skip.
    pub fn skip(mut self, skip: u32) -> Self {
        self.request = self.request.set("$skip", skip);
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
    pub async fn send(self) -> Result<Page<RemediationTask>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<RemediationTask> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<RemediationTask> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<RemediationTask> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListRemediationTasks);
