//! `graph.cases.delete`: Delete a case.

use http_core::{
    Client, Effect, EffectKind, Id, Operation, Param, Request, Result, Status, Target,
};

use crate::graph::cases::Case;

/// `graph.cases.delete`: Delete a case. Status: preview.
pub static DELETE: Operation = Operation::delete("graph.cases.delete", "/beta/security/caseManagement/cases/{case_id}").host("graph").summary("Delete a case").help("Deletes its tasks, comments, attachments and relations as well. Signed-in \
users need one of the roles Security Reader, Security Operator or Security \
Administrator.").status(Status::Preview).inputs(&[Param::path("case_id").example("00430205-f39e-4fcf-a7d2-a012ee05c000"),
]).permissions(&["CaseManagement.ReadWrite.All"], &["CaseManagement.ReadWrite.All"]).target(&Target::new("case_id", "graph.cases.get").name(&["displayName"]).shows(&["status", "createdBy"])).effect(Effect::new(EffectKind::Irreversible)).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagementroot-delete-cases.md");

/// Delete a case.
///
/// Deletes its tasks, comments, attachments and relations as well. Signed-in users need one of
/// the roles Security Reader, Security Operator or Security Administrator.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagementroot-delete-cases.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.graph().cases().delete("00430205-f39e-4fcf-a7d2-a012ee05c000").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct DeleteCase {
    client: Client,
    request: Request,
}

impl DeleteCase {
    pub(super) fn new(client: &Client, case_id: impl Into<Id<Case>>) -> Self {
        let case_id: Id<Case> = case_id.into();
        let request = Request::new(&DELETE).set("case_id", case_id);
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

http_core::call_options!(DeleteCase);
