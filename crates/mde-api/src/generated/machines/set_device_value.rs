//! `mde.machines.set_device_value`: Set a device's value.

use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, Id, Kind, NameForm, Named, Operation, Param,
    RateLimit, Request, Result, Target, Undo,
};

use crate::machines::Machine;
use crate::machines::MachineDeviceValue;

/// `mde.machines.set_device_value`: Set a device's value.
pub static SET_DEVICE_VALUE: Operation = Operation::post(
    "mde.machines.set_device_value",
    "/api/machines/{machine_id}/setDeviceValue",
)
.host("mde")
.summary("Set a device's value")
.help("Signed-in users see only devices of their device groups.")
.inputs(&[
    Param::path("machine_id").example("0f4d7265a9d03fc22b960d84c410343d7e432091"),
    Param::body("DeviceValue")
        .kind(Kind::Enum(&["Normal", "Low", "High"]))
        .required()
        .help("Value of the device, which weighs in the exposure score."),
])
.body(BodyKind::Json)
.answer(AnswerKind::Entity)
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(&["Machine.ReadWrite.All"], &["Machine.ReadWrite"])
.role("Manage security setting")
.target(
    &Target::new("machine_id", "mde.machines.get")
        .name(&["computerDnsName"])
        .shows(&[
            "osPlatform",
            "healthStatus",
            "onboardingStatus",
            "riskScore",
            "exposureLevel",
            "deviceValue",
            "machineTags",
            "rbacGroupName",
            "lastSeen",
        ])
        .tags("machineTags")
        .users(http_core::Users::new(
            "mde.machines.list_logon_users",
            "accountName",
            "lastSeen",
        ))
        .named(
            Named::new(
                &crate::machines::GET,
                &crate::machines::LIST,
                40,
                "computerDnsName",
                ("onboardingStatus", "Onboarded"),
            )
            .gone(&["mergedIntoMachineId"])
            .also(&[
                ("aadDeviceId", NameForm::Guid),
                ("lastIpAddress", NameForm::Ip),
            ]),
        ),
)
.effect(
    Effect::new(EffectKind::Reversible).undo(
        &Undo::by("mde.machines.set_device_value")
            .carried(&["machine_id"])
            .restored(&[("DeviceValue", "deviceValue")]),
    ),
)
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/set-device-value.md");

/// Set a device's value.
///
/// Signed-in users see only devices of their device groups.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/set-device-value.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.machines().set_device_value("0f4d7265a9d03fc22b960d84c410343d7e432091", "word").send().await?;
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
        let request = Request::new(&SET_DEVICE_VALUE)
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

http_core::call_options!(SetDeviceValue);
