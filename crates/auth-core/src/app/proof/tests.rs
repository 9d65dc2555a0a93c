//! Shared behaviour of proofs: a dead one is not sent again, a replaced one is.

use std::sync::Mutex;
use std::time::Duration;

use secrecy::SecretString;
use serde_json::json;

use super::*;
use crate::error::{Error, ErrorKind};
use crate::tests::{CLIENT, SCOPE, Script, Step, TENANT, token};
use crate::token::credential::{TokenCredential, TokenRequestOptions};
use crate::{ClientAssertion, ClientSecret};

fn refusal(code: u32) -> Step {
    let description = format!("AADSTS{code}: no");
    let body =
        json!({"error": "invalid_client", "error_description": description, "error_codes": [code]});
    Step::Answer(401, body)
}

async fn ask(credential: &dyn TokenCredential, tenant: &str) -> Result<()> {
    let options = TokenRequestOptions::default().with_tenant_id(tenant);
    credential.get_token(&[SCOPE], &options).await.map(drop)
}

fn with(script: &Arc<Script>) -> ClientSecret {
    ClientSecret::new(TENANT, CLIENT, "s3cret".into())
        .unwrap()
        .with_transport(Arc::clone(script) as Arc<_>)
}

#[tokio::test(start_paused = true)]
async fn one_answer_tells_every_tenant_of_a_dead_secret() {
    for code in [7_000_215, 7_000_222, 700_027] {
        let script = Script::new([refusal(code), Step::Answer(200, token("t", 3599))]);
        let credential = with(&script);
        for tenant in (0..300).map(|n| format!("t{n}.example.com")) {
            let error = ask(&credential, &tenant).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::InvalidClient);
            assert_eq!(error.tenant(), Some(&*tenant), "{error}");
        }
        assert_eq!(script.count(), 1);
        tokio::time::advance(Duration::from_secs(61)).await;
        ask(&credential, "t1.example.com").await.unwrap();
    }
}

#[tokio::test(start_paused = true)]
async fn what_one_tenant_says_of_itself_is_no_news_of_another() {
    for code in [700_016, 7_000_112, 90_002] {
        let script = Script::new([refusal(code), Step::Answer(200, token("t", 3599))]);
        let credential = with(&script);
        ask(&credential, "a.example.com").await.unwrap_err();
        ask(&credential, "b.example.com").await.unwrap();
    }
}

#[tokio::test(start_paused = true)]
async fn a_secret_that_was_replaced_is_sent_at_once() {
    let script = Script::new([refusal(7_000_222), Step::Answer(200, token("t", 3599))]);
    let secret = Arc::new(Mutex::new("old"));
    let source = {
        let secret = Arc::clone(&secret);
        move || {
            let secret = *secret.lock().unwrap();
            async move { Ok(SecretString::from(secret)) }
        }
    };
    let credential = ClientSecret::from_source(TENANT, CLIENT, source).unwrap();
    let credential = credential.with_transport(Arc::clone(&script) as Arc<_>);
    ask(&credential, "a.example.com").await.unwrap_err();
    *secret.lock().unwrap() = "new";
    ask(&credential, "b.example.com").await.unwrap();
    assert!(script.request(1).1.contains("client_secret=new&"));
}

#[tokio::test(start_paused = true)]
async fn a_secret_file_is_read_for_every_request() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("secret");
    let script = Script::new((0..2).map(|_| Step::Answer(200, token("t", 3599))));
    let credential = ClientSecret::from_file(TENANT, CLIENT, &path).unwrap();
    let credential = credential.with_transport(Arc::clone(&script) as Arc<_>);
    for (nth, text) in ["first\n", "second"].into_iter().enumerate() {
        std::fs::write(&path, text).unwrap();
        ask(&credential, &format!("t{nth}.example.com"))
            .await
            .unwrap();
        let sent = format!("client_secret={}&", text.trim());
        assert!(script.request(nth).1.contains(&sent));
    }
    std::fs::remove_file(&path).unwrap();
    let error = ask(&credential, "gone.example.com").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert!(error.message().contains("client secret file"), "{error}");
}

#[tokio::test]
async fn any_assertion_is_made_again_by_the_clock_of_the_service() {
    let there = jiff::Timestamp::now() + jiff::SignedDuration::from_hours(3);
    let date = there.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
    let body = json!({"error": "invalid_client", "error_codes": [700_024], "error_description": "AADSTS700024: no"});
    let script = Script::new([
        Step::HeaderAnswer(401, "date", date, body),
        Step::Answer(200, token("t", 3599)),
    ]);
    let times = Arc::new(Mutex::new(Vec::new()));
    let source = {
        let times = Arc::clone(&times);
        move |wanted: WantedAssertion| {
            times.lock().unwrap().push(wanted.now);
            async { Ok(SecretString::from("a.b.c")) }
        }
    };
    let credential = ClientAssertion::new(TENANT, CLIENT, source).unwrap();
    let credential = credential.with_transport(Arc::clone(&script) as Arc<_>);
    ask(&credential, TENANT).await.unwrap();
    let times = times.lock().unwrap();
    assert_eq!(times.len(), 2);
    assert!(
        there.duration_since(times[1]).as_secs().abs() < 5,
        "{times:?}"
    );
}

#[test]
fn a_proof_shows_its_kind_alone() {
    let secret = ClientProof::from(SecretString::from("canary"));
    assert_eq!(format!("{secret:?}"), "ClientProof(secret)");
    let source = |_: WantedAssertion| async { Err(Error::new(ErrorKind::Unavailable, "no")) };
    let assertion = ClientAssertion::new(TENANT, CLIENT, source).unwrap();
    assert_eq!(
        format!("{:?}", ClientProof::from(assertion)),
        "ClientProof(assertion)"
    );
    assert_eq!(format!("{:?}", ClientProof::nothing()), "ClientProof(none)");
}
