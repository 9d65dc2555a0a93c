//! `mde.vulnerabilities.list_by_machine_and_software`: List vulnerabilities per device and
//! software.

use http_core::odata::Filter;
use http_core::{
    Cell, Client, Column, Continuation, Items, Kind, Operation, Page, Pager, Paging, Param,
    RawItems, Record, RecordKind, Request, Result,
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
    "The page misspells $top as $stop. The full listing and a $filter by cveId \
were seen to disagree by rows (MicrosoftDocs/microsoft-365-docs#12012): \
paging by $skip is not over a stable snapshot. For whole-tenant pulls use \
mde.assessments.export_software_vulnerabilities; others met memory trouble \
with this one (elastic/integrations#15521).",
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
/// The page misspells `$top` as `$stop.` The full listing and a `$filter` by cveId were seen to
/// disagree by rows (MicrosoftDocs/microsoft-365-docs#12012): paging by `$skip` is not over a
/// stable snapshot. For whole-tenant pulls use
/// `mde.assessments.export_software_vulnerabilities`; others met memory trouble with this one
/// (elastic/integrations#15521).
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
}
