//! `graph.case_attachments.upload_content`: Upload content of an attachment of a case.

use http_core::{
    BodyKind, Bytes, Client, Effect, EffectKind, Id, Kind, Operation, Param, Request, Result,
    Status, Target,
};

use crate::graph::case_attachments::CaseAttachment;
use crate::graph::cases::Case;

/// `graph.case_attachments.upload_content`: Upload content of an attachment of a case. Status:
/// preview.
pub static UPLOAD_CONTENT: Operation = Operation::put("graph.case_attachments.upload_content", "/beta/security/caseManagement/cases/{case_id}/attachments/{attachment_id}/content").host("graph").summary("Upload content of an attachment of a case").help("A file may hold 100 MB; more than 1 MB is sent in parts, one call each. \
The service then scans it for malware. Signed-in users need one of the \
roles Security Reader, Security Operator or Security Administrator.").status(Status::Preview).inputs(&[Param::path("case_id").example("00430205-f39e-4fcf-a7d2-a012ee05c000"),
Param::path("attachment_id").example("6100f8e8-27fa-417c-bf9e-373ca9f66ea0"),
Param::header("content-range").required().help("Bytes that are sent and size of the whole file, as `bytes 0-10/11`. The \
size must equal `fileSize` of the attachment.").example("bytes 0-6/7"),
Param::body("content").kind(Kind::Bytes).required().max_bytes(1048576).help("Part of the file, 1 MB at most."),
]).body(BodyKind::Binary).permissions(&["CaseManagement.ReadWrite.All"], &["CaseManagement.ReadWrite.All"]).target(&Target::new("attachment_id", "graph.case_attachments.get").name(&["displayName"]).shows(&["scanResult", "fileSize"])).effect(Effect::new(EffectKind::Irreversible)).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagement-attachment-upload-content.md");

/// Upload content of an attachment of a case.
///
/// A file may hold 100 MB; more than 1 MB is sent in parts, one call each. The service then
/// scans it for malware. Signed-in users need one of the roles Security Reader, Security
/// Operator or Security Administrator.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagement-attachment-upload-content.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.graph().case_attachments().upload_content("00430205-f39e-4fcf-a7d2-a012ee05c000", "6100f8e8-27fa-417c-bf9e-373ca9f66ea0", "bytes 0-6/7", &b"bytes"[..]).send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct UploadContent {
    client: Client,
    request: Request,
}

impl UploadContent {
    pub(super) fn new(
        client: &Client,
        case_id: impl Into<Id<Case>>,
        attachment_id: impl Into<Id<CaseAttachment>>,
        content_range: impl Into<String>,
        content: impl Into<Bytes>,
    ) -> Self {
        let case_id: Id<Case> = case_id.into();
        let attachment_id: Id<CaseAttachment> = attachment_id.into();
        let content_range: String = content_range.into();
        let request = Request::new(&UPLOAD_CONTENT)
            .set("case_id", case_id)
            .set("attachment_id", attachment_id)
            .set("content-range", content_range)
            .set_bytes("content", content, None);
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

http_core::call_options!(UploadContent);
