//! Users who sign in: device codes, and refresh tokens.

use std::time::Duration;

use crate::identity::tests::code;
use crate::tests::testing::{Bench, TestResponse};
use crate::{Application, Person, Sandbox, Service};

const GRANT: &str = "urn:ietf:params:oauth:grant-type:device_code";
const SCOPE: &str = "https://api.securitycenter.microsoft.com/.default offline_access";

async fn with(person: Person) -> Bench {
    Bench::with(Sandbox::builder().person(person)).await
}

async fn begin(bench: &Bench) -> String {
    let form = [("client_id", bench.sandbox.client_id()), ("scope", SCOPE)];
    let response = bench
        .post_form("/organizations/oauth2/v2.0/devicecode", &form)
        .await;
    assert_eq!(
        (response.status, &response.body["interval"]),
        (200, &5.into())
    );
    response.body["device_code"].as_str().unwrap().to_owned()
}

async fn poll(bench: &Bench, device_code: &str) -> TestResponse {
    bench.sandbox.advance(Duration::from_secs(5));
    ask(
        bench,
        &[("grant_type", GRANT), ("device_code", device_code)],
    )
    .await
}

async fn ask(bench: &Bench, fields: &[(&str, &str)]) -> TestResponse {
    let mut form = vec![("client_id", bench.sandbox.client_id()), ("scope", SCOPE)];
    form.extend(fields);
    bench
        .post_form("/organizations/oauth2/v2.0/token", &form)
        .await
}

#[tokio::test(start_paused = true)]
async fn a_person_approves_and_the_user_may_call() {
    let bench = with(Person::Approves).await;
    let device_code = begin(&bench).await;
    let response = poll(&bench, &device_code).await;
    assert_eq!(
        (&response.body["error"], code(&response)),
        (&"authorization_pending".into(), 70016)
    );
    let response = poll(&bench, &device_code).await;
    assert_eq!(response.status, 200, "{}", response.body);
    let bearer = format!("Bearer {}", response.body["access_token"].as_str().unwrap());
    let called = bench
        .send_as(Service::Mde, "GET", "/api/alerts", None, &bearer)
        .await;
    assert_eq!(called.status, 200);
    assert_eq!(
        code(&poll(&bench, &device_code).await),
        70018,
        "a code is used once"
    );

    let refresh_token = response.body["refresh_token"].as_str().unwrap();
    let fields = [
        ("grant_type", "refresh_token"),
        ("refresh_token", refresh_token),
    ];
    let renewed = ask(&bench, &fields).await;
    assert_eq!(renewed.status, 200, "{}", renewed.body);
    assert_ne!(
        renewed.body["refresh_token"],
        response.body["refresh_token"]
    );
    let unknown = [("grant_type", "refresh_token"), ("refresh_token", "x")];
    assert_eq!(code(&ask(&bench, &unknown).await), 70000);
}

#[tokio::test(start_paused = true)]
async fn the_scopes_of_a_code_need_not_be_said_again() {
    let bench = with(Person::Approves).await;
    let device_code = begin(&bench).await;
    poll(&bench, &device_code).await;
    bench.sandbox.advance(Duration::from_secs(5));
    let form = [
        ("client_id", bench.sandbox.client_id()),
        ("grant_type", GRANT),
        ("device_code", &device_code),
    ];
    let response = bench
        .post_form("/organizations/oauth2/v2.0/token", &form)
        .await;
    assert_eq!(
        (response.status, &response.body["scope"]),
        (200, &SCOPE.into())
    );
}

#[tokio::test(start_paused = true)]
async fn a_person_may_refuse_or_stay_away() {
    let bench = with(Person::Declines).await;
    let device_code = begin(&bench).await;
    poll(&bench, &device_code).await;
    assert_eq!(
        poll(&bench, &device_code).await.body["error"],
        "authorization_declined"
    );
    let bench = with(Person::Away).await;
    let device_code = begin(&bench).await;
    for _ in 0..5 {
        assert_eq!(code(&poll(&bench, &device_code).await), 70016);
    }
    bench.sandbox.advance(Duration::from_secs(900));
    let response = poll(&bench, &device_code).await;
    assert_eq!(
        (&response.body["error"], code(&response)),
        (&"expired_token".into(), 70019)
    );
}

#[tokio::test(start_paused = true)]
async fn who_asks_too_often_is_told_to_slow_down() {
    let bench = with(Person::Approves).await;
    let device_code = begin(&bench).await;
    poll(&bench, &device_code).await;
    let response = ask(
        &bench,
        &[("grant_type", GRANT), ("device_code", &device_code)],
    )
    .await;
    assert_eq!(response.body["error"], "slow_down");
}

#[tokio::test(start_paused = true)]
async fn an_application_has_to_allow_public_clients() {
    let bench =
        Bench::with(Sandbox::builder().application(Application::new("web", "secret"))).await;
    let form = [("client_id", "web"), ("scope", SCOPE)];
    let response = bench
        .post_form("/organizations/oauth2/v2.0/devicecode", &form)
        .await;
    assert_eq!((response.status, code(&response)), (401, 7_000_218));
}

const CLAIMS: [(&str, &str); 2] = [
    ("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"),
    ("requested_token_use", "on_behalf_of"),
];

async fn on_behalf_of(bench: &Bench, other: &[(&str, &str)]) -> TestResponse {
    let mut fields = vec![
        ("client_secret", bench.sandbox.client_secret()),
        ("scope", SCOPE),
    ];
    fields.extend(CLAIMS);
    fields.extend(other);
    bench.ask_token(&fields).await
}

#[tokio::test(start_paused = true)]
async fn a_service_acts_for_the_user_who_called_it() {
    let bench = Bench::new().await;
    let assertion = bench.sandbox.user_assertion(bench.sandbox.client_id());
    let response = on_behalf_of(&bench, &[("assertion", &assertion)]).await;
    assert_eq!(response.status, 200, "{}", response.body);
    for (assertion, number) in [
        (bench.sandbox.user_assertion("another"), 500_131),
        (bench.token(Service::Mde).await, 500_131),
        ("a.b.c".to_owned(), 50013),
    ] {
        let response = on_behalf_of(&bench, &[("assertion", &assertion)]).await;
        assert_eq!(code(&response), number, "{}", response.body);
    }
    let form = [
        ("client_id", bench.sandbox.client_id()),
        ("assertion", &assertion),
        ("scope", SCOPE),
    ];
    let path = format!("/{}/oauth2/v2.0/token", bench.sandbox.tenant_id());
    let response = bench.post_form(&path, &[&CLAIMS[..], &form].concat()).await;
    assert_eq!(
        code(&response),
        7_000_218,
        "no public client acts for a user"
    );
    bench.sandbox.advance(Duration::from_secs(3600));
    let response = on_behalf_of(&bench, &[("assertion", &assertion)]).await;
    assert_eq!(code(&response), 500_133);
}

#[tokio::test(start_paused = true)]
async fn a_name_and_a_password_will_do() {
    let bench = Bench::new().await;
    let with = |name: &'static str, password: &'static str| {
        let fields = [
            ("grant_type", "password"),
            ("username", name),
            ("password", password),
        ];
        let bench = &bench;
        async move { ask(bench, &fields).await }
    };
    let (name, password) = (bench.sandbox.user_name(), bench.sandbox.user_password());
    assert_eq!(with(name, password).await.status, 200);
    assert_eq!(code(&with(name, "wrong").await), 50126);
    assert_eq!(code(&with("nobody@sandbox.example", password).await), 50034);
}

#[tokio::test(start_paused = true)]
async fn claims_are_an_object() {
    let bench = Bench::new().await;
    for claims in ["no JSON", "[]"] {
        let response = bench
            .ask_token(&[("scope", SCOPE), ("claims", claims)])
            .await;
        assert_eq!(code(&response), 90023, "{claims}");
    }
}
