//! Operations and types of device health.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`ExportAntivirus`] | `GET /api/machines/InfoGatheringExport` | `Vulnerability.Read.All` |
//! | [`ListDeviceHealthAntivirus`] | `GET /api/deviceavinfo` | `Machine.Read.All` |

mod export_antivirus;
mod filters;
mod list_antivirus;
mod model;

use http_core::Client;

pub use export_antivirus::{EXPORT_ANTIVIRUS, ExportAntivirus};
pub use filters::DeviceAvInfoFilter;
pub use list_antivirus::{LIST_ANTIVIRUS, ListDeviceHealthAntivirus};
pub use model::{
    DeviceAvInfo, DeviceAvInfoAvMode, DeviceAvInfoFullScanResult, DeviceAvInfoOsKind,
    DeviceAvInfoQuickScanResult, DeviceAvInfoUpToDate,
};

/// The operations of device health; each method begins a request.
#[derive(Clone, Debug)]
pub struct DeviceHealth {
    pub(crate) client: Client,
}

impl DeviceHealth {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Export antivirus health of devices, in rows. See [`ExportAntivirus`].
    pub fn export_antivirus(&self) -> ExportAntivirus {
        ExportAntivirus::new(&self.client)
    }

    /// List antivirus health of devices. See [`ListDeviceHealthAntivirus`].
    pub fn list_antivirus(&self) -> ListDeviceHealthAntivirus {
        ListDeviceHealthAntivirus::new(&self.client)
    }
}
