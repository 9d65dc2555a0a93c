//! `graph.attack_simulation.training_get`: Get one training.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result};

use crate::graph::attack_simulation::Training;

/// `graph.attack_simulation.training_get`: Get one training.
pub static TRAINING_GET: Operation = Operation::get(
    "graph.attack_simulation.training_get",
    "/v1.0/security/attackSimulation/trainings/{training_id}",
)
.host("graph")
.summary("Get one training")
.inputs(&[Param::path("training_id").example("3c80a28a-359a-4dc0-b88b-bc2d02f43828")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.answer(AnswerKind::Entity)
.permissions(
    &[
        "AttackSimulation.Read.All",
        "AttackSimulation.ReadWrite.All",
    ],
    &[
        "AttackSimulation.Read.All",
        "AttackSimulation.ReadWrite.All",
    ],
)
.source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/training-get.md");

/// Get one training.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/training-get.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().attack_simulation().training_get("3c80a28a-359a-4dc0-b88b-bc2d02f43828").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct TrainingGet {
    client: Client,
    request: Request,
}

impl TrainingGet {
    pub(super) fn new(client: &Client, training_id: impl Into<Id<Training>>) -> Self {
        let training_id: Id<Training> = training_id.into();
        let request = Request::new(&TRAINING_GET).set("training_id", training_id);
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
    pub async fn send(self) -> Result<Training> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(TrainingGet);
