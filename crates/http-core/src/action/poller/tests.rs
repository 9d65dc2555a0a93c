//! Actions followed through literal answers, on a paused clock.

use futures_util::FutureExt;
use tokio::time::Instant;

use super::*;
use crate::action::Started;
use crate::operation::AnswerKind;
use crate::operation::Param;
use crate::testing::script::{Script, Step as Answered};
use crate::{Method, RetryConfig};

static GET: Operation = Operation::get("t.jobs.get", "/jobs/{job_id}")
    .inputs(&[Param::path("job_id")])
    .answer(AnswerKind::Entity);
static ENDS: Completion = Completion::new(&GET, ("job_id", "id"), "state")
    .open(&["Running"])
    .succeeded(&["Done"])
    .failed(&["Failed"])
    .pause(Pause::seconds(2, 8));
static START: Operation = Operation::post("t.jobs.start", "/jobs")
    .answer(AnswerKind::Entity)
    .completion(&ENDS);
static UNSEEN: Completion = Completion::unseen("the portal shows it");
static START_UNSEEN: Operation =
    Operation::new("t.jobs.start_unseen", Method::Post, "/jobs").completion(&UNSEEN);

const RUNNING: &str = r#"{"id":"7","state":"Running"}"#;
const DONE: &str = r#"{"id":"7","state":"done"}"#;
const FAILED: &str = r#"{"id":"7","state":"Failed"}"#;
const NONE: &str = r#"{"error":{"code":"NotFound","message":"no"}}"#;
const HOUR: Duration = Duration::from_secs(3600);

fn script(steps: impl IntoIterator<Item = impl Into<Answered>>) -> (Script, Client) {
    let (script, client) = Script::with_client(steps);
    (script, client.with_retry(RetryConfig::never()))
}

fn missing() -> Answered {
    Answered::new(404, NONE)
}

fn broken() -> Answered {
    Answered::new(500, "")
}

#[tokio::test(start_paused = true)]
async fn an_action_is_followed_to_each_end() {
    for (end, succeeds) in [(DONE, true), (FAILED, false)] {
        let (script, client) = script([RUNNING, RUNNING, RUNNING, end]);
        let started: Started<Value> = client.begin(Request::new(&START)).await.unwrap();
        let begun = Instant::now();
        let finished = started.wait(HOUR).await.unwrap();
        assert_eq!(matches!(finished, Finished::Succeeded(_)), succeeds);
        assert_eq!(matches!(finished, Finished::Failed(_)), !succeeds);
        assert_eq!(finished.into_inner()["id"], "7");
        // After 2, 3 and 4.5 seconds.
        assert_eq!(begun.elapsed(), Duration::from_millis(9500));
        assert_eq!(script.sent("accept")[3].0, "GET /jobs/7");
    }
}

#[tokio::test(start_paused = true)]
async fn it_is_a_stream_of_the_states_seen() {
    let (_, client) = script([RUNNING, DONE]);
    let poller = client.poller::<Value>(&START, RUNNING);
    let states: Vec<_> = poller
        .map(|state| state.unwrap()["state"].clone())
        .collect()
        .await;
    assert_eq!(states, ["Running", "Running", "done"]);
}

#[tokio::test(start_paused = true)]
async fn an_action_that_has_ended_is_not_requested_again() {
    let (_, client) = script([] as [&str; 0]);
    let mut poller = client.poller::<Value>(&START, FAILED);
    assert_eq!(poller.next_state().await.unwrap().unwrap()["id"], "7");
    assert!(poller.next_state().await.is_none());
    assert!(matches!(poller.await.unwrap(), Finished::Failed(_)));
}

#[tokio::test(start_paused = true)]
async fn a_poller_by_id_looks_at_once() {
    let (_, client) = script([DONE]);
    let begun = Instant::now();
    let finished = client.poller_of::<Value>(&START, "7").await.unwrap();
    assert!(matches!(finished, Finished::Succeeded(_)));
    assert_eq!(begun.elapsed(), Duration::ZERO);
}

#[tokio::test(start_paused = true)]
async fn a_deadline_leaves_the_action_pending_with_its_id() {
    let (script, client) = script([RUNNING, RUNNING]);
    let mut poller = client.poller_of::<Value>(&START, "7").pauses(HOUR, HOUR);
    let begun = Instant::now();
    let finished = poller.wait(HOUR / 2).await.unwrap();
    assert_eq!(
        finished,
        Finished::Pending(serde_json::from_str(RUNNING).unwrap())
    );
    assert_eq!(begun.elapsed(), Duration::ZERO, "the next look is too late");
    // A second wait continues the first.
    let finished = poller.wait(HOUR + Duration::from_secs(1)).await.unwrap();
    assert!(matches!(finished, Finished::Pending(_)));
    assert_eq!((begun.elapsed(), script.left()), (HOUR, 0));

    let (_, client) = self::script([broken()]);
    let unseen = client
        .poller_of::<Value>(&START, "7")
        .within(Duration::from_secs(1));
    let finished = unseen.await.unwrap();
    assert_eq!(finished.into_inner(), json!({"id": "7"}));
}

#[tokio::test(start_paused = true)]
async fn no_limit_does_not_panic() {
    let (_, client) = script([RUNNING, DONE]);
    let mut poller = client
        .poller_of::<Value>(&START, "7")
        .pauses(HOUR, Duration::MAX);
    let finished = poller.wait(Duration::MAX).await.unwrap();
    assert!(matches!(finished, Finished::Succeeded(_)));
}

#[tokio::test(start_paused = true)]
async fn three_failed_looks_in_a_row_are_skipped() {
    let page = || Answered::new(200, "<html>busy</html>");
    let (_, client) = script([
        missing(),
        broken(),
        page(),
        RUNNING.into(),
        missing(),
        DONE.into(),
    ]);
    let finished = client.poller_of::<Value>(&START, "7").await.unwrap();
    assert!(matches!(finished, Finished::Succeeded(_)));

    let (script, client) = script([missing(), missing(), missing(), missing(), DONE.into()]);
    let mut poller = client.poller_of::<Value>(&START, "7");
    let error = poller.wait(HOUR).await.unwrap_err();
    assert!(error.is_not_found());
    assert_eq!((error.action(), script.left()), (Some("7"), 1));
    assert!(
        error.to_string().contains("the action 7 goes on"),
        "{error}"
    );
    let finished = poller.wait(HOUR).await.unwrap();
    assert!(
        matches!(finished, Finished::Succeeded(_)),
        "it may be asked again"
    );
}

#[tokio::test(start_paused = true)]
async fn a_refusal_is_returned_at_once() {
    let (_, client) = script([Answered::new(403, NONE), DONE.into()]);
    let error = client.poller_of::<Value>(&START, "7").await.unwrap_err();
    assert!(error.is_denied());
    assert_eq!(error.action(), Some("7"));
}

#[tokio::test(start_paused = true)]
async fn a_requested_delay_is_kept() {
    let asks = |step: Answered| step.header("retry-after", "90");
    let (_, client) = script([
        asks(Answered::new(201, RUNNING)),
        asks(broken()),
        asks(RUNNING.into()),
        DONE.into(),
    ]);
    let started: Started<Value> = client.begin(Request::new(&START)).await.unwrap();
    let begun = Instant::now();
    let finished = started.wait(HOUR).await.unwrap();
    assert!(matches!(finished, Finished::Succeeded(_)));
    assert_eq!(begun.elapsed(), Duration::from_secs(270));
}

#[tokio::test(start_paused = true)]
async fn a_look_comes_however_often_another_branch_wins() {
    let (script, client) = script([RUNNING; 8]);
    let mut poller = client.poller::<Value>(&START, RUNNING);
    assert!(poller.next_state().now_or_never().is_some());
    let begun = Instant::now();
    let mut heartbeat = tokio::time::interval(Duration::from_millis(900));
    while begun.elapsed() < Duration::from_secs(20) {
        tokio::select! {
            _ = heartbeat.tick() => {}
            state = poller.next_state() => assert!(state.unwrap().is_ok()),
        }
    }
    // After 2, 5, 9.5 and 16.25 seconds.
    assert_eq!(script.sent("accept").len(), 4);
}

#[tokio::test(start_paused = true)]
async fn an_action_that_cannot_be_followed_is_an_error_with_the_reason() {
    let (_, client) = script([] as [&str; 0]);
    let poller = client.poller::<Value>(&START_UNSEEN, "{}");
    let error = poller.await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Usage);
    assert_eq!(error.hint(), Some("the portal shows it"));
    let nameless = client.poller::<Value>(&START, r#"{"state":"Running"}"#);
    let error = nameless.await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
}
