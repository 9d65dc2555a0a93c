//! Operations and types of baselines.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`ListBaselineConfigurations`] | `GET /api/baselineConfigurations` | not documented |
//! | [`ListBaselineProfiles`] | `GET /api/baselineProfiles` | not documented |

mod filters;
mod list_configurations;
mod list_profiles;
mod model;

use http_core::Client;

pub use filters::{BaselineConfigurationFilter, BaselineProfileFilter};
pub use list_configurations::{LIST_CONFIGURATIONS, ListBaselineConfigurations};
pub use list_profiles::{LIST_PROFILES, ListBaselineProfiles};
pub use model::{BaselineConfiguration, BaselineProfile};

/// The operations of baselines; each method begins a request.
#[derive(Clone, Debug)]
pub struct Baselines {
    pub(crate) client: Client,
}

impl Baselines {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// List configurations of active baseline profiles. See [`ListBaselineConfigurations`].
    pub fn list_configurations(&self) -> ListBaselineConfigurations {
        ListBaselineConfigurations::new(&self.client)
    }

    /// List security baseline profiles. See [`ListBaselineProfiles`].
    pub fn list_profiles(&self) -> ListBaselineProfiles {
        ListBaselineProfiles::new(&self.client)
    }
}
