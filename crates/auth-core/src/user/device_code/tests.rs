//! Intervals of polling, and endings of a sign-in.

use secrecy::ExposeSecret;
use serde_json::{Value, json};
use tokio::time::{Instant, timeout};

use std::time::Duration;

use super::*;
use crate::error::{Error, ErrorKind};
use crate::tests::{CLIENT, SCOPE, Script, Step};

fn code(interval: &Value) -> Step {
    Step::Answer(
        200,
        json!({
            "device_code": "canary-device", "user_code": "CANARY99", "verification_uri": "https://login.example/device",
            "expires_in": 900, "interval": interval, "message": "go there",
        }),
    )
}

fn refused(word: &str) -> Step {
    Step::Answer(
        400,
        json!({"error": word, "error_description": "AADSTS1: canary-device"}),
    )
}

fn issued(token: &str, refresh_token: &str) -> Step {
    Step::Answer(
        200,
        json!({"access_token": token, "expires_in": 3599, "refresh_token": refresh_token}),
    )
}

struct Person {
    script: Arc<Script>,
    prompts: Arc<Mutex<Vec<DeviceCodePrompt>>>,
    credential: DeviceCode,
}

impl Person {
    fn new(steps: impl IntoIterator<Item = Step>) -> Self {
        let script = Script::new(steps);
        let prompts = Arc::new(Mutex::new(Vec::new()));
        let shown = Arc::clone(&prompts);
        let show = move |prompt: &DeviceCodePrompt| shown.lock().unwrap().push(prompt.clone());
        let credential = DeviceCode::new("organizations", CLIENT, show)
            .unwrap()
            .with_transport(Arc::clone(&script) as Arc<_>);
        Self {
            script,
            prompts,
            credential,
        }
    }

    async fn ask(&self) -> Result<Arc<AccessToken>> {
        let options = TokenRequestOptions::default();
        self.credential.get_token(&[SCOPE], &options).await
    }

    async fn seconds(&self) -> (u64, Result<Arc<AccessToken>>) {
        let start = Instant::now();
        let outcome = self.ask().await;
        (start.elapsed().as_secs(), outcome)
    }

    fn prompts(&self) -> usize {
        self.prompts.lock().unwrap().len()
    }
}

#[tokio::test(start_paused = true)]
async fn a_code_is_shown_and_asked_after_at_its_interval() {
    let pending = || refused("authorization_pending");
    let person = Person::new([code(&json!(7)), pending(), pending(), issued("t", "r")]);
    let (seconds, outcome) = person.seconds().await;
    assert_eq!(
        (outcome.unwrap().secret().expose_secret(), seconds),
        ("t", 21)
    );
    let (path, body) = person.script.request(0);
    assert_eq!(path, "/organizations/oauth2/v2.0/devicecode");
    assert_eq!(
        body,
        format!(
            "client_id={CLIENT}&scope=https%3A%2F%2Fapi.example%2F.default%20openid%20profile%20offline_access"
        )
    );
    let (path, body) = person.script.request(1);
    assert_eq!(path, "/organizations/oauth2/v2.0/token");
    assert!(body.contains("device_code=canary-device"), "{body}");
    assert!(
        body.contains("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code"),
        "{body}"
    );
    assert!(!body.contains("refresh_token="), "{body}");
    let prompts = person.prompts.lock().unwrap();
    assert_eq!(
        (prompts[0].user_code(), prompts[0].message()),
        ("CANARY99", "go there")
    );
}

#[tokio::test(start_paused = true)]
async fn told_to_slow_down_it_stays_slower() {
    let person = Person::new([
        code(&json!("5")),
        refused("slow_down"),
        refused("authorization_pending"),
        issued("t", "r"),
    ]);
    let (seconds, outcome) = person.seconds().await;
    assert_eq!((outcome.is_ok(), seconds), (true, 5 + 10 + 10));
}

#[tokio::test(start_paused = true)]
async fn an_interval_that_is_absent_or_zero_is_five_seconds() {
    for interval in [json!(null), json!(0)] {
        let person = Person::new([code(&interval), issued("t", "r")]);
        assert_eq!(person.seconds().await.0, 5);
    }
}

#[tokio::test(start_paused = true)]
async fn a_delay_that_the_service_asks_for_is_kept_to() {
    let busy = Step::Header(429, "retry-after", "40".to_owned());
    let person = Person::new([code(&json!(5)), busy, issued("t", "r")]);
    let (seconds, outcome) = person.seconds().await;
    assert_eq!((outcome.is_ok(), seconds), (true, 5 + 40));
}

/// No two polls are closer than the interval, in spite of failures between them.
#[tokio::test(start_paused = true)]
async fn questions_keep_their_distance() {
    let busy = Step::Answer(429, json!({"error": "temporarily_unavailable"}));
    let other = json!({"error": "invalid_grant", "error_codes": [50_134], "error_description": "AADSTS50134: x"});
    let person = Person::new([
        code(&json!(5)),
        refused("authorization_pending"),
        busy,
        Step::Answer(400, other),
        refused("authorization_pending"),
        issued("t", "r"),
    ]);
    assert!(person.ask().await.is_ok());
    let moments = person.script.moments();
    for pair in moments[1..].windows(2) {
        assert!(pair[1] - pair[0] >= Duration::from_secs(5), "{moments:?}");
    }
    assert!(moments[1] - moments[0] >= Duration::from_secs(5));
}

#[tokio::test(start_paused = true)]
async fn a_code_that_nobody_enters_ends() {
    let steps = (0..200).map(|_| refused("authorization_pending"));
    let person = Person::new([code(&json!(5))].into_iter().chain(steps));
    let (seconds, outcome) = person.seconds().await;
    let error = outcome.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InteractionRequired);
    assert!((890..=900).contains(&seconds), "{seconds}");
}

#[tokio::test(start_paused = true)]
async fn an_outage_is_sat_out_ever_more_slowly() {
    let down = || {
        Step::Answer(
            400,
            json!({"error": "invalid_request", "error_codes": [70021], "error_description": "AADSTS70021: x"}),
        )
    };
    let person = Person::new([code(&json!(5)), down(), down(), issued("t", "r")]);
    let (seconds, outcome) = person.seconds().await;
    assert_eq!((outcome.is_ok(), seconds), (true, 5 + 10 + 20));
}

#[tokio::test(start_paused = true)]
async fn refusals_are_final_and_show_no_code() {
    for (word, kind, words) in [
        (
            "authorization_declined",
            ErrorKind::InteractionRequired,
            "declined to sign in",
        ),
        (
            "access_denied",
            ErrorKind::InteractionRequired,
            "declined to sign in",
        ),
        (
            "expired_token",
            ErrorKind::InteractionRequired,
            "not entered in time",
        ),
        (
            "bad_verification_code",
            ErrorKind::Refused,
            "does not know its own code",
        ),
        ("invalid_grant", ErrorKind::InteractionRequired, "***"),
    ] {
        let person = Person::new([code(&json!(5)), refused(word)]);
        let error: Error = person.ask().await.unwrap_err();
        assert_eq!(error.kind(), kind, "{word}");
        assert!(error.to_string().contains(words), "{error}");
        assert!(!format!("{error:?} {:?}", std::error::Error::source(&error)).contains("canary"));
        assert_eq!(person.script.count(), 2);
    }
}

#[tokio::test(start_paused = true)]
async fn callers_at_the_same_time_share_one_code() {
    let person = Person::new([code(&json!(5)), issued("t", "r")]);
    let asks = (0..20).map(|_| person.ask());
    for outcome in futures_util::future::join_all(asks).await {
        assert!(outcome.is_ok());
    }
    assert_eq!((person.prompts(), person.script.count()), (1, 2));
}

#[tokio::test(start_paused = true)]
async fn a_call_that_was_dropped_goes_on_with_its_code() {
    let person = Person::new([
        code(&json!(5)),
        refused("authorization_pending"),
        issued("t", "r"),
    ]);
    assert!(timeout(Duration::from_secs(7), person.ask()).await.is_err());
    assert!(person.ask().await.is_ok());
    assert_eq!(person.prompts(), 1);
}

#[tokio::test(start_paused = true)]
async fn the_session_gives_further_tokens_without_the_user() {
    let person = Person::new([code(&json!(5)), issued("a", "first"), issued("b", "second")]);
    person.ask().await.unwrap();
    person.ask().await.unwrap();
    assert_eq!(person.script.count(), 2, "the cache comes first");
    let options = TokenRequestOptions::default();
    person
        .credential
        .get_token(&["https://b.example/.default"], &options)
        .await
        .unwrap();
    let body = person.script.request(2).1;
    assert!(
        body.contains("grant_type=refresh_token") && body.contains("refresh_token=first"),
        "{body}"
    );
    assert_eq!(person.prompts(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_session_that_has_ended_asks_the_user_again() {
    let person = Person::new([
        code(&json!(5)),
        issued("a", "first"),
        refused("invalid_grant"),
        code(&json!(5)),
        issued("b", "second"),
    ]);
    person.ask().await.unwrap();
    let again = TokenRequestOptions::default().with_force_refresh();
    let token = person.credential.get_token(&[SCOPE], &again).await.unwrap();
    assert_eq!((token.secret().expose_secret(), person.prompts()), ("b", 2));
}

#[tokio::test]
async fn a_refused_beginning_says_what_to_change() {
    let step = Step::Answer(
        401,
        json!({"error": "invalid_client", "error_codes": [7_000_218], "error_description": "AADSTS7000218: x"}),
    );
    let error = Person::new([step]).ask().await.unwrap_err();
    assert!(
        error.hint().unwrap().contains("public client flows"),
        "{error}"
    );
    let error = Person::new([Step::Answer(200, json!({"user_code": "canary"}))])
        .ask()
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnexpectedAnswer);
}

#[tokio::test(start_paused = true)]
async fn no_type_shows_a_code() {
    let person = Person::new([code(&json!(5)), issued("t", "canary-refresh")]);
    person.ask().await.unwrap();
    let shown = format!(
        "{:?} {:?}",
        person.credential,
        person.prompts.lock().unwrap()
    );
    assert!(shown.contains("login.example/device"), "{shown}");
    assert!(!shown.to_lowercase().contains("canary"), "{shown}");
}
