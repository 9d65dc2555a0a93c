//! `mde.assessments.export_software_inventory`: Export installed software that has a CPE by
//! device, in rows.

use http_core::{
    AnswerKind, Cell, Client, Column, FileRows, Items, Kind, Operation, Param, RateLimit, RawItems,
    Record, RecordKind, Request, Result,
};

use crate::assessments::AssetSoftware;
use crate::assessments::ExportFilesResponse;

/// `mde.assessments.export_software_inventory`: Export installed software that has a CPE by
/// device, in rows.
pub static EXPORT_SOFTWARE_INVENTORY: Operation = Operation::get(
    "mde.assessments.export_software_inventory",
    "/api/machines/SoftwareInventoryExport",
)
.host("mde")
.summary("Export installed software that has a CPE by device, in rows")
.inputs(&[Param::query("sasValidHours")
    .kind(Kind::Integer)
    .help("Hours that the download URLs stay valid. Default: 1; maximum: 6.")])
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

/// Export installed software that has a CPE by device, in rows.
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

    /// Hours that the download URLs stay valid. Default: 1; maximum: 6.
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

    /// The rows of all files as their own bytes, for records of a type.
    pub fn raw_items(self) -> RawItems<AssetSoftware> {
        self.rows().into_raw_items()
    }
}

http_core::call_options!(ExportSoftwareInventory);
