//! `graph.case_activities.delete`: Delete a comment of a case.

use http_core::{
    Client, Effect, EffectKind, Id, Operation, Param, Request, Result, Status, Target,
};

use crate::graph::case_activities::CaseActivity;
use crate::graph::cases::Case;

/// `graph.case_activities.delete`: Delete a comment of a case. Status: preview.
pub static DELETE: Operation = Operation::delete("graph.case_activities.delete", "/beta/security/caseManagement/cases/{case_id}/activities/{activity_id}").host("graph").summary("Delete a comment of a case").help("Not for comments of incident cases, nor for events. Signed-in users need \
one of the roles Security Reader, Security Operator or Security \
Administrator.").status(Status::Preview).inputs(&[Param::path("case_id").example("00430205-f39e-4fcf-a7d2-a012ee05c000"),
Param::path("activity_id").example("76881497-2ee1-48ae-b45f-d172ab662898"),
]).permissions(&["CaseManagement.ReadWrite.All"], &["CaseManagement.ReadWrite.All"]).target(&Target::new("activity_id", "graph.case_activities.get").name(&["id"]).shows(&["createdBy"])).effect(Effect::new(EffectKind::Irreversible)).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagement-activity-delete.md");

/// Delete a comment of a case.
///
/// Not for comments of incident cases, nor for events. Signed-in users need one of the roles
/// Security Reader, Security Operator or Security Administrator.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagement-activity-delete.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.graph().case_activities().delete("00430205-f39e-4fcf-a7d2-a012ee05c000", "76881497-2ee1-48ae-b45f-d172ab662898").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct DeleteCaseActivity {
    client: Client,
    request: Request,
}

impl DeleteCaseActivity {
    pub(super) fn new(
        client: &Client,
        case_id: impl Into<Id<Case>>,
        activity_id: impl Into<Id<CaseActivity>>,
    ) -> Self {
        let case_id: Id<Case> = case_id.into();
        let activity_id: Id<CaseActivity> = activity_id.into();
        let request = Request::new(&DELETE)
            .set("case_id", case_id)
            .set("activity_id", activity_id);
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

http_core::call_options!(DeleteCaseActivity);
