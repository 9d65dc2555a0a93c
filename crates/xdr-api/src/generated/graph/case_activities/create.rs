//! `graph.case_activities.create`: Add a comment to a case.

use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, Id, Operation, Param, Request, Result,
    Status, Target, Undo,
};

use crate::graph::case_activities::CaseActivity;
use crate::graph::cases::Case;

/// `graph.case_activities.create`: Add a comment to a case. Status: preview.
pub static CREATE: Operation = Operation::post("graph.case_activities.create", "/beta/security/caseManagement/cases/{case_id}/activities").host("graph").summary("Add a comment to a case").help("Signed-in users need one of the roles Security Reader, Security Operator \
or Security Administrator.").status(Status::Preview).inputs(&[Param::path("case_id").example("00430205-f39e-4fcf-a7d2-a012ee05c000"),
Param::body("@odata.type").required().constant("#microsoft.graph.security.caseManagement.comment"),
Param::body("message").required().help("Text of the comment.").example("Asked the user to call back"),
]).body(BodyKind::Json).answer(AnswerKind::Entity).permissions(&["CaseManagement.ReadWrite.All"], &["CaseManagement.ReadWrite.All"]).target(&Target::new("case_id", "graph.cases.get").name(&["displayName"]).shows(&["status", "createdBy"])).effect(Effect::new(EffectKind::Additive).undo(&Undo::by("graph.case_activities.delete").carried(&["case_id"]).created("activity_id", "id"))).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagement-case-post-activities.md");

/// Add a comment to a case.
///
/// Signed-in users need one of the roles Security Reader, Security Operator or Security
/// Administrator.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagement-case-post-activities.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().case_activities().create("00430205-f39e-4fcf-a7d2-a012ee05c000", "Asked the user to call back").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct CreateCaseActivity {
    client: Client,
    request: Request,
}

impl CreateCaseActivity {
    pub(super) fn new(
        client: &Client,
        case_id: impl Into<Id<Case>>,
        message: impl Into<String>,
    ) -> Self {
        let case_id: Id<Case> = case_id.into();
        let message: String = message.into();
        let request = Request::new(&CREATE)
            .set("case_id", case_id)
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

http_core::call_options!(CreateCaseActivity);
