//! Client assertions: accepted ones, and the error of each refusal.

use std::sync::OnceLock;

use jsonwebtoken::{Algorithm, EncodingKey, Header};
use rcgen::{CertificateParams, KeyPair, PKCS_RSA_SHA256, RsaKeySize};
use serde_json::{Value, json};

use super::super::certificate::Certificate;
use super::super::keys::pkcs1_of;
use super::super::tests::code;
use crate::tests::testing::{Bench, TestResponse};
use crate::{Application, Sandbox, Service};

const MDE: &str = "https://api.securitycenter.microsoft.com/.default";

/// A key with a valid and an expired certificate.
struct Signer {
    key: EncodingKey,
    pem: String,
    ended: String,
}

fn signer() -> &'static Signer {
    static MADE: OnceLock<Signer> = OnceLock::new();
    MADE.get_or_init(|| {
        let key = KeyPair::generate_rsa_for(&PKCS_RSA_SHA256, RsaKeySize::_2048).unwrap();
        let mut params = CertificateParams::default();
        let pem = params.self_signed(&key).unwrap().pem();
        params.not_after = rcgen::date_time_ymd(2020, 1, 1);
        Signer {
            key: EncodingKey::from_rsa_der(pkcs1_of(&key.serialize_der()).unwrap()),
            ended: params.self_signed(&key).unwrap().pem(),
            pem,
        }
    })
}

async fn bench() -> Bench {
    let application = Application::new("certified", "secret").certificate(&signer().pem);
    let ended = Application::new("ended", "secret").certificate(&signer().ended);
    let builder = Sandbox::builder().application(application);
    Bench::with(builder.application(ended)).await
}

/// The claims of a valid assertion.
fn claims(bench: &Bench) -> Value {
    let login = bench.sandbox.url(Service::Login);
    let now = jiff::Timestamp::now().as_second();
    json!({
        "aud": format!("{login}/{}/oauth2/v2.0/token", bench.sandbox.tenant_id()),
        "iss": "certified", "sub": "certified", "jti": "1", "nbf": now, "exp": now + 600,
    })
}

fn header(algorithm: Algorithm, certificate: &str) -> Header {
    let certificate = Certificate::read(certificate.as_bytes()).remove(0);
    let mut header = Header::new(algorithm);
    match algorithm {
        Algorithm::PS256 => header.x5t_s256 = Some(certificate.sha256),
        _ => header.x5t = Some(certificate.sha1),
    }
    header
}

fn sign(header: &Header, claims: &Value) -> String {
    jsonwebtoken::encode(header, claims, &signer().key).unwrap()
}

async fn ask(bench: &Bench, client_id: &str, assertion: &str) -> TestResponse {
    bench
        .ask_token(&[
            ("scope", MDE),
            ("client_id", client_id),
            ("client_secret", ""),
            ("client_assertion_type", super::JWT_BEARER),
            ("client_assertion", assertion),
        ])
        .await
}

#[tokio::test(start_paused = true)]
async fn an_assertion_by_a_registered_key_takes_the_place_of_the_secret() {
    let bench = bench().await;
    for algorithm in [Algorithm::PS256, Algorithm::RS256] {
        let assertion = sign(&header(algorithm, &signer().pem), &claims(&bench));
        let response = ask(&bench, "certified", &assertion).await;
        assert_eq!(response.status, 200, "{algorithm:?} {}", response.body);
    }
}

#[tokio::test(start_paused = true)]
async fn times_may_have_a_fraction_as_other_clients_write_them() {
    let bench = bench().await;
    let mut claims = claims(&bench);
    for name in ["nbf", "exp"] {
        let whole = claims[name].as_i64().unwrap();
        claims[name] = json!(whole as f64 + 0.5);
    }
    let assertion = sign(&header(Algorithm::PS256, &signer().pem), &claims);
    let response = ask(&bench, "certified", &assertion).await;
    assert_eq!(response.status, 200, "{}", response.body);
}

#[tokio::test(start_paused = true)]
async fn every_fault_has_its_number() {
    let bench = bench().await;
    let good = header(Algorithm::PS256, &signer().pem);
    let now = jiff::Timestamp::now().as_second();
    for (name, value, number) in [
        (
            "aud",
            json!("https://login.microsoftonline.com/x/oauth2/v2.0/token"),
            700_023,
        ),
        ("sub", json!("another"), 50048),
        ("exp", json!(now - 900), 700_024),
        ("exp", Value::Null, 700_024),
        ("nbf", json!(now + 900), 700_024),
    ] {
        let mut claims = claims(&bench);
        claims[name] = value;
        let response = ask(&bench, "certified", &sign(&good, &claims)).await;
        assert_eq!(
            (response.status, code(&response)),
            (401, number),
            "{name} {claims}"
        );
    }
    let assertion = sign(&good, &claims(&bench));
    assert_eq!(
        code(&ask(&bench, bench.sandbox.client_id(), &assertion).await),
        700_027
    );
    assert_eq!(
        code(&ask(&bench, "certified", &format!("{assertion}AA")).await),
        700_027
    );
    assert_eq!(code(&ask(&bench, "certified", "nonsense").await), 50027);
    let ended = sign(&header(Algorithm::PS256, &signer().ended), &claims(&bench));
    assert_eq!(code(&ask(&bench, "ended", &ended).await), 700_027);
}

#[tokio::test(start_paused = true)]
async fn an_assertion_grows_old_with_the_virtual_clock() {
    let bench = bench().await;
    let assertion = sign(&header(Algorithm::PS256, &signer().pem), &claims(&bench));
    bench.sandbox.advance(std::time::Duration::from_secs(3600));
    assert_eq!(code(&ask(&bench, "certified", &assertion).await), 700_024);
}

#[tokio::test(start_paused = true)]
async fn only_one_type_of_assertion_is_known() {
    let bench = bench().await;
    let response = bench
        .ask_token(&[
            ("scope", MDE),
            ("client_assertion_type", "saml"),
            ("client_assertion", "x"),
        ])
        .await;
    assert_eq!((response.status, code(&response)), (400, 90023));
}

#[tokio::test(start_paused = true)]
async fn a_trusted_issuer_vouches_for_the_application() {
    let application = Application::new("job", "secret").federated("https://builds.example", "main");
    let bench = Bench::with(Sandbox::builder().application(application)).await;
    let token = |issuer, subject| bench.sandbox.federated_token(issuer, subject);
    let good = token("https://builds.example", "main");
    assert_eq!(ask(&bench, "job", &good).await.status, 200);
    for (assertion, number) in [
        (token("https://other.example", "main"), 700_211),
        (token("https://builds.example", "branch"), 700_213),
        (format!("{good}AA"), 5_002_730),
        (bench.token(Service::Mde).await, 700_027),
    ] {
        let response = ask(&bench, "job", &assertion).await;
        assert_eq!((response.status, code(&response)), (401, number));
    }
    bench
        .sandbox
        .advance(std::time::Duration::from_secs(3600 + 300));
    assert_eq!(code(&ask(&bench, "job", &good).await), 700_024);
}
