//! `graph.case_attachments.get_content`: Download an attachment of a case.

use http_core::{AnswerKind, Client, Id, Operation, Param, Request, Response, Result, Status};

use crate::graph::case_attachments::CaseAttachment;
use crate::graph::cases::Case;

/// `graph.case_attachments.get_content`: Download an attachment of a case. Status: preview.
pub static GET_CONTENT: Operation = Operation::get("graph.case_attachments.get_content", "/beta/security/caseManagement/cases/{case_id}/attachments/{attachment_id}/content").host("graph").summary("Download an attachment of a case").help("Refused until the scan for malware has ended; `scanResult` of the \
attachment tells. Do not download what is `malicious`. Signed-in users need \
one of the roles Security Reader, Security Operator or Security \
Administrator.").status(Status::Preview).inputs(&[Param::path("case_id").example("00430205-f39e-4fcf-a7d2-a012ee05c000"),
Param::path("attachment_id").example("6100f8e8-27fa-417c-bf9e-373ca9f66ea0"),
]).answer(AnswerKind::File).permissions(&["CaseManagement.Read.All", "CaseManagement.ReadWrite.All"], &["CaseManagement.Read.All", "CaseManagement.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagement-attachment-download-content.md");

/// Download an attachment of a case.
///
/// Refused until the scan for malware has ended; `scanResult` of the attachment tells. Do not
/// download what is `malicious`. Signed-in users need one of the roles Security Reader,
/// Security Operator or Security Administrator.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagement-attachment-download-content.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().case_attachments().get_content("00430205-f39e-4fcf-a7d2-a012ee05c000", "6100f8e8-27fa-417c-bf9e-373ca9f66ea0").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetCaseAttachmentContent {
    client: Client,
    request: Request,
}

impl GetCaseAttachmentContent {
    pub(super) fn new(
        client: &Client,
        case_id: impl Into<Id<Case>>,
        attachment_id: impl Into<Id<CaseAttachment>>,
    ) -> Self {
        let case_id: Id<Case> = case_id.into();
        let attachment_id: Id<CaseAttachment> = attachment_id.into();
        let request = Request::new(&GET_CONTENT)
            .set("case_id", case_id)
            .set("attachment_id", attachment_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request and gives the answer with its body as it came.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<Response> {
        self.client.send_response(self.request).await
    }
}

http_core::call_options!(GetCaseAttachmentContent);
