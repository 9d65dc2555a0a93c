//! `mdca.governance.get`: Get one entry of the governance log.

use http_core::{AnswerKind, Client, Id, Operation, Param, RateLimit, Request, Result, Status};

use crate::governance::GovernanceLogEntry;

/// `mdca.governance.get`: Get one entry of the governance log. Status: observed.
pub static GET: Operation = Operation::get("mdca.governance.get", "/api/v1/governance/{entry_id}/")
    .host("mdca_portal")
    .summary("Get one entry of the governance log")
    .status(Status::Observed)
    .inputs(&[Param::path("entry_id").example("b4ef26122e13bea4532a59ed")])
    .answer(AnswerKind::Entity)
    .limits(&[RateLimit::per_minute(30)])
    .limit_class("mdca")
    .permissions(
        &["investigation.read", "investigation.manage"],
        &["investigation.read", "investigation.manage"],
    )
    .source("microsoft/MCAS:Functions/Get-MCASGovernanceAction.ps1");

/// Get one entry of the governance log.
///
/// Source: `microsoft/MCAS:Functions/Get-MCASGovernanceAction.ps1`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.governance().get("b4ef26122e13bea4532a59ed").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetGovernance {
    client: Client,
    request: Request,
}

impl GetGovernance {
    pub(super) fn new(client: &Client, entry_id: impl Into<Id<GovernanceLogEntry>>) -> Self {
        let entry_id: Id<GovernanceLogEntry> = entry_id.into();
        let request = Request::new(&GET).set("entry_id", entry_id);
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
    pub async fn send(self) -> Result<GovernanceLogEntry> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(GetGovernance);
