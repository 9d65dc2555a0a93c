//! Discovered apps through Graph: streams, apps and their users.

use sandbox::Sandbox;

use crate::support::Bench;

const PERIOD: &str = "P90D";

#[tokio::test(start_paused = true)]
async fn a_stream_leads_to_its_apps_and_an_app_to_who_uses_it() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let discovery = bench.mdca().graph_discovery();
    let stream = discovery
        .list_streams()
        .send()
        .await
        .unwrap()
        .items
        .remove(0)
        .id;
    let apps = discovery.list_apps(&stream, PERIOD).items();
    let apps = apps.collect_all().await.unwrap();
    let app = apps[0].id.as_str();
    let got = discovery
        .get_app(&stream, PERIOD, app)
        .send()
        .await
        .unwrap();
    assert_eq!(got.display_name, apps[0].display_name);
    for one in &apps {
        let info = discovery
            .get_app_info(&stream, PERIOD, one.id.as_str())
            .send()
            .await;
        assert_eq!(info.unwrap().id.as_str(), one.id.as_str());
    }
    let users = discovery.list_app_users(&stream, PERIOD, app).send().await;
    assert!(!users.unwrap().items.is_empty());
    let devices = discovery
        .list_app_devices(&stream, PERIOD, app)
        .send()
        .await;
    assert!(!devices.unwrap().items.is_empty());
    let addresses = discovery.list_app_ip_addresses(&stream, PERIOD, app);
    assert!(!addresses.send().await.unwrap().items.is_empty());
    let error = discovery.get_app(&stream, PERIOD, "0").send().await;
    assert!(error.unwrap_err().is_not_found());
}
