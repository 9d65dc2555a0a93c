//! Redeeming a refresh token, and its replacement.

use std::sync::Mutex;

use serde_json::{Value, json};

use super::*;
use crate::tests::{CLIENT, SCOPE, Script, Step, TENANT};

fn issued(token: &str, refresh_token: Option<&str>) -> Step {
    let mut body = json!({"access_token": token, "expires_in": 3599, "token_type": "Bearer"});
    if let Some(refresh_token) = refresh_token {
        body["refresh_token"] = Value::from(refresh_token);
    }
    Step::Answer(200, body)
}

fn credential(script: &Arc<Script>) -> RefreshToken {
    RefreshToken::new("organizations", CLIENT, "first".into())
        .unwrap()
        .with_transport(Arc::clone(script) as Arc<_>)
}

async fn ask(credential: &RefreshToken, scope: &str) -> Result<Arc<AccessToken>> {
    let options = TokenRequestOptions::default();
    credential.get_token(&[scope], &options).await
}

#[tokio::test]
async fn the_token_in_the_cache_comes_before_any_exchange() {
    let script = Script::new([issued("a", None)]);
    let credential = credential(&script);
    for _ in 0..3 {
        assert_eq!(
            ask(&credential, SCOPE)
                .await
                .unwrap()
                .secret()
                .expose_secret(),
            "a"
        );
    }
    let (path, body) = script.request(0);
    assert_eq!(path, "/organizations/oauth2/v2.0/token");
    assert!(body.contains("grant_type=refresh_token"), "{body}");
    assert!(body.contains("refresh_token=first"), "{body}");
    assert!(
        body.ends_with(
            "&scope=https%3A%2F%2Fapi.example%2F.default%20openid%20profile%20offline_access"
        ),
        "{body}"
    );
    assert!(!body.contains("client_secret"), "{body}");
}

#[tokio::test]
async fn the_replacement_is_used_next_and_handed_out() {
    let script = Script::new([
        issued("a", Some("second")),
        issued("b", None),
        issued("c", None),
    ]);
    let kept = Arc::new(Mutex::new(Vec::new()));
    let credential = credential(&script).with_rotation({
        let kept = Arc::clone(&kept);
        move |token: &SecretString| kept.lock().unwrap().push(token.expose_secret().to_owned())
    });
    for api in ["a", "b", "c"] {
        ask(&credential, &format!("https://{api}.example/.default"))
            .await
            .unwrap();
    }
    for (n, token) in ["first", "second", "second"].into_iter().enumerate() {
        let body = script.request(n).1;
        assert!(body.contains(&format!("refresh_token={token}")), "{body}");
    }
    assert_eq!(*kept.lock().unwrap(), ["second"]);
}

#[tokio::test]
async fn one_refresh_token_serves_every_tenant() {
    let script = Script::new([issued("a", None), issued("b", None)]);
    let credential = credential(&script);
    for tenant in [TENANT, "fabrikam.com"] {
        let options = TokenRequestOptions::default().with_tenant_id(tenant);
        credential.get_token(&[SCOPE], &options).await.unwrap();
    }
    assert_eq!(script.request(0).0, format!("/{TENANT}/oauth2/v2.0/token"));
    assert_eq!(script.request(1).0, "/fabrikam.com/oauth2/v2.0/token");
}

#[tokio::test]
async fn a_refused_refresh_token_is_kept_for_other_apis() {
    let refusal = json!({"error": "invalid_grant", "error_codes": [50076], "error_description": "AADSTS50076: first"});
    let script = Script::new([Step::Answer(400, refusal), issued("b", None)]);
    let credential = credential(&script);
    let error = ask(&credential, SCOPE).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InteractionRequired);
    assert!(!format!("{error:?}").contains("first"), "{error:?}");
    assert!(
        ask(&credential, "https://other.example/.default")
            .await
            .is_ok()
    );
}

#[tokio::test]
async fn a_confidential_application_adds_its_secret() {
    let script = Script::new([issued("a", None)]);
    let credential = credential(&script).with_client_proof(SecretString::from("s3cret"));
    ask(&credential, SCOPE).await.unwrap();
    assert!(script.request(0).1.contains("client_secret=s3cret"));
    let shown = format!("{credential:?}");
    assert!(
        !shown.contains("s3cret") && !shown.contains("first"),
        "{shown}"
    );
}

#[test]
fn what_was_pasted_wrongly_is_refused() {
    for text in ["", "a b", "token\n"] {
        let error = RefreshToken::new(TENANT, CLIENT, text.into()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration);
    }
}
