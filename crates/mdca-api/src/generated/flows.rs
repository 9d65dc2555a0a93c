//! Operations and types of flows.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`CreateFlow`] | `POST /cas/api/v1/ms_flow/` | not documented |
//! | [`DeleteFlow`] | `DELETE /cas/api/v1/ms_flow/{flow_id}/` | not documented |

mod create;
mod delete;
mod model;

use http_core::Client;

pub use create::{CREATE, CreateFlow};
pub use delete::{DELETE, DeleteFlow};
pub use model::{
    FlowAlertEntity, FlowAlertLink, FlowAlertMetadata, FlowAlertNotification,
    FlowAlertNotificationSeverity,
};

/// The operations of flows; each method begins a request.
#[derive(Clone, Debug)]
pub struct Flows {
    pub(crate) client: Client,
}

impl Flows {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Register a callback for alerts. See [`CreateFlow`].
    pub fn create(&self, callback_url: impl Into<String>) -> CreateFlow {
        CreateFlow::new(&self.client, callback_url)
    }

    /// Remove a callback. See [`DeleteFlow`].
    pub fn delete(&self, flow_id: impl Into<String>) -> DeleteFlow {
        DeleteFlow::new(&self.client, flow_id)
    }
}
