//! Misleading answers of the services.

use http_core::odata::Filter;
use http_core::{ErrorKind, Id};
use mde_api::machines::Machine;
use sandbox::Fault;

use crate::support::Bench;

#[tokio::test(start_paused = true)]
async fn a_list_that_is_not_found_is_an_empty_list() {
    let bench = Bench::new().await;
    bench
        .sandbox
        .fault(Fault::on("mde.machines.list").status(404));
    let machines = bench
        .mde()
        .machines()
        .list()
        .items()
        .collect_all()
        .await
        .unwrap();
    assert!(machines.is_empty());
    // A wrong path is refused without a service code.
    bench.sandbox.fault(
        Fault::on("mde.machines.list")
            .status(404)
            .body("nothing here"),
    );
    let error = bench
        .mde()
        .machines()
        .list()
        .items()
        .collect_all()
        .await
        .unwrap_err();
    assert!(error.is_not_found());
}

#[tokio::test(start_paused = true)]
async fn a_device_that_was_just_listed_is_asked_for_again_where_its_404_comes_and_goes() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let machine = client
        .machines()
        .list()
        .send()
        .await
        .unwrap()
        .items
        .remove(0)
        .id;
    let missing = "mde.machines.list_missing_kbs";
    bench.sandbox.fault(Fault::on(missing).times(2).status(404));
    client
        .machines()
        .list_missing_kbs(&machine)
        .send()
        .await
        .unwrap();
    assert_eq!(bench.count(missing), 3);
    assert_eq!(client.http().reappeared(), 1, "it is counted");
    // The only operation with this refusal.
    bench
        .sandbox
        .fault(Fault::on("mde.machines.get").status(404));
    let error = client.machines().get(&machine).send().await.unwrap_err();
    assert!(error.is_not_found());
    assert_eq!(bench.count("mde.machines.get"), 1);
    assert_eq!(client.http().reappeared(), 1);
}

#[tokio::test(start_paused = true)]
async fn the_quota_of_a_number_of_calls_is_named_and_kept_to() {
    let bench = Bench::new().await;
    let list = "mde.alerts.list";
    let body = r#"{"error":{"code":"TooManyRequests","message":"You have exceeded the quota: maximum allowed 45 per 00:01:00. Retry after 20 seconds."}}"#;
    let fault = Fault::on(list).always().status(429).retry_after(400);
    bench.sandbox.fault(fault.body(body));
    let error = bench.mde().alerts().list().send().await.unwrap_err();
    assert!(error.is_throttled());
    assert!(error.message().contains("45 per 00:01:00"), "{error}");
    assert!(error.hint().unwrap().contains("400 s"), "{error:?}");
}

#[tokio::test(start_paused = true)]
async fn a_query_that_cannot_be_parsed_is_told_in_the_services_own_words() {
    let bench = Bench::new().await;
    let body = r#"{"error":{"code":"","message":"The query specified in the URI is not valid.","details":[]}}"#;
    bench
        .sandbox
        .fault(Fault::on("mde.machine_actions.list").status(400).body(body));
    let error = bench
        .mde()
        .machine_actions()
        .list()
        .send()
        .await
        .unwrap_err();
    assert_eq!((error.kind(), error.code()), (ErrorKind::Refused, None));
    assert!(
        error.message().starts_with("The query specified"),
        "{error}"
    );
    assert!(
        error.hint().unwrap().contains("machineId"),
        "what can be filtered by is named"
    );
}

#[tokio::test(start_paused = true)]
async fn a_link_that_loses_the_names_of_its_options_loses_no_row_and_doubles_none() {
    let bench = Bench::with_small_pages().await;
    let client = bench.mde();
    let ids = async || -> Vec<Id<Machine>> {
        let list = client
            .machines()
            .list()
            .filter(Filter::ne("osPlatform", "Linux"));
        let machines = list.items().collect_all().await.unwrap();
        machines.into_iter().map(|machine| machine.id).collect()
    };
    let whole = ids().await;
    bench
        .sandbox
        .fault(Fault::on("mde.machines.list").nth(2).nameless_next_link());
    assert!(ids().await == whole, "{} rows before", whole.len());
}

#[tokio::test(start_paused = true)]
async fn a_property_that_is_not_filterable_is_refused_before_anything_is_sent() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let list = client
        .machines()
        .list()
        .filter(Filter::eq("agentVersion", "1"));
    let error = list.send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Usage);
    assert!(error.message().contains("onboardingStatus"), "{error}");
    assert_eq!(bench.count("mde.machines.list"), 0);
    // A filter written by hand is sent unchecked; the service refuses it.
    let raw = client
        .machines()
        .list()
        .filter("agentVersion eq '1'")
        .send()
        .await;
    assert_eq!(raw.unwrap_err().kind(), ErrorKind::Refused);
    assert_eq!(bench.count("mde.machines.list"), 1);
}

#[tokio::test(start_paused = true)]
async fn an_id_cannot_leave_its_place_in_the_path() {
    let bench = Bench::new().await;
    let client = bench.mde();
    for id in ["", ".", ".."] {
        let error = client.machines().get(id).send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Usage, "{id:?}");
    }
    let sly: Id<Machine> = "../alerts?x=1#".into();
    assert!(
        client
            .machines()
            .get(sly)
            .send()
            .await
            .unwrap_err()
            .is_not_found()
    );
    let sent = bench.sandbox.requests("mde.machines.get");
    assert_eq!(sent.len(), 1);
    assert_eq!(
        sent[0].path_and_query,
        "/api/machines/..%2Falerts%3Fx%3D1%23"
    );
}

#[tokio::test(start_paused = true)]
async fn a_quota_is_named_when_it_is_used_up() {
    let bench = Bench::new().await;
    let run = "mde.advanced_hunting.run";
    let body = r#"{"error":{"code":"TooManyRequests","message":"You have exceeded the CPU quota. Retry after 900 seconds."}}"#;
    bench
        .sandbox
        .fault(Fault::on(run).status(429).retry_after(900).body(body));
    let error = bench
        .mde()
        .advanced_hunting()
        .run("DeviceInfo")
        .send()
        .await
        .unwrap_err();
    assert!(error.is_throttled());
    assert!(error.message().contains("CPU quota"), "{error}");
    assert_eq!(error.retry_after().map(|delay| delay.as_secs()), Some(900));
}
