//! Operations and types of recommendations.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`GetRecommendation`] | `GET /api/recommendations/{recommendation_id}` | `SecurityRecommendation.Read.All` |
//! | [`GetRecommendationSoftware`] | `GET /api/recommendations/{recommendation_id}/software` | `Software.Read.All` |
//! | [`ListRecommendations`] | `GET /api/recommendations` | `SecurityRecommendation.Read.All` |
//! | [`ListRecommendationMachines`] | `GET /api/recommendations/{recommendation_id}/machineReferences` | `SecurityRecommendation.Read.All` |
//! | [`ListRecommendationVulnerabilities`] | `GET /api/recommendations/{recommendation_id}/vulnerabilities` | `Vulnerability.Read.All` |

mod filters;
mod get;
mod get_software;
mod list;
mod list_machines;
mod list_vulnerabilities;
mod model;

use http_core::{Client, Id};

pub use filters::RecommendationFilter;
pub use get::{GET, GetRecommendation};
pub use get_software::{GET_SOFTWARE, GetRecommendationSoftware};
pub use list::{LIST, ListRecommendations};
pub use list_machines::{LIST_MACHINES, ListRecommendationMachines};
pub use list_vulnerabilities::{LIST_VULNERABILITIES, ListRecommendationVulnerabilities};
pub use model::{
    MachineReference, Recommendation, RecommendationCategory, RecommendationRemediationType,
    RecommendationStatus,
};

/// The operations of recommendations; each method begins a request.
#[derive(Clone, Debug)]
pub struct Recommendations {
    pub(crate) client: Client,
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
