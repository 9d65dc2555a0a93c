//! Managed identities: tokens, refusals and caching of each platform.

use std::time::Duration;

use super::hash_of;
use crate::tests::testing::{Bench, TestResponse};
use crate::{Application, Sandbox, Service};

const RESOURCE: &str = "resource=https://api.security.microsoft.com";
const PATH: &str = "/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https://api.security.microsoft.com";
const METADATA: (&str, &str) = ("metadata", "true");

async fn get(bench: &Bench, path: &str, header: (&str, &str)) -> TestResponse {
    let url = format!("{}{path}", bench.sandbox.url(Service::Login));
    let request = axum::http::Request::get(url).header(header.0, header.1);
    TestResponse::of(bench.sandbox.call(request.body(Vec::new()).unwrap()).await)
}

/// A request to App Service in the form of the version.
async fn app(bench: &Bench, version: &str, more: &str) -> TestResponse {
    let header = bench.sandbox.identity_header();
    let path = format!("/msi/token?api-version={version}&{RESOURCE}{more}");
    get(bench, &path, ("x-identity-header", header)).await
}

async fn fabric(bench: &Bench, query: &str) -> TestResponse {
    let header = bench.sandbox.identity_header();
    get(bench, &format!("/fabric/token?{query}"), ("secret", header)).await
}

fn token(response: &TestResponse) -> String {
    response.body["access_token"].as_str().unwrap().to_owned()
}

#[tokio::test(start_paused = true)]
async fn a_machine_gets_a_token_that_the_services_take() {
    let bench = Bench::new().await;
    let response = get(&bench, PATH, METADATA).await;
    let life = &response.body["expires_in"];
    assert_eq!((response.status, life), (200, &"3599".into()));
    assert_eq!(response.body["client_id"], bench.sandbox.client_id());
    let bearer = format!("Bearer {}", token(&response));
    let called = bench
        .send_as(Service::Xdr, "GET", "/api/incidents", None, &bearer)
        .await;
    assert_eq!(called.status, 200);
    assert_eq!(bench.sandbox.requests("managed_identity").len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_platform_gives_the_same_token_until_shortly_before_its_end() {
    let bench = Bench::new().await;
    let first = get(&bench, PATH, METADATA).await;
    bench.sandbox.advance(Duration::from_secs(3200));
    let second = get(&bench, PATH, METADATA).await;
    assert_eq!(token(&first), token(&second));
    assert_eq!(second.body["expires_in"], "399");
    bench.sandbox.advance(Duration::from_secs(100));
    assert_ne!(token(&first), token(&get(&bench, PATH, METADATA).await));
}

#[tokio::test(start_paused = true)]
async fn a_revoked_token_is_passed_by_where_the_platform_is_told_which() {
    let bench = Bench::new().await;
    let first = token(&app(&bench, "2025-03-30", "&xms_cc=cp1").await);
    let other = format!("&xms_cc=cp1&token_sha256_to_refresh={}", hash_of("another"));
    assert_eq!(first, token(&app(&bench, "2025-03-30", &other).await));
    let refused = format!("&xms_cc=cp1&token_sha256_to_refresh={}", hash_of(&first));
    let second = token(&app(&bench, "2025-03-30", &refused).await);
    assert_ne!(first, second);
    assert_eq!(
        second,
        token(&app(&bench, "2025-03-30", "&xms_cc=cp1").await)
    );

    // The version before does not support revocation.
    let first = token(&app(&bench, "2019-08-01", "").await);
    let refused = format!("&token_sha256_to_refresh={}", hash_of(&first));
    assert_eq!(first, token(&app(&bench, "2019-08-01", &refused).await));
}

#[tokio::test(start_paused = true)]
async fn an_app_proves_itself_with_its_header_and_is_told_no_lifetime() {
    let bench = Bench::new().await;
    let response = app(&bench, "2019-08-01", "").await;
    assert_eq!(
        (response.status, response.body.get("expires_in")),
        (200, None)
    );
    let end = response.body["expires_on"].as_str().unwrap();
    assert!(end.parse::<i64>().is_ok(), "{end}");
    for (version, status) in [
        ("2019-08-01", 401),
        ("2017-09-01", 401),
        ("2018-02-01", 400),
    ] {
        let path = format!("/msi/token?api-version={version}&{RESOURCE}");
        let response = get(&bench, &path, METADATA).await;
        assert_eq!(response.body["statusCode"], response.status, "{version}");
        assert_eq!(response.status, status, "{version}");
    }
    assert_eq!(get(&bench, "/msi/token", METADATA).await.status, 400);
}

#[tokio::test(start_paused = true)]
async fn the_older_form_of_app_service_has_its_own_header_and_tells_dates() {
    let bench = Bench::new().await;
    let header = ("secret", bench.sandbox.identity_header());
    let path = format!("/msi/token?api-version=2017-09-01&{RESOURCE}");
    let response = get(&bench, &path, header).await;
    let end = response.body["expires_on"].as_str().unwrap();
    assert!(end.ends_with("+00:00"), "{end}");
    let named = format!("{path}&clientid={}", bench.sandbox.client_id());
    assert_eq!(get(&bench, &named, header).await.status, 200);
}

#[tokio::test(start_paused = true)]
async fn the_refusals_of_the_metadata_service_have_their_words() {
    let user_assigned = Application::new("mine", "secret");
    let bench = Bench::with(Sandbox::builder().application(user_assigned)).await;
    let mine = format!("{PATH}&client_id=mine");
    assert_eq!(get(&bench, &mine, METADATA).await.body["client_id"], "mine");
    let no_version = PATH.replace("api-version=2018-02-01&", "");
    let bad_version = PATH.replace("2018-02-01", "latest");
    let no_resource = PATH.replace("&resource", "&source");
    for (path, header, word) in [
        (PATH.to_owned(), ("accept", "*/*"), "bad_request_102"),
        (
            format!("{PATH}&client_id=other"),
            METADATA,
            "invalid_request",
        ),
        (format!("{PATH}&object_id=o"), METADATA, "invalid_request"),
        (format!("{PATH}&mi_res_id=/r"), METADATA, "invalid_request"),
        (format!("{PATH}.example"), METADATA, "invalid_resource"),
        (no_version, METADATA, "invalid_request"),
        (bad_version, METADATA, "invalid_request"),
        (no_resource, METADATA, "invalid_request"),
    ] {
        let response = get(&bench, &path, header).await;
        let said = (response.status, &response.body["error"]);
        assert_eq!(said, (400, &word.into()), "{path}");
    }
}

#[tokio::test(start_paused = true)]
async fn the_refusals_of_app_service_name_their_status() {
    let bench = Bench::new().await;
    for more in ["&client_id=other", "&msi_res_id=/r", ".example"] {
        let response = app(&bench, "2019-08-01", more).await;
        let said = (response.status, &response.body["statusCode"]);
        assert_eq!(said, (400, &400.into()), "{more}");
        assert!(response.body["message"].is_string());
    }
}

/// Tokens of the identity carry the same object id.
#[tokio::test(start_paused = true)]
async fn an_identity_is_found_by_its_object_id_as_each_platform_names_it() {
    let user_assigned = Application::new("mine", "secret");
    let bench = Bench::with(Sandbox::builder().application(user_assigned)).await;
    let response = get(&bench, &format!("{PATH}&client_id=mine"), METADATA).await;
    let claims = crate::identity::tests::claims(&token(&response));
    let id = claims["oid"].as_str().unwrap();
    let by = get(&bench, &format!("{PATH}&object_id={id}"), METADATA).await;
    assert_eq!(by.body["client_id"], "mine");
    let by = app(&bench, "2019-08-01", &format!("&principal_id={id}")).await;
    assert_eq!(by.body["client_id"], "mine");
}

#[tokio::test(start_paused = true)]
async fn service_fabric_answers_and_refuses_in_its_own_form() {
    let bench = Bench::new().await;
    let whole = format!("api-version=2019-07-01-preview&{RESOURCE}");
    let response = fabric(&bench, &whole).await;
    assert_eq!(response.status, 200);
    assert!(response.body["expires_on"].is_i64(), "{:?}", response.body);
    let hash = hash_of(&token(&response));
    let revoked = format!("{whole}&xms_cc=cp1&token_sha256_to_refresh={hash}");
    assert_ne!(token(&response), token(&fabric(&bench, &revoked).await));
    for (query, status, code) in [
        (
            format!("api-version=2019-08-01&{RESOURCE}"),
            400,
            "InvalidApiVersion",
        ),
        (
            "api-version=2019-07-01-preview".to_owned(),
            400,
            "ArgumentNullOrEmpty",
        ),
        (
            format!("{whole}&client_id=mine"),
            404,
            "ManagedIdentityNotFound",
        ),
    ] {
        let response = fabric(&bench, &query).await;
        let said = (response.status, &response.body["error"]["code"]);
        assert_eq!(said, (status, &code.into()));
    }
    let response = get(&bench, &format!("/fabric/token?{whole}"), METADATA).await;
    assert_eq!(response.body["error"]["code"], "SecretHeaderNotFound");
}

#[tokio::test]
async fn the_certificate_of_the_listeners_is_known_by_its_thumbprint() {
    let plain = Sandbox::start().await.unwrap();
    assert_eq!(plain.server_thumbprint(), None);
    let sandbox = Sandbox::builder().tls(true).start().await.unwrap();
    let thumbprint = sandbox.server_thumbprint().unwrap();
    assert_eq!(thumbprint.len(), 40);
    assert!(thumbprint.chars().all(|digit| digit.is_ascii_hexdigit()));
}
