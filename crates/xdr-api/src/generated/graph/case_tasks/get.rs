//! `graph.case_tasks.get`: Get one task of a case.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result, Status};

use crate::graph::case_tasks::CaseTask;
use crate::graph::cases::Case;

/// `graph.case_tasks.get`: Get one task of a case. Status: preview.
pub static GET: Operation = Operation::get("graph.case_tasks.get", "/beta/security/caseManagement/cases/{case_id}/tasks/{task_id}").host("graph").summary("Get one task of a case").help("Signed-in users need one of the roles Security Reader, Security Operator \
or Security Administrator.").status(Status::Preview).inputs(&[Param::path("case_id").example("00430205-f39e-4fcf-a7d2-a012ee05c000"),
Param::path("task_id").example("564f0c8f-2514-4882-beba-ac7df98a41da"),
]).headers(&[Header::new("prefer", "include-unknown-enum-members"),]).answer(AnswerKind::Entity).permissions(&["CaseManagement.Read.All", "CaseManagement.ReadWrite.All"], &["CaseManagement.Read.All", "CaseManagement.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagement-task-get.md");

/// Get one task of a case.
///
/// Signed-in users need one of the roles Security Reader, Security Operator or Security
/// Administrator.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagement-task-get.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().case_tasks().get("00430205-f39e-4fcf-a7d2-a012ee05c000", "564f0c8f-2514-4882-beba-ac7df98a41da").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetCaseTask {
    client: Client,
    request: Request,
}

impl GetCaseTask {
    pub(super) fn new(
        client: &Client,
        case_id: impl Into<Id<Case>>,
        task_id: impl Into<Id<CaseTask>>,
    ) -> Self {
        let case_id: Id<Case> = case_id.into();
        let task_id: Id<CaseTask> = task_id.into();
        let request = Request::new(&GET)
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

    /// Sends the request and decodes the answer.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<CaseTask> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(GetCaseTask);
