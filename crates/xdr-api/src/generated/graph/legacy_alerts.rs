//! Operations and types of legacy alerts.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`GetLegacyAlert`] | `GET /v1.0/security/alerts/{alert_id}` | `SecurityEvents.Read.All` |
//! | [`ListLegacyAlerts`] | `GET /v1.0/security/alerts` | `SecurityEvents.Read.All` |
//! | [`UpdateLegacyAlert`] | `PATCH /v1.0/security/alerts/{alert_id}` | `SecurityEvents.ReadWrite.All` |
//! | [`UpdateMany`] | `POST /beta/security/alerts/updateAlerts` | `SecurityEvents.ReadWrite.All` |

mod get;
mod list;
mod model;
mod update;
mod update_many;

use http_core::{Client, Id};

pub use get::{GET, GetLegacyAlert};
pub use list::{LIST, ListLegacyAlerts};
pub use model::{
    CloudAppSecurityState, FileSecurityState, HostSecurityState, InvestigationSecurityState,
    LegacyAlert, LegacyAlertDetection, LegacyAlertFeedback, LegacyAlertHistoryState,
    LegacyAlertStatus, LegacyAlertTrigger, LegacyFileHash, LegacyFileHashHashType, LegacyProcess,
    LegacyProcessIntegrityLevel, MalwareState, MessageSecurityState, NetworkConnection,
    NetworkConnectionDirection, NetworkConnectionProtocol, NetworkConnectionStatus,
    RegistryKeyState, RegistryKeyStateHive, RegistryKeyStateOperation, RegistryKeyStateValueType,
    SecurityResource, SecurityResourceResourceType, SecurityVendorInformation,
    UriClickSecurityState, UserSecurityState, UserSecurityStateEmailRole,
    UserSecurityStateLogonType, UserSecurityStateUserAccountType, VulnerabilityState,
};
pub use update::{UPDATE, UpdateLegacyAlert};
pub use update_many::{UPDATE_MANY, UpdateMany};

/// The operations of legacy alerts; each method begins a request.
#[derive(Clone, Debug)]
pub struct LegacyAlerts {
    pub(crate) client: Client,
}

impl LegacyAlerts {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Get one first-generation alert. See [`GetLegacyAlert`].
    pub fn get(&self, alert_id: impl Into<Id<LegacyAlert>>) -> GetLegacyAlert {
        GetLegacyAlert::new(&self.client, alert_id)
    }

    /// List first-generation alerts. See [`ListLegacyAlerts`].
    pub fn list(&self) -> ListLegacyAlerts {
        ListLegacyAlerts::new(&self.client)
    }

    /// Update a first-generation alert. See [`UpdateLegacyAlert`].
    pub fn update(
        &self,
        alert_id: impl Into<Id<LegacyAlert>>,
        vendor_information: &SecurityVendorInformation,
    ) -> UpdateLegacyAlert {
        UpdateLegacyAlert::new(&self.client, alert_id, vendor_information)
    }

    /// Update several first-generation alerts. See [`UpdateMany`].
    pub fn update_many(&self, value: impl IntoIterator<Item = LegacyAlert>) -> UpdateMany {
        UpdateMany::new(&self.client, value)
    }
}
