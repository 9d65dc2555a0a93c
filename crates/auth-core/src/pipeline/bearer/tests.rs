//! Bearer tokens: sent, held back, and renewed after a refusal.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http_core::{Operation, Request, StatusCode, Url};
use serde_json::json;
use tokio::time::advance;

use super::*;
use crate::tests::{Script, Step, jwt};
use crate::{Connector, Endpoint, StaticToken, async_trait};

static LIST: Operation =
    Operation::get("t.things.list", "/things").permissions(&["Thing.Read"], &[]);

const SCOPE: &str = "https://api.example/.default";
const TENANT: &str = "aaaaaaaa-0000-0000-0000-000000000001";

/// Returns the tokens in order, the next one on each renewal; repeats the last one.
#[derive(Debug)]
struct Tokens {
    texts: Vec<String>,
    asked: Mutex<Vec<TokenRequestOptions>>,
    current: Mutex<(usize, Option<Arc<AccessToken>>)>,
}

impl Tokens {
    fn new<T: Into<String>>(texts: impl IntoIterator<Item = T>) -> Arc<Self> {
        Arc::new(Self {
            texts: texts.into_iter().map(Into::into).collect(),
            asked: Mutex::default(),
            current: Mutex::default(),
        })
    }

    /// Requested renewals.
    fn renewals(&self) -> Vec<TokenRequestOptions> {
        let asked = self.asked.lock().unwrap();
        asked
            .iter()
            .filter(|options| options.force_refresh)
            .cloned()
            .collect()
    }
}

#[async_trait]
impl TokenCredential for Tokens {
    async fn get_token(
        &self,
        scopes: &[&str],
        options: &TokenRequestOptions,
    ) -> Result<Arc<AccessToken>> {
        assert_eq!(scopes, [SCOPE]);
        self.asked.lock().unwrap().push(options.clone());
        let mut current = self.current.lock().unwrap();
        if options.force_refresh && current.0 + 1 < self.texts.len() {
            *current = (current.0 + 1, None);
        }
        let text = self.texts[current.0].as_str();
        let made = || Arc::new(AccessToken::new(text.into()));
        Ok(Arc::clone(current.1.get_or_insert_with(made)))
    }
}

struct Harness {
    tokens: Arc<Tokens>,
    api: Arc<Script>,
    client: http_core::Client,
}

fn harness(tokens: Arc<Tokens>, steps: impl IntoIterator<Item = Step>) -> Harness {
    let api = Script::new(steps);
    let connector = Connector::new(Arc::clone(&tokens) as Arc<_>)
        .with_transport(Arc::clone(&api) as Arc<_>)
        .with_tenant(TENANT);
    let base = Url::parse("https://api.example").unwrap();
    let endpoint =
        Endpoint::new(base, SCOPE).with_audiences(["05a65629-4c1b-48c1-a78b-804c4abdd4af"]);
    Harness {
        tokens,
        api,
        client: connector.connect(&endpoint).unwrap(),
    }
}

impl Harness {
    async fn call(&self) -> http_core::Result<()> {
        self.client.send_empty(Request::new(&LIST)).await
    }
}

fn good() -> Step {
    Step::Answer(200, json!({}))
}

fn unauthorized() -> Step {
    Step::Answer(
        401,
        json!({"error": {"code": "Unauthorized", "message": "no"}}),
    )
}

const DEMAND: &str = r#"{"access_token":{"nbf":{"essential":true,"value":"1"}}}"#;

fn challenged() -> Step {
    let claims = STANDARD.encode(DEMAND);
    let value = format!(r#"Bearer error="insufficient_claims", claims="{claims}""#);
    Step::Header(401, "www-authenticate", value)
}

fn cause(error: &http_core::Error) -> &Error {
    let source = std::error::Error::source(error).unwrap();
    source.downcast_ref().unwrap()
}

#[tokio::test]
async fn the_token_goes_into_the_header() {
    let harness = harness(Tokens::new(["opaque"]), [good()]);
    harness.call().await.unwrap();
    assert_eq!(harness.api.authorizations(), ["Bearer opaque"]);
    let asked = harness.tokens.asked.lock().unwrap();
    assert_eq!(asked[0].tenant_id.as_deref(), Some(TENANT));
}

/// `Debug` of headers hides sensitive values.
#[tokio::test]
async fn the_header_is_marked_as_a_secret() {
    let bearer = Bearer::new(Arc::new(StaticToken::new("t".into()).unwrap()), SCOPE);
    let mut headers = http::HeaderMap::new();
    let authorized = http_core::Authorize::authorize(&bearer, &mut headers);
    authorized.await.unwrap();
    assert!(headers["authorization"].is_sensitive());
}

#[tokio::test]
async fn a_scheme_of_its_own_is_used() {
    let token = StaticToken::with_scheme("Token", "legacy".into()).unwrap();
    let api = Script::new([good()]);
    let connector = Connector::new(Arc::new(token)).with_transport(Arc::clone(&api) as Arc<_>);
    let base = Url::parse("https://contoso.example/api").unwrap();
    let client = connector.connect(&Endpoint::new(base, SCOPE)).unwrap();
    client.send_empty(Request::new(&LIST)).await.unwrap();
    assert_eq!(api.authorizations(), ["Token legacy"]);
}

#[tokio::test]
async fn a_token_for_another_api_is_not_sent() {
    let token = jwt(&json!({"aud": "https://graph.microsoft.com"}));
    let harness = harness(Tokens::new([token]), []);
    let error = harness.call().await.unwrap_err();
    assert_eq!(error.kind(), http_core::ErrorKind::Credential);
    assert_eq!(cause(&error).kind(), ErrorKind::WrongAudience);
    let text = "this token is for https://graph.microsoft.com, api.example wants https://api.example or \
                05a65629-4c1b-48c1-a78b-804c4abdd4af; nothing was sent";
    assert_eq!(cause(&error).message(), text);
    assert!(error.hint().unwrap().contains("#token-for-another-host"));
    assert_eq!(harness.api.count(), 0);
}

#[tokio::test]
async fn every_name_of_the_api_is_accepted() {
    for audience in [
        "https://api.example",
        "https://API.example/",
        "05A65629-4c1b-48c1-a78b-804c4abdd4af",
    ] {
        let token = jwt(&json!({"aud": audience, "tid": TENANT.to_uppercase()}));
        harness(Tokens::new([token]), [good()])
            .call()
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn a_token_of_another_tenant_is_not_sent() {
    let token = jwt(&json!({"aud": "https://api.example", "tid": "bbbb"}));
    let harness = harness(Tokens::new([token]), []);
    let error = harness.call().await.unwrap_err();
    assert_eq!(cause(&error).kind(), ErrorKind::InvalidTenant);
    assert_eq!(harness.api.count(), 0);
}

#[tokio::test(start_paused = true)]
async fn a_refused_token_is_renewed_once() {
    let harness = harness(Tokens::new(["a", "b"]), [good(), unauthorized(), good()]);
    harness.call().await.unwrap();
    advance(FRESH).await;
    harness.call().await.unwrap();
    assert_eq!(
        harness.api.authorizations(),
        ["Bearer a", "Bearer a", "Bearer b"]
    );
    assert_eq!(harness.tokens.renewals().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_second_refusal_stands() {
    let harness = harness(
        Tokens::new(["a", "b"]),
        [good(), unauthorized(), unauthorized()],
    );
    harness.call().await.unwrap();
    advance(FRESH).await;
    let error = harness.call().await.unwrap_err();
    assert_eq!(error.status(), Some(StatusCode::UNAUTHORIZED));
    assert_eq!(harness.tokens.renewals().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_token_that_was_just_issued_is_not_what_is_wrong() {
    let harness = harness(Tokens::new(["a", "b"]), [unauthorized()]);
    assert!(harness.call().await.is_err());
    assert_eq!(harness.tokens.renewals(), []);
}

#[tokio::test(start_paused = true)]
async fn a_credential_that_cannot_renew_is_not_tried_again() {
    let harness = harness(Tokens::new(["a"]), [good(), unauthorized()]);
    harness.call().await.unwrap();
    advance(FRESH).await;
    assert!(harness.call().await.is_err());
    assert_eq!(harness.api.count(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_challenge_is_answered_even_for_a_fresh_token() {
    let harness = harness(Tokens::new(["a", "b"]), [challenged(), good()]);
    harness.call().await.unwrap();
    assert_eq!(harness.api.authorizations(), ["Bearer a", "Bearer b"]);
    assert_eq!(harness.tokens.renewals()[0].claims.as_deref(), Some(DEMAND));
}

#[tokio::test(start_paused = true)]
async fn calls_refused_side_by_side_renew_once() {
    let tokens = Tokens::new(["a", "b", "c"]);
    let bearer = Bearer::new(Arc::clone(&tokens) as Arc<_>, SCOPE);
    let mut headers = HeaderMap::new();
    bearer.authorize(&mut headers).await.unwrap();
    advance(FRESH).await;
    let refusal = HeaderMap::new();
    for _ in 0..20 {
        assert_eq!(bearer.rejected(&refusal).await.unwrap(), AuthRetry::Yes);
    }
    assert_eq!(tokens.renewals().len(), 1);
    bearer.authorize(&mut headers).await.unwrap();
    assert_eq!(headers[AUTHORIZATION], "Bearer b");
}

#[tokio::test]
async fn a_refusal_for_lack_of_permission_says_what_the_token_has() {
    let token = jwt(&json!({"aud": "https://api.example", "roles": ["Other.Read"]}));
    let forbidden = Step::Answer(
        403,
        json!({"error": {"code": "Forbidden", "message": "no"}}),
    );
    let error = harness(Tokens::new([token]), [forbidden])
        .call()
        .await
        .unwrap_err();
    let hint = error.hint().unwrap();
    assert!(hint.contains("Thing.Read"), "{hint}");
    assert!(
        hint.ends_with("the token is for https://api.example with roles Other.Read"),
        "{hint}"
    );
}

#[tokio::test]
async fn a_token_that_no_header_can_carry_is_not_sent() {
    let harness = harness(Tokens::new(["can\nary"]), []);
    let error = harness.call().await.unwrap_err();
    assert_eq!(cause(&error).kind(), ErrorKind::Configuration);
    assert!(!format!("{error:?}").contains("ary"), "{error:?}");
}
