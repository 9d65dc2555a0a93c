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

use http_core::{Answer, Client, Operation};

pub use get_device_secure::GetScoreDeviceSecure;
pub use get_exposure::GetScoreExposure;
pub use list_exposure_by_machine_group::ListScoreExposureByMachineGroup;
pub use model::Score;

/// `mde.scores.get_device_secure`: Get the Microsoft Secure Score for Devices.
pub static GET_DEVICE_SECURE: Operation =
    Operation::get("mde.scores.get_device_secure", "/api/configurationScore")
        .host("mde")
        .summary("Get the Microsoft Secure Score for Devices")
        .help(
            "The path says configurationScore. Higher is better, the opposite of the \
exposure score.",
        )
        .answer(Answer::Entity)
        .permissions(&["Score.Read.All"], &["Score.Read"])
        .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-device-secure-score.md");

/// `mde.scores.get_exposure`: Get the exposure score of the organisation.
pub static GET_EXPOSURE: Operation =
    Operation::get("mde.scores.get_exposure", "/api/exposureScore")
        .host("mde")
        .summary("Get the exposure score of the organisation")
        .help(
            "Only the present value; time is when the call was made. No history is \
offered (MicrosoftDocs/microsoft-365-docs#7808). Lower is better.",
        )
        .answer(Answer::Entity)
        .permissions(&["Score.Read.All"], &["Score.Read"])
        .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-exposure-score.md");

/// `mde.scores.list_exposure_by_machine_group`: List exposure scores by device group.
pub static LIST_EXPOSURE_BY_MACHINE_GROUP: Operation = Operation::get(
    "mde.scores.list_exposure_by_machine_group",
    "/api/exposureScore/ByMachineGroups",
)
.host("mde")
.summary("List exposure scores by device group")
.help(
    "rbacGroupId is returned too although the sample lacks it \
(MicrosoftDocs/microsoft-365-docs#5925).",
)
.collection("value")
.permissions(&["Score.Read.All"], &["Score.Read"])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-machine-group-exposure-score.md");

/// The operations of scores; each method begins a request.
#[derive(Clone, Debug)]
pub struct Scores {
    client: Client,
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
