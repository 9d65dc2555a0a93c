//! Operations and types of discovered apps.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`SetBanned`] | `POST /cas/api/v1/discovery/discovery_app/{app_id}/set_banned/` | not documented |
//! | [`SetSanctioned`] | `POST /cas/api/v1/discovery/discovery_app/{app_id}/set_sanctioned/` | not documented |

mod model;
mod set_banned;
mod set_sanctioned;

use http_core::Client;

pub use model::AppId;
pub use set_banned::{SET_BANNED, SetBanned};
pub use set_sanctioned::{SET_SANCTIONED, SetSanctioned};

/// The operations of discovered apps; each method begins a request.
#[derive(Clone, Debug)]
pub struct DiscoveredApps {
    pub(crate) client: Client,
}

impl DiscoveredApps {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Tag an app as unsanctioned. See [`SetBanned`].
    pub fn set_banned(&self, app_id: impl Into<String>) -> SetBanned {
        SetBanned::new(&self.client, app_id)
    }

    /// Tag an app as sanctioned. See [`SetSanctioned`].
    pub fn set_sanctioned(&self, app_id: impl Into<String>) -> SetSanctioned {
        SetSanctioned::new(&self.client, app_id)
    }
}
