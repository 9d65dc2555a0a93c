//! `mde.assessments.export_hardware_firmware`: Export hardware and firmware components by
//! device, in rows.

use http_core::{
    AnswerKind, Cell, Client, Column, FileRows, Items, Operation, RateLimit, RawItems, Record,
    RecordKind, Request, Result,
};

use crate::assessments::AssetHardwareFirmware;
use crate::assessments::ExportFilesResponse;

/// `mde.assessments.export_hardware_firmware`: Export hardware and firmware components by
/// device, in rows.
pub static EXPORT_HARDWARE_FIRMWARE: Operation = Operation::get(
    "mde.assessments.export_hardware_firmware",
    "/api/machines/HardwareFirmwareInventoryExport",
)
.host("mde")
.summary("Export hardware and firmware components by device, in rows")
.help("The download URLs last one hour.")
.answer(AnswerKind::Files {
    links: "exportFiles",
    made: "generatedTime",
})
.limits(&[RateLimit::per_minute(5), RateLimit::per_hour(20)])
.permissions(&["Software.Read.All"], &["Software.Read"])
.record(&Record::new(RecordKind::Snapshot).key(&["deviceId", "componentType", "componentName"]))
.columns(&[
    Column::new("deviceName", Cell::Name),
    Column::new("componentType", Cell::Text),
    Column::new("manufacturer", Cell::Text),
    Column::new("componentName", Cell::Name),
    Column::new("componentVersion", Cell::Text),
])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/export-firmware-hardware-assessment.md");

/// Export hardware and firmware components by device, in rows.
///
/// The download URLs last one hour.
///
/// Source:
/// `MicrosoftDocs/defender-docs:defender-endpoint/api/export-firmware-hardware-assessment.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.assessments().export_hardware_firmware().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ExportHardwareFirmware {
    client: Client,
    request: Request,
}

impl ExportHardwareFirmware {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&EXPORT_HARDWARE_FIRMWARE);
        Self {
            client: client.clone(),
            request,
        }
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
    pub fn items(self) -> Items<AssetHardwareFirmware> {
        self.rows().into_items()
    }

    /// The rows of all files as their own bytes, for records of a type.
    pub fn raw_items(self) -> RawItems<AssetHardwareFirmware> {
        self.rows().into_raw_items()
    }
}

http_core::call_options!(ExportHardwareFirmware);
