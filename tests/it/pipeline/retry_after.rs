//! The service names a delay in several forms; the delay is obeyed.

use std::time::Duration;

use http_core::time::Instant;
use http_core::{ErrorWording, Operation, Request};
use sandbox::Fault;

use crate::support::{Bench, Script, Step};

static READ: Operation = Operation::get("t.things.get", "/things/1");

/// Lists alerts with one fault. Returns the elapsed time.
async fn waited(fault: Fault) -> Duration {
    let bench = Bench::new().await;
    bench.sandbox.fault(fault);
    let client = bench.mde();
    let begun = Instant::now();
    client.alerts().list().send().await.unwrap();
    assert_eq!(bench.count("mde.alerts.list"), 2);
    begun.elapsed()
}

/// Timers fire at the next millisecond. Nothing else is added.
#[track_caller]
fn assert_is(waited: Duration, told: Duration) {
    assert!(
        waited >= told && waited <= told + Duration::from_millis(5),
        "waited {waited:?}, told {told:?}"
    );
}

fn refusal(status: u16) -> Fault {
    Fault::on("mde.alerts.list").status(status)
}

#[tokio::test(start_paused = true)]
async fn seconds_are_waited_out() {
    for status in [429, 503] {
        let told = Duration::from_secs(17);
        assert_is(waited(refusal(status).retry_after(17)).await, told);
    }
}

#[tokio::test(start_paused = true)]
async fn a_date_is_waited_for_by_the_services_own_clock() {
    let told = Duration::from_secs(23);
    assert_is(waited(refusal(429).retry_after_date(told)).await, told);
}

#[tokio::test(start_paused = true)]
async fn without_a_number_a_refusal_costs_a_second() {
    assert_is(waited(refusal(429)).await, Duration::from_secs(1));
}

#[tokio::test(start_paused = true)]
async fn a_number_that_makes_no_sense_is_no_number() {
    for nonsense in ["soon", "-5", "", "Thu, 32 Foo 2026 25:61:61 GMT"] {
        let fault = refusal(429).header("retry-after", nonsense);
        assert_is(waited(fault).await, Duration::from_secs(1));
    }
}

#[tokio::test(start_paused = true)]
async fn seconds_in_the_words_of_the_body_count() {
    let body =
        r#"{"error": {"message": "Request was throttled. Expected available in 23 seconds."}}"#;
    let script = Script::new([Step::body(429, body), Step::ok("{}")]);
    let worded = ErrorWording::default().with_delay_before("second");
    script
        .client_with(|client| client.wording(worded))
        .send_empty(Request::new(&READ))
        .await
        .unwrap();
    assert_is(script.pauses()[0], Duration::from_secs(23));
}

#[tokio::test(start_paused = true)]
async fn a_wait_beyond_the_limit_is_handed_to_the_caller() {
    let bench = Bench::new().await;
    bench.sandbox.fault(refusal(429).retry_after(3600).always());
    let begun = Instant::now();
    let error = bench.mde().alerts().list().send().await.unwrap_err();
    assert!(error.is_throttled() && error.is_retryable());
    assert_eq!(error.retry_after(), Some(Duration::from_secs(3600)));
    assert_eq!(begun.elapsed(), Duration::ZERO);
    assert_eq!(bench.count("mde.alerts.list"), 1);
}
