//! `mde.vulnerabilities.get`: Get one vulnerability by its id.

use http_core::{AnswerKind, Client, Id, Operation, Param, Request, Result};

use crate::vulnerabilities::Vulnerability;

/// `mde.vulnerabilities.get`: Get one vulnerability by its id.
pub static GET: Operation =
    Operation::get("mde.vulnerabilities.get", "/api/vulnerabilities/{cve_id}")
        .host("mde")
        .summary("Get one vulnerability by its id")
        .inputs(&[Param::path("cve_id").example("CVE-2026-20000")])
        .answer(AnswerKind::Entity)
        .permissions(&["Vulnerability.Read.All"], &["Vulnerability.Read"])
        .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-vulnerability-by-id.md");

/// Get one vulnerability by its id.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-vulnerability-by-id.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.vulnerabilities().get("CVE-2026-20000").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetVulnerability {
    client: Client,
    request: Request,
}

impl GetVulnerability {
    pub(super) fn new(client: &Client, cve_id: impl Into<Id<Vulnerability>>) -> Self {
        let cve_id: Id<Vulnerability> = cve_id.into();
        let request = Request::new(&GET).set("cve_id", cve_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request and decodes the answer.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<Vulnerability> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(GetVulnerability);
