//! `mde.machines.start_investigation`: Start an automated investigation on a device.

use http_core::{
    Answer, BodyKind, Client, Effect, EffectKind, Id, Named, Operation, Param, RateLimit, Request,
    Result, Target,
};

use crate::investigations::Investigation;
use crate::machines::Machine;

/// `mde.machines.start_investigation`: Start an automated investigation on a device.
pub static START_INVESTIGATION: Operation = Operation::post(
    "mde.machines.start_investigation",
    "/api/machines/{machine_id}/startInvestigation",
)
.host("mde")
.summary("Start an automated investigation on a device")
.help(
    "Limited to supported Windows versions. Delegated callers need the role \
permission 'Active remediation actions' and see only devices of their \
device groups.",
)
.params(&[
    Param::path("machine_id"),
    Param::body("Comment")
        .required()
        .help("400 without it (documented for offboard)"),
])
.body(BodyKind::Json)
.answer(Answer::Entity)
.limits(&[RateLimit::per_hour(50)])
.permissions(&["Alert.ReadWrite.All"], &["Alert.ReadWrite"])
.role("Active remediation actions")
.long_running(
    "poll mde.investigations.get with the returned id until endTime is set or \
state is none of Unknown, Queued, Running, PendingApproval or \
PendingResource; it failed where state is Failed, InnerFailure, Terminated, \
TerminatedByUser, TerminatedBySystem, UnsupportedOs or UnsupportedAlertType",
)
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
        .named(Named {
            row: &crate::machines::GET,
            list: &crate::machines::LIST,
            digits: 40,
            property: "computerDnsName",
            live: ("onboardingStatus", "Onboarded"),
            unless: ("", ""),
            gone: &["mergedIntoMachineId"],
        }),
)
.effect(Effect::new(EffectKind::Additive))
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/initiate-autoir-investigation.md");

/// Start an automated investigation on a device.
///
/// Limited to supported Windows versions. Delegated callers need the role permission 'Active
/// remediation actions' and see only devices of their device groups.
///
/// Source:
/// `MicrosoftDocs/defender-docs:defender-endpoint/api/initiate-autoir-investigation.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.machines().start_investigation("machine-id", "comment").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct StartInvestigation {
    client: Client,
    request: Request,
}

impl StartInvestigation {
    pub(super) fn new(
        client: &Client,
        machine_id: impl Into<Id<Machine>>,
        comment: impl Into<String>,
    ) -> Self {
        let machine_id: Id<Machine> = machine_id.into();
        let comment: String = comment.into();
        let request = Request::new(&START_INVESTIGATION)
            .set("machine_id", machine_id)
            .set("Comment", comment);
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
    pub async fn send(self) -> Result<Investigation> {
        self.client.send(self.request).await
    }
}
