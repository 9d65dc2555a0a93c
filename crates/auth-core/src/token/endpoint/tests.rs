//! Token requests, and their answers.

use mockito::Matcher;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::error::RetryAdvice;
use crate::tests::{CLIENT, SCOPE, Script, Step, TENANT, jwt};
use crate::token::application::Application;

const SECRET: &str = "a~b._-+/=&% é";

fn grant(secret: &str) -> Grant {
    Grant {
        application: Application::new(TENANT, CLIENT).unwrap(),
        grant_type: "client_credentials",
        scope: SCOPE.to_owned(),
        claims: None,
        once: false,
        proofs: vec![("client_secret", secret.into())],
    }
}

async fn answered(steps: impl IntoIterator<Item = Step>) -> Result<Issued> {
    let authority = Url::parse("https://login.example").unwrap();
    let endpoint = TokenEndpoint::new(authority).with_transport(Script::new(steps));
    endpoint.request(&grant(SECRET)).await
}

async fn refused(status: u16, body: Value) -> Error {
    let error = answered([Step::Answer(status, body)]).await.err().unwrap();
    assert_eq!(error.tenant(), Some(TENANT));
    assert_eq!(error.resource(), Some("https://api.example"));
    error
}

#[tokio::test]
async fn the_form_is_posted_as_documented() {
    let mut server = mockito::Server::new_async().await;
    let guid = "^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$";
    let path = format!("/{TENANT}/oauth2/v2.0/token");
    let mock = server
        .mock("POST", path.as_str())
        .match_header("content-type", "application/x-www-form-urlencoded")
        .match_header("accept", "application/json")
        .match_header("client-request-id", Matcher::Regex(guid.to_owned()))
        .match_header("return-client-request-id", "true")
        .match_header("x-ms-lib-capability", "retry-after, h429")
        .match_header("authorization", Matcher::Missing)
        .match_body(
            "client_id=11111111-2222-3333-4444-555555555555\
             &client_secret=a~b._-%2B%2F%3D%26%25%20%C3%A9\
             &grant_type=client_credentials\
             &scope=https%3A%2F%2Fapi.example%2F.default",
        )
        .with_body(r#"{"token_type":"Bearer","expires_in":3599,"ext_expires_in":3599,"access_token":"opaque"}"#)
        .create_async()
        .await;
    let endpoint = TokenEndpoint::new(Url::parse(&server.url()).unwrap());
    let before = jiff::Timestamp::now();
    let issued = endpoint.request(&grant(SECRET)).await.unwrap();
    mock.assert_async().await;
    assert_eq!(issued.token.secret().expose_secret(), "opaque");
    assert_eq!(issued.life, Duration::from_secs(3599));
    let ends = issued.token.expires_on().unwrap();
    assert!((3590..=3600).contains(&(ends.as_second() - before.as_second())));
}

#[tokio::test]
async fn a_wrong_secret_is_explained() {
    let mut server = mockito::Server::new_async().await;
    let body = concat!(
        r#"{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided. Ensure the secret being sent "#,
        r#"in the request is the client secret value, not the client secret ID, for a secret added to app 'caf\u00e9'.\r\nTrace ID: "#,
        r#"0f8f\r\nCorrelation ID: 7c1d\r\nTimestamp: 2026-01-02 03:04:05Z","error_codes":[7000215],"timestamp":"2026-01-02 03:04:05Z","#,
        r#""trace_id":"0f8f","correlation_id":"7c1d","error_uri":"https://login.example/error?code=7000215"}"#,
    );
    let mock = server
        .mock("POST", Matcher::Any)
        .with_status(401)
        .with_body(body)
        .create_async()
        .await;
    let endpoint = TokenEndpoint::new(Url::parse(&server.url()).unwrap());
    let error = endpoint.request(&grant(SECRET)).await.err().unwrap();
    mock.assert_async().await;
    assert_eq!(error.kind(), ErrorKind::InvalidClient);
    assert_eq!(
        (error.code(), error.codes()),
        (Some("AADSTS7000215"), &[7_000_215][..])
    );
    assert_eq!(error.retry_advice(), RetryAdvice::AfterAdmin);
    assert_eq!(
        (error.trace_id(), error.correlation_id()),
        (Some("0f8f"), Some("7c1d"))
    );
    assert!(
        error
            .message()
            .starts_with("Invalid client secret provided.")
    );
    assert!(error.message().ends_with("'café'."), "{error}");
    assert!(error.hint().unwrap().contains("the secret's value"));
}

#[tokio::test]
async fn a_secrets_id_in_its_place_is_recognised_when_it_was_refused() {
    let body = json!({"error": "invalid_client", "error_codes": [7_000_215]});
    let authority = Url::parse("https://login.example").unwrap();
    let script = Script::new([Step::Answer(401, body)]);
    let endpoint = TokenEndpoint::new(authority).with_transport(script);
    let error = endpoint.request(&grant(CLIENT)).await.err().unwrap();
    assert!(error.hint().unwrap().contains("looks like the secret's id"));
    assert!(!format!("{error:?}").contains(CLIENT));
}

#[tokio::test(start_paused = true)]
async fn refusals_are_told_apart() {
    use ErrorKind as K;
    for (status, body, kind) in [
        (
            400,
            json!({"error": "invalid_request", "error_codes": [90_002]}),
            K::InvalidTenant,
        ),
        (
            400,
            json!({"error": "unauthorized_client", "error_codes": [700_016]}),
            K::InvalidClient,
        ),
        (
            400,
            json!({"error": "invalid_resource", "error_codes": [500_011]}),
            K::InvalidScope,
        ),
        (400, json!({"error": "invalid_scope"}), K::InvalidScope),
        (
            400,
            json!({"error": "invalid_grant", "suberror": "protection_policy_required"}),
            K::Blocked,
        ),
        (
            400,
            json!({"error": "invalid_grant", "suberror": "device_authentication_failed"}),
            K::Blocked,
        ),
        (
            400,
            json!({"error": "invalid_grant", "error_codes": [65_001]}),
            K::ConsentRequired,
        ),
        (
            400,
            json!({"error": "invalid_grant", "suberror": "consent_required"}),
            K::ConsentRequired,
        ),
        (
            400,
            json!({"error": "interaction_required", "error_codes": [50_076]}),
            K::InteractionRequired,
        ),
        (
            400,
            json!({"error": "invalid_grant"}),
            K::InteractionRequired,
        ),
        (
            400,
            json!({"error": "access_denied", "error_codes": [53_003]}),
            K::Blocked,
        ),
        (401, json!({"error": "invalid_client"}), K::InvalidClient),
        (403, json!({"error": "something_new"}), K::Refused),
    ] {
        let error = refused(status, body.clone()).await;
        assert_eq!(error.kind(), kind, "{body}");
        assert!(!error.is_transient(), "{body}");
    }
}

#[tokio::test]
async fn the_number_is_read_from_the_text_where_it_is_not_listed() {
    let text = "AADSTS90002: Tenant 'x' not found. Trace ID: 1 Correlation ID: 2";
    let body = json!({"error": "invalid_request", "error_description": text});
    let error = refused(400, body).await;
    assert_eq!(error.codes(), [90_002]);
    assert_eq!(error.message(), "Tenant 'x' not found.");
}

#[tokio::test]
async fn a_demand_of_the_identity_service_is_handed_on() {
    let body =
        json!({"error": "interaction_required", "suberror": "basic_action", "claims": "{\"a\":1}"});
    let error = refused(400, body).await;
    assert_eq!(
        (error.claims(), error.suberror()),
        (Some("{\"a\":1}"), Some("basic_action"))
    );
    assert_eq!(error.retry_advice(), RetryAdvice::AfterUser);
}

#[tokio::test]
async fn people_and_proofs_are_kept_out_of_the_text() {
    let text = format!("AADSTS50020: User account 'eve@example.com' sent {SECRET} here.\r\nmore");
    let body =
        json!({"error": "invalid_grant", "error_codes": [50_020], "error_description": text});
    let error = refused(400, body).await;
    assert_eq!(error.message(), "User account *** sent *** here.");
}

#[tokio::test(start_paused = true)]
async fn failures_of_the_moment_are_tried_again() {
    let busy = json!({"error": "temporarily_unavailable", "error_codes": [90_033]});
    let good = json!({"access_token": "t", "expires_in": "3599"});
    let issued = answered([
        Step::Answer(400, busy.clone()),
        Step::Page(503, "<html>"),
        Step::Answer(200, good),
    ]);
    assert_eq!(issued.await.unwrap().life, Duration::from_secs(3599));
    for busy in [busy, json!({"error": "temporarily_unavailable"})] {
        let steps = [(); 4].map(|()| Step::Answer(400, busy.clone()));
        let error = answered(steps).await.err().unwrap();
        assert_eq!(error.kind(), ErrorKind::Service);
        assert!(error.is_transient());
    }
}

#[tokio::test(start_paused = true)]
async fn pages_of_somebody_else_are_called_by_their_name() {
    let page = "<html><head><TITLE lang=en>Sign in to\n Wi-Fi</title></head></html>";
    let error = answered([Step::Page(200, page)]).await.err().unwrap();
    assert_eq!(error.kind(), ErrorKind::UnexpectedAnswer);
    assert!(error.message().contains("\"Sign in to Wi-Fi\""), "{error}");
    assert!(error.hint().unwrap().contains("proxy"));

    let error = answered([Step::Page(407, page)]).await.err().unwrap();
    assert!(
        error.hint().unwrap().contains("requires authentication"),
        "{error}"
    );

    let location = "https://portal.example/login?token=canary".to_owned();
    let moved = Step::Header(302, "location", location);
    let error = answered([moved]).await.err().unwrap();
    assert!(
        error.message().contains("leading to portal.example "),
        "{error}"
    );
    assert!(!error.to_string().contains("canary"), "{error}");

    assert!(crate::text::guid::is_guid(error.correlation_id().unwrap()));

    let gateway = || Step::Page(502, "<html><title>502 Bad Gateway</title></html>");
    let error = answered([(); 4].map(|()| gateway())).await.err().unwrap();
    assert_eq!(error.kind(), ErrorKind::Service);
    assert!(error.message().contains("502 Bad Gateway"), "{error}");
    assert!(error.is_transient());
}

#[tokio::test]
async fn an_answer_without_a_readable_token_shows_nothing_of_itself() {
    for page in [
        r#"{"token_type":"Bearer","expires_in":3599,"access_token":"canary"#,
        r#"{"token_type":"Bearer","id_token":"canary"}"#,
        r#"{"access_token":""}"#,
        r#"{"access_token":{"canary":1}}"#,
        r#"{"token_type":"pop","access_token":"canary"}"#,
        r#"["canary"]"#,
        r#""canary""#,
        "",
    ] {
        let error = answered([Step::Page(200, page)]).await.err().unwrap();
        assert_eq!(error.kind(), ErrorKind::UnexpectedAnswer, "{page}");
        assert!(
            !format!("{error:?} {:?}", error.hint()).contains("canary"),
            "{error}"
        );
    }
}

#[tokio::test]
async fn a_refusal_is_one_whatever_its_status() {
    let error = refused(
        200,
        json!({"error": "invalid_grant", "error_description": "AADSTS50076: a \"b\"\r\nTrace ID: c \u{e9}"}),
    );
    let error = error.await;
    assert_eq!(error.kind(), ErrorKind::InteractionRequired);
    assert_eq!(error.message(), "a \"b\"");
}

#[tokio::test]
async fn odd_but_readable_answers_are_read() {
    let marked = "\u{feff}{\"access_token\":\"t\",\"token_type\":\"bearer\",\"new\":{}}";
    let issued = answered([Step::Page(200, marked)]).await.unwrap();
    assert_eq!(issued.life, Duration::from_secs(600));
    let refreshing = json!({"access_token": "t", "expires_in": 86_399.0, "refresh_in": "43199"});
    let issued = answered([Step::Answer(200, refreshing)]).await.unwrap();
    assert_eq!(issued.refresh_in, Some(Duration::from_secs(43_199)));
    assert!(issued.token.refresh_on() < issued.token.expires_on());
    let endless = json!({"access_token": "t", "expires_in": u64::MAX});
    assert!(answered([Step::Answer(200, endless)]).await.is_ok());
}

#[tokio::test]
async fn what_the_issuer_says_of_the_end_goes_before_the_token() {
    let text = jwt(&json!({"exp": 1_600_000_000, "aud": "a"}));
    let body = json!({"access_token": text, "expires_in": 3599});
    let issued = answered([Step::Answer(200, body)]).await.unwrap();
    assert!(issued.token.expires_on().unwrap() > jiff::Timestamp::now());
    assert_eq!(
        issued.token.claims().unwrap().audience.as_deref(),
        Some("a")
    );
}

#[tokio::test]
async fn an_authority_in_the_clear_gets_nothing() {
    let script = Script::new([]);
    let authority = Url::parse("http://login.example").unwrap();
    let endpoint = TokenEndpoint::new(authority).with_transport(Arc::clone(&script) as Arc<_>);
    let error = endpoint.request(&grant(SECRET)).await.err().unwrap();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert!(error.message().contains("must be https"), "{error}");
    assert_eq!(script.count(), 0);
}

proptest! {
    /// Any secret arrives unchanged, as one field.
    #[test]
    fn any_secret_survives_the_form(secret in "\\PC{1,60}", scope in "[!-~]{1,40}") {
        let grant = Grant { scope: scope.clone(), ..grant(&secret) };
        let authority = Url::parse("https://login.example").unwrap();
        let request = grant.to_request("id").to_http(&authority).unwrap();
        let fields: Vec<_> = url::form_urlencoded::parse(request.body()).into_owned().collect();
        let get = |name: &str| {
            let mut found = fields.iter().filter(|(known, _)| known == name);
            (found.next().map(|(_, value)| value.as_str()), found.next().is_none())
        };
        prop_assert_eq!(get("client_secret"), (Some(secret.as_str()), true));
        prop_assert_eq!(get("scope"), (Some(scope.as_str()), true));
        prop_assert_eq!(fields.len(), 4);
    }

    /// No error shows a sent secret or a mail address, even if the service quotes it.
    #[test]
    fn no_refusal_shows_a_proof_or_an_address(
        proof in "~[ -~]{6,40}~",
        name in "[a-z]{3,8}@[a-z]{3,8}\\.example",
        before in "[ -~\r\n]{0,40}",
        after in "[ -~\r\n]{0,40}",
    ) {
        let description = format!("AADSTS50126: {before} {proof} {name} {after}");
        let body = json!({"error": "invalid_grant", "error_description": description});
        let error = error_from(&body, &grant(&proof));
        let shown = format!("{error} {error:?} {}", error.message());
        prop_assert!(!shown.contains(&proof), "{}", shown);
        prop_assert!(!shown.contains(&name), "{}", shown);
        prop_assert!(!shown.contains('\n'), "{}", shown);
    }

    /// No answer causes a panic, and no error shows a token.
    #[test]
    fn no_answer_does_harm(status in 200_u16..600, text in "[ -~]{0,80}") {
        let body = format!("{{\"access_token\": \"~canary~\", {text}");
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .build()
            .unwrap();
        let steps = (0..8).map(|_| Step::Text(status, body.clone()));
        let error = runtime.block_on(answered(steps));
        if let Err(error) = error {
            let shown = format!("{error} {error:?}");
            prop_assert!(!shown.contains("~canary~"));
        }
    }
}
