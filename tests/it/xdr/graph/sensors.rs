//! Sensors of Defender for Identity: candidates, settings, health, deployment key.

use xdr_api::graph::sensor_candidates::SensorCandidateActivationConfigurationActivationMode as Mode;
use xdr_api::graph::sensor_migration::SensorMigrationMigrationState as State;

use auth_core::ExposeSecret;
use sandbox::Fault;

use super::bench;

#[tokio::test(start_paused = true)]
async fn the_settings_of_a_sensor_are_changed() {
    let (_bench, graph) = bench().await;
    let sensors = graph.sensors();
    let listed = sensors.list().send().await.unwrap().items.remove(0);
    let mut settings = listed.settings.unwrap();
    settings.description = Some("in the cellar".to_owned());
    sensors.update(&listed.id, &settings).send().await.unwrap();
    let got = sensors.get(&listed.id).send().await.unwrap();
    assert_eq!(got.settings, Some(settings));
    let issues = sensors.list_health_issues(&listed.id).send().await;
    for issue in issues.unwrap().items {
        let same = graph.health_issues().get(&issue.id).send().await.unwrap();
        assert_eq!(same.display_name, issue.display_name);
    }
    let error = sensors.get("none").send().await.unwrap_err();
    assert!(error.is_not_found());
}

#[tokio::test(start_paused = true)]
async fn a_new_key_takes_the_place_of_the_old_one() {
    let (_bench, graph) = bench().await;
    let sensors = graph.sensors();
    let old = sensors.get_deployment_access_key().send().await.unwrap();
    let new = sensors.regenerate_deployment_access_key().send().await;
    let new = new.unwrap();
    assert_ne!(new.deployment_access_key, old.deployment_access_key);
    let now = sensors.get_deployment_access_key().send().await.unwrap();
    assert_eq!(now.deployment_access_key, new.deployment_access_key);
    let package = sensors.get_deployment_package_uri().send().await.unwrap();
    assert!(package.download_url.is_some());
}

#[tokio::test(start_paused = true)]
async fn a_candidate_is_activated_and_is_one_no_more() {
    let (_bench, graph) = bench().await;
    let candidates = graph.sensor_candidates();
    let before = candidates.list().items().collect_all().await.unwrap();
    candidates
        .activate([before[0].id.as_str()])
        .send()
        .await
        .unwrap();
    let after = candidates.list().items().collect_all().await.unwrap();
    assert_eq!(after, before[1..]);
    for mode in [Mode::Automated, Mode::Manual] {
        let update = candidates.update_activation_configuration(mode.clone());
        update.send().await.unwrap();
        let got = candidates.get_activation_configuration().send().await;
        assert_eq!(got.unwrap().activation_mode, Some(mode));
    }
}

#[tokio::test(start_paused = true)]
async fn what_is_ready_migrates() {
    let (_bench, graph) = bench().await;
    let migration = graph.sensor_migration();
    let count = async |state: &State| {
        let all = migration.list().items().collect_all().await.unwrap();
        let of = all
            .iter()
            .filter(|one| one.migration_state.as_ref() == Some(state));
        of.count()
    };
    let ready = count(&State::ReadyForMigration).await;
    let migrating = count(&State::Migrating).await;
    let begun = migration.migrate().send().await.unwrap().all().unwrap();
    let begun = begun["successfulMigrationSensorIds"]
        .as_array()
        .unwrap()
        .len();
    assert_eq!(begun, ready);
    assert_eq!(count(&State::Migrating).await, migrating + ready);
    assert_eq!(count(&State::ReadyForMigration).await, 0);
}

#[tokio::test(start_paused = true)]
async fn the_key_is_a_secret_in_either_shape_of_the_answer() {
    let (bench, graph) = bench().await;
    let sensors = graph.sensors();
    let plain = sensors.get_deployment_access_key().send().await.unwrap();
    let plain = plain.deployment_access_key.unwrap();
    let key = sensors.deployment_access_key().await.unwrap();
    assert_eq!(key.expose_secret(), plain.expose());
    assert!(!format!("{key:?} {plain:?}").contains(plain.expose()));
    let new = sensors.new_deployment_access_key().await.unwrap();
    assert_ne!(new.expose_secret(), plain.expose());
    let package = sensors.deployment_package().await.unwrap();
    assert!(package.download_url.is_some());

    let wrapped = [
        (
            "graph.sensors.get_deployment_access_key",
            r#"{"value":{"sensorDeploymentAccessKey":"k"}}"#,
        ),
        (
            "graph.sensors.get_deployment_package_uri",
            r#"{"value":{"downloadUrl":"u","version":"2"}}"#,
        ),
    ];
    for (operation, body) in wrapped {
        bench
            .sandbox
            .fault(Fault::on(operation).always().status(200).body(body));
    }
    assert_eq!(
        sensors
            .deployment_access_key()
            .await
            .unwrap()
            .expose_secret(),
        "k"
    );
    let package = sensors.deployment_package().await.unwrap();
    assert_eq!(package.version.as_deref(), Some("2"));
}
