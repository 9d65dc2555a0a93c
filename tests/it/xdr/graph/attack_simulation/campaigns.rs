//! Training campaigns: trainings without an attack.

use xdr_api::graph::attack_simulation::{
    CampaignSchedule, CampaignStatus, EndUserNotificationSetting, TrainingSetting,
};

use super::*;

fn settings(training: &str) -> (TrainingSetting, EndUserNotificationSetting) {
    let address = format!(
        "https://graph.microsoft.com/beta/security/attackSimulation/trainings('{training}')"
    );
    let setting = json!({
        "@odata.type": "#microsoft.graph.microsoftCustomTrainingSetting", "settingType": "microsoftCustom",
        "trainingAssignmentMappings": [{"assignedTo": ["allUsers"], "training@odata.bind": address}],
    });
    let notices = json!({"settingType": "noNotification", "notificationPreference": "microsoft"});
    (
        serde_json::from_value(setting).unwrap(),
        serde_json::from_value(notices).unwrap(),
    )
}

/// A schedule that begins some days from now and lasts a day. The sample capitalizes the status.
fn schedule(bench: &Bench, days: i64, status: &str) -> CampaignSchedule {
    let at = |days: i64| {
        let ahead = jiff::SignedDuration::from_hours(24 * days);
        bench.sandbox.now().checked_add(ahead).unwrap().to_string()
    };
    let value = json!({
        "launchDateTime": at(days), "completionDateTime": at(days + 1), "status": status,
    });
    serde_json::from_value(value).unwrap()
}

#[tokio::test(start_paused = true)]
async fn a_campaign_is_created_runs_trains_and_is_deleted() {
    let (bench, graph) = bench().await;
    let training = graph.attack_simulation();
    let first = training
        .trainings_list()
        .send()
        .await
        .unwrap()
        .items
        .remove(3);
    let (setting, notices) = settings(first.id.as_str());
    let create = training
        .training_campaign_create()
        .display_name("Campaign")
        .included_account_target(&targets())
        .training_setting(&setting)
        .end_user_notification_setting(&notices)
        .campaign_schedule(&schedule(&bench, 2, "Scheduled"));
    let id = id_of(&ended(create.begin().await.unwrap()).await);
    let status = async |graph: &Graph| {
        let get = graph.attack_simulation().training_campaign_get(id.as_str());
        let campaign = get.send().await.unwrap();
        campaign.campaign_schedule.unwrap().status.unwrap()
    };
    let trained = async |graph: &Graph| {
        let reports = graph.attack_simulation_reports();
        let users = reports.list_training_coverage().items().collect_all().await;
        let trainings = users
            .unwrap()
            .into_iter()
            .flat_map(|one| one.user_trainings);
        let same = trainings.filter(|one| one.display_name == first.display_name);
        same.count()
    };
    let before = trained(&graph).await;
    assert_eq!(status(&graph).await, CampaignStatus::Scheduled);
    let campaign = training
        .training_campaign_get(id.as_str())
        .send()
        .await
        .unwrap();
    let Some(TrainingSetting::MicrosoftCustomTraining(stored)) = campaign.training_setting else {
        panic!("{:?}", campaign.training_setting);
    };
    let named = stored.training_assignment_mappings[0].training.as_ref();
    assert_eq!(named.unwrap().display_name, first.display_name);
    let graph = later(&bench, DAY * 2);
    assert_eq!(status(&graph).await, CampaignStatus::InProgress);
    assert_eq!(trained(&graph).await, before + 3);
    let graph = later(&bench, DAY);
    let training = graph.attack_simulation();
    assert_eq!(status(&graph).await, CampaignStatus::Completed);
    training
        .training_campaign_delete(id.as_str())
        .send()
        .await
        .unwrap();
    let error = training
        .training_campaign_get(id.as_str())
        .send()
        .await
        .unwrap_err();
    assert!(error.is_not_found());
    assert_eq!(trained(&graph).await, before);
}

#[tokio::test(start_paused = true)]
async fn a_campaign_is_cancelled_by_its_schedule() {
    let (bench, graph) = bench().await;
    let training = graph.attack_simulation();
    let list = training.training_campaigns_list().items();
    let all = list.collect_all().await.unwrap();
    let is_scheduled = |one: &&xdr_api::graph::attack_simulation::TrainingCampaign| {
        let schedule = one.campaign_schedule.as_ref().unwrap();
        schedule.status == Some(CampaignStatus::Scheduled)
    };
    let id = &all.iter().find(is_scheduled).unwrap().id;
    let first = training
        .trainings_list()
        .send()
        .await
        .unwrap()
        .items
        .remove(0);
    let (setting, notices) = settings(first.id.as_str());
    let update = |id: &str| {
        training
            .training_campaign_update(id)
            .display_name("Stopped")
            .included_account_target(&targets())
            .training_setting(&setting)
            .end_user_notification_setting(&notices)
            .campaign_schedule(&schedule(&bench, 2, "Cancelled"))
    };
    ended(update(id.as_str()).begin().await.unwrap()).await;
    let graph = later(&bench, DAY * 9);
    let training = graph.attack_simulation();
    let got = training.training_campaign_get(id).send().await.unwrap();
    assert_eq!(got.display_name.as_deref(), Some("Stopped"));
    let status = got.campaign_schedule.unwrap().status;
    assert_eq!(status, Some(CampaignStatus::Cancelled));
    let error = update("none").begin().await.unwrap_err();
    assert!(error.is_not_found());
}
