//! `graph.case_relations.update`: Change a link of a case.

use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, Id, Operation, Param, Request, Result,
    Status, Target, Undo,
};

use crate::graph::case_relations::CaseRelation;
use crate::graph::cases::Case;

/// `graph.case_relations.update`: Change a link of a case. Status: preview.
pub static UPDATE: Operation = Operation::patch("graph.case_relations.update", "/beta/security/caseManagement/cases/{case_id}/relations/{relation_id}").host("graph").summary("Change a link of a case").help("Signed-in users need one of the roles Security Reader, Security Operator \
or Security Administrator.").status(Status::Preview).inputs(&[Param::path("case_id").example("00430205-f39e-4fcf-a7d2-a012ee05c000"),
Param::path("relation_id").example("d92b82cb-e3cd-44bf-b692-b2b11f640bd3"),
Param::body("displayName").help("Name of the link.").example("Incident of the mail"),
Param::body("relatedResourceId").help("Id of the linked resource."),
]).body(BodyKind::Json).answer(AnswerKind::Entity).idempotent().permissions(&["CaseManagement.ReadWrite.All"], &["CaseManagement.ReadWrite.All"]).target(&Target::new("relation_id", "graph.case_relations.get").name(&["displayName"]).shows(&["relatedResourceId"])).effect(Effect::new(EffectKind::Reversible).undo(&Undo::by("graph.case_relations.update").carried(&["case_id", "relation_id"]).restored(&[("displayName", "displayName"), ("relatedResourceId", "relatedResourceId")]))).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagement-relation-update.md");

/// Change a link of a case.
///
/// Signed-in users need one of the roles Security Reader, Security Operator or Security
/// Administrator.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagement-relation-update.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().case_relations().update("00430205-f39e-4fcf-a7d2-a012ee05c000", "d92b82cb-e3cd-44bf-b692-b2b11f640bd3").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct UpdateCaseRelation {
    client: Client,
    request: Request,
}

impl UpdateCaseRelation {
    pub(super) fn new(
        client: &Client,
        case_id: impl Into<Id<Case>>,
        relation_id: impl Into<Id<CaseRelation>>,
    ) -> Self {
        let case_id: Id<Case> = case_id.into();
        let relation_id: Id<CaseRelation> = relation_id.into();
        let request = Request::new(&UPDATE)
            .set("case_id", case_id)
            .set("relation_id", relation_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Name of the link.
    pub fn display_name(mut self, display_name: impl Into<String>) -> Self {
        let display_name: String = display_name.into();
        self.request = self.request.set("displayName", display_name);
        self
    }

    /// Id of the linked resource.
    pub fn related_resource_id(mut self, related_resource_id: impl Into<String>) -> Self {
        let related_resource_id: String = related_resource_id.into();
        self.request = self.request.set("relatedResourceId", related_resource_id);
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
    pub async fn send(self) -> Result<CaseRelation> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(UpdateCaseRelation);
