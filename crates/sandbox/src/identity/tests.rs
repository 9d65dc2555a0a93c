//! The token endpoint, and the token check of the services.

use serde_json::Value;

use crate::tests::testing::{Bench, TestResponse};
use crate::{Application, Sandbox, Service};

const MDE: &str = "https://api.securitycenter.microsoft.com/.default";

pub(crate) fn code(response: &TestResponse) -> i64 {
    response.body["error_codes"][0].as_i64().unwrap_or_default()
}

pub(crate) fn claims(token: &str) -> Value {
    use base64::Engine;
    let part = token.split('.').nth(1).unwrap();
    serde_json::from_slice(
        &base64::engine::general_purpose::URL_SAFE_NO_PAD
            .decode(part)
            .unwrap(),
    )
    .unwrap()
}

#[tokio::test(start_paused = true)]
async fn a_token_says_whom_it_is_for() {
    let bench = Bench::new().await;
    let response = bench.ask_token(&[("scope", MDE)]).await;
    assert_eq!(
        (response.status, &response.body["expires_in"]),
        (200, &Value::from(3599))
    );
    let claims = claims(response.body["access_token"].as_str().unwrap());
    assert_eq!(claims["aud"], "https://api.securitycenter.microsoft.com");
    assert_eq!(claims["tid"], bench.sandbox.tenant_id());
    assert_eq!(claims["appid"], bench.sandbox.client_id());
    assert!(claims["iss"].as_str().unwrap().contains("sandbox"));
    let roles = claims["roles"].as_array().unwrap();
    assert!(roles.contains(&"Machine.Isolate".into()), "{roles:?}");
    assert!(
        !roles.contains(&"SecurityIncident.Read.All".into()),
        "roles of another resource"
    );
}

#[tokio::test(start_paused = true)]
async fn the_key_set_verifies_the_token() {
    let bench = Bench::new().await;
    let token = bench.token(Service::Mde).await;
    let tenant = bench.sandbox.tenant_id().to_owned();
    for path in [
        format!("/{tenant}/discovery/v2.0/keys"),
        "/common/discovery/v2.0/keys".to_owned(),
    ] {
        let keys = bench.send_as(Service::Login, "GET", &path, None, "").await;
        let key = &keys.body["keys"][0];
        let decoding = jsonwebtoken::DecodingKey::from_rsa_components(
            key["n"].as_str().unwrap(),
            key["e"].as_str().unwrap(),
        )
        .unwrap();
        let mut validation = jsonwebtoken::Validation::new(jsonwebtoken::Algorithm::RS256);
        validation.set_audience(&["https://api.securitycenter.microsoft.com"]);
        let read = jsonwebtoken::decode::<Value>(&token, &decoding, &validation).unwrap();
        assert_eq!(read.header.kid.as_deref(), key["kid"].as_str());
    }
    let path = format!("/{tenant}/v2.0/.well-known/openid-configuration");
    let metadata = bench.send_as(Service::Login, "GET", &path, None, "").await;
    let endpoint = format!(
        "{}/{tenant}/oauth2/v2.0/token",
        bench.sandbox.url(Service::Login)
    );
    assert_eq!(metadata.body["token_endpoint"], endpoint);
}

/// Fields that replace the valid ones; status, code and OAuth error of the refusal.
type Refusal = (
    &'static [(&'static str, &'static str)],
    u16,
    i64,
    &'static str,
);

const REFUSALS: [Refusal; 11] = [
    (
        &[("scope", MDE), ("client_id", "nobody")],
        400,
        700_016,
        "unauthorized_client",
    ),
    (
        &[("scope", MDE), ("client_secret", "wrong")],
        401,
        7_000_215,
        "invalid_client",
    ),
    (
        &[
            ("scope", MDE),
            ("client_id", "old"),
            ("client_secret", "secret"),
        ],
        401,
        7_000_222,
        "invalid_client",
    ),
    (
        &[("scope", MDE), ("client_secret", "")],
        401,
        7_000_218,
        "invalid_client",
    ),
    (
        &[("scope", MDE), ("grant_type", "magic")],
        400,
        70003,
        "unsupported_grant_type",
    ),
    (
        &[("scope", MDE), ("grant_type", "")],
        400,
        900_144,
        "invalid_request",
    ),
    (&[("scope", "")], 400, 900_144, "invalid_request"),
    (
        &[("scope", MDE), ("client_id", "")],
        400,
        900_144,
        "invalid_request",
    ),
    (
        &[("scope", "https://nowhere.example/.default")],
        400,
        500_011,
        "invalid_resource",
    ),
    (
        &[(
            "scope",
            "https://graph.microsoft.com/.default https://api.security.microsoft.com/.default",
        )],
        400,
        70011,
        "invalid_scope",
    ),
    (
        &[("scope", "https://graph.microsoft.com/User.Read")],
        400,
        1_002_012,
        "invalid_scope",
    ),
];

#[tokio::test(start_paused = true)]
async fn refusals_carry_their_numbers() {
    let bench = Bench::with(
        Sandbox::builder().application(Application::new("old", "secret").expired_secret()),
    )
    .await;
    for (fields, status, number, error) in REFUSALS {
        let response = bench.ask_token(fields).await;
        assert_eq!(
            (response.status, code(&response)),
            (status, number),
            "{fields:?} {}",
            response.body
        );
        assert_eq!(response.body["error"], error);
        let text = response.body["error_description"].as_str().unwrap();
        assert!(text.starts_with(&format!("AADSTS{number}:")), "{text}");
        for word in ["Trace ID: ", "Correlation ID: ", "Timestamp: "] {
            assert!(text.contains(word), "{text}");
        }
        assert!(!text.contains(bench.sandbox.client_secret()));
    }
}

#[tokio::test(start_paused = true)]
async fn an_unknown_tenant_is_refused_and_common_has_none() {
    let bench = Bench::new().await;
    let form = [("grant_type", "client_credentials"), ("scope", MDE)];
    assert_eq!(
        code(
            &bench
                .post_form(
                    "/11111111-1111-1111-1111-111111111111/oauth2/v2.0/token",
                    &form
                )
                .await
        ),
        90002
    );
    assert_eq!(
        code(&bench.post_form("/common/oauth2/v2.0/token", &form).await),
        50059
    );
}

#[tokio::test(start_paused = true)]
async fn basic_and_the_older_endpoint_work_too() {
    use base64::Engine;
    let bench = Bench::new().await;
    let pair = format!(
        "{}:{}",
        crate::tests::testing::encode(bench.sandbox.client_id()),
        crate::tests::testing::encode(bench.sandbox.client_secret())
    );
    let header = format!(
        "Basic {}",
        base64::engine::general_purpose::STANDARD.encode(pair)
    );
    let request = axum::http::Request::post(format!(
        "{}/{}/oauth2/v2.0/token",
        bench.sandbox.url(Service::Login),
        bench.sandbox.tenant_id()
    ))
    .header("authorization", header)
    .body(
        format!(
            "grant_type=client_credentials&scope={}",
            crate::tests::testing::encode(MDE)
        )
        .into_bytes(),
    )
    .unwrap();
    assert_eq!(bench.sandbox.call(request).await.status(), 200);

    let path = format!("/{}/oauth2/token", bench.sandbox.tenant_id());
    let form = [
        ("grant_type", "client_credentials"),
        ("resource", "https://graph.microsoft.com/"),
        ("client_id", bench.sandbox.client_id()),
        ("client_secret", bench.sandbox.client_secret()),
    ];
    let response = bench.post_form(&path, &form).await;
    assert_eq!(
        response.body["expires_in"], "3599",
        "the older endpoint writes numbers as text"
    );
}

#[tokio::test(start_paused = true)]
async fn an_application_without_roles_gets_a_token_without_them() {
    let application = Application::new("poor", "secret").roles(Vec::<String>::new());
    let bench = Bench::with(Sandbox::builder().application(application)).await;
    let response = bench
        .ask_token(&[
            ("scope", MDE),
            ("client_id", "poor"),
            ("client_secret", "secret"),
        ])
        .await;
    let token = response.body["access_token"].as_str().unwrap();
    assert!(claims(token).get("roles").is_none());
    let denied = bench
        .send_as(
            Service::Mde,
            "GET",
            "/api/alerts",
            None,
            &format!("Bearer {token}"),
        )
        .await;
    assert_eq!(denied.status, 403);
    let message = denied.body["error"]["message"].as_str().unwrap();
    assert!(
        message.contains("(Alert.Read.All, Alert.ReadWrite.All) to access the resource"),
        "{message}"
    );
}

#[tokio::test(start_paused = true)]
async fn every_service_refuses_in_its_own_words() {
    let bench = Bench::new().await;
    let graph = format!("Bearer {}", bench.token(Service::Graph).await);
    let mde = format!("Bearer {}", bench.token(Service::Mde).await);
    let forged = format!("{}x", mde);
    let cases = [
        (
            Service::Mde,
            "/api/alerts",
            "",
            401,
            "/error/code",
            "Unauthorized",
        ),
        (
            Service::Mde,
            "/api/alerts",
            forged.as_str(),
            401,
            "/error/code",
            "Unauthorized",
        ),
        (
            Service::Mde,
            "/api/alerts",
            graph.as_str(),
            403,
            "/error/code",
            "Forbidden",
        ),
        (
            Service::Xdr,
            "/api/incidents",
            mde.as_str(),
            401,
            "/error/code",
            "Unauthorized",
        ),
        (
            Service::Graph,
            "/v1.0/security/alerts_v2",
            mde.as_str(),
            401,
            "/error/code",
            "InvalidAuthenticationToken",
        ),
        (
            Service::Mdca,
            "/api/v1/alerts/",
            "Token nonsense",
            401,
            "/detail",
            "Invalid token",
        ),
        (
            Service::Mdca,
            "/api/v1/files/",
            "",
            401,
            "/detail",
            "Access token is missing.",
        ),
    ];
    for (service, path, authorization, status, place, text) in cases {
        let response = bench
            .send_as(service, "GET", path, None, authorization)
            .await;
        assert_eq!(response.status, status, "{service:?} {authorization}");
        assert_eq!(
            response.body.pointer(place).unwrap(),
            text,
            "{}",
            response.body
        );
        assert!(status == 403 || response.header("www-authenticate").starts_with("Bearer"));
    }
}

#[tokio::test(start_paused = true)]
async fn files_take_legacy_tokens_only() {
    let bench = Bench::new().await;
    let files = bench.get(Service::Mdca, "/api/v1/files/").await;
    assert_eq!(
        (files.status, &files.body["detail"]),
        (403, &"Insufficient role based permissions".into())
    );
    let legacy = format!("Token {}", bench.sandbox.mdca_api_token());
    assert_eq!(
        bench
            .send_as(Service::Mdca, "GET", "/api/v1/files/", None, &legacy)
            .await
            .status,
        200
    );
}

#[tokio::test(start_paused = true)]
async fn tokens_age_with_the_virtual_clock() {
    let bench = Bench::new().await;
    assert_eq!(bench.get(Service::Mde, "/api/alerts").await.status, 200);
    bench.sandbox.advance(std::time::Duration::from_secs(3600));
    let response = bench.get(Service::Mde, "/api/alerts").await;
    assert_eq!(response.status, 401);
    assert!(
        response
            .header("www-authenticate")
            .contains("error=\"invalid_token\"")
    );
}

#[tokio::test(start_paused = true)]
async fn tenants_have_data_of_their_own() {
    let other = Application::new("app", "secret").tenant("22222222-2222-4222-8222-222222222222");
    let bench = Bench::with(Sandbox::builder().application(other)).await;
    let form = [
        ("grant_type", "client_credentials"),
        ("scope", MDE),
        ("client_id", "app"),
        ("client_secret", "secret"),
    ];
    let response = bench
        .post_form(
            "/22222222-2222-4222-8222-222222222222/oauth2/v2.0/token",
            &form,
        )
        .await;
    let token = format!("Bearer {}", response.body["access_token"].as_str().unwrap());
    let theirs = bench
        .send_as(Service::Mde, "GET", "/api/machines?$top=1", None, &token)
        .await;
    let ours = bench.get(Service::Mde, "/api/machines?$top=1").await;
    assert_ne!(theirs.rows()[0]["id"], ours.rows()[0]["id"]);
}

async fn document(bench: &Bench, path: &str) -> TestResponse {
    bench.send_as(Service::Login, "GET", path, None, "").await
}

#[tokio::test(start_paused = true)]
async fn clients_that_look_before_they_ask_find_their_way() {
    let bench = Bench::new().await;
    let login = bench.sandbox.url(Service::Login);
    let instance = "/common/discovery/instance?api-version=1.1&authorization_endpoint=";
    let asked =
        crate::tests::testing::encode(&format!("{login}/organizations/oauth2/v2.0/authorize"));
    let response = document(&bench, &format!("{instance}{asked}")).await;
    let next = response.body["tenant_discovery_endpoint"].as_str().unwrap();
    let next = next.strip_prefix(&login).unwrap();
    assert!(document(&bench, next).await.body["token_endpoint"].is_string());
    let host = login.split_once("://").unwrap().1;
    assert_eq!(response.body["metadata"][0]["aliases"][0], host);
    // A client that was told the vendor's address asks about that one.
    let vendor = "login.microsoftonline.com";
    let response = document(&bench, &format!("{instance}https://{vendor}/common")).await;
    assert_eq!(response.body["metadata"][0]["aliases"][0], vendor);
    let response = document(
        &bench,
        &format!("{instance}https://login.evil.example/common"),
    )
    .await;
    assert_eq!(
        (response.status, &response.body["error"]),
        (400, &"invalid_instance".into())
    );
    for (name, kind) in [
        (bench.sandbox.user_name(), "Managed"),
        ("a@federated.example", "Federated"),
        ("a@nowhere.example", "Unknown"),
    ] {
        let path = format!(
            "/common/UserRealm/{}?api-version=1.0",
            crate::tests::testing::encode(name)
        );
        assert_eq!(document(&bench, &path).await.body["account_type"], kind);
    }
}

#[tokio::test(start_paused = true)]
async fn tenants_elsewhere_and_applications_that_are_off_have_their_numbers() {
    let off = Application::new("off", "secret").disabled();
    let builder = Sandbox::builder()
        .application(off)
        .foreign_tenant("elsewhere.example");
    let bench = Bench::with(builder).await;
    let disabled = [
        ("scope", MDE),
        ("client_id", "off"),
        ("client_secret", "secret"),
    ];
    assert_eq!(code(&bench.ask_token(&disabled).await), 7_000_112);
    let form = [
        ("grant_type", "client_credentials"),
        ("scope", MDE),
        ("client_id", "off"),
    ];
    let response = bench
        .post_form("/elsewhere.example/oauth2/v2.0/token", &form)
        .await;
    assert_eq!(code(&response), 90038);
}
