//! `mde.remediation_tasks.list`: List remediation activities.

use http_core::odata::Filter;
use http_core::{
    Cell, Client, Column, Continuation, Items, Kind, Operation, Page, Pager, Paging, Param,
    RawItems, Record, RecordKind, Request, Result, Since, SinceForm,
};

use crate::remediation_tasks::RemediationTask;

/// `mde.remediation_tasks.list`: List remediation activities.
pub static LIST: Operation = Operation::get("mde.remediation_tasks.list", "/api/remediationTasks")
    .host("mde")
    .summary("List remediation activities")
    .help(
        "Application permission confirmed with the plural Tasks \
(MicrosoftDocs/microsoft-365-docs#6059); the delegated one is printed in \
the singular. The sample path is lower-case with a trailing slash: paths \
are not case-sensitive. Remediation exceptions have no endpoint \
(MicrosoftDocs/microsoft-365-docs#9232).",
    )
    .inputs(&[
        Param::query("$filter")
            .help("OData filter; text values in single quotes, a quote inside is doubled"),
        Param::query("$top").kind(Kind::Integer).help(
            "how many rows the service puts into one answer; not a total, use a limit \
on the caller's side for that",
        ),
        Param::query("$skip")
            .kind(Kind::Integer)
            .help("how many rows the service leaves out"),
    ])
    .collection("value")
    .paging(Paging::Skip)
    .page_size(10000)
    .filterable(&["createdon", "status"])
    .permissions(&["RemediationTasks.Read.All"], &["RemediationTask.Read"])
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
/// Application permission confirmed with the plural Tasks
/// (MicrosoftDocs/microsoft-365-docs#6059); the delegated one is printed in the singular. The
/// sample path is lower-case with a trailing slash: paths are not case-sensitive. Remediation
/// exceptions have no endpoint (MicrosoftDocs/microsoft-365-docs#9232).
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

    /// Filter. OData filter; text values in single quotes, a quote inside is doubled.
    pub fn filter(mut self, filter: impl Into<Filter>) -> Self {
        let filter: Filter = filter.into();
        self.request = self.request.filter(filter);
        self
    }

    /// Top. How many rows the service puts into one answer; not a total, use a limit on the
    /// caller's side for that.
    pub fn top(mut self, top: u32) -> Self {
        self.request = self.request.set("$top", top);
        self
    }

    /// Skip. How many rows the service leaves out.
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
}
