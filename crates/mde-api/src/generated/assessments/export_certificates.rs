//! `mde.assessments.export_certificates`: Get download URLs for certificates by device.

use http_core::{Client, Request, Result};

use crate::assessments::ExportFilesResponse;

/// Get download URLs for certificates by device.
///
/// The SAS limits on this page contradict the sibling pages.
///
/// Source:
/// `MicrosoftDocs/defender-docs:defender-endpoint/api/export-certificate-inventory-assessment.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.assessments().export_certificates().send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ExportCertificates {
    client: Client,
    request: Request,
}

impl ExportCertificates {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&super::EXPORT_CERTIFICATES);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// This page still gives the older limits: 3 hours unless given, 24 at most; the sibling pages
    /// now say 1 and 6, so plan for 1 and 6.
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
