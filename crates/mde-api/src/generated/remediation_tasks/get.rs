//! `mde.remediation_tasks.get`: Get one remediation activity.

use http_core::{AnswerKind, Client, Id, Operation, Param, Request, Result};

use crate::remediation_tasks::RemediationTask;

/// `mde.remediation_tasks.get`: Get one remediation activity.
pub static GET: Operation = Operation::get(
    "mde.remediation_tasks.get",
    "/api/remediationTasks/{task_id}",
)
.host("mde")
.summary("Get one remediation activity")
.inputs(&[Param::path("task_id").example("8031da0f-eed3-44a3-869c-d24edb55220b")])
.answer(AnswerKind::Entity)
.permissions(&["RemediationTasks.Read.All"], &["RemediationTasks.Read"])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-remediation-one-activity.md");

/// Get one remediation activity.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-remediation-one-activity.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.remediation_tasks().get("8031da0f-eed3-44a3-869c-d24edb55220b").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetRemediationTask {
    client: Client,
    request: Request,
}

impl GetRemediationTask {
    pub(super) fn new(client: &Client, task_id: impl Into<Id<RemediationTask>>) -> Self {
        let task_id: Id<RemediationTask> = task_id.into();
        let request = Request::new(&GET).set("task_id", task_id);
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
    pub async fn send(self) -> Result<RemediationTask> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(GetRemediationTask);
