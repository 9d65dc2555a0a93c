//! `mde.assessments.export_software_inventory`: Get download URLs for installed software that
//! has a CPE by device.

use http_core::{
    AnswerKind, Cell, Client, Column, FileRows, Items, Kind, Operation, Param, RateLimit, Record,
    RecordKind, Request, Result,
};

use crate::assessments::AssetSoftware;
use crate::assessments::ExportFilesResponse;

/// `mde.assessments.export_software_inventory`: Get download URLs for installed software that
/// has a CPE by device.
pub static EXPORT_SOFTWARE_INVENTORY: Operation = Operation::get(
    "mde.assessments.export_software_inventory",
    "/api/machines/SoftwareInventoryExport",
)
.host("mde")
.summary("Get download URLs for installed software that has a CPE by device")
.help("File records use PascalCase member names. About 0.5 KB a row.")
.inputs(&[Param::query("sasValidHours").kind(Kind::Integer).help(
    "hours the download URLs stay valid: 1 unless given, 6 at most; no $ in \
front although one sample request has it",
)])
.answer(AnswerKind::Files {
    links: "exportFiles",
    made: "generatedTime",
})
.limits(&[RateLimit::per_minute(5), RateLimit::per_hour(20)])
.permissions(&["Software.Read.All"], &["Software.Read"])
.record(&Record::new(RecordKind::Snapshot).key(&[
    "deviceId",
    "softwareVendor",
    "softwareName",
    "softwareVersion",
]))
.columns(&[
    Column::new("deviceName", Cell::Name),
    Column::new("softwareVendor", Cell::Text),
    Column::new("softwareName", Cell::Name),
    Column::new("softwareVersion", Cell::Text),
    Column::new("numberOfWeaknesses", Cell::Number),
    Column::new("endOfSupportStatus", Cell::Text),
])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-software-inventory.md");

/// Get download URLs for installed software that has a CPE by device.
///
/// File records use PascalCase member names. About 0.5 KB a row.
///
/// Source:
/// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-software-inventory.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.assessments().export_software_inventory().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ExportSoftwareInventory {
    client: Client,
    request: Request,
}

impl ExportSoftwareInventory {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&EXPORT_SOFTWARE_INVENTORY);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Sas valid hours. Hours the download URLs stay valid: 1 unless given, 6 at most; no `$` in
    /// front although one sample request has it.
    pub fn sas_valid_hours(mut self, sas_valid_hours: u32) -> Self {
        self.request = self.request.set("sasValidHours", sas_valid_hours);
        self
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request and decodes the answer: addresses that are secrets while they last.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<ExportFilesResponse> {
        self.client.send(self.request).await
    }

    /// The rows of all files as their own bytes, with what is known of the snapshot.
    pub fn rows(self) -> FileRows {
        self.client.file_rows(self.request)
    }

    /// The rows of all files, decoded as they are taken.
    pub fn items(self) -> Items<AssetSoftware> {
        self.rows().into_items()
    }
}
