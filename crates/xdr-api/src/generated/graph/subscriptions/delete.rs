//! `graph.subscriptions.delete`: End a subscription.

use http_core::{Client, Effect, EffectKind, Id, Operation, Param, Request, Result, Target};

use crate::graph::subscriptions::Subscription;

/// `graph.subscriptions.delete`: End a subscription.
pub static DELETE: Operation = Operation::delete(
    "graph.subscriptions.delete",
    "/v1.0/subscriptions/{subscription_id}",
)
.host("graph")
.summary("End a subscription")
.inputs(&[Param::path("subscription_id").example("2583c2c4-17c3-44c5-b60a-0c58df445c0d")])
.permissions(
    &["SecurityEvents.ReadWrite.All"],
    &["SecurityEvents.ReadWrite.All"],
)
.target(
    &Target::new("subscription_id", "graph.subscriptions.get")
        .name(&["resource"])
        .shows(&["changeType", "expirationDateTime"]),
)
.effect(Effect::new(EffectKind::Irreversible))
.source("microsoftgraph/microsoft-graph-docs:api-reference/v1.0/api/subscription-delete.md");

/// End a subscription.
///
/// Source: `microsoftgraph/microsoft-graph-docs:api-reference/v1.0/api/subscription-delete.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.graph().subscriptions().delete("2583c2c4-17c3-44c5-b60a-0c58df445c0d").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct DeleteSubscription {
    client: Client,
    request: Request,
}

impl DeleteSubscription {
    pub(super) fn new(client: &Client, subscription_id: impl Into<Id<Subscription>>) -> Self {
        let subscription_id: Id<Subscription> = subscription_id.into();
        let request = Request::new(&DELETE).set("subscription_id", subscription_id);
        Self {
            client: client.clone(),
            request,
        }
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

http_core::call_options!(DeleteSubscription);
