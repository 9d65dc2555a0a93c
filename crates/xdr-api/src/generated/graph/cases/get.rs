//! `graph.cases.get`: Get one case.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result, Status};

use crate::graph::cases::Case;

/// `graph.cases.get`: Get one case. Status: preview.
pub static GET: Operation = Operation::get("graph.cases.get", "/beta/security/caseManagement/cases/{case_id}").host("graph").summary("Get one case").help("Signed-in users need one of the roles Security Reader, Security Operator \
or Security Administrator.").status(Status::Preview).inputs(&[Param::path("case_id").example("00430205-f39e-4fcf-a7d2-a012ee05c000"),
]).headers(&[Header::new("prefer", "include-unknown-enum-members"),]).answer(AnswerKind::Entity).permissions(&["CaseManagement.Read.All", "CaseManagement.ReadWrite.All"], &["CaseManagement.Read.All", "CaseManagement.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagement-case-get.md");

/// Get one case.
///
/// Signed-in users need one of the roles Security Reader, Security Operator or Security
/// Administrator.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagement-case-get.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().cases().get("00430205-f39e-4fcf-a7d2-a012ee05c000").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetCase {
    client: Client,
    request: Request,
}

impl GetCase {
    pub(super) fn new(client: &Client, case_id: impl Into<Id<Case>>) -> Self {
        let case_id: Id<Case> = case_id.into();
        let request = Request::new(&GET).set("case_id", case_id);
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
    pub async fn send(self) -> Result<Case> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(GetCase);
