//! Operations and types of domains.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`ListDomainAlerts`] | `GET /api/domains/{domain}/alerts` | `Alert.ReadWrite.All` |
//! | [`ListDomainMachines`] | `GET /api/domains/{domain}/machines` | `Machine.Read.All` |
//! | [`StatsDomain`] | `GET /api/domains/{domain}/stats` | `Url.Read.All` |

mod list_alerts;
mod list_machines;
mod model;
mod stats;

use http_core::Client;

pub use list_alerts::{LIST_ALERTS, ListDomainAlerts};
pub use list_machines::{LIST_MACHINES, ListDomainMachines};
pub use model::{Domain, DomainStats};
pub use stats::{STATS, StatsDomain};

/// The operations of domains; each method begins a request.
#[derive(Clone, Debug)]
pub struct Domains {
    pub(crate) client: Client,
}

impl Domains {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// List a domain's alerts. See [`ListDomainAlerts`].
    pub fn list_alerts(&self, domain: impl Into<String>) -> ListDomainAlerts {
        ListDomainAlerts::new(&self.client, domain)
    }

    /// List devices that talked to a domain. See [`ListDomainMachines`].
    pub fn list_machines(&self, domain: impl Into<String>) -> ListDomainMachines {
        ListDomainMachines::new(&self.client, domain)
    }

    /// Get a domain's prevalence. See [`StatsDomain`].
    pub fn stats(&self, domain: impl Into<String>) -> StatsDomain {
        StatsDomain::new(&self.client, domain)
    }
}
