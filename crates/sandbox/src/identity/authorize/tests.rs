//! Pages for a browser, and the codes they return.

use std::time::Duration;

use serde_json::Value;

use super::matches;
use crate::identity::tests::code;
use crate::tests::testing::{Bench, TestResponse, encode};
use crate::{Application, Person, Sandbox, Service};

const SCOPE: &str = "openid https://api.securitycenter.microsoft.com/.default offline_access";
/// Verifier and challenge of RFC 7636, appendix B.
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
const REDIRECT: &str = "http://localhost:8400";

async fn with(person: Person) -> Bench {
    Bench::with(Sandbox::builder().person(person)).await
}

async fn page(bench: &Bench, path: &str, fields: &[(&str, &str)]) -> TestResponse {
    let pairs: Vec<_> = fields
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("{name}={}", encode(value)))
        .collect();
    let path = format!("{path}?{}", pairs.join("&"));
    bench.send_as(Service::Login, "GET", &path, None, "").await
}

/// A valid request for the sign-in page, with these fields replaced.
async fn authorize(bench: &Bench, other: &[(&str, &str)]) -> TestResponse {
    let mut fields = vec![
        ("client_id", bench.sandbox.client_id()),
        ("response_type", "code"),
        ("redirect_uri", REDIRECT),
        ("scope", SCOPE),
        ("state", "s&t"),
        ("nonce", "n"),
        ("code_challenge", CHALLENGE),
        ("code_challenge_method", "S256"),
    ];
    fields.retain(|(name, _)| !other.iter().any(|(given, _)| given == name));
    fields.extend(other);
    page(bench, "/organizations/oauth2/v2.0/authorize", &fields).await
}

/// The parameters in the redirect address.
fn brought(response: &TestResponse) -> std::collections::BTreeMap<String, String> {
    assert_eq!(
        response.status,
        302,
        "{}",
        String::from_utf8_lossy(&response.bytes)
    );
    let (address, fields) = response.header("location").split_once(['?', '#']).unwrap();
    assert!(
        address.ends_with('/') || address.contains("/in"),
        "{address}"
    );
    crate::http::pairs(fields).collect()
}

async fn redeem(bench: &Bench, other: &[(&str, &str)]) -> TestResponse {
    let mut form = vec![
        ("client_id", bench.sandbox.client_id()),
        ("grant_type", "authorization_code"),
        ("redirect_uri", REDIRECT),
        ("code_verifier", VERIFIER),
        ("scope", SCOPE),
    ];
    form.retain(|(name, _)| !other.iter().any(|(given, _)| given == name));
    form.extend(other.iter().filter(|(_, value)| !value.is_empty()));
    bench
        .post_form("/organizations/oauth2/v2.0/token", &form)
        .await
}

fn payload(token: &Value) -> Value {
    use base64::Engine;
    let part = token.as_str().unwrap().split('.').nth(1).unwrap();
    let bytes = base64::engine::general_purpose::URL_SAFE_NO_PAD
        .decode(part)
        .unwrap();
    serde_json::from_slice(&bytes).unwrap()
}

#[tokio::test(start_paused = true)]
async fn a_code_is_good_once_for_the_tokens_of_the_user() {
    let bench = Bench::new().await;
    let fields = brought(&authorize(&bench, &[]).await);
    assert_eq!(fields["state"], "s&t");
    let response = redeem(&bench, &[("code", &fields["code"]), ("client_info", "1")]).await;
    assert_eq!(response.status, 200, "{}", response.body);
    assert!(response.body["refresh_token"].is_string() && response.body["client_info"].is_string());
    let who = payload(&response.body["id_token"]);
    assert_eq!(
        (&who["nonce"], &who["aud"]),
        (&"n".into(), &bench.sandbox.client_id().into())
    );
    let bearer = format!("Bearer {}", response.body["access_token"].as_str().unwrap());
    let called = bench
        .send_as(Service::Mde, "GET", "/api/alerts", None, &bearer)
        .await;
    assert_eq!(called.status, 200);
    assert_eq!(
        code(&redeem(&bench, &[("code", &fields["code"])]).await),
        54005
    );
}

#[tokio::test(start_paused = true)]
async fn a_code_is_good_for_nobody_else() {
    let bench =
        Bench::with(Sandbox::builder().application(Application::new("other", "s").public_client()))
            .await;
    for (other, number) in [
        (("redirect_uri", "http://localhost:8400/"), 500_112),
        (("code_verifier", "wrong"), 501_481),
        (("code_verifier", ""), 501_481),
        (("client_id", "other"), 9_002_313),
        (("code", "made-up"), 9_002_313),
    ] {
        let fields = brought(&authorize(&bench, &[]).await);
        let mut given = vec![other];
        if other.0 != "code" {
            given.push(("code", &fields["code"]));
        }
        assert_eq!(code(&redeem(&bench, &given).await), number, "{other:?}");
    }
    let fields = brought(&authorize(&bench, &[]).await);
    bench.sandbox.advance(Duration::from_secs(600));
    assert_eq!(
        code(&redeem(&bench, &[("code", &fields["code"])]).await),
        70008
    );
}

#[tokio::test(start_paused = true)]
async fn the_answer_comes_as_it_was_asked_for() {
    let bench = Bench::new().await;
    let response = authorize(&bench, &[("response_mode", "fragment")]).await;
    assert!(
        response
            .header("location")
            .starts_with("http://localhost:8400/#code=")
    );
    let response = authorize(&bench, &[("response_mode", "form_post")]).await;
    let html = String::from_utf8(response.bytes).unwrap();
    assert!(html.contains("action=\"http://localhost:8400\""), "{html}");
    assert!(html.contains("name=\"state\" value=\"s&amp;t\""), "{html}");
    let plain = [("code_challenge", VERIFIER), ("code_challenge_method", "")];
    let fields = brought(&authorize(&bench, &plain).await);
    assert_eq!(
        redeem(&bench, &[("code", &fields["code"])]).await.status,
        200
    );
}

#[tokio::test(start_paused = true)]
async fn nobody_is_sent_to_an_address_that_is_not_registered() {
    let bench = Bench::new().await;
    for other in [
        ("redirect_uri", "http://localhost:8400/other"),
        ("redirect_uri", "https://evil.example"),
        ("redirect_uri", "http://localhost.evil.example"),
        ("client_id", "nobody"),
    ] {
        assert_eq!(authorize(&bench, &[other]).await.status, 400, "{other:?}");
    }
    let fields = brought(&authorize(&bench, &[("code_challenge", "")]).await);
    assert_eq!(fields["error"], "invalid_request");
}

#[tokio::test(start_paused = true)]
async fn a_person_may_refuse_or_stay_away() {
    let fields = brought(&authorize(&with(Person::Declines).await, &[]).await);
    assert_eq!(
        (&*fields["error"], &*fields["state"]),
        ("access_denied", "s&t")
    );
    assert!(fields["error_description"].starts_with("AADSTS65004"));
    assert_eq!(authorize(&with(Person::Away).await, &[]).await.status, 200);
}

const TENANT: &str = "22222222-bbbb-4bbb-8bbb-0000000000b2";
const PARTNER: &str = "33333333-cccc-4ccc-8ccc-0000000000c3";

async fn partner(person: Person) -> Bench {
    let application = Application::new(PARTNER, "secret")
        .multi_tenant()
        .redirect_uri("https://partner.example/in");
    let builder = Sandbox::builder().application(application).tenant(TENANT);
    Bench::with(builder.person(person)).await
}

async fn consent(bench: &Bench, path: &str) -> TestResponse {
    let fields = [
        ("client_id", PARTNER),
        ("redirect_uri", "https://partner.example/in/42"),
        ("state", "s"),
        ("scope", "https://api.securitycenter.microsoft.com/.default"),
    ];
    page(bench, &format!("/{TENANT}/{path}"), &fields).await
}

async fn token(bench: &Bench) -> TestResponse {
    let form = [
        ("client_id", PARTNER),
        ("client_secret", "secret"),
        ("grant_type", "client_credentials"),
        ("scope", "https://api.securitycenter.microsoft.com/.default"),
    ];
    let path = format!("/{TENANT}/oauth2/v2.0/token");
    bench.post_form(&path, &form).await
}

#[tokio::test(start_paused = true)]
async fn an_application_comes_into_a_tenant_by_consent() {
    for path in ["v2.0/adminconsent", "adminconsent"] {
        let bench = partner(Person::Approves).await;
        assert_eq!(code(&token(&bench).await), 700_016);
        let fields = brought(&consent(&bench, path).await);
        assert_eq!(
            (&*fields["admin_consent"], &*fields["tenant"]),
            ("True", TENANT)
        );
        let response = token(&bench).await;
        assert_eq!(payload(&response.body["access_token"])["tid"], TENANT);
    }
}

#[tokio::test(start_paused = true)]
async fn a_consent_that_was_declined_says_true_all_the_same() {
    let bench = partner(Person::Declines).await;
    let fields = brought(&consent(&bench, "v2.0/adminconsent").await);
    assert_eq!(
        (&*fields["admin_consent"], &*fields["error"]),
        ("True", "consent_required")
    );
    let fields = brought(&consent(&bench, "adminconsent").await);
    assert_eq!(fields["error"], "permission_denied");
    assert!(!fields.contains_key("admin_consent"));
    assert_eq!(code(&token(&bench).await), 700_016);
}

#[test]
fn the_port_of_localhost_does_not_count() {
    for (registered, asked, same) in [
        ("http://localhost", "http://localhost:1", true),
        ("http://localhost/a", "http://localhost:1/a", true),
        ("http://localhost", "http://localhost:1/", false),
        ("http://localhost", "http://localhostage", false),
        ("https://a.example/in", "https://a.example:1/in", false),
    ] {
        assert_eq!(matches(registered, asked, false), same, "{asked}");
    }
}
