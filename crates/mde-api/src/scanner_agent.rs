//! Devices that run authenticated scans.

use http_core::Id;

use crate::authenticated_scans::ScannerAgent;
use crate::machines::Machine;

impl ScannerAgent {
    /// The agent on a device, as
    /// [`create_definition`](crate::authenticated_scans::AuthenticatedScans::create_definition) takes it: the device's
    /// id is all that is sent. The scanner has to be installed there already.
    pub fn on(machine_id: impl Into<Id<Machine>>) -> Self {
        Self {
            machine_id: Some(machine_id.into()),
            ..Self::default()
        }
    }
}
