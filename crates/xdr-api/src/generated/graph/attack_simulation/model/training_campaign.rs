//! `TrainingCampaign`.

use http_core::{Id, Timestamp};

use crate::graph::attack_simulation::AccountTargetContent;
use crate::graph::attack_simulation::CampaignSchedule;
use crate::graph::attack_simulation::EmailIdentity;
use crate::graph::attack_simulation::EndUserNotificationSetting;
use crate::graph::attack_simulation::TrainingCampaignReport;
use crate::graph::attack_simulation::TrainingSetting;

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/trainingcampaign.md`.
    pub struct TrainingCampaign {
        pub id: Id<TrainingCampaign> = "id",
        pub campaign_schedule: Option<CampaignSchedule> = "campaignSchedule",
        pub created_by: Option<EmailIdentity> = "createdBy",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        pub description: Option<String> = "description",
        pub display_name: Option<String> = "displayName",
        pub end_user_notification_setting: Option<EndUserNotificationSetting> = "endUserNotificationSetting",
        pub excluded_account_target: Option<AccountTargetContent> = "excludedAccountTarget",
        pub included_account_target: Option<AccountTargetContent> = "includedAccountTarget",
        pub last_modified_by: Option<EmailIdentity> = "lastModifiedBy",
        pub last_modified_date_time: Option<Timestamp> = "lastModifiedDateTime",
        pub report: Option<TrainingCampaignReport> = "report",
        pub training_setting: Option<TrainingSetting> = "trainingSetting",
    }
}
