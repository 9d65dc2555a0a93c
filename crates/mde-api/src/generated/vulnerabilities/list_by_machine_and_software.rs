//! `mde.vulnerabilities.list_by_machine_and_software`: List vulnerabilities per device and
//! software.

use http_core::odata::Filter;
use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, FilterProperty, Items, Kind, Operation, Page, Pager,
    Paging, Param, RawItems, Record, RecordKind, Request, Result,
};

use crate::vulnerabilities::MachineVulnerability;

/// `mde.vulnerabilities.list_by_machine_and_software`: List vulnerabilities per device and
/// software.
pub static LIST_BY_MACHINE_AND_SOFTWARE: Operation = Operation::get(
    "mde.vulnerabilities.list_by_machine_and_software",
    "/api/vulnerabilities/machinesVulnerabilities",
)
.host("mde")
.summary("List vulnerabilities per device and software")
.help(
    "Records can change places while the list is read. Use \
`mde.assessments.export_software_vulnerabilities` for a whole tenant.",
)
.inputs(&[
    Param::query("$filter")
        .help("OData filter. Text stands in single quotes; a quote inside is doubled.")
        .example("severity eq 'High'"),
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
.filterable(&[
    "id",
    "cveId",
    "machineId",
    "fixingKbId",
    "productName",
    "productVersion",
    "severity",
    "productVendor",
])
.filter_types(&[FilterProperty::new(
    "severity",
    Kind::Enum(&["Low", "Medium", "High", "Critical"]),
)])
.permissions(&["Vulnerability.Read.All"], &["Vulnerability.Read"])
.record(&Record::new(RecordKind::Snapshot).key(&["id"]))
.columns(&[
    Column::new("cveId", Cell::Id),
    Column::new("machineId", Cell::Id),
    Column::new("severity", Cell::Severity),
    Column::new("productName", Cell::Name),
    Column::new("productVersion", Cell::Text),
    Column::new("fixingKbId", Cell::Id),
])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-all-vulnerabilities-by-machines.md");

/// List vulnerabilities per device and software.
///
/// Records can change places while the list is read. Use
/// `mde.assessments.export_software_vulnerabilities` for a whole tenant.
///
/// Source:
/// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-all-vulnerabilities-by-machines.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.vulnerabilities().list_by_machine_and_software().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListVulnerabilitiesByMachineAndSoftware {
    client: Client,
    request: Request,
}

impl ListVulnerabilitiesByMachineAndSoftware {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&LIST_BY_MACHINE_AND_SOFTWARE);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// OData filter. Text stands in single quotes; a quote inside is doubled.
    /// [`MachineVulnerabilityFilter`](super::MachineVulnerabilityFilter) has the documented
    /// properties.
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
    pub async fn send(self) -> Result<Page<MachineVulnerability>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<MachineVulnerability> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<MachineVulnerability> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<MachineVulnerability> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListVulnerabilitiesByMachineAndSoftware);
