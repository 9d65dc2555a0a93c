//! The cache, seen by callers of a client secret credential over a scripted token endpoint, in virtual time.

use futures_util::future::join_all;
use http_core::TransportErrorKind::Unsent;
use proptest::prelude::*;
use secrecy::ExposeSecret;
use serde_json::{Value, json};
use tokio::task::JoinHandle;
use tokio::time::{advance, sleep};

use super::*;
use crate::tests::{CLIENT, SCOPE, Script, Step, TENANT, token};
use crate::token::credential::TokenCredential;
use crate::{ClientSecret, ErrorKind};

const SECOND: Duration = Duration::from_secs(1);

/// A lifetime with renewal between 3300 and 3375 seconds, and expiry at 3570.
const HOUR: u64 = 3600;

struct Harness {
    script: Arc<Script>,
    credential: ClientSecret,
}

fn harness(steps: impl IntoIterator<Item = Step>) -> Harness {
    let script = Script::new(steps);
    let credential = ClientSecret::new(TENANT, CLIENT, "s3cret".into()).unwrap();
    Harness {
        credential: credential.with_transport(Arc::clone(&script) as Arc<_>),
        script,
    }
}

impl Harness {
    async fn ask(&self, options: TokenRequestOptions) -> Result<String> {
        let token = self.credential.get_token(&[SCOPE], &options).await?;
        Ok(token.secret().expose_secret().to_owned())
    }

    async fn get(&self) -> String {
        self.ask(TokenRequestOptions::default()).await.unwrap()
    }

    /// The cached token after the background task has run.
    async fn renewed(&self) -> String {
        self.get().await;
        sleep(Duration::from_millis(1)).await;
        self.get().await
    }

    async fn fail(&self) -> Error {
        self.ask(TokenRequestOptions::default()).await.unwrap_err()
    }

    async fn forced(&self) -> Result<String> {
        self.ask(TokenRequestOptions::default().with_force_refresh())
            .await
    }

    async fn demanding(&self, claims: &str) -> Result<String> {
        self.ask(TokenRequestOptions::default().with_claims(claims))
            .await
    }

    /// A concurrent caller, run up to its first wait.
    async fn start(&self) -> JoinHandle<String> {
        let credential = self.credential.clone();
        let caller = tokio::spawn(async move {
            let options = TokenRequestOptions::default();
            let token = credential.get_token(&[SCOPE], &options).await.unwrap();
            token.secret().expose_secret().to_owned()
        });
        tokio::task::yield_now().await;
        caller
    }
}

fn issue(text: &str) -> Step {
    Step::Answer(200, token(text, HOUR))
}

fn slow(seconds: u32, text: &str) -> Step {
    Step::Slow(SECOND * seconds, token(text, HOUR))
}

fn refuse() -> Step {
    Step::Answer(401, refusal())
}

fn refusal() -> Value {
    json!({"error": "invalid_client", "error_codes": [700_016], "error_description": "AADSTS700016: expired"})
}

/// As many failures as one request makes attempts.
fn down() -> [Step; 4] {
    [(); 4].map(|()| Step::Fail(Unsent))
}

#[tokio::test(start_paused = true)]
async fn a_token_is_asked_for_once_and_held() {
    let harness = harness([issue("a")]);
    for _ in 0..100 {
        assert_eq!(harness.get().await, "a");
    }
    advance(SECOND * 3290).await;
    assert_eq!(harness.get().await, "a");
    assert_eq!(harness.script.count(), 1);
}

#[tokio::test(start_paused = true)]
async fn twenty_callers_at_once_make_one_request() {
    let harness = harness([slow(2, "a")]);
    let tokens = join_all((0..20).map(|_| harness.get())).await;
    assert_eq!(tokens, vec!["a"; 20]);
    assert_eq!(harness.script.count(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn callers_on_many_threads_make_one_request() {
    let harness = harness([issue("a")]);
    let callers: Vec<_> = (0..64)
        .map(|_| {
            let credential = harness.credential.clone();
            tokio::spawn(async move {
                let options = TokenRequestOptions::default();
                credential.get_token(&[SCOPE], &options).await.is_ok()
            })
        })
        .collect();
    for caller in callers {
        assert!(caller.await.unwrap());
    }
    assert_eq!(harness.script.count(), 1);
}

#[tokio::test(start_paused = true)]
async fn twenty_callers_at_once_share_a_failure() {
    let harness = harness([Step::Slow(SECOND * 2, refusal())]);
    let errors = join_all((0..20).map(|_| harness.fail())).await;
    assert!(
        errors
            .iter()
            .all(|error| error.code() == Some("AADSTS700016"))
    );
    assert_eq!(harness.script.count(), 1);
}

#[tokio::test(start_paused = true)]
async fn tenants_do_not_wait_for_each_other() {
    let harness = harness([slow(20, "a"), issue("b")]);
    let slow = harness.start().await;
    let begun = Instant::now();
    let other = TokenRequestOptions::default().with_tenant_id("fabrikam.com");
    assert_eq!(harness.ask(other).await.unwrap(), "b");
    assert_eq!(begun.elapsed(), Duration::ZERO);
    assert_eq!(
        harness.script.request(1).0,
        "/fabrikam.com/oauth2/v2.0/token"
    );
    assert_eq!(slow.await.unwrap(), "a");
}

#[tokio::test(start_paused = true)]
async fn a_token_is_renewed_before_its_end() {
    let harness = harness([issue("a"), issue("b")]);
    assert_eq!(harness.get().await, "a");
    advance(SECOND * 3376).await;
    assert_eq!(harness.renewed().await, "b");
    advance(SECOND * 3290).await;
    assert_eq!(harness.get().await, "b");
    assert_eq!(harness.script.count(), 2);
}

#[tokio::test(start_paused = true)]
async fn the_issuers_wish_to_renew_earlier_is_heard() {
    let mut long = token("a", 86_400);
    long["refresh_in"] = json!("43200");
    let harness = harness([Step::Answer(200, long), issue("b")]);
    assert_eq!(harness.get().await, "a");
    advance(SECOND * 43_190).await;
    assert_eq!(harness.get().await, "a");
    advance(SECOND * 100).await;
    assert_eq!(harness.renewed().await, "b");
}

#[tokio::test(start_paused = true)]
async fn a_renewal_holds_up_nobody() {
    let harness = harness([issue("a"), slow(5, "b")]);
    harness.get().await;
    advance(SECOND * 3400).await;
    let begun = Instant::now();
    for token in join_all((0..20).map(|_| harness.get())).await {
        assert_eq!(token, "a");
    }
    assert_eq!(begun.elapsed(), Duration::ZERO);
    sleep(SECOND * 6).await;
    assert_eq!(harness.get().await, "b");
    assert_eq!(harness.script.count(), 2);
}

/// A caller inside the window gets the result of the renewing task, once the cached token has expired.
#[tokio::test(start_paused = true)]
async fn a_renewal_under_way_at_the_end_of_a_token_is_joined() {
    let harness = harness([issue("a"), slow(25, "b")]);
    harness.get().await;
    advance(SECOND * 3560).await;
    assert_eq!(harness.get().await, "a");
    advance(SECOND * 15).await;
    assert_eq!(harness.get().await, "b");
    assert_eq!(harness.script.count(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_renewal_that_fails_costs_nothing_and_is_not_tried_by_everyone() {
    let steps = [issue("a")].into_iter().chain(down()).chain([issue("b")]);
    let harness = harness(steps);
    harness.get().await;
    advance(SECOND * 3400).await;
    assert_eq!(harness.renewed().await, "a");
    // All its attempts, and no more.
    sleep(SECOND * 10).await;
    assert_eq!(harness.script.count(), 5);
    assert_eq!(harness.renewed().await, "a");
    sleep(SECOND * 9).await;
    assert_eq!(harness.renewed().await, "a");
    assert_eq!(harness.script.count(), 5, "not sooner than after a pause");
    sleep(PAUSE).await;
    assert_eq!(harness.renewed().await, "b");
}

#[tokio::test(start_paused = true)]
async fn a_refused_renewal_does_not_take_the_held_token_away() {
    let harness = harness([issue("a"), refuse(), refuse()]);
    harness.get().await;
    advance(SECOND * 3400).await;
    assert_eq!(harness.renewed().await, "a");
    sleep(SECOND * 29).await;
    assert_eq!(harness.renewed().await, "a");
    assert_eq!(harness.script.count(), 2);
    sleep(SECOND * 200).await;
    assert_eq!(harness.fail().await.kind(), ErrorKind::InvalidClient);
}

#[tokio::test(start_paused = true)]
async fn many_that_started_together_renew_at_different_moments() {
    let mut moments = std::collections::BTreeSet::new();
    for _ in 0..20 {
        let harness = harness([issue("a"), issue("b")]);
        harness.get().await;
        let begun = Instant::now();
        advance(SECOND * 3300).await;
        while harness.renewed().await == "a" {
            advance(SECOND / 4).await;
        }
        let moment = begun.elapsed();
        assert!(moment < SECOND * 3376, "{moment:?}");
        moments.insert(moment.as_secs());
    }
    assert!(moments.len() > 5, "{moments:?}");
}

#[tokio::test(start_paused = true)]
async fn a_renewal_ends_with_its_credential() {
    let Harness { script, credential } = harness([issue("a"), slow(5, "b")]);
    let options = TokenRequestOptions::default();
    credential.get_token(&[SCOPE], &options).await.unwrap();
    advance(SECOND * 3400).await;
    let clone = credential.clone();
    clone.get_token(&[SCOPE], &options).await.unwrap();
    tokio::task::yield_now().await;
    let tasks = || {
        tokio::runtime::Handle::current()
            .metrics()
            .num_alive_tasks()
    };
    assert_eq!((script.count(), tasks()), (2, 1));
    drop(clone);
    tokio::task::yield_now().await;
    assert_eq!(tasks(), 1, "another owner is left");
    drop(credential);
    tokio::task::yield_now().await;
    assert_eq!(tasks(), 0);
}

/// A request continues when its caller is dropped, and serves the next caller.
#[tokio::test(start_paused = true)]
async fn a_renewal_outlives_the_caller_that_began_it() {
    let harness = harness([issue("a"), slow(5, "b")]);
    harness.get().await;
    advance(SECOND * 3400).await;
    let caller = harness.start().await;
    assert_eq!(caller.await.unwrap(), "a");
    sleep(SECOND * 6).await;
    assert_eq!(harness.get().await, "b");
}

#[tokio::test(start_paused = true)]
async fn a_token_that_ended_is_not_handed_out() {
    let steps = [issue("a")].into_iter().chain(down()).chain([issue("b")]);
    let harness = harness(steps);
    harness.get().await;
    advance(SECOND * 3571).await;
    let error = harness.fail().await;
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(error.is_transient());
    assert_eq!(harness.get().await, "b");
}

#[tokio::test(start_paused = true)]
async fn the_shortest_life_is_a_life() {
    let brief = |text: &str| Step::Answer(200, token(text, 10));
    let never = Step::Answer(200, token("c", 0));
    let harness = harness([brief("a"), brief("b"), never, issue("d")]);
    assert_eq!(harness.get().await, "a");
    advance(SECOND * 7).await;
    assert_eq!(harness.get().await, "a");
    advance(SECOND * 3).await;
    assert_eq!(harness.get().await, "b");
    advance(SECOND * 10).await;
    assert_eq!(harness.get().await, "c");
    assert_eq!(harness.get().await, "d");
}

#[tokio::test(start_paused = true)]
async fn a_refusal_is_remembered_for_some_seconds() {
    let harness = harness([refuse(), issue("a")]);
    for _ in 0..300 {
        assert_eq!(harness.fail().await.kind(), ErrorKind::InvalidClient);
    }
    assert_eq!(
        harness.forced().await.unwrap_err().kind(),
        ErrorKind::InvalidClient
    );
    assert_eq!(harness.script.count(), 1);
    advance(REFUSED).await;
    assert_eq!(harness.get().await, "a");
}

#[tokio::test(start_paused = true)]
async fn a_throttled_request_is_not_repeated_before_its_time() {
    let harness = harness([
        Step::Header(429, "retry-after", "600".to_owned()),
        issue("a"),
    ]);
    assert_eq!(harness.fail().await.kind(), ErrorKind::Throttled);
    advance(SECOND * 599).await;
    let error = harness.fail().await;
    assert_eq!(error.retry_advice(), RetryAdvice::After(SECOND));
    assert_eq!(harness.script.count(), 1);
    advance(SECOND).await;
    assert_eq!(harness.get().await, "a");
}

#[tokio::test(start_paused = true)]
async fn a_throttled_request_holds_up_no_other() {
    let wait = Step::Header(429, "retry-after", "600".to_owned());
    let harness = harness([wait, issue("other")]);
    assert_eq!(harness.fail().await.kind(), ErrorKind::Throttled);
    let begun = Instant::now();
    let other = ["https://other.example/.default"];
    let options = TokenRequestOptions::default();
    let token = harness
        .credential
        .get_token(&other, &options)
        .await
        .unwrap();
    assert_eq!(token.secret().expose_secret(), "other");
    assert_eq!(begun.elapsed(), Duration::ZERO);
}

#[tokio::test(start_paused = true)]
async fn a_short_delay_is_waited_for() {
    let wait = Step::Header(429, "retry-after", "20".to_owned());
    let harness = harness([wait, issue("a")]);
    let begun = Instant::now();
    assert_eq!(harness.get().await, "a");
    assert_eq!(begun.elapsed().as_secs(), 20);
}

#[tokio::test(start_paused = true)]
async fn an_endless_life_is_held() {
    let endless = Step::Answer(200, token("a", u64::MAX));
    let harness = harness([endless]);
    assert_eq!(harness.get().await, "a");
    assert_eq!(harness.get().await, "a");
}

#[tokio::test(start_paused = true)]
async fn a_forced_refresh_replaces_a_good_token() {
    let harness = harness([issue("a"), issue("b")]);
    harness.get().await;
    assert_eq!(harness.forced().await.unwrap(), "b");
    assert_eq!(harness.get().await, "b");
    assert_eq!(harness.script.count(), 2);
}

#[tokio::test(start_paused = true)]
async fn demanded_claims_go_into_a_request_of_their_own() {
    let harness = harness([slow(9, "plain"), issue("demanded")]);
    let plain = harness.start().await;
    advance(SECOND).await;
    let claims = r#"{"access_token":{"acrs":{"value":"c1"}}}"#;
    assert_eq!(harness.demanding(claims).await.unwrap(), "demanded");
    assert_eq!(plain.await.unwrap(), "plain");
    assert_eq!(
        harness.get().await,
        "demanded",
        "the older answer came later"
    );
    let field =
        "claims=%7B%22access_token%22%3A%7B%22acrs%22%3A%7B%22value%22%3A%22c1%22%7D%7D%7D&";
    assert!(harness.script.request(1).1.starts_with(field));
}

#[tokio::test(start_paused = true)]
async fn demanded_claims_that_are_refused_leave_other_requests_alone() {
    let harness = harness([issue("a"), refuse(), issue("b")]);
    harness.get().await;
    assert!(harness.demanding("{}").await.is_err());
    assert!(harness.demanding("{}").await.is_err());
    assert_eq!(harness.script.count(), 2);
    assert_eq!(harness.get().await, "a");
    assert_eq!(harness.forced().await.unwrap(), "b");
}

#[tokio::test(start_paused = true)]
async fn a_request_outlives_its_first_caller() {
    let harness = harness([slow(5, "a")]);
    let first = harness.start().await;
    let others = [harness.start().await, harness.start().await];
    advance(SECOND).await;
    first.abort();
    assert!(first.await.unwrap_err().is_cancelled());
    for other in others {
        assert_eq!(other.await.unwrap(), "a");
    }
    assert_eq!(harness.script.count(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_request_that_nobody_waits_for_any_more_is_dropped() {
    let harness = harness([slow(5, "a"), issue("b")]);
    let only = harness.start().await;
    only.abort();
    assert!(only.await.unwrap_err().is_cancelled());
    assert_eq!(harness.get().await, "b");
    assert_eq!(harness.script.count(), 2);
}

#[tokio::test(start_paused = true)]
async fn clones_share_what_is_held() {
    let harness = harness([issue("a")]);
    let other = Harness {
        script: Arc::clone(&harness.script),
        credential: harness.credential.clone(),
    };
    assert_eq!(harness.get().await, "a");
    assert_eq!(other.get().await, "a");
    assert_eq!(harness.script.count(), 1);
}

#[test]
fn the_order_of_scopes_makes_no_difference() {
    let authority = Url::parse("https://login.example").unwrap();
    let application = Application::new(TENANT, CLIENT).unwrap();
    let key = |scopes: &[&str]| Key::new(&authority, &application, scopes);
    assert_eq!(key(&["a", "b"]), key(&["b", "a", "a"]));
    assert_ne!(key(&["a", "b"]), key(&["a"]));
}

#[test]
fn tokens_that_can_be_revoked_are_kept_apart_from_those_that_cannot() {
    let authority = Url::parse("https://login.example").unwrap();
    let application = Application::new(TENANT, CLIENT).unwrap();
    let key = || Key::new(&authority, &application, &[SCOPE]);
    let plain = key().with_options(&TokenRequestOptions::default());
    let cae = key().with_options(&TokenRequestOptions::default().with_cae());
    assert_ne!(plain, cae);
}

proptest! {
    /// One key per set of scopes, in any order and spelling.
    #[test]
    fn a_key_is_made_of_the_set_of_scopes(
        scopes in prop::collection::btree_set("[!-~]{1,12}", 1..6),
        more in prop::collection::vec(any::<prop::sample::Index>(), 0..6),
        other in "[!-~]{1,12}",
    ) {
        let authority = Url::parse("https://login.example").unwrap();
        let application = Application::new(TENANT, CLIENT).unwrap();
        let key = |scopes: &[&str]| Key::new(&authority, &application, scopes);
        let sorted: Vec<&str> = scopes.iter().map(String::as_str).collect();
        let mut mixed: Vec<&str> = sorted.iter().rev().copied().collect();
        mixed.extend(more.iter().map(|index| sorted[index.index(sorted.len())]));
        prop_assert_eq!(key(&sorted), key(&mixed));
        if !scopes.contains(&other) {
            let larger = [&sorted[..], &[other.as_str()]].concat();
            prop_assert_ne!(key(&sorted), key(&larger));
        }
    }
}
