//! `graph.case_activities.update`: Change a comment of a case.

use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, Id, Operation, Param, Request, Result,
    Status, Target, Undo,
};

use crate::graph::case_activities::CaseActivity;
use crate::graph::cases::Case;

/// `graph.case_activities.update`: Change a comment of a case. Status: preview.
pub static UPDATE: Operation = Operation::patch("graph.case_activities.update", "/beta/security/caseManagement/cases/{case_id}/activities/{activity_id}").host("graph").summary("Change a comment of a case").help("Not for comments of incident cases, nor for events. Signed-in users need \
one of the roles Security Reader, Security Operator or Security \
Administrator.").status(Status::Preview).inputs(&[Param::path("case_id").example("00430205-f39e-4fcf-a7d2-a012ee05c000"),
Param::path("activity_id").example("76881497-2ee1-48ae-b45f-d172ab662898"),
Param::body("@odata.type").required().constant("#microsoft.graph.security.caseManagement.comment"),
Param::body("message").required().help("Text of the comment.").example("The user called back"),
]).body(BodyKind::Json).answer(AnswerKind::Entity).idempotent().permissions(&["CaseManagement.ReadWrite.All"], &["CaseManagement.ReadWrite.All"]).target(&Target::new("activity_id", "graph.case_activities.get").name(&["id"]).shows(&["createdBy"])).effect(Effect::new(EffectKind::Reversible).undo(&Undo::by("graph.case_activities.update").carried(&["case_id", "activity_id"]).restored(&[("message", "message")]))).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagement-activity-update.md");

/// Change a comment of a case.
///
/// Not for comments of incident cases, nor for events. Signed-in users need one of the roles
/// Security Reader, Security Operator or Security Administrator.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagement-activity-update.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().case_activities().update("00430205-f39e-4fcf-a7d2-a012ee05c000", "76881497-2ee1-48ae-b45f-d172ab662898", "The user called back").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct UpdateCaseActivity {
    client: Client,
    request: Request,
}

impl UpdateCaseActivity {
    pub(super) fn new(
        client: &Client,
        case_id: impl Into<Id<Case>>,
        activity_id: impl Into<Id<CaseActivity>>,
        message: impl Into<String>,
    ) -> Self {
        let case_id: Id<Case> = case_id.into();
        let activity_id: Id<CaseActivity> = activity_id.into();
        let message: String = message.into();
        let request = Request::new(&UPDATE)
            .set("case_id", case_id)
            .set("activity_id", activity_id)
            .set("message", message);
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
    pub async fn send(self) -> Result<CaseActivity> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(UpdateCaseActivity);
