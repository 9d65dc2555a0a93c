//! Operations and types of machine actions.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`CancelMachineAction`] | `POST /api/machineactions/{action_id}/cancel` | `Machine.CollectForensics` |
//! | [`GetMachineAction`] | `GET /api/machineactions/{action_id}` | `Machine.Read.All` |
//! | [`GetMachineActionLiveResponseResult`] | `GET /api/machineactions/{action_id}/GetLiveResponseResultDownloadLink(index={index})` | `Machine.Read.All` |
//! | [`GetMachineActionPackageUri`] | `GET /api/machineactions/{action_id}/getPackageUri` | `Machine.Read.All` |
//! | [`ListMachineActions`] | `GET /api/machineactions` | `Machine.Read.All` |

mod cancel;
mod filters;
mod get;
mod get_live_response_result;
mod get_package_uri;
mod list;
mod model;

use http_core::{Client, Id};

pub use cancel::{CANCEL, CancelMachineAction};
pub use filters::MachineActionFilter;
pub use get::{GET, GetMachineAction};
pub use get_live_response_result::{GET_LIVE_RESPONSE_RESULT, GetMachineActionLiveResponseResult};
pub use get_package_uri::{GET_PACKAGE_URI, GetMachineActionPackageUri};
pub use list::{LIST, ListMachineActions};
pub use model::{
    LiveResponseCommandStatus, LiveResponseCommandStatusCommandStatus, LiveResponseScriptResult,
    MachineAction, MachineActionRequestSource, MachineActionScope, MachineActionStatus,
    MachineActionType, RelatedFileInfo, RelatedFileInfoFileIdentifierType,
};

/// The operations of machine actions; each method begins a request.
#[derive(Clone, Debug)]
pub struct MachineActions {
    pub(crate) client: Client,
}

impl MachineActions {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Cancel a machine action. See [`CancelMachineAction`].
    pub fn cancel(&self, action_id: impl Into<Id<MachineAction>>) -> CancelMachineAction {
        CancelMachineAction::new(&self.client, action_id)
    }

    /// Get one machine action. See [`GetMachineAction`].
    pub fn get(&self, action_id: impl Into<Id<MachineAction>>) -> GetMachineAction {
        GetMachineAction::new(&self.client, action_id)
    }

    /// Get a live response command's result link. See [`GetMachineActionLiveResponseResult`].
    pub fn get_live_response_result(
        &self,
        action_id: impl Into<Id<MachineAction>>,
        index: u32,
    ) -> GetMachineActionLiveResponseResult {
        GetMachineActionLiveResponseResult::new(&self.client, action_id, index)
    }

    /// Get an investigation package's download link. See [`GetMachineActionPackageUri`].
    pub fn get_package_uri(
        &self,
        action_id: impl Into<Id<MachineAction>>,
    ) -> GetMachineActionPackageUri {
        GetMachineActionPackageUri::new(&self.client, action_id)
    }

    /// List machine actions. See [`ListMachineActions`].
    pub fn list(&self) -> ListMachineActions {
        ListMachineActions::new(&self.client)
    }
}
