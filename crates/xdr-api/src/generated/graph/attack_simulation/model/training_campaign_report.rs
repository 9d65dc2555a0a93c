//! `TrainingCampaignReport`.

use crate::graph::attack_simulation::TrainingCampaignReportOverview;
use crate::graph::attack_simulation::UserSimulationDetails;

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/trainingcampaignreport.md`.
    pub struct TrainingCampaignReport {
        pub campaign_users: Vec<UserSimulationDetails> = "campaignUsers",
        pub overview: Option<TrainingCampaignReportOverview> = "overview",
    }
}
