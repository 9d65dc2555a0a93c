//! `CampaignSchedule`.

use http_core::Timestamp;

use crate::graph::attack_simulation::CampaignStatus;

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/campaignschedule.md`.
    pub struct CampaignSchedule {
        pub completion_date_time: Option<Timestamp> = "completionDateTime",
        pub launch_date_time: Option<Timestamp> = "launchDateTime",
        pub status: Option<CampaignStatus> = "status",
    }
}
