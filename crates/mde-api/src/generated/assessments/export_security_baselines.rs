//! `mde.assessments.export_security_baselines`: Get download URLs for security baseline
//! compliance by device.

use http_core::{Client, Request, Result};

use crate::assessments::ExportFilesResponse;

/// Get download URLs for security baseline compliance by device.
///
/// The files section names no permission; that of the JSON section applies.
///
/// Source:
/// `MicrosoftDocs/defender-docs:defender-endpoint/api/export-security-baseline-assessment.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.assessments().export_security_baselines().send().await?;
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
        let request = Request::new(&super::EXPORT_SECURITY_BASELINES);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Hours the download URLs stay valid: 1 unless given, 6 at most; no `$` in front although one
    /// sample request has it.
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
