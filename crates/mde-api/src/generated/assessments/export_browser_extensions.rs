//! `mde.assessments.export_browser_extensions`: Export installed browser extensions by device,
//! in rows.

use http_core::{
    AnswerKind, Cell, Client, Column, FileRows, Items, Operation, RateLimit, RawItems, Record,
    RecordKind, Request, Result,
};

use crate::assessments::AssetBrowserExtension;
use crate::assessments::ExportFilesResponse;

/// `mde.assessments.export_browser_extensions`: Export installed browser extensions by device,
/// in rows.
pub static EXPORT_BROWSER_EXTENSIONS: Operation = Operation::get(
    "mde.assessments.export_browser_extensions",
    "/api/machines/browserextensionsinventoryExport",
)
.host("mde")
.summary("Export installed browser extensions by device, in rows")
.help("The download URLs last one hour.")
.answer(AnswerKind::Files {
    links: "exportFiles",
    made: "generatedTime",
})
.limits(&[RateLimit::per_minute(5), RateLimit::per_hour(20)])
.permissions(&["Software.Read.All"], &["Software.Read"])
.record(&Record::new(RecordKind::Snapshot).key(&["deviceId", "browserName", "extensionId"]))
.columns(&[
    Column::new("deviceName", Cell::Name),
    Column::new("browserName", Cell::Text),
    Column::new("extensionName", Cell::Name),
    Column::new("extensionRisk", Cell::Severity),
    Column::new("extensionVersion", Cell::Text),
    Column::new("isActivated", Cell::Text),
])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-browser-extensions.md");

/// Export installed browser extensions by device, in rows.
///
/// The download URLs last one hour.
///
/// Source:
/// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-browser-extensions.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.assessments().export_browser_extensions().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ExportBrowserExtensions {
    client: Client,
    request: Request,
}

impl ExportBrowserExtensions {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&EXPORT_BROWSER_EXTENSIONS);
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
    pub fn items(self) -> Items<AssetBrowserExtension> {
        self.rows().into_items()
    }

    /// The rows of all files as their own bytes, for records of a type.
    pub fn raw_items(self) -> RawItems<AssetBrowserExtension> {
        self.rows().into_raw_items()
    }
}

http_core::call_options!(ExportBrowserExtensions);
