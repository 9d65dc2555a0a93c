//! Users: their alerts and the devices they sign in to.

use super::first_alert;
use crate::support::Bench;

#[tokio::test(start_paused = true)]
async fn the_user_of_an_alert_has_that_alert_and_its_device() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let alert = first_alert(&client).await;
    let user = client.alerts().get_user(&alert.id).send().await.unwrap();
    let name = user.account_name.unwrap();
    let alerts = client.users().list_alerts(&name).items();
    let alerts = alerts.collect_all().await.unwrap();
    assert!(alerts.iter().any(|one| one.id == alert.id));
    let machines = client.users().list_machines(&name).items();
    let machines = machines.collect_all().await.unwrap();
    assert!(
        machines
            .iter()
            .any(|one| Some(&one.id) == alert.machine_id.as_ref())
    );
    let none = client.users().list_alerts("nobody").send().await.unwrap();
    assert!(none.items.is_empty());
}

#[tokio::test(start_paused = true)]
async fn who_signs_in_to_a_device_has_it_among_their_devices() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let machines = client.machines().list().send().await.unwrap().items;
    let machine = &machines[0].id;
    let users = client.machines().list_logon_users(machine).send().await;
    for user in users.unwrap().items {
        let theirs = client.users().list_machines(user.account_name.unwrap());
        let theirs = theirs.items().collect_all().await.unwrap();
        assert!(theirs.iter().any(|one| one.id == *machine));
    }
}
