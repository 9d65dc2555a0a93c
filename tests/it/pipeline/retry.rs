//! Which failures are retried, how often, and how long.

use std::time::Duration;

use http_core::time::Instant;
use http_core::{ErrorKind, Operation, Request, RetryConfig, TransportErrorKind};
use sandbox::Fault;

use crate::support::{Bench, Script, Step};

static READ: Operation = Operation::get("t.things.get", "/things/1");
static WRITE: Operation = Operation::post("t.things.act", "/things/1/act");

#[tokio::test(start_paused = true)]
async fn a_read_is_repeated_until_the_service_is_well_again() {
    let bench = Bench::new().await;
    bench
        .sandbox
        .fault(Fault::on("mde.alerts.list").times(2).status(503));
    let begun = Instant::now();
    let page = bench.mde().alerts().list().send().await.unwrap();
    assert_eq!(page.items.len(), 300);
    assert_eq!(bench.count("mde.alerts.list"), 3);
    let waited = begun.elapsed();
    assert!(
        (750..=1510).contains(&waited.as_millis()),
        "two growing pauses with jitter, not {waited:?}"
    );
}

#[tokio::test(start_paused = true)]
async fn giving_up_says_how_often_it_was_tried() {
    let bench = Bench::new().await;
    bench
        .sandbox
        .fault(Fault::on("mde.alerts.list").always().status(500));
    let error = bench.mde().alerts().list().send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Service);
    assert_eq!(error.attempts(), 4);
    assert_eq!(bench.count("mde.alerts.list"), 4);
    let line = error.to_string();
    for part in ["mde.alerts.list", "500", "after 4 attempts", "request id"] {
        assert!(line.contains(part), "`{part}` is not in `{line}`");
    }
}

#[tokio::test(start_paused = true)]
async fn a_write_is_not_repeated_when_the_service_may_have_acted() {
    for status in [408, 500, 502, 503, 504] {
        let script = Script::new([Step::status(status), Step::ok("{}")]);
        let error = script.client().send_empty(Request::new(&WRITE)).await;
        assert_eq!(error.unwrap_err().status().unwrap().as_u16(), status);
        assert_eq!(script.count(), 1, "status {status}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_write_that_was_refused_unread_is_repeated() {
    for status in [429, 503] {
        let script = Script::new([
            Step::status(status).header("retry-after", "5"),
            Step::ok("{}"),
        ]);
        script
            .client()
            .send_empty(Request::new(&WRITE))
            .await
            .unwrap();
        assert_eq!(script.count(), 2, "status {status}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_clear_no_is_final() {
    for status in [400, 403, 404, 405, 409, 422, 501] {
        let script = Script::new([Step::status(status), Step::ok("{}")]);
        let error = script.client().send_empty(Request::new(&READ)).await;
        assert_eq!(error.unwrap_err().attempts(), 1, "status {status}");
        assert_eq!(script.count(), 1, "status {status}");
    }
}

#[tokio::test(start_paused = true)]
async fn what_never_left_is_sent_again_whatever_it_does() {
    let script = Script::new([
        Step::Fails(TransportErrorKind::Unsent),
        Step::Fails(TransportErrorKind::Unsent),
        Step::ok("{}"),
    ]);
    script
        .client()
        .send_empty(Request::new(&WRITE))
        .await
        .unwrap();
    assert_eq!(script.count(), 3);
}

#[tokio::test(start_paused = true)]
async fn silence_ends_at_the_timeout_and_only_reads_go_on() {
    let minute = Duration::from_secs(60);
    for (operation, calls) in [(&READ, 4), (&WRITE, 1)] {
        let script = Script::new([Step::Silence(minute * 10)]);
        let client = script.client_with(|builder| builder.timeout(minute));
        let error = client.send_empty(Request::new(operation)).await;
        assert_eq!(error.unwrap_err().kind(), ErrorKind::Timeout);
        assert_eq!(script.count(), calls, "{}", operation.id);
        assert!(script.pauses().iter().all(|pause| *pause >= minute));
    }
}

#[tokio::test(start_paused = true)]
async fn a_call_ends_within_its_total_time() {
    let script = Script::new([Step::status(429).header("retry-after", "7")]);
    let retry = RetryConfig::default().with_total(Duration::from_secs(20));
    let client = script.client_with(|builder| builder.retry(retry));
    let begun = Instant::now();
    let error = client.send_empty(Request::new(&READ)).await.unwrap_err();
    assert!(error.is_throttled());
    assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
    assert_eq!(script.count(), 3, "at 0, 7 and 14 s");
    assert!(begun.elapsed() <= Duration::from_secs(20));
}

#[tokio::test(start_paused = true)]
async fn a_caller_who_wants_no_retries_gets_none() {
    let script = Script::new([Step::status(429).header("retry-after", "1")]);
    let client = script.client_with(|builder| builder.retry(RetryConfig::never()));
    let begun = Instant::now();
    let error = client.send_empty(Request::new(&READ)).await.unwrap_err();
    assert!(error.is_throttled());
    assert_eq!((script.count(), begun.elapsed()), (1, Duration::ZERO));
}
