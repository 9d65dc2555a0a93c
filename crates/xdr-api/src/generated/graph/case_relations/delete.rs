//! `graph.case_relations.delete`: Remove a link of a case.

use http_core::{
    Client, Effect, EffectKind, Id, Operation, Param, Request, Result, Status, Target,
};

use crate::graph::case_relations::CaseRelation;
use crate::graph::cases::Case;

/// `graph.case_relations.delete`: Remove a link of a case. Status: preview.
pub static DELETE: Operation = Operation::delete("graph.case_relations.delete", "/beta/security/caseManagement/cases/{case_id}/relations/{relation_id}").host("graph").summary("Remove a link of a case").help("Signed-in users need one of the roles Security Reader, Security Operator \
or Security Administrator.").status(Status::Preview).inputs(&[Param::path("case_id").example("00430205-f39e-4fcf-a7d2-a012ee05c000"),
Param::path("relation_id").example("d92b82cb-e3cd-44bf-b692-b2b11f640bd3"),
]).permissions(&["CaseManagement.ReadWrite.All"], &["CaseManagement.ReadWrite.All"]).target(&Target::new("relation_id", "graph.case_relations.get").name(&["displayName"]).shows(&["relatedResourceId"])).effect(Effect::new(EffectKind::Irreversible)).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagement-relation-delete.md");

/// Remove a link of a case.
///
/// Signed-in users need one of the roles Security Reader, Security Operator or Security
/// Administrator.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagement-relation-delete.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.graph().case_relations().delete("00430205-f39e-4fcf-a7d2-a012ee05c000", "d92b82cb-e3cd-44bf-b692-b2b11f640bd3").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct DeleteCaseRelation {
    client: Client,
    request: Request,
}

impl DeleteCaseRelation {
    pub(super) fn new(
        client: &Client,
        case_id: impl Into<Id<Case>>,
        relation_id: impl Into<Id<CaseRelation>>,
    ) -> Self {
        let case_id: Id<Case> = case_id.into();
        let relation_id: Id<CaseRelation> = relation_id.into();
        let request = Request::new(&DELETE)
            .set("case_id", case_id)
            .set("relation_id", relation_id);
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

http_core::call_options!(DeleteCaseRelation);
