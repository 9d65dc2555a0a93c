//! `graph.threat_assessment.get`: Get one threat assessment request.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result};

use crate::graph::threat_assessment::ThreatAssessmentRequest;

/// `graph.threat_assessment.get`: Get one threat assessment request.
pub static GET: Operation = Operation::get("graph.threat_assessment.get", "/v1.0/informationProtection/threatAssessmentRequests/{threat_assessment_request_id}").host("graph").summary("Get one threat assessment request").inputs(&[Param::path("threat_assessment_request_id").example("e7ae033d-2828-4e64-b957-c339ec2a8e0f"),
Param::query("$expand").help("`results` adds what the assessment found."),
Param::query("$select").help("Properties to return, separated by commas."),
]).headers(&[Header::new("prefer", "include-unknown-enum-members"),]).answer(AnswerKind::Entity).permissions(&["ThreatAssessment.Read.All"], &["ThreatAssessment.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/threatassessmentrequest-get.md");

/// Get one threat assessment request.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/threatassessmentrequest-get.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().threat_assessment().get("e7ae033d-2828-4e64-b957-c339ec2a8e0f").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetThreatAssessment {
    client: Client,
    request: Request,
}

impl GetThreatAssessment {
    pub(super) fn new(
        client: &Client,
        threat_assessment_request_id: impl Into<Id<ThreatAssessmentRequest>>,
    ) -> Self {
        let threat_assessment_request_id: Id<ThreatAssessmentRequest> =
            threat_assessment_request_id.into();
        let request =
            Request::new(&GET).set("threat_assessment_request_id", threat_assessment_request_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// `results` adds what the assessment found.
    pub fn expand(mut self, expand: impl Into<String>) -> Self {
        let expand: String = expand.into();
        self.request = self.request.set("$expand", expand);
        self
    }

    /// Properties to return, separated by commas.
    pub fn select(mut self, select: impl Into<String>) -> Self {
        let select: String = select.into();
        self.request = self.request.set("$select", select);
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
}

http_core::call_options!(GetThreatAssessment);
