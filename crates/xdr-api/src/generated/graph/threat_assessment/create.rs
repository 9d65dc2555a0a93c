//! `graph.threat_assessment.create`: Ask for the assessment of an email, a file or a URL.

use http_core::{
    AnswerKind, BodyKind, Client, Completion, Effect, EffectKind, Kind, Operation, Param, Pause,
    Request, Result, Started,
};

use crate::graph::threat_assessment::ThreatAssessmentCategory;
use crate::graph::threat_assessment::ThreatAssessmentRequest;
use crate::graph::threat_assessment::ThreatExpectedAssessment;

/// `graph.threat_assessment.create`: Ask for the assessment of an email, a file or a URL.
pub static CREATE: Operation = Operation::post("graph.threat_assessment.create", "/v1.0/informationProtection/threatAssessmentRequests").host("graph").summary("Ask for the assessment of an email, a file or a URL").help("A delivered email also needs the permission to read it (Mail.Read or \
Mail.Read.Shared). The content is not stored.").inputs(&[Param::body("@odata.type").required().help("What is assessed: a delivered email, an email as a file, a file or a URL.").example("#microsoft.graph.urlAssessmentRequest"),
Param::body("category").kind(Kind::Enum(&["spam", "phishing", "malware"])).required().help("What it is taken for."),
Param::body("expectedAssessment").kind(Kind::Enum(&["block", "unblock"])).required().help("Verdict that you expect."),
Param::body("url").help("For a URL.").example("https://phish.example/login"),
Param::body("recipientEmail").help("For an email: recipient whose policies are used.").example("bruno.adler@contoso.com"),
Param::body("messageUri").help("For a delivered email: its address in Graph."),
Param::body("fileName").help("For a file.").example("invoice.pdf"),
Param::body("contentData").help("For a file or an email as a file: its content, base64."),
]).body(BodyKind::Json).answer(AnswerKind::Entity).permissions(&[], &["ThreatAssessment.ReadWrite.All"]).completion(&Completion::new(&crate::graph::threat_assessment::GET, ("threat_assessment_request_id", "id"), "status").open(&["pending"]).succeeded(&["completed"]).failed(&[]).pause(Pause::seconds(5, 60)).note("`completed` is the only end. What was found is in `results`, which \
`$expand=results` adds.")).effect(Effect::new(EffectKind::Irreversible)).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/informationprotection-post-threatassessmentrequests.md");

/// Ask for the assessment of an email, a file or a URL.
///
/// A delivered email also needs the permission to read it (Mail.Read or Mail.Read.Shared). The
/// content is not stored.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/informationprotection-post-threatassessmentrequests.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let started = client.graph().threat_assessment().create("#microsoft.graph.urlAssessmentRequest", "word", "word").begin().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct CreateThreatAssessment {
    client: Client,
    request: Request,
}

impl CreateThreatAssessment {
    pub(super) fn new(
        client: &Client,
        odata_type: impl Into<String>,
        category: impl Into<ThreatAssessmentCategory>,
        expected_assessment: impl Into<ThreatExpectedAssessment>,
    ) -> Self {
        let odata_type: String = odata_type.into();
        let category: ThreatAssessmentCategory = category.into();
        let expected_assessment: ThreatExpectedAssessment = expected_assessment.into();
        let request = Request::new(&CREATE)
            .set("@odata.type", odata_type)
            .set("category", category)
            .set("expectedAssessment", expected_assessment);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// For a URL.
    pub fn url(mut self, url: impl Into<String>) -> Self {
        let url: String = url.into();
        self.request = self.request.set("url", url);
        self
    }

    /// For an email: recipient whose policies are used.
    pub fn recipient_email(mut self, recipient_email: impl Into<String>) -> Self {
        let recipient_email: String = recipient_email.into();
        self.request = self.request.set("recipientEmail", recipient_email);
        self
    }

    /// For a delivered email: its address in Graph.
    pub fn message_uri(mut self, message_uri: impl Into<String>) -> Self {
        let message_uri: String = message_uri.into();
        self.request = self.request.set("messageUri", message_uri);
        self
    }

    /// For a file.
    pub fn file_name(mut self, file_name: impl Into<String>) -> Self {
        let file_name: String = file_name.into();
        self.request = self.request.set("fileName", file_name);
        self
    }

    /// For a file or an email as a file: its content, base64.
    pub fn content_data(mut self, content_data: impl Into<String>) -> Self {
        let content_data: String = content_data.into();
        self.request = self.request.set("contentData", content_data);
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
    pub async fn send(self) -> Result<ThreatAssessmentRequest> {
        self.client.send(self.request).await
    }

    /// Starts the action.
    /// [`wait`](Started::wait) follows it to its end.
    ///
    /// # Errors
    /// See [`Client::begin`](http_core::Client::begin).
    pub async fn begin(self) -> Result<Started<ThreatAssessmentRequest>> {
        self.client.begin(self.request).await
    }
}

http_core::call_options!(CreateThreatAssessment);
