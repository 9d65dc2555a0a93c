//! `graph.subscriptions.delete`: End a subscription.

use http_core::{Client, Id, Request, Result};

use crate::graph::subscriptions::Subscription;

/// End a subscription.
///
/// Source: `microsoftgraph/microsoft-graph-docs:api-reference/v1.0/api/subscription-delete.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.graph().subscriptions().delete("text").send().await?;
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
        let request = Request::new(&super::DELETE).set("subscription_id", subscription_id);
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
