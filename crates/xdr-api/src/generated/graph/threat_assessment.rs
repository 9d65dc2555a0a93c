//! Operations and types of threat assessment.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`CreateThreatAssessment`] | `POST /v1.0/informationProtection/threatAssessmentRequests` | not documented |
//! | [`GetThreatAssessment`] | `GET /v1.0/informationProtection/threatAssessmentRequests/{threat_assessment_request_id}` | `ThreatAssessment.Read.All` |
//! | [`ListThreatAssessment`] | `GET /v1.0/informationProtection/threatAssessmentRequests` | `ThreatAssessment.Read.All` |

mod create;
mod get;
mod list;
mod model;

use http_core::{Client, Id};

pub use create::{CREATE, CreateThreatAssessment};
pub use get::{GET, GetThreatAssessment};
pub use list::{LIST, ListThreatAssessment};
pub use model::{
    AssessmentIdentity, AssessmentIdentitySet, EmailFileAssessmentRequest, FileAssessmentRequest,
    MailAssessmentRequest, MailDestinationRoutingReason, ThreatAssessmentCategory,
    ThreatAssessmentContentType, ThreatAssessmentRequest, ThreatAssessmentRequestSource,
    ThreatAssessmentResult, ThreatAssessmentResultType, ThreatAssessmentStatus,
    ThreatExpectedAssessment, UrlAssessmentRequest,
};

/// The operations of threat assessment; each method begins a request.
#[derive(Clone, Debug)]
pub struct ThreatAssessment {
    pub(crate) client: Client,
}

impl ThreatAssessment {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Ask for the assessment of an email, a file or a URL. See [`CreateThreatAssessment`].
    pub fn create(
        &self,
        odata_type: impl Into<String>,
        category: impl Into<ThreatAssessmentCategory>,
        expected_assessment: impl Into<ThreatExpectedAssessment>,
    ) -> CreateThreatAssessment {
        CreateThreatAssessment::new(&self.client, odata_type, category, expected_assessment)
    }

    /// Get one threat assessment request. See [`GetThreatAssessment`].
    pub fn get(
        &self,
        threat_assessment_request_id: impl Into<Id<ThreatAssessmentRequest>>,
    ) -> GetThreatAssessment {
        GetThreatAssessment::new(&self.client, threat_assessment_request_id)
    }

    /// List threat assessment requests. See [`ListThreatAssessment`].
    pub fn list(&self) -> ListThreatAssessment {
        ListThreatAssessment::new(&self.client)
    }
}
