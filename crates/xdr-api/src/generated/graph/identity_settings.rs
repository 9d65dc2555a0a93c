//! Operations and types of identity settings.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`GetIdentitySettingAutoAuditing`] | `GET /v1.0/security/identities/settings/autoAuditingConfiguration` | `SecurityIdentitiesAutoConfig.Read.All` |
//! | [`UpdateAutoAuditing`] | `PATCH /v1.0/security/identities/settings/autoAuditingConfiguration` | `SecurityIdentitiesAutoConfig.ReadWrite.All` |

mod get_auto_auditing;
mod model;
mod update_auto_auditing;

use http_core::Client;

pub use get_auto_auditing::{GET_AUTO_AUDITING, GetIdentitySettingAutoAuditing};
pub use model::AutoAuditingConfiguration;
pub use update_auto_auditing::{UPDATE_AUTO_AUDITING, UpdateAutoAuditing};

/// The operations of identity settings; each method begins a request.
#[derive(Clone, Debug)]
pub struct IdentitySettings {
    pub(crate) client: Client,
}

impl IdentitySettings {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Get the automatic audit configuration. See [`GetIdentitySettingAutoAuditing`].
    pub fn get_auto_auditing(&self) -> GetIdentitySettingAutoAuditing {
        GetIdentitySettingAutoAuditing::new(&self.client)
    }

    /// Turn the automatic audit configuration on or off. See [`UpdateAutoAuditing`].
    pub fn update_auto_auditing(&self, is_automatic: bool) -> UpdateAutoAuditing {
        UpdateAutoAuditing::new(&self.client, is_automatic)
    }
}
