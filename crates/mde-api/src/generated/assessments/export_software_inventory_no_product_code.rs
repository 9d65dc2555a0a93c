//! `mde.assessments.export_software_inventory_no_product_code`: Get download URLs for installed
//! software that has no CPE by device.

use http_core::{
    AnswerKind, Cell, Client, Column, FileRows, Items, Kind, Operation, Param, RateLimit, Record,
    RecordKind, Request, Result,
};

use crate::assessments::AssetNonCpeSoftware;
use crate::assessments::ExportFilesResponse;

/// `mde.assessments.export_software_inventory_no_product_code`: Get download URLs for installed
/// software that has no CPE by device.
pub static EXPORT_SOFTWARE_INVENTORY_NO_PRODUCT_CODE: Operation = Operation::get("mde.assessments.export_software_inventory_no_product_code", "/api/machines/SoftwareInventoryNonCpeExport").host("mde").summary("Get download URLs for installed software that has no CPE by device").help("An older version of this page said 3 hours and 24 at most; the present one \
says 1 and 6.").inputs(&[Param::query("sasValidHours").kind(Kind::Integer).help("hours the download URLs stay valid: 1 unless given, 6 at most; no $ in \
front although one sample request has it"),
]).answer(AnswerKind::Files { links: "exportFiles", made: "generatedTime" }).limits(&[RateLimit::per_minute(5),RateLimit::per_hour(20),]).permissions(&["Software.Read.All"], &["Software.Read"]).record(&Record::new(RecordKind::Snapshot).key(&["deviceId", "softwareVendor", "softwareName", "softwareVersion"])).columns(&[Column::new("deviceName", Cell::Name),Column::new("softwareVendor", Cell::Text),Column::new("softwareName", Cell::Name),Column::new("softwareVersion", Cell::Text),]).source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-non-cpe-software-inventory.md");

/// Get download URLs for installed software that has no CPE by device.
///
/// An older version of this page said 3 hours and 24 at most; the present one says 1 and 6.
///
/// Source:
/// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-non-cpe-software-inventory.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.assessments().export_software_inventory_no_product_code().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ExportSoftwareInventoryNoProductCode {
    client: Client,
    request: Request,
}

impl ExportSoftwareInventoryNoProductCode {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&EXPORT_SOFTWARE_INVENTORY_NO_PRODUCT_CODE);
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
    pub fn items(self) -> Items<AssetNonCpeSoftware> {
        self.rows().into_items()
    }
}
