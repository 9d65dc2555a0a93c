//! Waiting is bounded for every answer of a server: numbers of requests and seconds.

use std::sync::Arc;
use std::time::Duration;

use auth_core::{ClientSecret, Connector, Endpoint, SecretString, StaticToken};
use http_core::time::Instant;
use http_core::{ErrorKind, Operation, Request, RetryConfig, Transport, Url};
use xdr_api::graph::alerts;

use crate::support::{Script, Step};

static READ: Operation = Operation::get("t.things.get", "/things/1");
static CHANGE: Operation = Operation::post("t.things.act", "/things/1/act");

/// Forms of `Retry-After`. Dates are relative to the `Date` header of the server.
#[derive(Clone, Copy, Debug)]
enum Says {
    Nothing,
    Zero,
    Past,
    Tenth,
    Huge,
    Year2099,
    Garbage,
    In20Seconds,
}

use Says::{Garbage, Huge, In20Seconds, Nothing, Past, Tenth, Year2099, Zero};

impl Says {
    const ALL: [Self; 8] = [
        Nothing,
        Zero,
        Past,
        Tenth,
        Huge,
        Year2099,
        Garbage,
        In20Seconds,
    ];

    fn headers(self) -> Vec<(&'static str, &'static str)> {
        let clock = ("date", "Sun, 06 Nov 1994 08:49:37 GMT");
        match self {
            Nothing => vec![],
            Zero => vec![("retry-after", "0")],
            Past => vec![("retry-after", "Sun, 06 Nov 1994 08:49:00 GMT"), clock],
            Tenth => vec![("retry-after", "0.1")],
            Huge => vec![("retry-after", "10000000000000000000")],
            Year2099 => vec![("retry-after", "Thu, 31 Dec 2099 23:59:59 GMT")],
            Garbage => vec![("retry-after", "soon")],
            In20Seconds => vec![("retry-after", "Sun, 06 Nov 1994 08:49:57 GMT"), clock],
        }
    }
}

/// Requests that were sent, and the time that the call took.
type Cost = (usize, Span);

#[derive(Clone, Copy, Debug)]
enum Span {
    /// Whole seconds: each timer may be some milliseconds late.
    Seconds(u64),
    /// Delays of our own have jitter.
    Milliseconds(u64, u64),
}

use Span::{Milliseconds, Seconds};

/// Four attempts with half a second, one and two seconds between them, of which half may be missing.
const BACKOFF: Cost = (4, Milliseconds(1750, 3520));
const ONCE: Cost = (1, Seconds(0));

/// A throttled call or part of a batch: at least 1 + 2 + 4 + 8 + 16 + 32 + 60 + 60 s.
fn refused(says: Says) -> Cost {
    match says {
        // Without `Retry-After`, the limit of attempts applies: 1 + 2 + 4 s.
        Nothing | Garbage => (4, Seconds(7)),
        Zero | Past | Tenth => (9, Seconds(183)),
        // A delay beyond the deadline: the error reports it.
        Huge | Year2099 => ONCE,
        In20Seconds => (9, Seconds(252)),
    }
}

/// 503 counts as throttling only with `Retry-After`.
fn expected(says: Says, status: u16, idempotent: bool) -> Cost {
    match (status, says) {
        (503, Nothing | Garbage) if idempotent => BACKOFF,
        (503, Nothing | Garbage) => ONCE,
        _ => refused(says),
    }
}

/// Two minutes in all, and no wait of more than one.
fn expected_of_token(says: Says, status: u16) -> Cost {
    match (status, says) {
        (503, Nothing | Garbage) => BACKOFF,
        (_, Nothing | Garbage) => (4, Seconds(7)),
        (_, Zero | Past | Tenth) => (7, Seconds(63)),
        (_, Huge | Year2099) => ONCE,
        (_, In20Seconds) => (6, Seconds(100)),
    }
}

fn refusing(says: Says, status: u16) -> Arc<Script> {
    let step = says
        .headers()
        .into_iter()
        .fold(Step::status(status), |step, (name, value)| {
            step.header(name, value)
        });
    Script::new([step])
}

#[track_caller]
fn assert_cost(what: &str, script: &Script, begun: Instant, expected: Cost) {
    let took = u64::try_from(begun.elapsed().as_millis()).unwrap();
    let (sent, span) = expected;
    assert_eq!(script.count(), sent, "requests: {what}");
    let (least, most) = match span {
        Seconds(seconds) => (seconds * 1000, seconds * 1000 + 20),
        Milliseconds(least, most) => (least, most),
    };
    assert!((least..=most).contains(&took), "{took} ms: {what}");
}

type Check = http_core::BoxFuture<'static, ()>;

fn each(mut check: impl FnMut(Says, u16, bool) -> Check) -> Vec<Check> {
    let mut all = Vec::new();
    for says in Says::ALL {
        for status in [429, 503] {
            for never in [false, true] {
                all.push(check(says, status, never));
            }
        }
    }
    all
}

fn retry(never: bool) -> RetryConfig {
    match never {
        true => RetryConfig::never(),
        false => RetryConfig::default(),
    }
}

async fn in_turn(all: Vec<Check>) {
    for one in all {
        one.await;
    }
}

#[tokio::test(start_paused = true)]
async fn reads_and_changes() {
    for operation in [&READ, &CHANGE] {
        in_turn(each(|says, status, never| {
            Box::pin(async move {
                let script = refusing(says, status);
                let client = script.client_with(|builder| builder.retry(retry(never)));
                let begun = Instant::now();
                let error = client
                    .send_empty(Request::new(operation))
                    .await
                    .unwrap_err();
                let what = format!("{says:?} {status} never: {never} {}", operation.id);
                let idempotent = operation.id == READ.id;
                let cost = if never {
                    ONCE
                } else {
                    expected(says, status, idempotent)
                };
                assert_cost(&what, &script, begun, cost);
                // Only a throttled request has certainly had no effect.
                let is_refusal = status == 429 || !matches!(says, Nothing | Garbage);
                assert_eq!(error.is_retryable(), idempotent || is_refusal, "{what}");
            })
        }))
        .await;
    }
}

#[tokio::test(start_paused = true)]
async fn the_token_endpoint() {
    in_turn(each(|says, status, never| {
        Box::pin(async move {
            let login = refusing(says, status);
            let api = Script::new([Step::ok("{}")]);
            let tenant = "aaaaaaaa-0000-4000-8000-000000000001";
            let secret = ClientSecret::new(
                tenant,
                "bbbbbbbb-0000-4000-8000-000000000001",
                SecretString::from("s3cret"),
            );
            let secret = secret
                .unwrap()
                .with_transport(Arc::clone(&login) as Arc<dyn Transport>);
            let connector = Connector::new(Arc::new(secret))
                .with_transport(Arc::clone(&api) as Arc<dyn Transport>)
                .with_retry(retry(never));
            let base = Url::parse("https://api.example").unwrap();
            let endpoint = Endpoint::new(base, "https://api.example/.default");
            let client = connector.connect(&endpoint).unwrap();
            let begun = Instant::now();
            let error = client.send_empty(Request::new(&READ)).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Credential);
            let what = format!("{says:?} {status} never: {never}");
            let cost = if never {
                ONCE
            } else {
                expected_of_token(says, status)
            };
            assert_cost(&what, &login, begun, cost);
            assert_eq!(api.count(), 0);
        })
    }))
    .await;
}

#[tokio::test(start_paused = true)]
async fn a_part_of_a_batch() {
    in_turn(each(|says, status, never| {
        Box::pin(async move {
            let headers: serde_json::Map<_, _> = says
                .headers()
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value.into()))
                .collect();
            let part = serde_json::json!({"id": "0", "status": status, "headers": headers});
            let answer = serde_json::json!({"responses": [part]});
            let script = Script::new([Step::ok(answer.to_string())]);
            let token = StaticToken::new(SecretString::from("opaque")).unwrap();
            let connector = Connector::new(Arc::new(token))
                .with_transport(Arc::clone(&script) as Arc<dyn Transport>)
                .with_retry(retry(never));
            let client = xdr_api::Client::connect(&connector, auth_core::Cloud::default());
            let begun = Instant::now();
            let request = Request::new(&alerts::LIST);
            let answers = client.unwrap().graph().batch().send_all(&[request]).await;
            let answers = answers.unwrap().into_result().unwrap();
            assert_eq!(answers[0].status, status);
            let what = format!("{says:?} {status} never: {never}");
            let cost = if never {
                ONCE
            } else {
                expected(says, status, true)
            };
            assert_cost(&what, &script, begun, cost);
        })
    }))
    .await;
}

/// A change among the parts is not sent again after a failure that does not say whether it happened.
#[tokio::test(start_paused = true)]
async fn a_change_in_a_batch_is_sent_once() {
    for (part, sent) in [
        (serde_json::json!({"id": "0", "status": 503}), 1),
        (serde_json::json!({"id": "0", "status": 500}), 1),
        (serde_json::json!({"id": "0", "status": 429}), 4),
        (serde_json::json!({"id": "other", "status": 200}), 1),
    ] {
        let answer = serde_json::json!({"responses": [part]});
        let script = Script::new([Step::ok(answer.to_string())]);
        let token = StaticToken::new(SecretString::from("opaque")).unwrap();
        let connector = Connector::new(Arc::new(token))
            .with_transport(Arc::clone(&script) as Arc<dyn Transport>);
        let client = xdr_api::Client::connect(&connector, auth_core::Cloud::default());
        let comment = Request::new(&alerts::CREATE_COMMENT)
            .set("alert_id", "a1")
            .set("@odata.type", "microsoft.graph.security.alertComment")
            .set("comment", "seen");
        let answers = client.unwrap().graph().batch().send_all(&[comment]).await;
        assert_eq!(script.count(), sent, "{part}");
        if let Err(error) = answers.unwrap().into_result() {
            assert!(error.may_have_acted() && !error.is_retryable(), "{error}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_call_has_one_deadline_over_all_it_does() {
    let retry = RetryConfig::default().with_total(Duration::from_secs(30));
    let minute = Duration::from_secs(60);
    // Slow requests, slow answers and pauses alike.
    for steps in [
        vec![Step::Silence(minute)],
        vec![
            Step::status(429).header("retry-after", "25"),
            Step::Silence(minute),
        ],
        vec![Step::Drips(Duration::from_secs(1), 1000, 200)],
        vec![Step::Drips(Duration::from_secs(1), 1, 200)],
    ] {
        let what = format!("{steps:?}");
        let script = Script::new(steps);
        let client = script.client_with(|builder| builder.retry(retry.clone()));
        let begun = Instant::now();
        client.send_empty(Request::new(&READ)).await.unwrap_err();
        let took = begun.elapsed().as_secs();
        assert!((29..=30).contains(&took), "{took} s: {what}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_body_that_drips_ends_whether_it_is_read_whole_or_streamed() {
    let second = Duration::from_secs(1);
    for whole in [true, false] {
        let script = Script::new([Step::Drips(second, 1, 100_000)]);
        let client = script.client_with(|builder| {
            builder
                .timeout(Duration::from_secs(10))
                .retry(RetryConfig::never())
        });
        let begun = Instant::now();
        let request = Request::new(&READ);
        if whole {
            let error = client.send_response(request).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Timeout);
        } else {
            let (_, mut body) = client.download(request).await.unwrap();
            let broken = loop {
                if let Err(error) = body.chunk().await.unwrap() {
                    break error;
                }
            };
            assert!(
                broken.to_string().contains("bytes received in 10 s"),
                "{broken}"
            );
        }
        assert_eq!(begun.elapsed().as_secs(), 10);
    }
}

/// A consumer that needs a minute for each piece of a complete body.
#[tokio::test(start_paused = true)]
async fn a_slow_reader_is_no_dripping_server() {
    let script = Script::new([Step::Pieces(1, "x".repeat(50).into())]);
    let client = script.client_with(|builder| builder.timeout(Duration::from_secs(2)));
    let (_, mut body) = client.download(Request::new(&READ)).await.unwrap();
    let mut came = 0;
    while let Some(piece) = body.chunk().await {
        came += piece.unwrap().len();
        http_core::time::sleep(Duration::from_secs(60)).await;
    }
    assert_eq!(came, 50);
}

#[tokio::test(start_paused = true)]
async fn a_silent_token_endpoint_takes_no_longer_than_the_caller_allows() {
    let login = Script::new([Step::Silence(Duration::from_secs(600))]);
    let api = Script::new([Step::ok("{}")]);
    let secret = ClientSecret::new(
        "aaaaaaaa-0000-4000-8000-000000000001",
        "bbbbbbbb-0000-4000-8000-000000000001",
        SecretString::from("s3cret"),
    );
    let secret = secret
        .unwrap()
        .with_transport(Arc::clone(&login) as Arc<dyn Transport>);
    let connector = Connector::new(Arc::new(secret))
        .with_transport(Arc::clone(&api) as Arc<dyn Transport>)
        .with_timeout(Duration::from_secs(2));
    let base = Url::parse("https://api.example").unwrap();
    let endpoint = Endpoint::new(base, "https://api.example/.default");
    let client = connector.connect(&endpoint).unwrap();
    let begun = Instant::now();
    let error = client.send_empty(Request::new(&CHANGE)).await.unwrap_err();
    assert_eq!(begun.elapsed().as_secs(), 2);
    assert_eq!(error.kind(), ErrorKind::Credential);
    assert!(error.is_unsent() && error.is_retryable(), "{error}");
    assert!(error.to_string().contains("no token within 2 s"), "{error}");
}

/// Without a free slot, a caller that does not wait gets an error and nothing is sent.
#[tokio::test(start_paused = true)]
async fn a_caller_who_wants_no_waiting_does_not_wait_for_a_slot() {
    static LIMITED: Operation =
        Operation::get("t.limited.get", "/limited").limits(&[http_core::RateLimit::per_minute(1)]);
    let script = Script::new([Step::ok("{}")]);
    let client = script.client_with(|builder| builder.retry(RetryConfig::never()));
    let begun = Instant::now();
    client.send_empty(Request::new(&LIMITED)).await.unwrap();
    let error = client.send_empty(Request::new(&LIMITED)).await.unwrap_err();
    assert!(error.is_throttled() && error.is_unsent(), "{error}");
    assert_eq!((error.attempts(), script.count()), (0, 1));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(60)));
    assert_eq!(begun.elapsed(), Duration::ZERO);
}

#[test]
fn without_a_runtime_there_is_an_error_and_no_panic() {
    let script = Script::new([Step::ok("{}")]);
    let call = {
        let client = script.client();
        async move { client.send_empty(Request::new(&READ)).await }
    };
    let error = futures_util::FutureExt::now_or_never(call)
        .unwrap()
        .unwrap_err();
    assert!(error.to_string().contains("tokio"), "{error}");
    assert_eq!(script.count(), 0);
}

/// A read whose token fails gives its slot back.
#[tokio::test(start_paused = true)]
async fn a_failing_credential_uses_no_budget_up() {
    static LIMITED: Operation =
        Operation::get("t.limited.get", "/limited").limits(&[http_core::RateLimit::per_minute(5)]);
    let login = Script::new([Step::body(400, r#"{"error":"invalid_client"}"#)]);
    let api = Script::new([Step::ok("{}")]);
    let secret = ClientSecret::new(
        "aaaaaaaa-0000-4000-8000-000000000001",
        "bbbbbbbb-0000-4000-8000-000000000001",
        SecretString::from("s3cret"),
    );
    let secret = secret
        .unwrap()
        .with_transport(Arc::clone(&login) as Arc<dyn Transport>);
    let connector =
        Connector::new(Arc::new(secret)).with_transport(Arc::clone(&api) as Arc<dyn Transport>);
    let base = Url::parse("https://api.example").unwrap();
    let endpoint = Endpoint::new(base, "https://api.example/.default");
    let client = connector.connect(&endpoint).unwrap();
    let begun = Instant::now();
    for _ in 0..100 {
        let error = client.send_empty(Request::new(&LIMITED)).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Credential);
    }
    assert_eq!(begun.elapsed(), Duration::ZERO);
    assert_eq!(connector.throttle().budgets()[0].windows[0].1, 0);
}
