//! Calls wait for a slot of their budget, and every 429 corrects the budget.

use std::collections::HashSet;
use std::time::Duration;

use futures_util::future::join_all;
use http_core::time::Instant;
use http_core::{RateLimit, RetryConfig, Throttle};
use sandbox::{Application, Fault, Sandbox};

use super::paging::{operations, request};
use crate::support::{Bench, Script, Step, mde_client};

const MINUTE: Duration = Duration::from_secs(60);

#[tokio::test(start_paused = true)]
async fn the_call_beyond_the_documented_number_waits() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let alert = bench
        .caller()
        .get(sandbox::Service::Mde, "/api/alerts")
        .await;
    let alert = alert.rows()[0]["id"].as_str().unwrap().to_owned();
    let begun = Instant::now();
    for _ in 0..100 {
        client.alerts().get(alert.as_str()).send().await.unwrap();
    }
    assert!(
        begun.elapsed() < Duration::from_secs(1),
        "the first hundred go at once"
    );
    client.alerts().get(alert.as_str()).send().await.unwrap();
    assert!(
        begun.elapsed() >= MINUTE,
        "the next one waits for the window"
    );
    let received = bench.sandbox.requests("mde.alerts.get");
    assert_eq!(received.len(), 101);
    assert!(
        received.iter().all(|one| one.status == 200),
        "no refusal was needed"
    );
}

/// Every distinct set of budgets, with the first operation that has it.
#[tokio::test(start_paused = true)]
async fn no_window_of_any_row_is_overrun() {
    let mut seen = HashSet::new();
    for row in operations().filter(|row| !row.conduct.limits.is_empty()) {
        let limits = row
            .conduct
            .limits
            .iter()
            .map(|limit| (limit.calls, limit.seconds));
        if !seen.insert(limits.collect::<Vec<_>>()) {
            continue;
        }
        let script = Script::new([Step::ok("{}")]);
        let patient = RetryConfig::default().with_total(Duration::from_secs(7200));
        let client =
            script.client_with(|builder| builder.throttle(Throttle::new(), "t").retry(patient));
        let most = row
            .conduct
            .limits
            .iter()
            .map(|limit| limit.calls)
            .max()
            .unwrap();
        for _ in 0..=most {
            let request = request(row).idempotent(true);
            if row.http.path.starts_with('{') {
                break;
            }
            client.send_response(request).await.unwrap();
        }
        let at = script.each(|sent| sent.at);
        for limit in row.conduct.limits {
            assert_window(row.id, &at, *limit);
        }
    }
    assert!(
        seen.len() > 5,
        "the tables name {} sets of limits",
        seen.len()
    );
}

/// In any window of the limit's length there are no more calls than it allows; and one more would not have had to
/// wait longer than the window.
fn assert_window(id: &str, at: &[Instant], limit: RateLimit) {
    let span = Duration::from_secs(u64::from(limit.seconds));
    let calls = limit.calls as usize;
    for (first, later) in at.iter().zip(at.iter().skip(calls)) {
        let apart = *later - *first;
        assert!(
            apart >= span,
            "{id}: {calls} calls and one more within {apart:?}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_refusal_stops_all_callers_for_as_long_as_it_says() {
    let bench = Bench::new().await;
    bench
        .sandbox
        .fault(Fault::on("mde.alerts.list").status(429).retry_after(30));
    let client = bench.mde();
    let begun = Instant::now();
    let first = client.alerts().list().send();
    let second = async {
        tokio::time::sleep(Duration::from_secs(1)).await;
        client.alerts().list().send().await
    };
    let (first, second) = tokio::join!(first, second);
    first.unwrap();
    second.unwrap();
    assert!(begun.elapsed() >= Duration::from_secs(30));
    assert_eq!(
        bench.count("mde.alerts.list"),
        3,
        "the second did not ask in between"
    );
}

#[tokio::test(start_paused = true)]
async fn a_quota_that_the_refusal_names_is_kept_from_then_on() {
    let bench = Bench::new().await;
    let body = r#"{"error": {"code": "TooManyRequests", "message": "API calls quota exceeded! maximum allowed 4 per 00:01:00. You can send requests again in 2 seconds."}}"#;
    let refusal = Fault::on("mde.alerts.list").status(429).body(body);
    bench.sandbox.fault(refusal.retry_after(2));
    let connector = bench.connector();
    let client = mde_client(&bench.sandbox, &connector);
    client.alerts().list().send().await.unwrap();
    let begun = Instant::now();
    for _ in 0..8 {
        client.alerts().list().send().await.unwrap();
    }
    let waited = begun.elapsed();
    assert!(waited >= MINUTE && waited <= MINUTE * 2, "{waited:?}");
    let budget = &connector.throttle().budgets()[0];
    let windows: Vec<_> = budget.windows.iter().map(|(limit, _)| *limit).collect();
    assert!(windows.contains(&RateLimit::per_minute(4)), "{windows:?}");
}

#[tokio::test(start_paused = true)]
async fn operations_of_one_class_share_a_budget() {
    let bench = Bench::new().await;
    let client = crate::support::mdca_client(&bench.sandbox, &bench.connector());
    let begun = Instant::now();
    for call in 0..31 {
        if call % 2 == 0 {
            client.activities().query().send().await.map(drop)
        } else {
            client.alerts().query().send().await.map(drop)
        }
        .unwrap();
    }
    assert!(
        begun.elapsed() >= MINUTE,
        "30 a minute for the whole product"
    );
    let refused = bench.sandbox.all_requests().into_iter();
    assert_eq!(refused.filter(|one| one.status == 429).count(), 0);
}

#[tokio::test(start_paused = true)]
async fn tenants_do_not_wait_for_each_other() {
    const OTHER: &str = "11111111-aaaa-4aaa-8aaa-000000000002";
    let application = Application::new("22222222-bbbb-4bbb-8bbb-000000000002", "other-secret");
    let bench = Bench::with(Sandbox::builder().application(application.tenant(OTHER))).await;
    let shared = Throttle::new();
    let here = bench
        .connector()
        .with_throttle(shared.clone())
        .with_tenant(bench.sandbox.tenant_id());
    let there = auth_core::ClientSecret::new(
        OTHER,
        "22222222-bbbb-4bbb-8bbb-000000000002",
        "other-secret".into(),
    )
    .unwrap()
    .with_authority(bench.url(sandbox::Service::Login))
    .with_transport(std::sync::Arc::clone(&bench.transport));
    let there = bench
        .connector_of(std::sync::Arc::new(there))
        .with_throttle(shared)
        .with_tenant(OTHER);
    let here = mde_client(&bench.sandbox, &here);
    let there = mde_client(&bench.sandbox, &there);
    for _ in 0..100 {
        here.alerts().list().top(1).send().await.unwrap();
    }
    let begun = Instant::now();
    let calls = (0..100).map(|_| there.alerts().list().top(1).send());
    for answer in join_all(calls).await {
        answer.unwrap();
    }
    assert!(begun.elapsed() < Duration::from_secs(1));
    here.alerts().list().top(1).send().await.unwrap();
    assert!(begun.elapsed() >= MINUTE - Duration::from_secs(1));
}

/// Without budgets of our own, every call succeeds after the 429 answers of the service.
#[tokio::test(start_paused = true)]
async fn without_budgets_of_our_own_the_services_refusals_are_obeyed() {
    let bench = Bench::new().await;
    let client = mde_client(&bench.sandbox, &bench.unthrottled());
    for _ in 0..101 {
        client.alerts().list().top(1).send().await.unwrap();
    }
    let statuses: Vec<_> = bench
        .sandbox
        .requests("mde.alerts.list")
        .iter()
        .map(|one| one.status)
        .collect();
    assert_eq!(statuses.len(), 102, "one refusal, and no call was lost");
    assert_eq!(statuses[100..], [429, 200]);
}
