//! Exchanged and cached tokens, by user.

use serde_json::json;

use super::*;
use crate::error::ErrorKind;
use crate::tests::{CLIENT, SCOPE, Script, Step, TENANT, token};

fn with(script: &Arc<Script>) -> OnBehalfOf {
    let secret = SecretString::from("s3cret");
    OnBehalfOf::new(TENANT, CLIENT, secret, "can.ary.one".into())
        .unwrap()
        .with_transport(Arc::clone(script) as Arc<_>)
}

async fn ask(credential: &OnBehalfOf) -> Result<String> {
    let options = TokenRequestOptions::default();
    let token = credential.get_token(&[SCOPE], &options).await?;
    Ok(token.secret().expose_secret().to_owned())
}

#[tokio::test]
async fn the_form_is_that_of_the_document() {
    let script = Script::new([Step::Answer(200, token("t", 3599))]);
    ask(&with(&script)).await.unwrap();
    let (_, body) = script.request(0);
    for field in [
        "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer",
        "requested_token_use=on_behalf_of",
        "assertion=can.ary.one",
        "client_secret=s3cret",
        "scope=https%3A%2F%2Fapi.example%2F.default",
    ] {
        assert!(
            body.split('&').any(|one| one == field),
            "{field} is not in {body}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn each_user_has_tokens_of_their_own() {
    let script = Script::new(["a", "b"].map(|text| Step::Answer(200, token(text, 3599))));
    let one = with(&script);
    let other = one.for_user("can.ary.two".into()).unwrap();
    for _ in 0..3 {
        assert_eq!(ask(&one).await.unwrap(), "a");
        assert_eq!(ask(&other).await.unwrap(), "b");
    }
    let again = other.for_user("can.ary.one".into()).unwrap();
    assert_eq!(ask(&again).await.unwrap(), "a");
    assert_eq!(script.count(), 2);
}

#[tokio::test]
async fn what_a_policy_demands_is_handed_on_to_the_caller() {
    let claims = r#"{"access_token":{"acrs":{"essential":true,"value":"c1"}}}"#;
    let refusal = json!({"error": "interaction_required", "error_description": "AADSTS50079: x", "claims": claims});
    let script = Script::new([Step::Answer(400, refusal)]);
    let error = ask(&with(&script)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InteractionRequired);
    let mut headers = http::HeaderMap::new();
    let challenge = error.to_challenge().unwrap().parse().unwrap();
    headers.insert(http::header::WWW_AUTHENTICATE, challenge);
    assert_eq!(
        crate::pipeline::challenge::claims(&headers).as_deref(),
        Some(claims)
    );
}

#[test]
fn what_is_no_token_of_one_tenant_is_refused() {
    let make = |tenant: &str, user_token: &str| {
        let secret = SecretString::from("s3cret");
        OnBehalfOf::new(tenant, CLIENT, secret, user_token.into())
    };
    for refused in [
        make("organizations", "a.b.c"),
        make(TENANT, "Bearer a.b.c"),
        make(TENANT, ""),
    ] {
        assert_eq!(refused.unwrap_err().kind(), ErrorKind::Configuration);
    }
    let shown = format!("{:?}", make(TENANT, "can.ary.c").unwrap());
    assert!(
        shown.contains(CLIENT) && !shown.contains("can.ary"),
        "{shown}"
    );
}
