//! Operations and types of vulnerabilities.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`GetVulnerability`] | `GET /api/vulnerabilities/{cve_id}` | `Vulnerability.Read.All` |
//! | [`ListVulnerabilities`] | `GET /api/vulnerabilities` | `Vulnerability.Read.All` |
//! | [`ListVulnerabilitiesByMachineAndSoftware`] | `GET /api/vulnerabilities/machinesVulnerabilities` | `Vulnerability.Read.All` |
//! | [`ListVulnerabilityMachines`] | `GET /api/vulnerabilities/{cve_id}/machineReferences` | `Vulnerability.Read.All` |

mod filters;
mod get;
mod list;
mod list_by_machine_and_software;
mod list_machines;
mod model;

use http_core::{Client, Id};

pub use filters::{MachineVulnerabilityFilter, VulnerabilityFilter};
pub use get::{GET, GetVulnerability};
pub use list::{LIST, ListVulnerabilities};
pub use list_by_machine_and_software::{
    LIST_BY_MACHINE_AND_SOFTWARE, ListVulnerabilitiesByMachineAndSoftware,
};
pub use list_machines::{LIST_MACHINES, ListVulnerabilityMachines};
pub use model::{
    MachineVulnerability, Vulnerability, VulnerabilityCveSupportability, VulnerabilitySeverity,
    VulnerabilityStatus,
};

/// The operations of vulnerabilities; each method begins a request.
#[derive(Clone, Debug)]
pub struct Vulnerabilities {
    pub(crate) client: Client,
}

impl Vulnerabilities {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Get one vulnerability by its id. See [`GetVulnerability`].
    pub fn get(&self, cve_id: impl Into<Id<Vulnerability>>) -> GetVulnerability {
        GetVulnerability::new(&self.client, cve_id)
    }

    /// List known vulnerabilities. See [`ListVulnerabilities`].
    pub fn list(&self) -> ListVulnerabilities {
        ListVulnerabilities::new(&self.client)
    }

    /// List vulnerabilities per device and software. See
    /// [`ListVulnerabilitiesByMachineAndSoftware`].
    pub fn list_by_machine_and_software(&self) -> ListVulnerabilitiesByMachineAndSoftware {
        ListVulnerabilitiesByMachineAndSoftware::new(&self.client)
    }

    /// List devices affected by one vulnerability. See [`ListVulnerabilityMachines`].
    pub fn list_machines(&self, cve_id: impl Into<Id<Vulnerability>>) -> ListVulnerabilityMachines {
        ListVulnerabilityMachines::new(&self.client, cve_id)
    }
}
