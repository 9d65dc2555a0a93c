//! `graph.secure_score_control_profiles.update`: Set the state of a secure score control.

use http_core::{
    BodyKind, Client, Effect, EffectKind, Id, Kind, Operation, Param, RateLimit, Request, Result,
    Target,
};

use crate::graph::legacy_alerts::SecurityVendorInformation;
use crate::graph::secure_score_control_profiles::SecureScoreControlProfile;
use crate::graph::secure_score_control_profiles::SecureScoreControlProfileState;

/// `graph.secure_score_control_profiles.update`: Set the state of a secure score control.
pub static UPDATE: Operation = Operation::patch("graph.secure_score_control_profiles.update", "/v1.0/security/secureScoreControlProfiles/{control_id}").host("graph").summary("Set the state of a secure score control").help("The new state is added to `controlStateUpdates`.").inputs(&[Param::path("control_id").example("SandboxMfa"),
Param::body("vendorInformation").kind(Kind::Json).required().help("Source of the record. `provider` and `vendor` are required.").example("{\"provider\":\"SecureScore\",\"vendor\":\"Microsoft\"}"),
Param::body("assignedTo").help("Owner of the control.").example("ada@contoso.com"),
Param::body("comment").help("Comment on the state of the control.").example("Ticket 4711"),
Param::body("state").kind(Kind::Enum(&["Default", "Ignored", "ThirdParty", "Reviewed"])).help("State of the control."),
]).body(BodyKind::Json).idempotent().appends(&["comment"]).limits(&[RateLimit::per_minute(150),RateLimit::new(10000, 600),]).limit_class("graph.secure_score_control_profiles").permissions(&["SecurityEvents.ReadWrite.All"], &["SecurityEvents.ReadWrite.All"]).target(&Target::new("control_id", "graph.secure_score_control_profiles.get").name(&["title"]).shows(&["service", "controlCategory"])).effect(Effect::new(EffectKind::Irreversible)).source("microsoftgraph/microsoft-graph-docs:api-reference/v1.0/api/securescorecontrolprofile-update.md");

/// Set the state of a secure score control.
///
/// The new state is added to `controlStateUpdates`.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs:api-reference/v1.0/api/securescorecontrolprofile-update.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.graph().secure_score_control_profiles().update("SandboxMfa", &Default::default()).send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct UpdateSecureScoreControlProfile {
    client: Client,
    request: Request,
}

impl UpdateSecureScoreControlProfile {
    pub(super) fn new(
        client: &Client,
        control_id: impl Into<Id<SecureScoreControlProfile>>,
        vendor_information: &SecurityVendorInformation,
    ) -> Self {
        let control_id: Id<SecureScoreControlProfile> = control_id.into();
        let request = Request::new(&UPDATE)
            .set("control_id", control_id)
            .set_json("vendorInformation", vendor_information);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Owner of the control.
    pub fn assigned_to(mut self, assigned_to: impl Into<String>) -> Self {
        let assigned_to: String = assigned_to.into();
        self.request = self.request.set("assignedTo", assigned_to);
        self
    }

    /// Comment on the state of the control.
    pub fn comment(mut self, comment: impl Into<String>) -> Self {
        let comment: String = comment.into();
        self.request = self.request.set("comment", comment);
        self
    }

    /// State of the control.
    pub fn state(mut self, state: impl Into<SecureScoreControlProfileState>) -> Self {
        let state: SecureScoreControlProfileState = state.into();
        self.request = self.request.set("state", state);
        self
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request; the answer holds nothing.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<()> {
        self.client.send_empty(self.request).await
    }
}

http_core::call_options!(UpdateSecureScoreControlProfile);
