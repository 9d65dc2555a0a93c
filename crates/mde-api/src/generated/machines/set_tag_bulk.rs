//! `mde.machines.set_tag_bulk`: Add or remove a tag on many devices.

use http_core::{
    BodyKind, Cell, Client, Column, Effect, EffectKind, Id, ItemFailed, Kind, Operation, Outcome,
    Param, RateLimit, Request, Result, Target, Undo, Verdicts,
};

use crate::machines::Machine;
use crate::machines::SetTagMachineAction;

/// `mde.machines.set_tag_bulk`: Add or remove a tag on many devices.
pub static SET_TAG_BULK: Operation = Operation::post(
    "mde.machines.set_tag_bulk",
    "/api/machines/AddOrRemoveTagForMultipleMachines",
)
.host("mde")
.summary("Add or remove a tag on many devices")
.help("Signed-in users see only devices of their device groups.")
.inputs(&[
    Param::body("Value")
        .required()
        .help("Tag to add or remove.")
        .example("pilot"),
    Param::body("Action")
        .kind(Kind::Enum(&["Add", "Remove"]))
        .required()
        .help("Whether to add or to remove the tag."),
    Param::body("MachineIds")
        .kind(Kind::List)
        .required()
        .help("Ids of the devices; 500 at most.")
        .example(concat!(
            "0f4d7265a9d03fc22b960d84c410343d7e432091,29f58410ba34339d6bd",
            "6df13a72582e437078ef5"
        )),
])
.body(BodyKind::Json)
.collection("value")
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(&["Machine.ReadWrite.All"], &["Machine.ReadWrite"])
.role("Manage security setting")
.verdicts(
    &Verdicts::new("value", ItemFailed::Missing)
        .name(&["id"])
        .asked("MachineIds")
        .note("the answer does not list the device among those that were changed"),
)
.target(
    &Target::new("MachineIds", "mde.machines.get")
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
        )),
)
.effect(
    Effect::new(EffectKind::Reversible).undo(
        &Undo::by("mde.machines.set_tag_bulk")
            .carried(&["MachineIds", "Value"])
            .swapped("Action", ["Add", "Remove"])
            .lost("devices that had the tag before are changed too"),
    ),
)
.batch("MachineIds", 500)
.columns(&[
    Column::new("id", Cell::Id),
    Column::new("computerDnsName", Cell::Name),
    Column::new("osPlatform", Cell::Text),
    Column::new("healthStatus", Cell::Text),
    Column::new("riskScore", Cell::Severity),
    Column::new("lastSeen", Cell::Age),
    Column::new("exposureLevel", Cell::Severity),
    Column::new("machineTags", Cell::Text),
])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/add-or-remove-multiple-machine-tags.md");

/// Add or remove a tag on many devices.
///
/// Signed-in users see only devices of their device groups.
///
/// Source:
/// `MicrosoftDocs/defender-docs:defender-endpoint/api/add-or-remove-multiple-machine-tags.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.machines().set_tag_bulk("pilot", "word", ["0f4d7265a9d03fc22b960d84c410343d7e432091", "29f58410ba34339d6bd6df13a72582e437078ef5"]).send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct SetTagBulk {
    client: Client,
    request: Request,
}

impl SetTagBulk {
    pub(super) fn new(
        client: &Client,
        value: impl Into<String>,
        action: impl Into<SetTagMachineAction>,
        machine_ids: impl IntoIterator<Item = impl Into<Id<Machine>>>,
    ) -> Self {
        let value: String = value.into();
        let action: SetTagMachineAction = action.into();
        let request = Request::new(&SET_TAG_BULK)
            .set("Value", value)
            .set("Action", action)
            .set(
                "MachineIds",
                machine_ids
                    .into_iter()
                    .map(Into::into)
                    .collect::<Vec<Id<Machine>>>(),
            );
        Self {
            client: client.clone(),
            request,
        }
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request and decodes the answer; what failed stands beside it.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind). Items that failed are no error of this call.
    pub async fn send(self) -> Result<Outcome<Vec<Machine>>> {
        self.client.send_outcome_rows(self.request).await
    }
}

http_core::call_options!(SetTagBulk);
