//! `graph.attack_simulation.training_campaign_get`: Get one training campaign.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result, Status};

use crate::graph::attack_simulation::TrainingCampaign;

/// `graph.attack_simulation.training_campaign_get`: Get one training campaign. Status: preview.
pub static TRAINING_CAMPAIGN_GET: Operation = Operation::get(
    "graph.attack_simulation.training_campaign_get",
    "/beta/security/attackSimulation/trainingCampaigns/{training_campaign_id}",
)
.host("graph")
.summary("Get one training campaign")
.status(Status::Preview)
.inputs(&[Param::path("training_campaign_id").example("289a8991-c277-4908-a2fa-4a87432fb6cf")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.answer(AnswerKind::Entity)
.permissions(
    &["AttackSimulation.Read.All"],
    &["AttackSimulation.Read.All"],
)
.source(
    "microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/trainingcampaign-get.md",
);

/// Get one training campaign.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/trainingcampaign-get.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().attack_simulation().training_campaign_get("289a8991-c277-4908-a2fa-4a87432fb6cf").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct TrainingCampaignGet {
    client: Client,
    request: Request,
}

impl TrainingCampaignGet {
    pub(super) fn new(
        client: &Client,
        training_campaign_id: impl Into<Id<TrainingCampaign>>,
    ) -> Self {
        let training_campaign_id: Id<TrainingCampaign> = training_campaign_id.into();
        let request =
            Request::new(&TRAINING_CAMPAIGN_GET).set("training_campaign_id", training_campaign_id);
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
    pub async fn send(self) -> Result<TrainingCampaign> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(TrainingCampaignGet);
