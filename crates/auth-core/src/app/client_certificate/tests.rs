//! Assertions, compared with OpenSSL's output for the certificate, and refusals.

use std::sync::OnceLock;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use jiff::{SignedDuration, Timestamp};
use jsonwebtoken::{Algorithm, DecodingKey, Validation};
use serde_json::{Value, json};
use x509_parser::certificate::X509Certificate;
use x509_parser::prelude::FromDer;

use super::*;
use crate::error::{ErrorKind, RetryAdvice};
use crate::tests::{CLIENT, SCOPE, Script, Step, TENANT, token};

const PEM: &str = concat!(
    include_str!("../../../testdata/authority.pem"),
    include_str!("../../../testdata/key.pem"),
    include_str!("../../../testdata/leaf.pem"),
);
const ENDED: &str = concat!(
    include_str!("../../../testdata/key.pem"),
    include_str!("../../../testdata/ended.pem"),
);

/// As `openssl x509 -outform der | openssl dgst -binary | basenc --base64url` prints them.
const SHA256: &str = "T0JPc_IpC0LcHdX5csIZVQuLiGhE_RMzziS9qqLnbEY";
const SHA1: &str = "iTcVp0Mohcau55zIzOnZxAQFmKo";

fn certificate() -> Arc<Certificate> {
    static READ: OnceLock<Arc<Certificate>> = OnceLock::new();
    let read = || Arc::new(Certificate::from_pem(PEM, None).unwrap());
    Arc::clone(READ.get_or_init(read))
}

fn credential(script: &Arc<Script>) -> ClientCertificate {
    ClientCertificate::new(TENANT, CLIENT, certificate())
        .unwrap()
        .with_transport(Arc::clone(script) as Arc<_>)
}

fn script(count: usize) -> Arc<Script> {
    Script::new((0..count).map(|n| Step::Answer(200, token(&format!("t{n}"), 3599))))
}

async fn ask(credential: &ClientCertificate) -> Result<Arc<AccessToken>> {
    let options = TokenRequestOptions::default();
    credential.get_token(&[SCOPE], &options).await
}

/// The fields of a form.
fn fields(body: &str) -> Vec<(String, String)> {
    url::form_urlencoded::parse(body.as_bytes())
        .into_owned()
        .collect()
}

fn field(script: &Script, index: usize, name: &str) -> Option<String> {
    let fields = fields(&script.request(index).1);
    Some(fields.into_iter().find(|(key, _)| key == name)?.1)
}

/// Header and claims of a request's assertion. Verifies its signature.
fn read(script: &Script, index: usize) -> (Value, Value) {
    let assertion = field(script, index, "client_assertion").unwrap();
    let part = |n: usize| {
        let text = assertion.split('.').nth(n).unwrap();
        serde_json::from_slice::<Value>(&URL_SAFE_NO_PAD.decode(text).unwrap()).unwrap()
    };
    let (header, claims) = (part(0), part(1));
    let certificate = certificate();
    let (_, leaf) = X509Certificate::from_der(&certificate.chain()[0]).unwrap();
    let key = DecodingKey::from_rsa_der(&leaf.public_key().subject_public_key.data);
    let algorithm: Algorithm = header["alg"].as_str().unwrap().parse().unwrap();
    let mut validation = Validation::new(algorithm);
    validation.set_audience(&[claims["aud"].as_str().unwrap()]);
    validation.validate_exp = false;
    jsonwebtoken::decode::<Value>(&assertion, &key, &validation).unwrap();
    (header, claims)
}

#[tokio::test]
async fn the_form_carries_an_assertion_and_no_secret() {
    let script = script(1);
    ask(&credential(&script)).await.unwrap();
    let (path, body) = script.request(0);
    assert_eq!(path, format!("/{TENANT}/oauth2/v2.0/token"));
    let names: Vec<_> = fields(&body).into_iter().map(|(name, _)| name).collect();
    assert!(!names.contains(&"client_secret".to_owned()), "{names:?}");
    assert_eq!(
        field(&script, 0, "client_assertion_type").unwrap(),
        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
    );
    assert_eq!(
        field(&script, 0, "grant_type").unwrap(),
        "client_credentials"
    );
}

#[tokio::test]
async fn an_assertion_is_signed_with_pss_and_names_the_certificate_by_sha_256() {
    let script = script(1);
    ask(&credential(&script)).await.unwrap();
    let (header, claims) = read(&script, 0);
    assert_eq!(
        header,
        json!({"typ": "JWT", "alg": "PS256", "x5t#S256": SHA256})
    );
    let now = Timestamp::now().as_second();
    let time = |name: &str| claims[name].as_i64().unwrap();
    assert_eq!(
        (&claims["iss"], &claims["sub"]),
        (&json!(CLIENT), &json!(CLIENT))
    );
    assert!((30..90).contains(&(now - time("nbf"))), "{claims}");
    assert_eq!(time("nbf"), time("iat"));
    assert_eq!(time("exp") - time("nbf"), 600);
}

#[tokio::test]
async fn every_request_has_an_assertion_of_its_own() {
    let script = script(2);
    let credential = credential(&script);
    ask(&credential).await.unwrap();
    let again = TokenRequestOptions::default().with_force_refresh();
    credential.get_token(&[SCOPE], &again).await.unwrap();
    let jti = |n| read(&script, n).1["jti"].clone();
    assert_ne!(jti(0), jti(1));
}

#[tokio::test]
async fn the_audience_is_the_address_posted_to_in_every_cloud_and_tenant() {
    for cloud in Cloud::ALL {
        let script = script(2);
        let credential = credential(&script).with_cloud(*cloud);
        ask(&credential).await.unwrap();
        let options = TokenRequestOptions::default().with_tenant_id("fabrikam.com");
        credential.get_token(&[SCOPE], &options).await.unwrap();
        let host = cloud.authority_host();
        for (n, tenant) in [TENANT, "fabrikam.com"].into_iter().enumerate() {
            let address = format!("https://{host}/{tenant}/oauth2/v2.0/token");
            assert_eq!(read(&script, n).1["aud"], address);
        }
    }
}

#[tokio::test]
async fn the_legacy_signature_is_rs256_with_the_sha_1_thumbprint() {
    let script = script(1);
    ask(&credential(&script).with_legacy_signature())
        .await
        .unwrap();
    let (header, _) = read(&script, 0);
    assert_eq!(header, json!({"typ": "JWT", "alg": "RS256", "x5t": SHA1}));
}

#[tokio::test]
async fn the_chain_is_sent_as_der_in_standard_base64_with_the_leaf_first() {
    let script = script(1);
    ask(&credential(&script).with_certificate_chain())
        .await
        .unwrap();
    let (header, _) = read(&script, 0);
    let subjects: Vec<_> = header["x5c"]
        .as_array()
        .unwrap()
        .iter()
        .map(|text| STANDARD.decode(text.as_str().unwrap()).unwrap())
        .map(|der| {
            X509Certificate::from_der(&der)
                .unwrap()
                .1
                .subject()
                .to_string()
        })
        .collect();
    assert_eq!(
        subjects,
        ["CN=auth-core test, O=Example", "CN=Test Authority"]
    );
}

/// A refusal because of the assertion's times, by a service with this clock.
fn outside_its_time(date: Timestamp) -> Step {
    let date = date.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
    let body = json!({"error": "invalid_client", "error_codes": [700_024], "error_description": "AADSTS700024: no"});
    Step::HeaderAnswer(401, "date", date, body)
}

fn hours(count: i64) -> SignedDuration {
    SignedDuration::from_hours(count)
}

#[tokio::test]
async fn the_clock_of_the_service_is_learned_and_kept() {
    let there = Timestamp::now() + hours(3);
    let script = Script::new([
        outside_its_time(there),
        Step::Answer(200, token("a", 3599)),
        Step::Answer(200, token("b", 3599)),
    ]);
    let credential = credential(&script);
    assert!(ask(&credential).await.is_ok());
    let again = TokenRequestOptions::default().with_force_refresh();
    credential.get_token(&[SCOPE], &again).await.unwrap();
    for n in [1, 2] {
        let begin = read(&script, n).1["nbf"].as_i64().unwrap();
        let late = there.as_second() - begin;
        assert!((0..120).contains(&late), "{late}");
    }
    assert_eq!(script.count(), 3);
}

/// The machine's clock jumps or drifts while the program runs.
#[tokio::test]
async fn a_clock_that_jumps_back_and_forth_is_learned_each_time() {
    let offsets = [3, -5, 0, 26];
    let now = Timestamp::now();
    let steps = offsets.iter().flat_map(|offset| {
        let refused = outside_its_time(now + hours(*offset));
        [refused, Step::Answer(200, token("t", 3599))]
    });
    let script = Script::new(steps);
    let credential = credential(&script);
    for (n, offset) in offsets.into_iter().enumerate() {
        let again = TokenRequestOptions::default().with_force_refresh();
        credential.get_token(&[SCOPE], &again).await.unwrap();
        let begin = read(&script, 2 * n + 1).1["nbf"].as_i64().unwrap();
        let late = (now + hours(offset)).as_second() - begin;
        assert!((0..120).contains(&late), "{offset}: {late}");
    }
}

#[tokio::test]
async fn a_clock_that_agrees_is_no_reason_to_ask_again() {
    let script = Script::new([outside_its_time(Timestamp::now())]);
    let error = ask(&credential(&script)).await.unwrap_err();
    assert_eq!(
        (error.kind(), script.count()),
        (ErrorKind::InvalidClient, 1)
    );
}

#[tokio::test]
async fn a_second_refusal_is_final() {
    let there = Timestamp::now() - hours(2);
    let script = Script::new([outside_its_time(there), outside_its_time(there)]);
    assert!(ask(&credential(&script)).await.is_err());
    assert_eq!(script.count(), 2);
}

#[tokio::test]
async fn a_certificate_that_has_ended_is_not_sent() {
    let script = Script::new([]);
    let ended = Certificate::from_pem(ENDED, None).unwrap();
    let credential = ClientCertificate::new(TENANT, CLIENT, ended)
        .unwrap()
        .with_transport(Arc::clone(&script) as Arc<_>);
    let error = ask(&credential).await.unwrap_err();
    assert!(error.to_string().contains("2020-01-01"), "{error}");
    assert_eq!(error.retry_advice(), RetryAdvice::AfterAdmin);
    assert_eq!(script.count(), 0);
}

#[tokio::test]
async fn an_assertion_that_the_answer_repeats_is_not_shown() {
    let script = Script::new([Step::Echo(401)]);
    let error = ask(&credential(&script)).await.unwrap_err();
    let assertion = field(&script, 0, "client_assertion").unwrap();
    assert!(error.to_string().contains("***"), "{error}");
    assert!(
        !format!("{error:?}").contains(&assertion[..40]),
        "{error:?}"
    );
}

#[test]
fn debug_names_the_application_and_the_certificate() {
    let shown = format!("{:?}", credential(&Script::new([])));
    assert!(
        shown.contains(CLIENT) && shown.contains("CN=auth-core test"),
        "{shown}"
    );
}

#[tokio::test]
async fn a_certificate_file_that_was_replaced_is_read_anew() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("automation.pem");
    std::fs::write(&path, ENDED).unwrap();
    let script = script(2);
    let credential = ClientCertificate::from_file(TENANT, CLIENT, &path, None)
        .unwrap()
        .with_transport(Arc::clone(&script) as Arc<_>);
    assert!(ask(&credential).await.is_err(), "it has ended");
    std::fs::write(&path, PEM).unwrap();
    tokio::time::pause();
    tokio::time::advance(std::time::Duration::from_secs(6)).await;
    ask(&credential).await.unwrap();
    assert_eq!(read(&script, 0).0["x5t#S256"], SHA256);
    assert_eq!(credential.certificate().subject(), certificate().subject());

    std::fs::write(&path, "half of a new one").unwrap();
    let again = TokenRequestOptions::default().with_force_refresh();
    credential.get_token(&[SCOPE], &again).await.unwrap();
    assert_eq!(read(&script, 1).0["x5t#S256"], SHA256, "the one before");
}

#[test]
fn a_certificate_file_is_read_at_once() {
    let error = ClientCertificate::from_file(TENANT, CLIENT, "/nowhere.pem", None).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
}
