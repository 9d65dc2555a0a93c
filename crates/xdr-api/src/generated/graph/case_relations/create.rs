//! `graph.case_relations.create`: Link a case to an incident or another resource.

use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, Id, Operation, Param, Request, Result,
    Status, Target, Undo,
};

use crate::graph::case_relations::CaseRelation;
use crate::graph::cases::Case;

/// `graph.case_relations.create`: Link a case to an incident or another resource. Status:
/// preview.
pub static CREATE: Operation = Operation::post("graph.case_relations.create", "/beta/security/caseManagement/cases/{case_id}/relations").host("graph").summary("Link a case to an incident or another resource").help("Signed-in users need one of the roles Security Reader, Security Operator \
or Security Administrator.").status(Status::Preview).inputs(&[Param::path("case_id").example("00430205-f39e-4fcf-a7d2-a012ee05c000"),
Param::body("@odata.type").required().help("Kind of the linked resource.").example("#microsoft.graph.security.caseManagement.incidentRelation"),
Param::body("displayName").required().help("Name of the link.").example("Incident of the mail"),
Param::body("relatedResourceId").help("Id of the linked resource, such as the number of an incident.").example("1040"),
]).body(BodyKind::Json).answer(AnswerKind::Entity).permissions(&["CaseManagement.ReadWrite.All"], &["CaseManagement.ReadWrite.All"]).target(&Target::new("case_id", "graph.cases.get").name(&["displayName"]).shows(&["status", "createdBy"])).effect(Effect::new(EffectKind::Additive).undo(&Undo::by("graph.case_relations.delete").carried(&["case_id"]).created("relation_id", "id"))).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagement-case-post-relations.md");

/// Link a case to an incident or another resource.
///
/// Signed-in users need one of the roles Security Reader, Security Operator or Security
/// Administrator.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagement-case-post-relations.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().case_relations().create("00430205-f39e-4fcf-a7d2-a012ee05c000", "#microsoft.graph.security.caseManagement.incidentRelation", "Incident of the mail").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct CreateCaseRelation {
    client: Client,
    request: Request,
}

impl CreateCaseRelation {
    pub(super) fn new(
        client: &Client,
        case_id: impl Into<Id<Case>>,
        odata_type: impl Into<String>,
        display_name: impl Into<String>,
    ) -> Self {
        let case_id: Id<Case> = case_id.into();
        let odata_type: String = odata_type.into();
        let display_name: String = display_name.into();
        let request = Request::new(&CREATE)
            .set("case_id", case_id)
            .set("@odata.type", odata_type)
            .set("displayName", display_name);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Id of the linked resource, such as the number of an incident.
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

http_core::call_options!(CreateCaseRelation);
