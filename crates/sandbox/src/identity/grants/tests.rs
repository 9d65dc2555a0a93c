//! Users who sign in: device codes, and refresh tokens.

use std::time::Duration;

use crate::identity::tests::code;
use crate::testing::{Bench, Heard};
use crate::{Application, Person, Sandbox, Service};

const GRANT: &str = "urn:ietf:params:oauth:grant-type:device_code";
const SCOPE: &str = "https://api.securitycenter.microsoft.com/.default offline_access";

async fn with(person: Person) -> Bench {
    Bench::with(Sandbox::builder().person(person)).await
}

async fn begin(bench: &Bench) -> String {
    let form = [("client_id", bench.sandbox.client_id()), ("scope", SCOPE)];
    let heard = bench
        .post_form("/organizations/oauth2/v2.0/devicecode", &form)
        .await;
    assert_eq!((heard.status, &heard.body["interval"]), (200, &5.into()));
    heard.body["device_code"].as_str().unwrap().to_owned()
}

async fn poll(bench: &Bench, device_code: &str) -> Heard {
    bench.sandbox.advance(Duration::from_secs(5));
    ask(
        bench,
        &[("grant_type", GRANT), ("device_code", device_code)],
    )
    .await
}

async fn ask(bench: &Bench, fields: &[(&str, &str)]) -> Heard {
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
    let heard = poll(&bench, &device_code).await;
    assert_eq!(
        (&heard.body["error"], code(&heard)),
        (&"authorization_pending".into(), 70016)
    );
    let heard = poll(&bench, &device_code).await;
    assert_eq!(heard.status, 200, "{}", heard.body);
    let bearer = format!("Bearer {}", heard.body["access_token"].as_str().unwrap());
    let called = bench
        .send_as(Service::Mde, "GET", "/api/alerts", None, &bearer)
        .await;
    assert_eq!(called.status, 200);
    assert_eq!(
        code(&poll(&bench, &device_code).await),
        70018,
        "a code is used once"
    );

    let refresh_token = heard.body["refresh_token"].as_str().unwrap();
    let fields = [
        ("grant_type", "refresh_token"),
        ("refresh_token", refresh_token),
    ];
    let renewed = ask(&bench, &fields).await;
    assert_eq!(renewed.status, 200, "{}", renewed.body);
    assert_ne!(renewed.body["refresh_token"], heard.body["refresh_token"]);
    let unknown = [("grant_type", "refresh_token"), ("refresh_token", "x")];
    assert_eq!(code(&ask(&bench, &unknown).await), 70000);
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
    let heard = poll(&bench, &device_code).await;
    assert_eq!(
        (&heard.body["error"], code(&heard)),
        (&"expired_token".into(), 70019)
    );
}

#[tokio::test(start_paused = true)]
async fn who_asks_too_often_is_told_to_slow_down() {
    let bench = with(Person::Approves).await;
    let device_code = begin(&bench).await;
    poll(&bench, &device_code).await;
    let heard = ask(
        &bench,
        &[("grant_type", GRANT), ("device_code", &device_code)],
    )
    .await;
    assert_eq!(heard.body["error"], "slow_down");
}

#[tokio::test(start_paused = true)]
async fn an_application_has_to_allow_public_clients() {
    let bench =
        Bench::with(Sandbox::builder().application(Application::new("web", "secret"))).await;
    let form = [("client_id", "web"), ("scope", SCOPE)];
    let heard = bench
        .post_form("/organizations/oauth2/v2.0/devicecode", &form)
        .await;
    assert_eq!((heard.status, code(&heard)), (401, 7_000_218));
}
