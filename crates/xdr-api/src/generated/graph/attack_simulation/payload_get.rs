//! `graph.attack_simulation.payload_get`: Get one payload.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result};

use crate::graph::attack_simulation::Payload;

/// `graph.attack_simulation.payload_get`: Get one payload.
pub static PAYLOAD_GET: Operation = Operation::get(
    "graph.attack_simulation.payload_get",
    "/v1.0/security/attackSimulation/payloads/{payload_id}",
)
.host("graph")
.summary("Get one payload")
.inputs(&[Param::path("payload_id").example("6a7865d2-47b7-4756-af83-43d85b76fb9d")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.answer(AnswerKind::Entity)
.permissions(
    &["AttackSimulation.Read.All"],
    &["AttackSimulation.Read.All"],
)
.source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/payload-get.md");

/// Get one payload.
///
/// Source: `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/payload-get.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().attack_simulation().payload_get("6a7865d2-47b7-4756-af83-43d85b76fb9d").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct PayloadGet {
    client: Client,
    request: Request,
}

impl PayloadGet {
    pub(super) fn new(client: &Client, payload_id: impl Into<Id<Payload>>) -> Self {
        let payload_id: Id<Payload> = payload_id.into();
        let request = Request::new(&PAYLOAD_GET).set("payload_id", payload_id);
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
    pub async fn send(self) -> Result<Payload> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(PayloadGet);
