//! Operations and types of data export settings.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`DeleteDataExportSetting`] | `DELETE /api/dataExportSettings/{id}` | not documented |
//! | [`ListDataExportSettings`] | `GET /api/dataExportSettings` | not documented |
//! | [`SaveDataExportSetting`] | `POST /api/dataExportSettings` | not documented |

mod delete;
mod list;
mod model;
mod save;

use http_core::{Client, Id};

pub use delete::{DELETE, DeleteDataExportSetting};
pub use list::{LIST, ListDataExportSettings};
pub use model::{
    DataExportEventHub, DataExportLog, DataExportSettings, DataExportStorageAccount,
    DataExportWorkspace,
};
pub use save::{SAVE, SaveDataExportSetting};

/// The operations of data export settings; each method begins a request.
#[derive(Clone, Debug)]
pub struct DataExportSettingsOperations {
    pub(crate) client: Client,
}

impl DataExportSettingsOperations {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Remove a setting of the streaming API. See [`DeleteDataExportSetting`].
    pub fn delete(&self, id: impl Into<Id<DataExportSettings>>) -> DeleteDataExportSetting {
        DeleteDataExportSetting::new(&self.client, id)
    }

    /// List the settings of the streaming API. See [`ListDataExportSettings`].
    pub fn list(&self) -> ListDataExportSettings {
        ListDataExportSettings::new(&self.client)
    }

    /// Add or replace a setting of the streaming API. See [`SaveDataExportSetting`].
    pub fn save(&self, id: impl Into<String>) -> SaveDataExportSetting {
        SaveDataExportSetting::new(&self.client, id)
    }
}
