//! `mde.machines.update`: Set a device's tags or value.

use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, Id, Kind, NameForm, Named, Operation, Param,
    RateLimit, Request, Result, Target, Undo,
};

use crate::machines::Machine;
use crate::machines::MachineDeviceValue;

/// `mde.machines.update`: Set a device's tags or value.
pub static UPDATE: Operation =
    Operation::patch("mde.machines.update", "/api/machines/{machine_id}")
        .host("mde")
        .summary("Set a device's tags or value")
        .help(
            "The tags sent replace those of the device. Read them first, or use \
`mde.machines.set_tag`. Signed-in users see only devices of their device \
groups.",
        )
        .inputs(&[
            Param::path("machine_id").example("0f4d7265a9d03fc22b960d84c410343d7e432091"),
            Param::body("machineTags")
                .kind(Kind::List)
                .help(
                    "All tags of the device. They replace the present ones; an empty list is \
refused.",
                )
                .example("pilot,oslo"),
            Param::body("deviceValue")
                .kind(Kind::Enum(&["Normal", "Low", "High"]))
                .help("Value of the device, which weighs in the exposure score."),
        ])
        .body(BodyKind::Json)
        .answer(AnswerKind::Entity)
        .idempotent()
        .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
        .permissions(&["Machine.ReadWrite.All"], &["Machine.ReadWrite"])
        .role("Alerts investigation")
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
                &Undo::by("mde.machines.update")
                    .carried(&["machine_id"])
                    .restored(&[
                        ("deviceValue", "deviceValue"),
                        ("machineTags", "machineTags"),
                    ]),
            ),
        )
        .source("MicrosoftDocs/defender-docs:defender-endpoint/api/update-machine-method.md");

/// Set a device's tags or value.
///
/// The tags sent replace those of the device. Read them first, or use `mde.machines.set_tag`.
/// Signed-in users see only devices of their device groups.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/update-machine-method.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.machines().update("0f4d7265a9d03fc22b960d84c410343d7e432091").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct UpdateMachine {
    client: Client,
    request: Request,
}

impl UpdateMachine {
    pub(super) fn new(client: &Client, machine_id: impl Into<Id<Machine>>) -> Self {
        let machine_id: Id<Machine> = machine_id.into();
        let request = Request::new(&UPDATE).set("machine_id", machine_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// All tags of the device. They replace the present ones; an empty list is refused.
    pub fn machine_tags(
        mut self,
        machine_tags: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.request = self.request.set(
            "machineTags",
            machine_tags
                .into_iter()
                .map(Into::into)
                .collect::<Vec<String>>(),
        );
        self
    }

    /// Value of the device, which weighs in the exposure score.
    pub fn device_value(mut self, device_value: impl Into<MachineDeviceValue>) -> Self {
        let device_value: MachineDeviceValue = device_value.into();
        self.request = self.request.set("deviceValue", device_value);
        self
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

http_core::call_options!(UpdateMachine);
