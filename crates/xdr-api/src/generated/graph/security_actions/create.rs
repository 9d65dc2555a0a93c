//! `graph.security_actions.create`: Start a security action.

use http_core::{
    AnswerKind, BodyKind, Client, Completion, Effect, EffectKind, Kind, Operation, Param,
    RateLimit, Request, Result, Status, Value,
};

use crate::graph::legacy_alerts::SecurityVendorInformation;
use crate::graph::security_actions::SecurityAction;

/// `graph.security_actions.create`: Start a security action. Status: legacy.
pub static CREATE: Operation = Operation::post(
    "graph.security_actions.create",
    "/beta/security/securityActions",
)
.host("graph")
.summary("Start a security action")
.status(Status::Legacy)
.inputs(&[
    Param::body("name")
        .required()
        .help("Name of the action.")
        .example("BlockIp"),
    Param::body("actionReason")
        .help("Why the action is taken.")
        .example("Ticket 4711"),
    Param::body("parameters")
        .kind(Kind::Json)
        .required()
        .help("Parameters of the action, each a name and a value.")
        .example("[{\"name\":\"ip\",\"value\":\"203.0.113.7\"}]"),
    Param::body("vendorInformation")
        .kind(Kind::Json)
        .required()
        .help("Product that carries the action out, as JSON with `provider` and `vendor`.")
        .example("{\"provider\":\"Windows Defender ATP\",\"vendor\":\"Microsoft\"}"),
])
.body(BodyKind::Json)
.answer(AnswerKind::Entity)
.limits(&[RateLimit::per_minute(150)])
.limit_class("graph.security_actions")
.permissions(&["SecurityActions.ReadWrite.All"], &[])
.completion(&Completion::unseen(
    "The vendor does not document which states are final. \
`graph.security_actions.get` shows the record.",
))
.effect(Effect::new(EffectKind::Irreversible))
.source("microsoftgraph/microsoft-graph-docs:api-reference/beta/api/securityactions-post.md");

/// Start a security action.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs:api-reference/beta/api/securityactions-post.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().security_actions().create("BlockIp", ["value"], &Default::default()).send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct CreateSecurityAction {
    client: Client,
    request: Request,
}

impl CreateSecurityAction {
    pub(super) fn new(
        client: &Client,
        name: impl Into<String>,
        parameters: impl IntoIterator<Item = impl Into<Value>>,
        vendor_information: &SecurityVendorInformation,
    ) -> Self {
        let name: String = name.into();
        let request = Request::new(&CREATE)
            .set("name", name)
            .set(
                "parameters",
                parameters
                    .into_iter()
                    .map(Into::into)
                    .collect::<Vec<Value>>(),
            )
            .set_json("vendorInformation", vendor_information);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Why the action is taken.
    pub fn action_reason(mut self, action_reason: impl Into<String>) -> Self {
        let action_reason: String = action_reason.into();
        self.request = self.request.set("actionReason", action_reason);
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
    pub async fn send(self) -> Result<SecurityAction> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(CreateSecurityAction);
