//! `mde.assessments.export_security_baselines`: Export security baseline compliance by device,
//! in rows.

use http_core::{
    AnswerKind, Cell, Client, Column, FileRows, Items, Kind, Operation, Param, RateLimit, RawItems,
    Record, RecordKind, Request, Result,
};

use crate::assessments::AssetBaselineAssessment;
use crate::assessments::ExportFilesResponse;

/// `mde.assessments.export_security_baselines`: Export security baseline compliance by device,
/// in rows.
pub static EXPORT_SECURITY_BASELINES: Operation = Operation::get(
    "mde.assessments.export_security_baselines",
    "/api/machines/BaselineComplianceAssessmentExport",
)
.host("mde")
.summary("Export security baseline compliance by device, in rows")
.inputs(&[Param::query("sasValidHours")
    .kind(Kind::Integer)
    .help("Hours that the download URLs stay valid. Default: 1; maximum: 6.")])
.answer(AnswerKind::Files {
    links: "exportFiles",
    made: "generatedTime",
})
.limits(&[RateLimit::per_minute(5), RateLimit::per_hour(20)])
.permissions(
    &["SecurityBaselinesAssessment.Read.All"],
    &["SecurityBaselinesAssessment.Read"],
)
.record(&Record::new(RecordKind::Snapshot).key(&["id"]))
.columns(&[
    Column::new("deviceName", Cell::Name),
    Column::new("configurationId", Cell::Id),
    Column::new("isCompliant", Cell::Text),
    Column::new("isApplicable", Cell::Text),
    Column::new("osPlatform", Cell::Text),
])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/export-security-baseline-assessment.md");

/// Export security baseline compliance by device, in rows.
///
/// Source:
/// `MicrosoftDocs/defender-docs:defender-endpoint/api/export-security-baseline-assessment.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.assessments().export_security_baselines().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ExportSecurityBaselines {
    client: Client,
    request: Request,
}

impl ExportSecurityBaselines {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&EXPORT_SECURITY_BASELINES);
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
    pub fn items(self) -> Items<AssetBaselineAssessment> {
        self.rows().into_items()
    }

    /// The rows of all files as their own bytes, for records of a type.
    pub fn raw_items(self) -> RawItems<AssetBaselineAssessment> {
        self.rows().into_raw_items()
    }
}

http_core::call_options!(ExportSecurityBaselines);
