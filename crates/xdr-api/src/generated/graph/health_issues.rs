//! Operations and types of health issues.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`GetHealthIssue`] | `GET /v1.0/security/identities/healthIssues/{health_issue_id}` | `SecurityIdentitiesHealth.Read.All` |
//! | [`ListHealthIssues`] | `GET /v1.0/security/identities/healthIssues` | `SecurityIdentitiesHealth.Read.All` |
//! | [`UpdateHealthIssue`] | `PATCH /v1.0/security/identities/healthIssues/{health_issue_id}` | `SecurityIdentitiesHealth.ReadWrite.All` |

mod filters;
mod get;
mod list;
mod model;
mod update;

use http_core::{Client, Id};

pub use filters::HealthIssueFilter;
pub use get::{GET, GetHealthIssue};
pub use list::{LIST, ListHealthIssues};
pub use model::{HealthIssue, HealthIssueSeverity, HealthIssueStatus, HealthIssueType};
pub use update::{UPDATE, UpdateHealthIssue};

/// The operations of health issues; each method begins a request.
#[derive(Clone, Debug)]
pub struct HealthIssues {
    pub(crate) client: Client,
}

impl HealthIssues {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Get one health issue. See [`GetHealthIssue`].
    pub fn get(&self, health_issue_id: impl Into<Id<HealthIssue>>) -> GetHealthIssue {
        GetHealthIssue::new(&self.client, health_issue_id)
    }

    /// List Defender for Identity health issues. See [`ListHealthIssues`].
    pub fn list(&self) -> ListHealthIssues {
        ListHealthIssues::new(&self.client)
    }

    /// Open, close or suppress a health issue. See [`UpdateHealthIssue`].
    pub fn update(
        &self,
        health_issue_id: impl Into<Id<HealthIssue>>,
        status: impl Into<HealthIssueStatus>,
    ) -> UpdateHealthIssue {
        UpdateHealthIssue::new(&self.client, health_issue_id, status)
    }
}
