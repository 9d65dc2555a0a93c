//! Operations and types of scores.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`GetScoreDeviceSecure`] | `GET /api/configurationScore` | `Score.Read.All` |
//! | [`GetScoreExposure`] | `GET /api/exposureScore` | `Score.Read.All` |
//! | [`ListScoreExposureByMachineGroup`] | `GET /api/exposureScore/ByMachineGroups` | `Score.Read.All` |

mod get_device_secure;
mod get_exposure;
mod list_exposure_by_machine_group;
mod model;

use http_core::Client;

pub use get_device_secure::{GET_DEVICE_SECURE, GetScoreDeviceSecure};
pub use get_exposure::{GET_EXPOSURE, GetScoreExposure};
pub use list_exposure_by_machine_group::{
    LIST_EXPOSURE_BY_MACHINE_GROUP, ListScoreExposureByMachineGroup,
};
pub use model::Score;

/// The operations of scores; each method begins a request.
#[derive(Clone, Debug)]
pub struct Scores {
    pub(crate) client: Client,
}

impl Scores {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Get the Microsoft Secure Score for Devices. See [`GetScoreDeviceSecure`].
    pub fn get_device_secure(&self) -> GetScoreDeviceSecure {
        GetScoreDeviceSecure::new(&self.client)
    }

    /// Get the exposure score of the organisation. See [`GetScoreExposure`].
    pub fn get_exposure(&self) -> GetScoreExposure {
        GetScoreExposure::new(&self.client)
    }

    /// List exposure scores by device group. See [`ListScoreExposureByMachineGroup`].
    pub fn list_exposure_by_machine_group(&self) -> ListScoreExposureByMachineGroup {
        ListScoreExposureByMachineGroup::new(&self.client)
    }
}
