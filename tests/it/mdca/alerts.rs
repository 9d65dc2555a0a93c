//! Closing alerts: by id, or by filter after a count.

use http_core::ErrorKind;
use mdca_api::Closing;
use mdca_api::alerts::AlertFilters;
use sandbox::Sandbox;

use crate::support::Bench;

async fn bench() -> Bench {
    Bench::with(Sandbox::builder().limits(false)).await
}

#[tokio::test(start_paused = true)]
async fn named_alerts_are_closed_and_unknown_ones_named() {
    let bench = bench().await;
    let alerts = bench.mdca().alerts();
    let open = alerts.matching(&AlertFilters::new()).await.unwrap();
    let unknown = "0123456789abcdef01234567".to_owned();
    let ids = [
        open.ids()[0].clone(),
        open.ids()[1].clone(),
        unknown.clone(),
    ];
    let closed = alerts
        .close(Closing::TruePositive, ids)
        .comment("seen")
        .send()
        .await
        .unwrap();
    assert_eq!((closed.closed, closed.not_found), (2, vec![unknown]));
    let left = alerts.matching(&AlertFilters::new()).await.unwrap();
    assert_eq!(left.count(), open.count() - 2);
}

#[tokio::test(start_paused = true)]
async fn what_matches_is_counted_before_it_is_closed() {
    let bench = bench().await;
    let alerts = bench.mdca().alerts();
    let filters = AlertFilters::new().severity_eq([2]);
    let matching = alerts.matching(&filters).await.unwrap();
    let count = matching.count();
    assert!(count > 0);
    let closed = matching
        .close(Closing::Benign)
        .reason_id(6)
        .send()
        .await
        .unwrap();
    assert_eq!(closed.closed, count as u64);
    assert_eq!(alerts.matching(&filters).await.unwrap().count(), 0);
}

#[tokio::test(start_paused = true)]
async fn nothing_is_closed_without_a_name_or_with_a_wrong_reason() {
    let bench = bench().await;
    let alerts = bench.mdca().alerts();
    let none: [String; 0] = [];
    let wrong = alerts
        .close(Closing::TruePositive, ["0123456789abcdef01234567"])
        .reason_id(2);
    for close in [alerts.close(Closing::Benign, none), wrong] {
        assert_eq!(close.send().await.unwrap_err().kind(), ErrorKind::Usage);
    }
    let error = alerts
        .close_benign(&AlertFilters::new())
        .send()
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Usage);
    assert_eq!(bench.count("mdca.alerts.close_benign"), 0);
}

#[tokio::test(start_paused = true)]
async fn options_of_a_closing_are_those_of_each_call() {
    let bench = bench().await;
    let ids = (0..101).map(|number| format!("{number:024x}"));
    let closed = bench
        .mdca()
        .alerts()
        .close(Closing::FalsePositive, ids)
        .header("x-correlation", "CHG-7")
        .send()
        .await
        .unwrap();
    assert_eq!(closed.not_found.len(), 101);
    let requests = bench.sandbox.requests("mdca.alerts.close_false_positive");
    let marks: Vec<_> = requests
        .iter()
        .map(|one| one.header("x-correlation"))
        .collect();
    assert_eq!(marks, [Some("CHG-7"); 2]);
}

#[tokio::test(start_paused = true)]
async fn files_say_that_they_want_the_legacy_token() {
    let bench = bench().await;
    let error = bench.mdca().files().query().send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Denied);
    assert!(
        error.hint().unwrap().contains("legacy API token"),
        "{error}"
    );
}

#[tokio::test(start_paused = true)]
async fn an_alert_is_marked_and_dismissed() {
    let bench = bench().await;
    let alerts = bench.mdca().alerts();
    let id = alerts
        .query()
        .limit(1)
        .send()
        .await
        .unwrap()
        .items
        .remove(0)
        .id_;
    alerts.mark_read(&id).send().await.unwrap();
    let read = alerts.get(&id).send().await.unwrap();
    alerts.mark_unread(&id).send().await.unwrap();
    let unread = alerts.get(&id).send().await.unwrap();
    assert_eq!((read.status_value, unread.status_value), (Some(1), Some(0)));
    alerts.dismiss(&id).comment("seen").send().await.unwrap();
    let dismissed = alerts.get(&id).send().await.unwrap();
    assert_eq!(dismissed.comment.as_deref(), Some("seen"));
    let error = alerts.get("0123456789abcdef01234567").send().await;
    assert!(error.unwrap_err().is_not_found());
}

#[tokio::test(start_paused = true)]
async fn the_older_calls_close_as_the_newer_ones_do() {
    let bench = bench().await;
    let alerts = bench.mdca().alerts();
    let open = alerts.matching(&AlertFilters::new()).await.unwrap();
    let id = |at: usize| AlertFilters::new().id_eq([open.ids()[at].as_str()]);
    let resolved = alerts.resolve(&id(0)).send().await.unwrap().all().unwrap();
    let dismissed = alerts
        .dismiss_bulk(&id(1))
        .comment("seen")
        .send()
        .await
        .unwrap()
        .all()
        .unwrap();
    let closed = alerts
        .close_false_positive(&id(2))
        .reason_id(3)
        .send()
        .await
        .unwrap()
        .all()
        .unwrap();
    assert_eq!(resolved.closed_true_positive, Some(1));
    assert_eq!(dismissed.closed_false_positive, Some(1));
    assert_eq!(closed.closed_false_positive, Some(1));
    let mut states = Vec::new();
    for at in 0..3 {
        let alert = alerts.get(open.ids()[at].as_str()).send().await.unwrap();
        states.push(alert.resolution_status_value);
    }
    assert_eq!(states, [Some(5), Some(3), Some(3)]);
    let again = alerts.close_false_positive(&id(2)).send().await.unwrap();
    let (again, failed) = again.into_parts();
    assert_eq!(again.closed_false_positive, Some(0));
    assert_eq!(failed[0].name, open.ids()[2]);
    let left = alerts.matching(&AlertFilters::new()).await.unwrap();
    assert_eq!(left.count(), open.count() - 3);
}
