//! Rules for every credential that calls an issuer, with a line for each credential.

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::join_all;
use serde_json::json;

use super::{CLIENT, SCOPE, Script, Step, TENANT, token};
use crate::{
    ClientAssertion, ClientSecret, DeviceCode, DeviceCodePrompt, ErrorKind, ExposeSecret,
    ManagedIdentity, RefreshToken, Result, SecretString, TokenCredential, TokenRequestOptions,
    WantedAssertion,
};

type Make = fn(Arc<Script>) -> Arc<dyn TokenCredential>;

/// Constructs it, and returns the requests before its first token.
struct Case {
    make: Make,
    before: fn() -> Option<Step>,
}

impl Case {
    fn start(
        &self,
        steps: impl IntoIterator<Item = Step>,
    ) -> (Arc<Script>, Arc<dyn TokenCredential>) {
        let script = Script::new((self.before)().into_iter().chain(steps));
        let credential = (self.make)(Arc::clone(&script));
        (script, credential)
    }

    /// Requests other than token requests.
    fn extra(&self) -> usize {
        (self.before)().into_iter().count()
    }
}

async fn ask(credential: &dyn TokenCredential, options: TokenRequestOptions) -> Result<String> {
    let token = credential.get_token(&[SCOPE], &options).await?;
    Ok(token.secret().expose_secret().to_owned())
}

fn issue(text: &str) -> Step {
    Step::Answer(200, token(text, 3600))
}

fn plain() -> TokenRequestOptions {
    TokenRequestOptions::default()
}

async fn conform(case: Case) {
    // One request for any number of callers, and none while the token is valid.
    let (script, credential) = case.start([issue("a"), issue("b")]);
    for got in join_all((0..20).map(|_| ask(&*credential, plain()))).await {
        assert_eq!(got.unwrap(), "a");
    }
    tokio::time::advance(Duration::from_secs(1800)).await;
    assert_eq!(ask(&*credential, plain()).await.unwrap(), "a");
    assert_eq!(script.count(), case.extra() + 1);

    // A forced refresh bypasses the cache and replaces the cached token.
    let forced = plain().with_force_refresh();
    let (script, credential) = case.start([issue("a"), issue("b")]);
    ask(&*credential, plain()).await.unwrap();
    // A user without a session would have to sign in again; other tests cover that.
    if case.extra() == 0 {
        assert_eq!(ask(&*credential, forced).await.unwrap(), "b");
        assert_eq!(ask(&*credential, plain()).await.unwrap(), "b");
        assert_eq!(script.count(), 2);
    }

    // All callers get the same refusal. It names the API and is final.
    let refusal = Step::Answer(
        400,
        json!({"error": "invalid_scope", "error_description": "AADSTS70011: canary-proof"}),
    );
    let (script, credential) = case.start([refusal]);
    let errors = join_all((0..20).map(|_| ask(&*credential, plain()))).await;
    for error in errors.into_iter().map(Result::unwrap_err) {
        assert!(
            matches!(error.kind(), ErrorKind::InvalidScope | ErrorKind::Refused),
            "{error}"
        );
        assert!(error.resource().is_some(), "{error}");
    }
    assert_eq!(script.count(), case.extra() + 1);

    // A failed renewal keeps the valid token.
    let down = || {
        Step::Answer(
            400,
            json!({"error": "invalid_client", "error_description": "AADSTS7000222: x"}),
        )
    };
    let (_, credential) = case.start([issue("a"), down(), down()]);
    ask(&*credential, plain()).await.unwrap();
    tokio::time::advance(Duration::from_secs(3500)).await;
    if case.extra() == 0 {
        assert_eq!(ask(&*credential, plain()).await.unwrap(), "a");
    }
    assert!(
        !format!("{credential:?}").contains("canary"),
        "{credential:?}"
    );
}

fn nothing() -> Option<Step> {
    None
}

fn code() -> Option<Step> {
    Some(Step::Answer(
        200,
        json!({
            "device_code": "canary-proof", "user_code": "c", "verification_uri": "https://login.example", "interval": 5,
        }),
    ))
}

#[tokio::test(start_paused = true)]
async fn a_secret() {
    let make: Make = |script| {
        let credential = ClientSecret::new(TENANT, CLIENT, "canary-proof".into()).unwrap();
        Arc::new(credential.with_transport(script))
    };
    conform(Case {
        make,
        before: nothing,
    })
    .await;
}

#[cfg(feature = "certificate")]
#[tokio::test(start_paused = true)]
async fn a_certificate() {
    let make: Make = |script| {
        let pem = concat!(
            include_str!("../../testdata/key.pem"),
            include_str!("../../testdata/leaf.pem")
        );
        let certificate = crate::Certificate::from_pem(pem, None).unwrap();
        let credential = crate::ClientCertificate::new(TENANT, CLIENT, certificate).unwrap();
        Arc::new(credential.with_transport(script))
    };
    conform(Case {
        make,
        before: nothing,
    })
    .await;
}

#[tokio::test(start_paused = true)]
async fn an_assertion() {
    let make: Make = |script| {
        let source = |_: WantedAssertion| async { Ok(SecretString::from("a.canary-proof.c")) };
        let credential = ClientAssertion::new(TENANT, CLIENT, source).unwrap();
        Arc::new(credential.with_transport(script))
    };
    conform(Case {
        make,
        before: nothing,
    })
    .await;
}

#[tokio::test(start_paused = true)]
async fn a_managed_identity() {
    let make: Make = |script| {
        let address = "http://127.0.0.1:1".parse().unwrap();
        let credential = ManagedIdentity::new().with_metadata_service(address);
        Arc::new(credential.with_transport(script))
    };
    conform(Case {
        make,
        before: nothing,
    })
    .await;
}

#[tokio::test(start_paused = true)]
async fn a_refresh_token() {
    let make: Make = |script| {
        let credential = RefreshToken::new(TENANT, CLIENT, "canary-proof".into()).unwrap();
        Arc::new(credential.with_transport(script))
    };
    conform(Case {
        make,
        before: nothing,
    })
    .await;
}

#[tokio::test(start_paused = true)]
async fn a_device_code() {
    let make: Make = |script| {
        let credential = DeviceCode::new(TENANT, CLIENT, |_: &DeviceCodePrompt| {}).unwrap();
        Arc::new(credential.with_transport(script))
    };
    conform(Case { make, before: code }).await;
}
