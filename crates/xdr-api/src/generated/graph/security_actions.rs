//! Operations and types of security actions.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`CancelSecurityAction`] | `POST /beta/security/securityActions/{security_action_id}/cancelSecurityAction` | `SecurityActions.ReadWrite.All` |
//! | [`CreateSecurityAction`] | `POST /beta/security/securityActions` | `SecurityActions.ReadWrite.All` |
//! | [`GetSecurityAction`] | `GET /beta/security/securityActions/{security_action_id}` | `SecurityActions.Read.All` |
//! | [`ListSecurityActions`] | `GET /beta/security/securityActions` | `SecurityActions.Read.All` |

mod cancel;
mod create;
mod get;
mod list;
mod model;

use http_core::{Client, Id, Value};

use crate::graph::legacy_alerts::SecurityVendorInformation;

pub use cancel::{CANCEL, CancelSecurityAction};
pub use create::{CREATE, CreateSecurityAction};
pub use get::{GET, GetSecurityAction};
pub use list::{LIST, ListSecurityActions};
pub use model::{
    KeyValuePair, ResultInfo, SecurityAction, SecurityActionState, SecurityActionStatus,
};

/// The operations of security actions; each method begins a request.
#[derive(Clone, Debug)]
pub struct SecurityActions {
    pub(crate) client: Client,
}

impl SecurityActions {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Cancel a security action. See [`CancelSecurityAction`].
    pub fn cancel(
        &self,
        security_action_id: impl Into<Id<SecurityAction>>,
    ) -> CancelSecurityAction {
        CancelSecurityAction::new(&self.client, security_action_id)
    }

    /// Start a security action. See [`CreateSecurityAction`].
    pub fn create(
        &self,
        name: impl Into<String>,
        parameters: impl IntoIterator<Item = impl Into<Value>>,
        vendor_information: &SecurityVendorInformation,
    ) -> CreateSecurityAction {
        CreateSecurityAction::new(&self.client, name, parameters, vendor_information)
    }

    /// Get one security action. See [`GetSecurityAction`].
    pub fn get(&self, security_action_id: impl Into<Id<SecurityAction>>) -> GetSecurityAction {
        GetSecurityAction::new(&self.client, security_action_id)
    }

    /// List security actions. See [`ListSecurityActions`].
    pub fn list(&self) -> ListSecurityActions {
        ListSecurityActions::new(&self.client)
    }
}
