//! What every credential does alike: a line for each at the end.

use std::sync::Arc;
use std::time::Duration;

use auth_core::{
    AccessToken, ErrorKind, ExposeSecret, RetryAdvice, SecretString, StaticToken, TokenCredential,
    TokenRequestOptions,
};
use futures_util::future::join_all;
use http_core::time::Instant;
use sandbox::{Fault, Sandbox, Service};

use crate::support::{Bench, mde_client, scope};

const CANARY: &str = "canary";

fn options() -> TokenRequestOptions {
    TokenRequestOptions::default()
}

async fn ask(
    credential: &Arc<dyn TokenCredential>,
    service: Service,
    options: TokenRequestOptions,
) -> auth_core::Result<Arc<AccessToken>> {
    credential.get_token(&[scope(service)], &options).await
}

async fn token(credential: &Arc<dyn TokenCredential>) -> auth_core::Result<String> {
    let token = ask(credential, Service::Mde, options()).await?;
    Ok(token.secret().expose_secret().to_owned())
}

/// What holds for every credential, one that only hands a token on included.
async fn gives_tokens(make: impl AsyncFn(&Bench) -> Arc<dyn TokenCredential>) {
    let bench = Bench::new().await;
    let credential = make(&bench).await;

    let got = ask(&credential, Service::Mde, options()).await;
    let got = got.unwrap();
    assert_eq!(got.scheme(), "Bearer");
    let claims = got.claims().expect("the emulator issues readable tokens");
    assert_eq!(
        claims.audience.as_deref(),
        Some("https://api.securitycenter.microsoft.com")
    );
    assert!(got.expires_on().is_some());

    let client = mde_client(&bench.sandbox, &bench.connector_of(Arc::clone(&credential)));
    client
        .alerts()
        .list()
        .send()
        .await
        .expect("the service accepts it");

    let secret = got.secret().expose_secret();
    for shown in [
        format!("{credential:?}"),
        format!("{got:?}"),
        format!("{client:?}"),
    ] {
        assert!(!shown.contains(secret), "the token is in {shown}");
        assert!(!shown.contains(bench.sandbox.client_secret()), "{shown}");
    }
}

/// What holds for credentials that ask an identity service.
async fn asks_for_tokens(make: impl AsyncFn(&Bench) -> Arc<dyn TokenCredential>) {
    a_token_is_asked_for_once(&make).await;
    twenty_callers_at_once_make_one_request(&make).await;
    an_api_gets_a_token_of_its_own(&make).await;
    a_forced_refresh_gets_another_token(&make).await;
    a_token_is_renewed_before_it_ends(&make).await;
    a_held_token_outlives_a_failing_service(&make).await;
    a_passing_failure_is_waited_out(&make).await;
    a_lasting_failure_says_what_to_do(&make).await;
    nothing_secret_is_in_a_failure(&make).await;
}

async fn a_token_is_asked_for_once(make: &impl AsyncFn(&Bench) -> Arc<dyn TokenCredential>) {
    let bench = Bench::new().await;
    let credential = make(&bench).await;
    let first = token(&credential).await.unwrap();
    tokio::time::advance(Duration::from_secs(600)).await;
    assert_eq!(token(&credential).await.unwrap(), first);
    assert_eq!(bench.count("token"), 1);
}

async fn twenty_callers_at_once_make_one_request(
    make: &impl AsyncFn(&Bench) -> Arc<dyn TokenCredential>,
) {
    let bench = Bench::new().await;
    bench
        .sandbox
        .fault(Fault::on("token").delay(Duration::from_secs(1)));
    let credential = make(&bench).await;
    let tokens = join_all((0..20).map(|_| token(&credential))).await;
    let first = tokens[0].clone().unwrap();
    assert!(tokens.into_iter().all(|token| token.unwrap() == first));
    assert_eq!(bench.count("token"), 1);
}

async fn an_api_gets_a_token_of_its_own(make: &impl AsyncFn(&Bench) -> Arc<dyn TokenCredential>) {
    let bench = Bench::new().await;
    let credential = make(&bench).await;
    for _ in 0..2 {
        for service in [Service::Mde, Service::Graph] {
            let got = ask(&credential, service, options()).await;
            let audience = got.unwrap().claims().unwrap().audience.clone().unwrap();
            assert_eq!(format!("{audience}/.default"), scope(service));
        }
    }
    assert_eq!(bench.count("token"), 2);
}

async fn a_forced_refresh_gets_another_token(
    make: &impl AsyncFn(&Bench) -> Arc<dyn TokenCredential>,
) {
    let bench = Bench::new().await;
    let credential = make(&bench).await;
    let first = token(&credential).await.unwrap();
    tokio::time::advance(Duration::from_secs(2)).await;
    let forced = options().with_force_refresh();
    let second = ask(&credential, Service::Mde, forced).await;
    let second = second.unwrap().secret().expose_secret().to_owned();
    assert_ne!(first, second);
    assert_eq!(
        token(&credential).await.unwrap(),
        second,
        "the new one is held"
    );
    assert_eq!(bench.count("token"), 2);
}

async fn a_token_is_renewed_before_it_ends(
    make: &impl AsyncFn(&Bench) -> Arc<dyn TokenCredential>,
) {
    let bench = Bench::new().await;
    let credential = make(&bench).await;
    let got = ask(&credential, Service::Mde, options()).await;
    let end = got.unwrap().expires_on().unwrap();
    // To a minute before the end, by the service's clock.
    let left = end.duration_since(bench.sandbox.now()).as_secs() - 60;
    tokio::time::advance(Duration::from_secs(left.unsigned_abs())).await;
    token(&credential).await.unwrap();
    assert_eq!(bench.count("token"), 2);
}

async fn a_held_token_outlives_a_failing_service(
    make: &impl AsyncFn(&Bench) -> Arc<dyn TokenCredential>,
) {
    let bench = Bench::new().await;
    let credential = make(&bench).await;
    let first = ask(&credential, Service::Mde, options()).await;
    let first = first.unwrap();
    let left = first
        .expires_on()
        .unwrap()
        .duration_since(bench.sandbox.now());
    tokio::time::advance(Duration::from_secs(left.as_secs().unsigned_abs() - 60)).await;
    bench.sandbox.fault(Fault::on("token").always().status(503));
    let begun = Instant::now();
    let again = token(&credential).await.unwrap();
    assert_eq!(again, first.secret().expose_secret());
    assert!(
        begun.elapsed() <= Duration::from_secs(10),
        "a caller is not held up"
    );
}

async fn a_passing_failure_is_waited_out(make: &impl AsyncFn(&Bench) -> Arc<dyn TokenCredential>) {
    let bench = Bench::new().await;
    let credential = make(&bench).await;
    bench.sandbox.fault(Fault::on("token").times(2).status(503));
    token(&credential).await.unwrap();
    assert_eq!(bench.count("token"), 3);
}

async fn a_lasting_failure_says_what_to_do(
    make: &impl AsyncFn(&Bench) -> Arc<dyn TokenCredential>,
) {
    let bench = Bench::new().await;
    let credential = make(&bench).await;
    let body = r#"{"error":"invalid_client","error_description":"AADSTS7000222: The provided client secret keys for app 'c' are expired. Trace ID: t Correlation ID: c Timestamp: 2026-01-01 00:00:00Z","error_codes":[7000222],"trace_id":"t","correlation_id":"corr-1"}"#;
    bench
        .sandbox
        .fault(Fault::on("token").always().status(401).body(body));
    let error = token(&credential).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidClient);
    assert_eq!(error.retry_advice(), RetryAdvice::AfterAdmin);
    assert!(error.hint().is_some());
    assert!(error.to_string().contains("7000222"), "{error}");
    assert_eq!(bench.count("token"), 1, "asking again cannot help");
}

async fn nothing_secret_is_in_a_failure(make: &impl AsyncFn(&Bench) -> Arc<dyn TokenCredential>) {
    let bench = Bench::new().await;
    let credential = make(&bench).await;
    bench.sandbox.fault(Fault::on("token").always().html_502());
    let error = token(&credential).await.unwrap_err();
    let secret = bench.sandbox.client_secret();
    let hint = error.hint().unwrap_or_default();
    assert!(!format!("{error} {error:?} {hint}").contains(secret));
}

async fn client_secret(bench: &Bench) -> Arc<dyn TokenCredential> {
    bench.credential()
}

async fn static_token(bench: &Bench) -> Arc<dyn TokenCredential> {
    let token = SecretString::from(bench.caller().token(Service::Mde).await);
    Arc::new(StaticToken::new(token).unwrap())
}

#[tokio::test(start_paused = true)]
async fn a_client_secret_conforms() {
    gives_tokens(client_secret).await;
    asks_for_tokens(client_secret).await;
}

#[tokio::test(start_paused = true)]
async fn a_static_token_conforms() {
    gives_tokens(static_token).await;
}

/// A token that is only handed on asks nobody, ever.
#[tokio::test(start_paused = true)]
async fn a_static_token_makes_no_request() {
    let sandbox = Sandbox::start().await.unwrap();
    let credential = StaticToken::new(SecretString::from(CANARY)).unwrap();
    let credential: Arc<dyn TokenCredential> = Arc::new(credential);
    assert_eq!(token(&credential).await.unwrap(), CANARY);
    let forced = options().with_force_refresh();
    let again = credential.get_token(&["any"], &forced).await.unwrap();
    assert_eq!(again.secret().expose_secret(), CANARY);
    assert!(sandbox.all_requests().is_empty());
}
