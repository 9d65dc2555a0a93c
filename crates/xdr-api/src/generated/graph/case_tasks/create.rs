//! `graph.case_tasks.create`: Add a task to a case.

use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, Id, Kind, Operation, Param, Request, Result,
    Status, Target, Timestamp, Undo,
};

use crate::graph::case_tasks::CaseTask;
use crate::graph::case_tasks::CaseTaskCategory;
use crate::graph::case_tasks::CaseTaskPriority;
use crate::graph::case_tasks::CaseTaskStatus;
use crate::graph::cases::Case;

/// `graph.case_tasks.create`: Add a task to a case. Status: preview.
pub static CREATE: Operation = Operation::post("graph.case_tasks.create", "/beta/security/caseManagement/cases/{case_id}/tasks").host("graph").summary("Add a task to a case").help("Signed-in users need one of the roles Security Reader, Security Operator \
or Security Administrator.").status(Status::Preview).inputs(&[Param::path("case_id").example("00430205-f39e-4fcf-a7d2-a012ee05c000"),
Param::body("displayName").required().help("Name of the task.").example("Call the user back"),
Param::body("status").kind(Kind::Enum(&["notSet", "new", "inProgress", "failed", "partiallyCompleted", "skipped", "completed"])).required().help("State of the task.").example("new"),
Param::body("priority").kind(Kind::Enum(&["notSet", "veryLow", "low", "medium", "high", "critical"])).required().help("Priority of the task.").example("high"),
Param::body("category").kind(Kind::Enum(&["uncategorized", "triage", "contain", "investigate", "remediate", "prevent"])).required().help("Category of the task.").example("investigate"),
Param::body("description").help("Description of the task.").example("Ask what the mail looked like"),
Param::body("assignedTo").help("User who does the task.").example("ada@contoso.com"),
Param::body("dueDateTime").kind(Kind::Time).help("When the task has to be done."),
Param::body("closingNotes").help("How the task ended."),
]).body(BodyKind::Json).answer(AnswerKind::Entity).permissions(&["CaseManagement.ReadWrite.All"], &["CaseManagement.ReadWrite.All"]).target(&Target::new("case_id", "graph.cases.get").name(&["displayName"]).shows(&["status", "createdBy"])).effect(Effect::new(EffectKind::Additive).undo(&Undo::by("graph.case_tasks.delete").carried(&["case_id"]).created("task_id", "id"))).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagement-case-post-tasks.md");

/// Add a task to a case.
///
/// Signed-in users need one of the roles Security Reader, Security Operator or Security
/// Administrator.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagement-case-post-tasks.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().case_tasks().create("00430205-f39e-4fcf-a7d2-a012ee05c000").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct CreateCaseTask {
    client: Client,
    request: Request,
}

impl CreateCaseTask {
    pub(super) fn new(client: &Client, case_id: impl Into<Id<Case>>) -> Self {
        let case_id: Id<Case> = case_id.into();
        let request = Request::new(&CREATE).set("case_id", case_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Name of the task. Required.
    pub fn display_name(mut self, display_name: impl Into<String>) -> Self {
        let display_name: String = display_name.into();
        self.request = self.request.set("displayName", display_name);
        self
    }

    /// State of the task. Required.
    pub fn status(mut self, status: impl Into<CaseTaskStatus>) -> Self {
        let status: CaseTaskStatus = status.into();
        self.request = self.request.set("status", status);
        self
    }

    /// Priority of the task. Required.
    pub fn priority(mut self, priority: impl Into<CaseTaskPriority>) -> Self {
        let priority: CaseTaskPriority = priority.into();
        self.request = self.request.set("priority", priority);
        self
    }

    /// Category of the task. Required.
    pub fn category(mut self, category: impl Into<CaseTaskCategory>) -> Self {
        let category: CaseTaskCategory = category.into();
        self.request = self.request.set("category", category);
        self
    }

    /// Description of the task.
    pub fn description(mut self, description: impl Into<String>) -> Self {
        let description: String = description.into();
        self.request = self.request.set("description", description);
        self
    }

    /// User who does the task.
    pub fn assigned_to(mut self, assigned_to: impl Into<String>) -> Self {
        let assigned_to: String = assigned_to.into();
        self.request = self.request.set("assignedTo", assigned_to);
        self
    }

    /// When the task has to be done.
    pub fn due_date_time(mut self, due_date_time: impl Into<Timestamp>) -> Self {
        let due_date_time: Timestamp = due_date_time.into();
        self.request = self.request.set("dueDateTime", due_date_time);
        self
    }

    /// How the task ended.
    pub fn closing_notes(mut self, closing_notes: impl Into<String>) -> Self {
        let closing_notes: String = closing_notes.into();
        self.request = self.request.set("closingNotes", closing_notes);
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
    pub async fn send(self) -> Result<CaseTask> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(CreateCaseTask);
