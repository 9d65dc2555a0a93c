//! `graph.case_tasks.delete`: Delete a task of a case.

use http_core::{
    Client, Effect, EffectKind, Id, Operation, Param, Request, Result, Status, Target,
};

use crate::graph::case_tasks::CaseTask;
use crate::graph::cases::Case;

/// `graph.case_tasks.delete`: Delete a task of a case. Status: preview.
pub static DELETE: Operation = Operation::delete("graph.case_tasks.delete", "/beta/security/caseManagement/cases/{case_id}/tasks/{task_id}").host("graph").summary("Delete a task of a case").help("Signed-in users need one of the roles Security Reader, Security Operator \
or Security Administrator.").status(Status::Preview).inputs(&[Param::path("case_id").example("00430205-f39e-4fcf-a7d2-a012ee05c000"),
Param::path("task_id").example("564f0c8f-2514-4882-beba-ac7df98a41da"),
]).permissions(&["CaseManagement.ReadWrite.All"], &["CaseManagement.ReadWrite.All"]).target(&Target::new("task_id", "graph.case_tasks.get").name(&["displayName"]).shows(&["status", "assignedTo"])).effect(Effect::new(EffectKind::Irreversible)).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagement-task-delete.md");

/// Delete a task of a case.
///
/// Signed-in users need one of the roles Security Reader, Security Operator or Security
/// Administrator.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagement-task-delete.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.graph().case_tasks().delete("00430205-f39e-4fcf-a7d2-a012ee05c000", "564f0c8f-2514-4882-beba-ac7df98a41da").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct DeleteCaseTask {
    client: Client,
    request: Request,
}

impl DeleteCaseTask {
    pub(super) fn new(
        client: &Client,
        case_id: impl Into<Id<Case>>,
        task_id: impl Into<Id<CaseTask>>,
    ) -> Self {
        let case_id: Id<Case> = case_id.into();
        let task_id: Id<CaseTask> = task_id.into();
        let request = Request::new(&DELETE)
            .set("case_id", case_id)
            .set("task_id", task_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request; the answer holds nothing.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<()> {
        self.client.send_empty(self.request).await
    }
}

http_core::call_options!(DeleteCaseTask);
