//! Behaviour that all credentials share. `lines.rs` has a line for each.

mod lines;

use std::sync::Arc;
use std::time::Duration;

use auth_core::{
    AccessToken, ErrorKind, ExposeSecret, RetryAdvice, TokenCredential, TokenRequestOptions,
};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use futures_util::future::join_all;
use http_core::time::Instant;
use sandbox::{Builder, Fault, Sandbox, Service};
use tracing_subscriber::filter::LevelFilter;

use crate::support::build_service::JOB_TOKEN;
use crate::support::{Bench, mde_client, scope};

/// A credential, and how its requests differ from those of a client secret.
struct Line<Make> {
    make: Make,
    sandbox: fn() -> Builder,
    /// The name of its token requests in the emulator's log.
    operation: &'static str,
    /// Number of these requests before the first token.
    to_first: usize,
    /// Number of these requests for a renewal after an hour.
    to_renew: usize,
    /// Whether a transient failure is retried within one call.
    waits_out: bool,
    /// Whether the issuer returns its cached token until shortly before expiry.
    issuer_keeps: bool,
    /// Its answer to a claims challenge.
    challenge: Challenge,
    /// A permanent refusal, and the resulting error.
    refusal: Refusal,
}

/// How a credential handles a claims challenge.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Challenge {
    /// The token request carries the claims and declares the client capability.
    Asks,
    /// It requests a new token in another way.
    AsksInItsWay,
    /// It requests a new token, but the issuer ignores the claims and returns the refused token.
    GetsTheSame,
    /// Not possible without a person.
    Refuses,
}

struct Refusal {
    status: u16,
    body: &'static str,
    kind: ErrorKind,
    advice: RetryAdvice,
}

const EXPIRED_SECRET: Refusal = Refusal {
    status: 401,
    body: r#"{"error":"invalid_client","error_description":"AADSTS7000222: The provided client secret keys for app 'c' are expired. Trace ID: t Correlation ID: c Timestamp: 2026-01-01 00:00:00Z","error_codes":[7000222],"trace_id":"t","correlation_id":"corr-1"}"#,
    kind: ErrorKind::InvalidClient,
    advice: RetryAdvice::AfterAdmin,
};

impl<Make: AsyncFn(&Bench) -> Arc<dyn TokenCredential>> Line<Make> {
    /// The values of a client secret.
    fn new(make: Make) -> Self {
        Self {
            make,
            sandbox: Sandbox::builder,
            operation: "token",
            to_first: 1,
            to_renew: 1,
            waits_out: true,
            issuer_keeps: false,
            challenge: Challenge::Asks,
            refusal: EXPIRED_SECRET,
        }
    }

    async fn start(&self) -> Trial {
        let bench = Bench::with((self.sandbox)()).await;
        let credential = (self.make)(&bench).await;
        Trial {
            before: bench.count(self.operation),
            operation: self.operation,
            bench,
            credential,
        }
    }
}

/// An emulator of its own, and a credential for it.
struct Trial {
    bench: Bench,
    credential: Arc<dyn TokenCredential>,
    operation: &'static str,
    /// Files and servers that must outlive the credential.
    before: usize,
}

impl Trial {
    async fn ask(
        &self,
        service: Service,
        options: TokenRequestOptions,
    ) -> auth_core::Result<Arc<AccessToken>> {
        ask(&self.credential, service, options).await
    }

    async fn token(&self) -> auth_core::Result<String> {
        token(&self.credential).await
    }

    /// Number of token requests so far.
    fn count(&self) -> usize {
        self.bench.count(self.operation) - self.before
    }

    fn fault(&self, change: impl FnOnce(Fault) -> Fault) {
        self.bench.sandbox.fault(change(Fault::on(self.operation)));
    }

    /// The token that replaces the cached one. A developer's tool runs in real time, outside the paused clock.
    async fn token_after(&self, held: &str) -> String {
        let begun = std::time::Instant::now();
        loop {
            let token = self.token().await.unwrap();
            if token != held {
                return token;
            }
            assert!(begun.elapsed() < Duration::from_secs(60), "none came");
            tokio::task::spawn_blocking(std::thread::yield_now)
                .await
                .unwrap();
        }
    }

    /// Advances to one minute before the token expires, by the service's clock.
    async fn nearly_to_the_end_of(&self, token: &AccessToken) {
        let end = token.expires_on().unwrap();
        let left = end.duration_since(self.bench.sandbox.now()).as_secs() - 60;
        tokio::time::advance(Duration::from_secs(left.unsigned_abs())).await;
    }
}

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

/// Rules for every credential, fixed tokens included.
async fn gives_tokens<Make>(line: &Line<Make>)
where
    Make: AsyncFn(&Bench) -> Arc<dyn TokenCredential>,
{
    let log = tempfile::NamedTempFile::new().unwrap();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(LevelFilter::TRACE)
        .with_writer(Arc::new(log.reopen().unwrap()))
        .finish();
    let guard = tracing_subscriber::util::SubscriberInitExt::set_default(subscriber);
    let trial = line.start().await;
    let got = trial.ask(Service::Mde, options()).await.unwrap();
    assert_eq!(got.scheme(), "Bearer");
    let claims = got.claims().expect("the emulator issues readable tokens");
    assert_eq!(
        claims.audience.as_deref(),
        Some("https://api.securitycenter.microsoft.com")
    );
    assert!(got.expires_on().is_some());

    let connector = trial.bench.connector_of(Arc::clone(&trial.credential));
    let client = mde_client(&trial.bench.sandbox, &connector);
    client
        .alerts()
        .list()
        .send()
        .await
        .expect("the service accepts it");
    drop(guard);

    let heard = std::fs::read_to_string(log.path()).unwrap();
    assert!(heard.contains("mde.alerts.list"), "the log is empty");
    let shown = format!("{:?} {got:?} {client:?}", trial.credential);
    assert_hidden(&trial.bench, &format!("{heard} {shown}"));
    assert!(!format!("{heard} {shown}").contains(got.secret().expose_secret()));
}

/// No secret that was sent or received appears in `Debug` output, logs or errors.
fn assert_hidden(bench: &Bench, shown: &str) {
    const SECRET: [&str; 10] = [
        "client_secret",
        "client_assertion",
        "assertion",
        "refresh_token",
        "device_code",
        "code",
        "code_verifier",
        "username",
        "password",
        "state",
    ];
    assert!(!shown.contains(JOB_TOKEN), "the job's token is shown");
    for request in bench.sandbox.all_requests() {
        let body = String::from_utf8(request.body.clone()).unwrap();
        let query = request.path_and_query.split_once('?').unwrap_or_default().1;
        let fields = url::form_urlencoded::parse(body.as_bytes());
        for (name, value) in fields.chain(url::form_urlencoded::parse(query.as_bytes())) {
            let is_secret = SECRET.contains(&&*name) && !value.is_empty();
            assert!(!is_secret || !shown.contains(&*value), "{name} is shown");
        }
        for name in ["authorization", "x-identity-header", "secret"] {
            let value = request.header(name).unwrap_or("-----");
            assert!(!shown.contains(value), "{name} is shown");
        }
    }
}

/// Rules for credentials that call an identity service.
async fn conforms<Make>(line: Line<Make>)
where
    Make: AsyncFn(&Bench) -> Arc<dyn TokenCredential>,
{
    gives_tokens(&line).await;
    a_token_is_asked_for_once(&line).await;
    twenty_callers_at_once_make_one_request(&line).await;
    an_api_gets_a_token_of_its_own(&line).await;
    a_forced_refresh_gets_another_token(&line).await;
    a_token_is_renewed_before_it_ends(&line).await;
    a_held_token_outlives_a_failing_service(&line).await;
    a_claims_challenge_is_met_once(&line).await;
    a_passing_failure_is_waited_out(&line).await;
    a_lasting_failure_says_what_to_do(&line).await;
    nothing_secret_is_in_a_failure(&line).await;
}

async fn a_token_is_asked_for_once<Make>(line: &Line<Make>)
where
    Make: AsyncFn(&Bench) -> Arc<dyn TokenCredential>,
{
    let trial = line.start().await;
    let first = trial.token().await.unwrap();
    tokio::time::advance(Duration::from_secs(600)).await;
    assert_eq!(trial.token().await.unwrap(), first);
    assert_eq!(trial.count(), line.to_first);
}

async fn twenty_callers_at_once_make_one_request<Make>(line: &Line<Make>)
where
    Make: AsyncFn(&Bench) -> Arc<dyn TokenCredential>,
{
    let trial = line.start().await;
    trial.fault(|fault| fault.delay(Duration::from_secs(1)));
    let tokens = join_all((0..20).map(|_| trial.token())).await;
    let first = tokens[0].clone().unwrap();
    assert!(tokens.into_iter().all(|token| token.unwrap() == first));
    assert_eq!(trial.count(), line.to_first);
}

async fn an_api_gets_a_token_of_its_own<Make>(line: &Line<Make>)
where
    Make: AsyncFn(&Bench) -> Arc<dyn TokenCredential>,
{
    let trial = line.start().await;
    for _ in 0..2 {
        for service in [Service::Mde, Service::Graph] {
            let got = trial.ask(service, options()).await;
            let audience = got.unwrap().claims().unwrap().audience.clone().unwrap();
            assert_eq!(format!("{audience}/.default"), scope(service));
        }
    }
    assert_eq!(trial.count(), line.to_first + 1);
}

async fn a_forced_refresh_gets_another_token<Make>(line: &Line<Make>)
where
    Make: AsyncFn(&Bench) -> Arc<dyn TokenCredential>,
{
    let trial = line.start().await;
    let first = trial.token().await.unwrap();
    tokio::time::advance(Duration::from_secs(2)).await;
    let forced = options().with_force_refresh();
    let second = trial.ask(Service::Mde, forced).await;
    let second = second.unwrap().secret().expose_secret().to_owned();
    assert_eq!(first == second, line.issuer_keeps);
    assert_eq!(trial.token().await.unwrap(), second, "the new one is held");
    assert_eq!(trial.count(), line.to_first + 1);
}

async fn a_token_is_renewed_before_it_ends<Make>(line: &Line<Make>)
where
    Make: AsyncFn(&Bench) -> Arc<dyn TokenCredential>,
{
    let trial = line.start().await;
    let first = trial.ask(Service::Mde, options()).await.unwrap();
    trial.nearly_to_the_end_of(&first).await;
    // The caller gets the cached token; the next caller gets the renewed one.
    let held = trial.token().await.unwrap();
    assert_eq!(held, first.secret().expose_secret());
    trial.token_after(&held).await;
    assert_eq!(trial.count(), line.to_first + line.to_renew);
}

async fn a_held_token_outlives_a_failing_service<Make>(line: &Line<Make>)
where
    Make: AsyncFn(&Bench) -> Arc<dyn TokenCredential>,
{
    let trial = line.start().await;
    let first = trial.ask(Service::Mde, options()).await.unwrap();
    trial.nearly_to_the_end_of(&first).await;
    trial.fault(|fault| fault.always().status(503));
    let begun = Instant::now();
    for _ in 0..2 {
        let again = trial.token().await.unwrap();
        assert_eq!(again, first.secret().expose_secret());
    }
    assert_eq!(begun.elapsed(), Duration::ZERO, "a caller is not held up");
    tokio::time::sleep(Duration::from_secs(5)).await;
    let again = trial.token().await.unwrap();
    assert_eq!(again, first.secret().expose_secret());
}

/// A claims challenge leads to a new token with the claims, and the call succeeds. A credential
/// that cannot request claims says so.
async fn a_claims_challenge_is_met_once<Make>(line: &Line<Make>)
where
    Make: AsyncFn(&Bench) -> Arc<dyn TokenCredential>,
{
    let trial = line.start().await;
    let demand = r#"{"access_token":{"nbf":{"essential":true,"value":"1766000000"}}}"#;
    let challenge = format!(
        r#"Bearer realm="", error="insufficient_claims", claims="{}""#,
        URL_SAFE_NO_PAD.encode(demand)
    );
    let connector = trial.bench.connector_of(Arc::clone(&trial.credential));
    let client = mde_client(&trial.bench.sandbox, &connector);
    let challenged = |times| {
        let fault = Fault::on("mde.alerts.list").times(times).status(401);
        fault.header("www-authenticate", challenge.clone())
    };
    trial.bench.sandbox.fault(challenged(1));
    if line.challenge == Challenge::Refuses {
        let error = client.alerts().list().send().await.unwrap_err();
        let source = std::error::Error::source(&error);
        let source = source.and_then(|source| source.downcast_ref::<auth_core::Error>());
        let source = source.unwrap();
        assert_eq!(source.kind(), ErrorKind::InteractionRequired);
        assert!(source.hint().is_some());
        assert_eq!(trial.count(), line.to_first, "nobody is asked in vain");
        return;
    }
    let outcome = client.alerts().list().send().await;
    assert_eq!(trial.count(), line.to_first + 1);
    if line.challenge == Challenge::GetsTheSame {
        let error = outcome.unwrap_err();
        assert_eq!(error.kind(), http_core::ErrorKind::Unauthenticated);
        assert_eq!(trial.bench.count("mde.alerts.list"), 1, "sent in vain");
        return;
    }
    outcome.unwrap();
    assert_eq!(trial.bench.count("mde.alerts.list"), 2);
    if line.challenge == Challenge::Asks {
        let asked = trial.bench.sandbox.requests("token");
        let body = &asked.last().unwrap().body;
        let claims = url::form_urlencoded::parse(body).find(|(name, _)| name == "claims");
        let claims: serde_json::Value = serde_json::from_str(&claims.unwrap().1).unwrap();
        assert_eq!(claims["access_token"]["nbf"]["value"], "1766000000");
        assert_eq!(claims["access_token"]["xms_cc"]["values"][0], "cp1");
    }

    tokio::time::advance(Duration::from_secs(60)).await;
    trial.bench.sandbox.fault(challenged(5));
    client.alerts().list().send().await.unwrap_err();
    assert_eq!(trial.bench.count("mde.alerts.list"), 4, "once, no more");
}

async fn a_passing_failure_is_waited_out<Make>(line: &Line<Make>)
where
    Make: AsyncFn(&Bench) -> Arc<dyn TokenCredential>,
{
    let trial = line.start().await;
    trial.fault(|fault| fault.times(2).status(503));
    let got = trial.token().await;
    if line.waits_out {
        got.unwrap();
        assert_eq!(trial.count(), line.to_first + 2);
    } else {
        assert!(got.unwrap_err().is_transient());
        assert_eq!(trial.count(), 1, "what is good once is sent once");
    }
}

async fn a_lasting_failure_says_what_to_do<Make>(line: &Line<Make>)
where
    Make: AsyncFn(&Bench) -> Arc<dyn TokenCredential>,
{
    let trial = line.start().await;
    let refusal = &line.refusal;
    trial.fault(|fault| fault.always().status(refusal.status).body(refusal.body));
    let error = trial.token().await.unwrap_err();
    assert_eq!(error.kind(), refusal.kind, "{error}");
    assert_eq!(error.retry_advice(), refusal.advice, "{error}");
    assert!(error.hint().is_some());
    assert_eq!(trial.count(), 1, "asking again cannot help");
}

async fn nothing_secret_is_in_a_failure<Make>(line: &Line<Make>)
where
    Make: AsyncFn(&Bench) -> Arc<dyn TokenCredential>,
{
    let trial = line.start().await;
    trial.fault(|fault| fault.always().html_502());
    let error = trial.token().await.unwrap_err();
    let hint = error.hint().unwrap_or_default();
    let source = std::error::Error::source(&error);
    assert_hidden(
        &trial.bench,
        &format!("{error} {error:?} {hint} {source:?}"),
    );
}
