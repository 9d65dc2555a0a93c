//! Operations and types of users.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`ListUserAlerts`] | `GET /api/users/{user_name}/alerts` | `Alert.Read.All` |
//! | [`ListUserMachines`] | `GET /api/users/{user_name}/machines` | `Machine.ReadWrite.All` |

mod list_alerts;
mod list_machines;
mod model;

use http_core::Client;

pub use list_alerts::{LIST_ALERTS, ListUserAlerts};
pub use list_machines::{LIST_MACHINES, ListUserMachines};
pub use model::User;

/// The operations of users; each method begins a request.
#[derive(Clone, Debug)]
pub struct Users {
    pub(crate) client: Client,
}

impl Users {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// List a user's alerts. See [`ListUserAlerts`].
    pub fn list_alerts(&self, user_name: impl Into<String>) -> ListUserAlerts {
        ListUserAlerts::new(&self.client, user_name)
    }

    /// List a user's devices. See [`ListUserMachines`].
    pub fn list_machines(&self, user_name: impl Into<String>) -> ListUserMachines {
        ListUserMachines::new(&self.client, user_name)
    }
}
