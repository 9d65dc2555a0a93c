//! `mde.machine_actions.list`: List machine actions.

use http_core::odata::Filter;
use http_core::{
    Cell, Client, Column, Continuation, Items, Kind, Operation, Page, Pager, Paging, Param,
    RateLimit, RawItems, Record, RecordKind, Request, Result, Since, SinceForm,
};

use crate::machine_actions::MachineAction;

/// `mde.machine_actions.list`: List machine actions.
pub static LIST: Operation = Operation::get("mde.machine_actions.list", "/api/machineactions")
    .host("mde")
    .summary("List machine actions")
    .help(
        "The page writes $stop for $top. Its samples hold lastUpdateTimeUtc where \
the service sends lastUpdateDateTimeUtc. Live response started in the \
portal is not listed. Delegated callers need the role permission 'View \
Data'.",
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
    .paging(Paging::NextLink)
    .page_size(10000)
    .filterable(&[
        "id",
        "status",
        "machineId",
        "type",
        "requestor",
        "creationDateTimeUtc",
    ])
    .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
    .permissions(
        &["Machine.Read.All", "Machine.ReadWrite.All"],
        &["Machine.Read", "Machine.ReadWrite"],
    )
    .role("View Data")
    .record(
        &Record::new(RecordKind::Mutable)
            .key(&["id"])
            .version("lastUpdateDateTimeUtc")
            .created("creationDateTimeUtc")
            .since(Since::new(
                "creationDateTimeUtc",
                SinceForm::Filter("creationDateTimeUtc"),
            )),
    )
    .columns(&[
        Column::new("id", Cell::Id),
        Column::new("type", Cell::Text),
        Column::new("status", Cell::Text),
        Column::new("computerDnsName", Cell::Name),
        Column::new("requestor", Cell::Text),
        Column::new("creationDateTimeUtc", Cell::Age),
        Column::new("requestorComment", Cell::Text),
    ])
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-machineactions-collection.md");

/// List machine actions.
///
/// The page writes `$stop` for `$top.` Its samples hold lastUpdateTimeUtc where the service
/// sends lastUpdateDateTimeUtc. Live response started in the portal is not listed. Delegated
/// callers need the role permission 'View Data'.
///
/// Source:
/// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-machineactions-collection.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.machine_actions().list().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListMachineActions {
    client: Client,
    request: Request,
}

impl ListMachineActions {
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
    pub async fn send(self) -> Result<Page<MachineAction>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<MachineAction> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<MachineAction> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<MachineAction> {
        self.client.rows(self.request).into_raw_items()
    }
}
