//! Operations and types of policies.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`DisablePolicy`] | `POST /cas/api/v1/policies/{policy_id}/disable/` | not documented |
//! | [`EnablePolicy`] | `POST /cas/api/v1/policies/{policy_id}/enable/` | not documented |
//! | [`GetPolicy`] | `POST /cas/api/v1/policies/{policy_id}/` | not documented |
//! | [`QueryPolicies`] | `POST /cas/api/v1/policies/` | `investigation.read` |

mod disable;
mod enable;
mod get;
mod model;
mod query;

use http_core::Client;

pub use disable::{DISABLE, DisablePolicy};
pub use enable::{ENABLE, EnablePolicy};
pub use get::{GET, GetPolicy};
pub use model::{Policy, PolicyFilters};
pub use query::{QUERY, QueryPolicies};

/// The operations of policies; each method begins a request.
#[derive(Clone, Debug)]
pub struct Policies {
    pub(crate) client: Client,
}

impl Policies {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Disable a policy. See [`DisablePolicy`].
    pub fn disable(&self, policy_id: impl Into<String>) -> DisablePolicy {
        DisablePolicy::new(&self.client, policy_id)
    }

    /// Enable a policy. See [`EnablePolicy`].
    pub fn enable(&self, policy_id: impl Into<String>) -> EnablePolicy {
        EnablePolicy::new(&self.client, policy_id)
    }

    /// Get a policy. See [`GetPolicy`].
    pub fn get(&self, policy_id: impl Into<String>) -> GetPolicy {
        GetPolicy::new(&self.client, policy_id)
    }

    /// List policies. See [`QueryPolicies`].
    pub fn query(&self) -> QueryPolicies {
        QueryPolicies::new(&self.client)
    }
}
