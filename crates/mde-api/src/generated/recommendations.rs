//! Operations and types of recommendations.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`GetRecommendation`] | `GET /api/recommendations/{recommendation_id}` | `SecurityRecommendation.Read.All` |
//! | [`GetRecommendationSoftware`] | `GET /api/recommendations/{recommendation_id}/software` | `Software.Read.All` |
//! | [`ListRecommendations`] | `GET /api/recommendations` | `SecurityRecommendation.Read.All` |
//! | [`ListRecommendationMachines`] | `GET /api/recommendations/{recommendation_id}/machineReferences` | `SecurityRecommendation.Read.All` |
//! | [`ListRecommendationVulnerabilities`] | `GET /api/recommendations/{recommendation_id}/vulnerabilities` | `Vulnerability.Read.All` |

mod get;
mod get_software;
mod list;
mod list_machines;
mod list_vulnerabilities;
mod model;

use http_core::{Answer, Client, Id, Kind, Operation, Paging, Param};

pub use get::GetRecommendation;
pub use get_software::GetRecommendationSoftware;
pub use list::ListRecommendations;
pub use list_machines::ListRecommendationMachines;
pub use list_vulnerabilities::ListRecommendationVulnerabilities;
pub use model::{
    MachineReference, Recommendation, RecommendationCategory, RecommendationRemediationType,
    RecommendationStatus,
};

/// `mde.recommendations.get`: Get one recommendation by its id.
pub static GET: Operation = Operation::get(
    "mde.recommendations.get",
    "/api/recommendations/{recommendation_id}",
)
.host("mde")
.summary("Get one recommendation by its id")
.help("Percent-encode the id. The page carries the generic pre-release banner.")
.params(&[Param::path("recommendation_id")])
.answer(Answer::Entity)
.permissions(
    &["SecurityRecommendation.Read.All"],
    &["SecurityRecommendation.Read"],
)
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-recommendation-by-id.md");

/// `mde.recommendations.get_software`: Get the software behind one recommendation.
pub static GET_SOFTWARE: Operation = Operation::get(
    "mde.recommendations.get_software",
    "/api/recommendations/{recommendation_id}/software",
)
.host("mde")
.summary("Get the software behind one recommendation")
.help(
    "The two permission families differ on the page; for applications \
Software.Read.All was confirmed by the service itself \
(MicrosoftDocs/microsoft-365-docs#6056), so a delegated token should hold \
Software.Read too. Configuration recommendations have no software.",
)
.params(&[Param::path("recommendation_id")])
.answer(Answer::Entity)
.permissions(&["Software.Read.All"], &["SecurityRecommendation.Read"])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/list-recommendation-software.md");

/// `mde.recommendations.list`: List security recommendations.
pub static LIST: Operation = Operation::get("mde.recommendations.list", "/api/recommendations")
    .host("mde")
    .summary("List security recommendations")
    .help(
        "Covers software (va-_-vendor-_-product) and configuration (sca-_-scid-N) \
recommendations. A machineReferences member with null was seen in real rows \
(MicrosoftDocs/microsoft-365-docs#9061); ignore it.",
    )
    .params(&[
        Param::query("$filter")
            .help("OData filter; text values in single quotes, a quote inside is doubled"),
        Param::query("$top").kind(Kind::Integer).help(
            "how many rows the service puts into one answer; not a total, use a limit \
on the caller's side for that",
        ),
        Param::query("$skip")
            .kind(Kind::Integer)
            .help("how many rows the service leaves out"),
    ])
    .collection("value")
    .paging(Paging::Skip)
    .page_size(10000)
    .filterable(&[
        "id",
        "productName",
        "vendor",
        "recommendedVersion",
        "recommendationCategory",
        "subCategory",
        "severityScore",
        "remediationType",
        "recommendedProgram",
        "recommendedVendor",
        "status",
    ])
    .permissions(
        &["SecurityRecommendation.Read.All"],
        &["SecurityRecommendation.Read"],
    )
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-all-recommendations.md");

/// `mde.recommendations.list_machines`: List devices one recommendation concerns.
pub static LIST_MACHINES: Operation = Operation::get(
    "mde.recommendations.list_machines",
    "/api/recommendations/{recommendation_id}/machineReferences",
)
.host("mde")
.summary("List devices one recommendation concerns")
.params(&[Param::path("recommendation_id")])
.collection("value")
.permissions(
    &["SecurityRecommendation.Read.All"],
    &["SecurityRecommendation.Read"],
)
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-recommendation-machines.md");

/// `mde.recommendations.list_vulnerabilities`: List vulnerabilities behind one recommendation.
pub static LIST_VULNERABILITIES: Operation = Operation::get(
    "mde.recommendations.list_vulnerabilities",
    "/api/recommendations/{recommendation_id}/vulnerabilities",
)
.host("mde")
.summary("List vulnerabilities behind one recommendation")
.help(
    "Needs the Vulnerability permission, not SecurityRecommendation \
(MicrosoftDocs/microsoft-365-docs#6057).",
)
.params(&[Param::path("recommendation_id")])
.collection("value")
.permissions(&["Vulnerability.Read.All"], &["Vulnerability.Read"])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-recommendation-vulnerabilities.md");

/// The operations of recommendations; each method begins a request.
#[derive(Clone, Debug)]
pub struct Recommendations {
    client: Client,
}

impl Recommendations {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Get one recommendation by its id. See [`GetRecommendation`].
    pub fn get(&self, recommendation_id: impl Into<Id<Recommendation>>) -> GetRecommendation {
        GetRecommendation::new(&self.client, recommendation_id)
    }

    /// Get the software behind one recommendation. See [`GetRecommendationSoftware`].
    pub fn get_software(
        &self,
        recommendation_id: impl Into<Id<Recommendation>>,
    ) -> GetRecommendationSoftware {
        GetRecommendationSoftware::new(&self.client, recommendation_id)
    }

    /// List security recommendations. See [`ListRecommendations`].
    pub fn list(&self) -> ListRecommendations {
        ListRecommendations::new(&self.client)
    }

    /// List devices one recommendation concerns. See [`ListRecommendationMachines`].
    pub fn list_machines(
        &self,
        recommendation_id: impl Into<Id<Recommendation>>,
    ) -> ListRecommendationMachines {
        ListRecommendationMachines::new(&self.client, recommendation_id)
    }

    /// List vulnerabilities behind one recommendation. See [`ListRecommendationVulnerabilities`].
    pub fn list_vulnerabilities(
        &self,
        recommendation_id: impl Into<Id<Recommendation>>,
    ) -> ListRecommendationVulnerabilities {
        ListRecommendationVulnerabilities::new(&self.client, recommendation_id)
    }
}
