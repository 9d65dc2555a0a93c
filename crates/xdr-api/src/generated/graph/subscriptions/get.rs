//! `graph.subscriptions.get`: Get one subscription.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result};

use crate::graph::subscriptions::Subscription;

/// `graph.subscriptions.get`: Get one subscription.
pub static GET: Operation = Operation::get(
    "graph.subscriptions.get",
    "/v1.0/subscriptions/{subscription_id}",
)
.host("graph")
.summary("Get one subscription")
.inputs(&[Param::path("subscription_id").example("2583c2c4-17c3-44c5-b60a-0c58df445c0d")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.answer(AnswerKind::Entity)
.permissions(
    &["SecurityEvents.ReadWrite.All"],
    &["SecurityEvents.ReadWrite.All"],
)
.source("microsoftgraph/microsoft-graph-docs:api-reference/v1.0/api/subscription-get.md");

/// Get one subscription.
///
/// Source: `microsoftgraph/microsoft-graph-docs:api-reference/v1.0/api/subscription-get.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().subscriptions().get("2583c2c4-17c3-44c5-b60a-0c58df445c0d").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetSubscription {
    client: Client,
    request: Request,
}

impl GetSubscription {
    pub(super) fn new(client: &Client, subscription_id: impl Into<Id<Subscription>>) -> Self {
        let subscription_id: Id<Subscription> = subscription_id.into();
        let request = Request::new(&GET).set("subscription_id", subscription_id);
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

http_core::call_options!(GetSubscription);
