//! Operations and types of alerts.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`BatchUpdateAlerts`] | `POST /api/alerts/batchUpdate` | `Alert.ReadWrite.All` |
//! | [`CreateAlertByReference`] | `POST /api/alerts/CreateAlertByReference` | `Alert.ReadWrite.All` |
//! | [`GetAlert`] | `GET /api/alerts/{alert_id}` | `Alert.Read.All` |
//! | [`GetAlertMachine`] | `GET /api/alerts/{alert_id}/machine` | `Machine.Read.All` |
//! | [`GetAlertUser`] | `GET /api/alerts/{alert_id}/user` | `User.Read.All` |
//! | [`ListAlerts`] | `GET /api/alerts` | `Alert.Read.All` |
//! | [`ListAlertDomains`] | `GET /api/alerts/{alert_id}/domains` | `Url.Read.All` |
//! | [`ListAlertFiles`] | `GET /api/alerts/{alert_id}/files` | `File.Read.All` |
//! | [`ListAlertIps`] | `GET /api/alerts/{alert_id}/ips` | `Ip.Read.All` |
//! | [`UpdateAlert`] | `PATCH /api/alerts/{alert_id}` | `Alert.ReadWrite.All` |

mod batch_update;
mod create_by_reference;
mod filters;
mod get;
mod get_machine;
mod get_user;
mod list;
mod list_domains;
mod list_files;
mod list_ips;
mod model;
mod update;

use http_core::{Client, Id};

pub use batch_update::{BATCH_UPDATE, BatchUpdateAlerts};
pub use create_by_reference::{CREATE_BY_REFERENCE, CreateAlertByReference};
pub use filters::AlertFilter;
pub use get::{GET, GetAlert};
pub use get_machine::{GET_MACHINE, GetAlertMachine};
pub use get_user::{GET_USER, GetAlertUser};
pub use list::{LIST, ListAlerts};
pub use list_domains::{LIST_DOMAINS, ListAlertDomains};
pub use list_files::{LIST_FILES, ListAlertFiles};
pub use list_ips::{LIST_IPS, ListAlertIps};
pub use model::{
    Alert, AlertCategory, AlertClassification, AlertComment, AlertDetermination, AlertEvidence,
    AlertInvestigationState, AlertLoggedOnUser, AlertSeverity, AlertStatus, RelatedUser,
};
pub use update::{UPDATE, UpdateAlert};

/// The operations of alerts; each method begins a request.
#[derive(Clone, Debug)]
pub struct Alerts {
    pub(crate) client: Client,
}

impl Alerts {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Make the same change to several alerts. See [`BatchUpdateAlerts`].
    pub fn batch_update(
        &self,
        alert_ids: impl IntoIterator<Item = impl Into<Id<Alert>>>,
    ) -> BatchUpdateAlerts {
        BatchUpdateAlerts::new(&self.client, alert_ids)
    }

    /// Create an alert from a hunting event. See [`CreateAlertByReference`].
    pub fn create_by_reference(&self) -> CreateAlertByReference {
        CreateAlertByReference::new(&self.client)
    }

    /// Get one alert. See [`GetAlert`].
    pub fn get(&self, alert_id: impl Into<Id<Alert>>) -> GetAlert {
        GetAlert::new(&self.client, alert_id)
    }

    /// Get an alert's device. See [`GetAlertMachine`].
    pub fn get_machine(&self, alert_id: impl Into<Id<Alert>>) -> GetAlertMachine {
        GetAlertMachine::new(&self.client, alert_id)
    }

    /// Get an alert's user. See [`GetAlertUser`].
    pub fn get_user(&self, alert_id: impl Into<Id<Alert>>) -> GetAlertUser {
        GetAlertUser::new(&self.client, alert_id)
    }

    /// List alerts. See [`ListAlerts`].
    pub fn list(&self) -> ListAlerts {
        ListAlerts::new(&self.client)
    }

    /// List an alert's domains. See [`ListAlertDomains`].
    pub fn list_domains(&self, alert_id: impl Into<Id<Alert>>) -> ListAlertDomains {
        ListAlertDomains::new(&self.client, alert_id)
    }

    /// List an alert's files. See [`ListAlertFiles`].
    pub fn list_files(&self, alert_id: impl Into<Id<Alert>>) -> ListAlertFiles {
        ListAlertFiles::new(&self.client, alert_id)
    }

    /// List an alert's IP addresses. See [`ListAlertIps`].
    pub fn list_ips(&self, alert_id: impl Into<Id<Alert>>) -> ListAlertIps {
        ListAlertIps::new(&self.client, alert_id)
    }

    /// Change an alert or add a comment. See [`UpdateAlert`].
    pub fn update(&self, alert_id: impl Into<Id<Alert>>) -> UpdateAlert {
        UpdateAlert::new(&self.client, alert_id)
    }
}
