//! `mde.machines.set_device_value`: Set a device's value.

use http_core::{Client, Id, Request, Result};

use crate::machines::Machine;
use crate::machines::MachineDeviceValue;

/// Set a device's value.
///
/// Delegated callers need the role permission 'Manage security setting' and see only devices of
/// their device groups.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/set-device-value.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.machines().set_device_value("text", "word").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct SetDeviceValue {
    client: Client,
    request: Request,
}

impl SetDeviceValue {
    pub(super) fn new(
        client: &Client,
        machine_id: impl Into<Id<Machine>>,
        device_value: impl Into<MachineDeviceValue>,
    ) -> Self {
        let machine_id: Id<Machine> = machine_id.into();
        let device_value: MachineDeviceValue = device_value.into();
        let request = Request::new(&super::SET_DEVICE_VALUE)
            .set("machine_id", machine_id)
            .set("DeviceValue", device_value);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request and decodes the answer.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<Machine> {
        self.client.send(self.request).await
    }
}
