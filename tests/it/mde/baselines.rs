//! Baselines: the profiles of an organisation and the settings they check.

use crate::support::Bench;

#[tokio::test(start_paused = true)]
async fn what_a_device_was_checked_against_is_a_profile_and_a_setting_of_it() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let profiles = client.baselines().list_profiles().items();
    let profiles = profiles.collect_all().await.unwrap();
    let settings = client.baselines().list_configurations().items();
    let settings = settings.collect_all().await.unwrap();
    let checks = client.assessments().list_security_baselines().items();
    for check in checks.collect_all().await.unwrap() {
        let profile = check.profile_id.unwrap();
        assert!(profiles.iter().any(|one| one.id.as_str() == profile));
        assert!(
            settings
                .iter()
                .any(|one| one.id.is_some() && one.id == check.configuration_id)
        );
    }
}
