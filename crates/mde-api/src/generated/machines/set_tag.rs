//! `mde.machines.set_tag`: Add or remove a tag on one device.

use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, Id, Kind, NameForm, Named, Operation, Param,
    RateLimit, Request, Result, Target, Undo,
};

use crate::machines::Machine;
use crate::machines::SetTagMachineAction;

/// `mde.machines.set_tag`: Add or remove a tag on one device.
pub static SET_TAG: Operation =
    Operation::post("mde.machines.set_tag", "/api/machines/{machine_id}/tags")
        .host("mde")
        .summary("Add or remove a tag on one device")
        .help("Signed-in users see only devices of their device groups.")
        .inputs(&[
            Param::path("machine_id").example("0f4d7265a9d03fc22b960d84c410343d7e432091"),
            Param::body("Value")
                .required()
                .help("Tag to add or remove.")
                .example("pilot"),
            Param::body("Action")
                .kind(Kind::Enum(&["Add", "Remove"]))
                .required()
                .help("Whether to add or to remove the tag."),
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
                &Undo::by("mde.machines.set_tag")
                    .carried(&["machine_id", "Value"])
                    .swapped("Action", ["Add", "Remove"]),
            ),
        )
        .source("MicrosoftDocs/defender-docs:defender-endpoint/api/add-or-remove-machine-tags.md");

/// Add or remove a tag on one device.
///
/// Signed-in users see only devices of their device groups.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/add-or-remove-machine-tags.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.machines().set_tag("0f4d7265a9d03fc22b960d84c410343d7e432091", "pilot", "word").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct SetTag {
    client: Client,
    request: Request,
}

impl SetTag {
    pub(super) fn new(
        client: &Client,
        machine_id: impl Into<Id<Machine>>,
        value: impl Into<String>,
        action: impl Into<SetTagMachineAction>,
    ) -> Self {
        let machine_id: Id<Machine> = machine_id.into();
        let value: String = value.into();
        let action: SetTagMachineAction = action.into();
        let request = Request::new(&SET_TAG)
            .set("machine_id", machine_id)
            .set("Value", value)
            .set("Action", action);
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

http_core::call_options!(SetTag);
