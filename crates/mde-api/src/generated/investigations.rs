//! Operations and types of investigations.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`GetInvestigation`] | `GET /api/investigations/{investigation_id}` | `Alert.Read.All` |
//! | [`ListInvestigations`] | `GET /api/investigations` | `Alert.Read.All` |

mod filters;
mod get;
mod list;
mod model;

use http_core::{Client, Id};

pub use filters::InvestigationFilter;
pub use get::{GET, GetInvestigation};
pub use list::{LIST, ListInvestigations};
pub use model::{Investigation, InvestigationState};

/// The operations of investigations; each method begins a request.
#[derive(Clone, Debug)]
pub struct Investigations {
    pub(crate) client: Client,
}

impl Investigations {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Get one automated investigation. See [`GetInvestigation`].
    pub fn get(&self, investigation_id: impl Into<Id<Investigation>>) -> GetInvestigation {
        GetInvestigation::new(&self.client, investigation_id)
    }

    /// List automated investigations. See [`ListInvestigations`].
    pub fn list(&self) -> ListInvestigations {
        ListInvestigations::new(&self.client)
    }
}
