//! `mde.machine_actions.list`: List machine actions.

use http_core::odata::Filter;
use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, FilterProperty, Items, Kind, Operation, Page, Pager,
    Paging, Param, RateLimit, RawItems, Record, RecordKind, Request, Result, Since, SinceForm,
};

use crate::machine_actions::MachineAction;

/// `mde.machine_actions.list`: List machine actions.
pub static LIST: Operation = Operation::get("mde.machine_actions.list", "/api/machineactions")
    .host("mde")
    .summary("List machine actions")
    .help("Live response sessions started in the portal are not listed.")
    .inputs(&[
        Param::query("$filter")
            .help("OData filter. Text stands in single quotes; a quote inside is doubled.")
            .example("status eq 'Failed'"),
        Param::query("$top")
            .kind(Kind::Integer)
            .help("Rows per page; it does not limit the total."),
        Param::query("$skip")
            .kind(Kind::Integer)
            .help("Number of rows to skip."),
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
    .filter_types(&[
        FilterProperty::new(
            "status",
            Kind::Enum(&[
                "Pending",
                "InProgress",
                "Succeeded",
                "Failed",
                "TimeOut",
                "Cancelled",
            ]),
        ),
        FilterProperty::new(
            "type",
            Kind::Enum(&[
                "RunAntiVirusScan",
                "Offboard",
                "LiveResponse",
                "CollectInvestigationPackage",
                "Isolate",
                "Unisolate",
                "StopAndQuarantineFile",
                "RestrictCodeExecution",
                "UnrestrictCodeExecution",
                "Unknown",
                "RequestSample",
                "Block",
                "RegenerateId",
                "Troubleshoot",
                "LogsCollection",
                "TokenRefresh",
                "EndpointConfigManagementCheckin",
                "EnableActiveDirectoryUser",
                "DisableActiveDirectoryUser",
                "ResetPasswordActiveDirectoryUser",
                "ImmuneActiveDirectoryCustomPlaybook",
            ]),
        ),
        FilterProperty::new("creationDateTimeUtc", Kind::Time),
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
        Column::new("creationDateTimeUtc", Cell::Age),
        Column::new("requestor", Cell::Text),
        Column::new("requestorComment", Cell::Text),
    ])
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-machineactions-collection.md");

/// List machine actions.
///
/// Live response sessions started in the portal are not listed.
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

    /// OData filter. Text stands in single quotes; a quote inside is doubled.
    /// [`MachineActionFilter`](super::MachineActionFilter) has the documented properties.
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

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListMachineActions);
