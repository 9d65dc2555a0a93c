//! Operations and types of software.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`GetSoftware`] | `GET /api/Software/{software_id}` | `Software.Read.All` |
//! | [`ListSoftware`] | `GET /api/Software` | `Software.Read.All` |
//! | [`ListSoftwareDistributions`] | `GET /api/Software/{software_id}/distributions` | `Software.Read.All` |
//! | [`ListSoftwareMachines`] | `GET /api/Software/{software_id}/machineReferences` | `Software.Read.All` |
//! | [`ListSoftwareMissingKbs`] | `GET /api/Software/{software_id}/getmissingkbs` | `Software.Read.All` |
//! | [`ListSoftwareVulnerabilities`] | `GET /api/Software/{software_id}/vulnerabilities` | `Vulnerability.Read.All` |

mod filters;
mod get;
mod list;
mod list_distributions;
mod list_machines;
mod list_missing_kbs;
mod list_vulnerabilities;
mod model;

use http_core::{Client, Id};

pub use filters::SoftwareFilter;
pub use get::{GET, GetSoftware};
pub use list::{LIST, ListSoftware};
pub use list_distributions::{LIST_DISTRIBUTIONS, ListSoftwareDistributions};
pub use list_machines::{LIST_MACHINES, ListSoftwareMachines};
pub use list_missing_kbs::{LIST_MISSING_KBS, ListSoftwareMissingKbs};
pub use list_vulnerabilities::{LIST_VULNERABILITIES, ListSoftwareVulnerabilities};
pub use model::{Software, SoftwareDistribution};

/// The operations of software; each method begins a request.
#[derive(Clone, Debug)]
pub struct SoftwareOperations {
    pub(crate) client: Client,
}

impl SoftwareOperations {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Get one software by its id. See [`GetSoftware`].
    pub fn get(&self, software_id: impl Into<Id<Software>>) -> GetSoftware {
        GetSoftware::new(&self.client, software_id)
    }

    /// List the software inventory of the organisation. See [`ListSoftware`].
    pub fn list(&self) -> ListSoftware {
        ListSoftware::new(&self.client)
    }

    /// List installed versions of one software with counts. See [`ListSoftwareDistributions`].
    pub fn list_distributions(
        &self,
        software_id: impl Into<Id<Software>>,
    ) -> ListSoftwareDistributions {
        ListSoftwareDistributions::new(&self.client, software_id)
    }

    /// List devices that have one software. See [`ListSoftwareMachines`].
    pub fn list_machines(&self, software_id: impl Into<Id<Software>>) -> ListSoftwareMachines {
        ListSoftwareMachines::new(&self.client, software_id)
    }

    /// List missing security updates of one software. See [`ListSoftwareMissingKbs`].
    pub fn list_missing_kbs(&self, software_id: impl Into<Id<Software>>) -> ListSoftwareMissingKbs {
        ListSoftwareMissingKbs::new(&self.client, software_id)
    }

    /// List vulnerabilities of one software. See [`ListSoftwareVulnerabilities`].
    pub fn list_vulnerabilities(
        &self,
        software_id: impl Into<Id<Software>>,
    ) -> ListSoftwareVulnerabilities {
        ListSoftwareVulnerabilities::new(&self.client, software_id)
    }
}
