//! `graph.subscriptions.update`: Renew a subscription.

use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, Id, Kind, Operation, Param, Request, Result,
    Target, Timestamp, Undo,
};

use crate::graph::subscriptions::Subscription;

/// `graph.subscriptions.update`: Renew a subscription.
pub static UPDATE: Operation = Operation::patch(
    "graph.subscriptions.update",
    "/v1.0/subscriptions/{subscription_id}",
)
.host("graph")
.summary("Renew a subscription")
.inputs(&[
    Param::path("subscription_id").example("2583c2c4-17c3-44c5-b60a-0c58df445c0d"),
    Param::body("expirationDateTime")
        .kind(Kind::Time)
        .required()
        .until()
        .help("When the subscription ends."),
])
.body(BodyKind::Json)
.answer(AnswerKind::Entity)
.idempotent()
.permissions(
    &["SecurityEvents.ReadWrite.All"],
    &["SecurityEvents.ReadWrite.All"],
)
.target(
    &Target::new("subscription_id", "graph.subscriptions.get")
        .name(&["resource"])
        .shows(&["changeType", "expirationDateTime"]),
)
.effect(
    Effect::new(EffectKind::Reversible).undo(
        &Undo::by("graph.subscriptions.update")
            .carried(&["subscription_id"])
            .restored(&[("expirationDateTime", "expirationDateTime")]),
    ),
)
.source("microsoftgraph/microsoft-graph-docs:api-reference/v1.0/api/subscription-update.md");

/// Renew a subscription.
///
/// Source: `microsoftgraph/microsoft-graph-docs:api-reference/v1.0/api/subscription-update.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().subscriptions().update("2583c2c4-17c3-44c5-b60a-0c58df445c0d", "2026-01-31T09:30:00Z").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct UpdateSubscription {
    client: Client,
    request: Request,
}

impl UpdateSubscription {
    pub(super) fn new(
        client: &Client,
        subscription_id: impl Into<Id<Subscription>>,
        expiration_date_time: impl Into<Timestamp>,
    ) -> Self {
        let subscription_id: Id<Subscription> = subscription_id.into();
        let expiration_date_time: Timestamp = expiration_date_time.into();
        let request = Request::new(&UPDATE)
            .set("subscription_id", subscription_id)
            .set("expirationDateTime", expiration_date_time);
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
    pub async fn send(self) -> Result<Subscription> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(UpdateSubscription);
