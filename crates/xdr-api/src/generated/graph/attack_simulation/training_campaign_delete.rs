//! `graph.attack_simulation.training_campaign_delete`: Delete a training campaign.

use http_core::{
    Client, Effect, EffectKind, Id, Operation, Param, Request, Result, Status, Target,
};

use crate::graph::attack_simulation::TrainingCampaign;

/// `graph.attack_simulation.training_campaign_delete`: Delete a training campaign. Status:
/// preview.
pub static TRAINING_CAMPAIGN_DELETE: Operation = Operation::delete("graph.attack_simulation.training_campaign_delete", "/beta/security/attackSimulation/trainingCampaigns/{training_campaign_id}").host("graph").summary("Delete a training campaign").status(Status::Preview).inputs(&[Param::path("training_campaign_id").example("289a8991-c277-4908-a2fa-4a87432fb6cf"),
]).permissions(&["AttackSimulation.ReadWrite.All"], &["AttackSimulation.ReadWrite.All"]).target(&Target::new("training_campaign_id", "graph.attack_simulation.training_campaign_get").name(&["displayName"]).shows(&["campaignSchedule"])).effect(Effect::new(EffectKind::Irreversible)).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/attacksimulationroot-delete-trainingcampaigns.md");

/// Delete a training campaign.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/attacksimulationroot-delete-trainingcampaigns.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.graph().attack_simulation().training_campaign_delete("289a8991-c277-4908-a2fa-4a87432fb6cf").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct TrainingCampaignDelete {
    client: Client,
    request: Request,
}

impl TrainingCampaignDelete {
    pub(super) fn new(
        client: &Client,
        training_campaign_id: impl Into<Id<TrainingCampaign>>,
    ) -> Self {
        let training_campaign_id: Id<TrainingCampaign> = training_campaign_id.into();
        let request = Request::new(&TRAINING_CAMPAIGN_DELETE)
            .set("training_campaign_id", training_campaign_id);
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

http_core::call_options!(TrainingCampaignDelete);
