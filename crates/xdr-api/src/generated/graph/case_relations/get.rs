//! `graph.case_relations.get`: Get one link of a case.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result, Status};

use crate::graph::case_relations::CaseRelation;
use crate::graph::cases::Case;

/// `graph.case_relations.get`: Get one link of a case. Status: preview.
pub static GET: Operation = Operation::get("graph.case_relations.get", "/beta/security/caseManagement/cases/{case_id}/relations/{relation_id}").host("graph").summary("Get one link of a case").help("Signed-in users need one of the roles Security Reader, Security Operator \
or Security Administrator.").status(Status::Preview).inputs(&[Param::path("case_id").example("00430205-f39e-4fcf-a7d2-a012ee05c000"),
Param::path("relation_id").example("d92b82cb-e3cd-44bf-b692-b2b11f640bd3"),
]).headers(&[Header::new("prefer", "include-unknown-enum-members"),]).answer(AnswerKind::Entity).permissions(&["CaseManagement.Read.All", "CaseManagement.ReadWrite.All"], &["CaseManagement.Read.All", "CaseManagement.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagement-relation-get.md");

/// Get one link of a case.
///
/// Signed-in users need one of the roles Security Reader, Security Operator or Security
/// Administrator.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagement-relation-get.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().case_relations().get("00430205-f39e-4fcf-a7d2-a012ee05c000", "d92b82cb-e3cd-44bf-b692-b2b11f640bd3").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetCaseRelation {
    client: Client,
    request: Request,
}

impl GetCaseRelation {
    pub(super) fn new(
        client: &Client,
        case_id: impl Into<Id<Case>>,
        relation_id: impl Into<Id<CaseRelation>>,
    ) -> Self {
        let case_id: Id<Case> = case_id.into();
        let relation_id: Id<CaseRelation> = relation_id.into();
        let request = Request::new(&GET)
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

    /// Sends the request and decodes the answer.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<CaseRelation> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(GetCaseRelation);
