//! A password is sent once, and only to a service that can check it.

use serde_json::json;

use super::*;
use crate::tests::{CLIENT, SCOPE, Script, Step};

const NAME: &str = "canary@contoso.com";

fn with(script: &Arc<Script>) -> UsernamePassword {
    UsernamePassword::new("organizations", CLIENT, NAME, "canary-password".into())
        .unwrap()
        .with_transport(Arc::clone(script) as Arc<_>)
}

fn realm(kind: &str) -> Step {
    Step::Answer(200, json!({"account_type": kind}))
}

fn refusal(code: u32) -> Step {
    let body = json!({"error": "invalid_grant", "error_description": format!("AADSTS{code}: {NAME}"), "error_codes": [code]});
    Step::Answer(400, body)
}

fn issued(refresh_token: &str) -> Step {
    let body = json!({"access_token": "t", "expires_in": 3599, "refresh_token": refresh_token});
    Step::Answer(200, body)
}

async fn ask(credential: &UsernamePassword, scope: &str) -> Result<()> {
    let options = TokenRequestOptions::default();
    credential.get_token(&[scope], &options).await.map(drop)
}

#[tokio::test(start_paused = true)]
async fn the_password_is_sent_once_and_forgotten() {
    let script = Script::new([
        realm("Managed"),
        issued("r"),
        issued("r2"),
        refusal(700_082),
    ]);
    let credential = with(&script);
    ask(&credential, SCOPE).await.unwrap();
    let (path, _) = script.request(0);
    assert_eq!(path, "/common/UserRealm/canary%40contoso.com");
    assert!(
        script
            .request(1)
            .1
            .contains("grant_type=password&password=canary-password&")
    );
    ask(&credential, "https://other.example/.default")
        .await
        .unwrap();
    assert!(script.request(2).1.contains("grant_type=refresh_token&"));
    let ended = ask(&credential, "https://third.example/.default").await;
    assert_eq!(ended.unwrap_err().kind(), ErrorKind::InteractionRequired);
    assert_eq!(script.count(), 4);
}

#[tokio::test(start_paused = true)]
async fn a_password_that_was_refused_locks_no_account() {
    for code in [50_126, 50_053, 50_055] {
        let script = Script::new([realm("Managed"), refusal(code)]);
        let credential = with(&script);
        for _ in 0..5 {
            let error = ask(&credential, SCOPE).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::InteractionRequired);
            assert!(!format!("{error:?}").contains("canary"), "{error:?}");
            tokio::time::advance(std::time::Duration::from_secs(600)).await;
        }
        assert_eq!(script.count(), 2, "{code}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_failure_of_the_moment_is_no_refusal() {
    let script = Script::new([
        realm("Managed"),
        refusal(50_076),
        realm("Managed"),
        issued("r"),
    ]);
    let credential = with(&script);
    ask(&credential, SCOPE).await.unwrap_err();
    tokio::time::advance(std::time::Duration::from_secs(600)).await;
    ask(&credential, SCOPE).await.unwrap();
}

#[tokio::test]
async fn the_password_of_a_federated_user_stays_here() {
    let script = Script::new([realm("Federated")]);
    let error = ask(&with(&script), SCOPE).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Blocked);
    assert!(error.message().contains("federated"), "{error}");
    assert!(error.hint().unwrap().contains("browser"));
    assert_eq!(script.count(), 1);
    assert!(!script.request(0).1.contains("canary"));
}

/// Answers of AD FS, which lacks this address, and of gateways.
#[tokio::test]
async fn where_nobody_knows_how_users_sign_in_the_password_stays_here() {
    for step in [
        Step::Page(
            404,
            "<html><title>404 - File or directory not found.</title></html>",
        ),
        Step::Header(
            302,
            "location",
            "https://sts.contoso.com/adfs/ls".to_owned(),
        ),
        Step::Page(200, "<html><title>Sign In</title></html>"),
        Step::Answer(
            400,
            json!({"error": "invalid_request", "error_description": "no such path"}),
        ),
    ] {
        let script = Script::new([step]);
        let error = ask(&with(&script), SCOPE).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Blocked, "{error}");
        assert!(error.message().contains("password was not sent"), "{error}");
        assert!(error.hint().unwrap().contains("AD FS"));
        assert_eq!(script.count(), 1);
        assert!(!format!("{error:?}").contains("canary"), "{error:?}");
    }
}

#[test]
fn what_cannot_be_right_is_refused() {
    let make = |tenant: &str, name: &str, password: &str| {
        UsernamePassword::new(tenant, CLIENT, name, password.into()).map(drop)
    };
    assert!(make("organizations", NAME, "p w").is_ok());
    for refused in [
        make("common", NAME, "p"),
        make("Consumers", NAME, "p"),
        make("contoso.com", "name", "p"),
        make("contoso.com", "a/b@contoso.com", "p"),
        make("contoso.com", "a@b@contoso.com", "p"),
        make("contoso.com", NAME, " p"),
        make("contoso.com", NAME, ""),
    ] {
        assert_eq!(refused.unwrap_err().kind(), ErrorKind::Configuration);
    }
    let shown = format!("{:?}", with(&Script::new([])));
    assert!(!shown.contains("canary"), "{shown}");
}
