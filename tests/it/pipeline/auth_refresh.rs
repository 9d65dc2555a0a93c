//! A token that expires during a list is renewed once. A repeated 401 is an error.

use std::time::Duration;

use futures_util::future::join_all;
use http_core::ErrorKind;
use sandbox::Fault;

use crate::support::Bench;

/// Older than a fresh token: a refused fresh token is not renewed.
const A_WHILE: Duration = Duration::from_secs(10);
const TWO_HOURS: Duration = Duration::from_secs(7200);

fn refused(bench: &Bench, operation: &str) -> usize {
    let received = bench.sandbox.requests(operation);
    received.iter().filter(|one| one.status == 401).count()
}

/// Lists all alerts; `meanwhile` happens after the first page.
async fn list_with_a_break(bench: &Bench, meanwhile: impl AsyncFnOnce()) -> usize {
    let mut pages = bench.mde().alerts().list().pages();
    let first = pages.next_page().await.unwrap().unwrap();
    meanwhile().await;
    let mut rows = first.items.len();
    while let Some(page) = pages.next_page().await {
        rows += page.unwrap().items.len();
    }
    rows
}

#[tokio::test(start_paused = true)]
async fn a_token_that_ended_by_both_clocks_is_renewed_before_it_is_refused() {
    let bench = Bench::with_small_pages().await;
    let rows = list_with_a_break(&bench, async || tokio::time::advance(TWO_HOURS).await).await;
    assert_eq!(rows, 300);
    assert_eq!(bench.count("token"), 2);
    assert_eq!(refused(&bench, "mde.alerts.list"), 0);
}

#[tokio::test(start_paused = true)]
async fn a_token_that_ended_between_pages_is_renewed_once() {
    let bench = Bench::with_small_pages().await;
    let rows = list_with_a_break(&bench, async || {
        tokio::time::advance(A_WHILE).await;
        bench.sandbox.advance(TWO_HOURS);
    })
    .await;
    assert_eq!(rows, 300);
    assert_eq!(bench.count("token"), 2);
    assert_eq!(refused(&bench, "mde.alerts.list"), 1);
}

#[tokio::test(start_paused = true)]
async fn a_refusal_that_stays_is_an_error_that_says_so() {
    let bench = Bench::new().await;
    let client = bench.mde();
    client.alerts().list().send().await.unwrap();
    tokio::time::advance(A_WHILE).await;
    bench
        .sandbox
        .fault(Fault::on("mde.alerts.list").always().expire_token());
    let error = client.alerts().list().send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unauthenticated);
    assert_eq!(error.attempts(), 2);
    assert_eq!(bench.count("token"), 2, "one renewal, not one an attempt");
    let hint = error.hint().unwrap();
    assert!(hint.contains("does not accept the token"), "{hint}");
    assert!(
        hint.contains("https://api.securitycenter.microsoft.com"),
        "says what the token is for: {hint}"
    );
}

#[tokio::test(start_paused = true)]
async fn a_token_refused_as_soon_as_it_was_issued_is_not_renewed() {
    let bench = Bench::new().await;
    bench
        .sandbox
        .fault(Fault::on("mde.alerts.list").always().expire_token());
    let error = bench.mde().alerts().list().send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unauthenticated);
    assert_eq!(
        (bench.count("mde.alerts.list"), bench.count("token")),
        (1, 1)
    );
}

#[tokio::test(start_paused = true)]
async fn calls_side_by_side_share_one_renewal() {
    let bench = Bench::new().await;
    let client = bench.mde();
    client.alerts().list().send().await.unwrap();
    tokio::time::advance(A_WHILE).await;
    bench.sandbox.advance(TWO_HOURS);
    let calls = (0..20).map(|_| client.alerts().list().send());
    for answer in join_all(calls).await {
        answer.unwrap();
    }
    assert_eq!(bench.count("token"), 2);
}

#[tokio::test(start_paused = true)]
async fn a_claims_challenge_is_passed_on_to_the_identity_service() {
    let bench = Bench::new().await;
    let challenge = r#"Bearer realm="", error="insufficient_claims", claims="eyJhY2Nlc3NfdG9rZW4iOnsibmJmIjp7ImVzc2VudGlhbCI6dHJ1ZX19fQ==""#;
    bench.sandbox.fault(
        Fault::on("mde.alerts.list")
            .status(401)
            .header("www-authenticate", challenge),
    );
    bench.mde().alerts().list().send().await.unwrap();
    let tokens = bench.sandbox.requests("token");
    assert_eq!(tokens.len(), 2);
    let form = |at: usize| String::from_utf8(tokens[at].body.clone()).unwrap();
    // The first token request declares the client capability.
    assert!(
        form(0).contains("xms_cc") && !form(0).contains("nbf"),
        "{}",
        form(0)
    );
    assert!(
        form(1).contains("xms_cc") && form(1).contains("nbf"),
        "{}",
        form(1)
    );
}
