//! `graph.case_attachments.create`: Announce an attachment of a case.

use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, Id, Kind, Operation, Param, Request, Result,
    Status, Target,
};

use crate::graph::case_attachments::CaseAttachment;
use crate::graph::case_attachments::CaseAttachmentOrigin;
use crate::graph::case_attachments::CaseAttachmentScanResult;
use crate::graph::cases::Case;

/// `graph.case_attachments.create`: Announce an attachment of a case. Status: preview.
pub static CREATE: Operation = Operation::post("graph.case_attachments.create", "/beta/security/caseManagement/cases/{case_id}/attachments").host("graph").summary("Announce an attachment of a case").help("Holds no content yet: `upload-content` sends it. Signed-in users need one \
of the roles Security Reader, Security Operator or Security Administrator.").status(Status::Preview).inputs(&[Param::path("case_id").example("00430205-f39e-4fcf-a7d2-a012ee05c000"),
Param::body("displayName").required().help("Name of the file.").example("Mail of the user"),
Param::body("scanResult").kind(Kind::Enum(&["unscanned", "noThreatsFound", "malicious"])).required().help("Send `unscanned`: the service sets it after the upload.").example("unscanned"),
Param::body("fileSize").kind(Kind::Integer).help("Size in bytes. The upload has to have this size.").example("7"),
Param::body("fileExtension").help("Extension of the file, such as txt.").example("txt"),
Param::body("description").help("Description of the file.").example("As the user forwarded it"),
Param::body("origin").kind(Kind::Json).help("Case, comment or task that it belongs to.").words(&[("resourceType", &["case", "comment", "task", "unknownFutureValue"])]).example(concat!("{\"resourceId\":\"00430205-f39e-4fcf-a7d2-a012ee05c000\",\"resour", "ceType\":\"case\"}")),
]).body(BodyKind::Json).answer(AnswerKind::Entity).permissions(&["CaseManagement.ReadWrite.All"], &["CaseManagement.ReadWrite.All"]).target(&Target::new("case_id", "graph.cases.get").name(&["displayName"]).shows(&["status", "createdBy"])).effect(Effect::new(EffectKind::Additive)).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagement-case-post-attachments.md");

/// Announce an attachment of a case.
///
/// Holds no content yet: `upload-content` sends it. Signed-in users need one of the roles
/// Security Reader, Security Operator or Security Administrator.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagement-case-post-attachments.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().case_attachments().create("00430205-f39e-4fcf-a7d2-a012ee05c000", "Mail of the user", "word").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct CreateCaseAttachment {
    client: Client,
    request: Request,
}

impl CreateCaseAttachment {
    pub(super) fn new(
        client: &Client,
        case_id: impl Into<Id<Case>>,
        display_name: impl Into<String>,
        scan_result: impl Into<CaseAttachmentScanResult>,
    ) -> Self {
        let case_id: Id<Case> = case_id.into();
        let display_name: String = display_name.into();
        let scan_result: CaseAttachmentScanResult = scan_result.into();
        let request = Request::new(&CREATE)
            .set("case_id", case_id)
            .set("displayName", display_name)
            .set("scanResult", scan_result);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Size in bytes. The upload has to have this size.
    pub fn file_size(mut self, file_size: i64) -> Self {
        self.request = self.request.set("fileSize", file_size);
        self
    }

    /// Extension of the file, such as txt.
    pub fn file_extension(mut self, file_extension: impl Into<String>) -> Self {
        let file_extension: String = file_extension.into();
        self.request = self.request.set("fileExtension", file_extension);
        self
    }

    /// Description of the file.
    pub fn description(mut self, description: impl Into<String>) -> Self {
        let description: String = description.into();
        self.request = self.request.set("description", description);
        self
    }

    /// Case, comment or task that it belongs to.
    pub fn origin(mut self, origin: &CaseAttachmentOrigin) -> Self {
        self.request = self.request.set_json("origin", origin);
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

http_core::call_options!(CreateCaseAttachment);
