//! `mde.assessments.export_software_vulnerabilities`: Get download URLs for known software
//! vulnerabilities by device.

use http_core::{Answer, Client, Kind, Operation, Param, RateLimit, Request, Result};

use crate::assessments::ExportFilesResponse;

/// `mde.assessments.export_software_vulnerabilities`: Get download URLs for known software
/// vulnerabilities by device.
pub static EXPORT_SOFTWARE_VULNERABILITIES: Operation = Operation::get(
    "mde.assessments.export_software_vulnerabilities",
    "/api/machines/SoftwareVulnerabilitiesExport",
)
.host("mde")
.summary("Get download URLs for known software vulnerabilities by device")
.help(
    "Rebuilt every 6 hours; the call only hands out the newest snapshot and \
never starts one. File records use PascalCase and leave out empty members \
(see AssetVulnerabilityFileRecord). A download URL can answer 200 with an \
empty body; retry it (elastic/integrations#15749).",
)
.params(&[Param::query("sasValidHours").kind(Kind::Integer).help(
    "hours the download URLs stay valid: 1 unless given, 6 at most; no $ in \
front although one sample request has it",
)])
.answer(Answer::Object)
.limits(&[RateLimit::per_minute(5), RateLimit::per_hour(20)])
.permissions(&["Vulnerability.Read.All"], &["Vulnerability.Read"])
.source(
    "MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-software-vulnerabilities.md",
);

/// Get download URLs for known software vulnerabilities by device.
///
/// Rebuilt every 6 hours; the call only hands out the newest snapshot and never starts one.
/// File records use PascalCase and leave out empty members (see AssetVulnerabilityFileRecord).
/// A download URL can answer 200 with an empty body; retry it (elastic/integrations#15749).
///
/// Source:
/// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-software-vulnerabilities.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.assessments().export_software_vulnerabilities().send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ExportSoftwareVulnerabilities {
    client: Client,
    request: Request,
}

impl ExportSoftwareVulnerabilities {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&EXPORT_SOFTWARE_VULNERABILITIES);
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

    /// Sends the request and decodes the answer.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<ExportFilesResponse> {
        self.client.send(self.request).await
    }
}
