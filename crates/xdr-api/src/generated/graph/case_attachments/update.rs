//! `graph.case_attachments.update`: Change name or description of an attachment.

use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, Id, Operation, Param, Request, Result,
    Status, Target, Undo,
};

use crate::graph::case_attachments::CaseAttachment;
use crate::graph::cases::Case;

/// `graph.case_attachments.update`: Change name or description of an attachment. Status:
/// preview.
pub static UPDATE: Operation = Operation::patch("graph.case_attachments.update", "/beta/security/caseManagement/cases/{case_id}/attachments/{attachment_id}").host("graph").summary("Change name or description of an attachment").help("Signed-in users need one of the roles Security Reader, Security Operator \
or Security Administrator.").status(Status::Preview).inputs(&[Param::path("case_id").example("00430205-f39e-4fcf-a7d2-a012ee05c000"),
Param::path("attachment_id").example("6100f8e8-27fa-417c-bf9e-373ca9f66ea0"),
Param::body("displayName").help("Name of the file.").example("Mail of the user"),
Param::body("description").help("Description of the file."),
]).body(BodyKind::Json).answer(AnswerKind::Entity).idempotent().permissions(&["CaseManagement.ReadWrite.All"], &["CaseManagement.ReadWrite.All"]).target(&Target::new("attachment_id", "graph.case_attachments.get").name(&["displayName"]).shows(&["scanResult", "fileSize"])).effect(Effect::new(EffectKind::Reversible).undo(&Undo::by("graph.case_attachments.update").carried(&["case_id", "attachment_id"]).restored(&[("displayName", "displayName")]))).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagement-attachment-update.md");

/// Change name or description of an attachment.
///
/// Signed-in users need one of the roles Security Reader, Security Operator or Security
/// Administrator.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagement-attachment-update.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().case_attachments().update("00430205-f39e-4fcf-a7d2-a012ee05c000", "6100f8e8-27fa-417c-bf9e-373ca9f66ea0").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct UpdateCaseAttachment {
    client: Client,
    request: Request,
}

impl UpdateCaseAttachment {
    pub(super) fn new(
        client: &Client,
        case_id: impl Into<Id<Case>>,
        attachment_id: impl Into<Id<CaseAttachment>>,
    ) -> Self {
        let case_id: Id<Case> = case_id.into();
        let attachment_id: Id<CaseAttachment> = attachment_id.into();
        let request = Request::new(&UPDATE)
            .set("case_id", case_id)
            .set("attachment_id", attachment_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Name of the file.
    pub fn display_name(mut self, display_name: impl Into<String>) -> Self {
        let display_name: String = display_name.into();
        self.request = self.request.set("displayName", display_name);
        self
    }

    /// Description of the file.
    pub fn description(mut self, description: impl Into<String>) -> Self {
        let description: String = description.into();
        self.request = self.request.set("description", description);
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
    pub async fn send(self) -> Result<CaseAttachment> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(UpdateCaseAttachment);
