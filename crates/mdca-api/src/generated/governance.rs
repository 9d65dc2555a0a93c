//! Operations and types of governance.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`GetGovernance`] | `GET /api/v1/governance/{entry_id}/` | `investigation.read` |
//! | [`QueryGovernance`] | `POST /api/v1/governance/` | `investigation.read` |

mod get;
mod model;
mod query;

use http_core::{Client, Id};

pub use get::{GET, GetGovernance};
pub use model::{
    GovernanceFilters, GovernanceLogEntry, GovernanceMessage, GovernanceSortField, GovernanceStatus,
};
pub use query::{QUERY, QueryGovernance};

/// The operations of governance; each method begins a request.
#[derive(Clone, Debug)]
pub struct Governance {
    pub(crate) client: Client,
}

impl Governance {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Get one entry of the governance log. See [`GetGovernance`].
    pub fn get(&self, entry_id: impl Into<Id<GovernanceLogEntry>>) -> GetGovernance {
        GetGovernance::new(&self.client, entry_id)
    }

    /// List the governance log. See [`QueryGovernance`].
    pub fn query(&self) -> QueryGovernance {
        QueryGovernance::new(&self.client)
    }
}
