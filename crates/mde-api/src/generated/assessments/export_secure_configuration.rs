//! `mde.assessments.export_secure_configuration`: Get download URLs for the state of every
//! security configuration by device.

use http_core::{Client, Request, Result};

use crate::assessments::ExportFilesResponse;

/// Get download URLs for the state of every security configuration by device.
///
/// File records use PascalCase member names (MicrosoftDocs/microsoft-365-docs#5877).
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-secure-config.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.assessments().export_secure_configuration().send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ExportSecureConfiguration {
    client: Client,
    request: Request,
}

impl ExportSecureConfiguration {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&super::EXPORT_SECURE_CONFIGURATION);
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
