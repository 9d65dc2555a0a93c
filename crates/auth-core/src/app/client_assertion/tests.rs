//! Calls of the source, and its answers.

use std::sync::atomic::{AtomicUsize, Ordering};

use secrecy::SecretString;

use super::*;
use crate::app::proof::assertion::WantedAssertion;
use crate::error::{Error, ErrorKind};
use crate::tests::{CLIENT, SCOPE, Script, Step, TENANT, token};

fn script(count: usize) -> Arc<Script> {
    Script::new((0..count).map(|n| Step::Answer(200, token(&format!("t{n}"), 3599))))
}

fn credential(script: &Arc<Script>, source: impl AssertionSource) -> ClientAssertion {
    ClientAssertion::new(TENANT, CLIENT, source)
        .unwrap()
        .with_transport(Arc::clone(script) as Arc<_>)
}

async fn refused(source: impl AssertionSource) -> Error {
    let script = Script::new([]);
    let options = TokenRequestOptions::default();
    let error = credential(&script, source)
        .get_token(&[SCOPE], &options)
        .await;
    assert_eq!(script.count(), 0);
    error.unwrap_err()
}

#[tokio::test]
async fn every_request_gets_an_assertion_made_for_it() {
    let script = script(2);
    let asked = Arc::new(AtomicUsize::new(0));
    let source = {
        let asked = Arc::clone(&asked);
        move |wanted: WantedAssertion| {
            let nth = asked.fetch_add(1, Ordering::Relaxed);
            async move {
                assert_eq!(wanted.client_id, CLIENT);
                let tenant = ["contoso.com", "fabrikam.com"][nth];
                let address =
                    format!("https://login.microsoftonline.us/{tenant}/oauth2/v2.0/token");
                assert_eq!(
                    (wanted.tenant_id.as_str(), wanted.token_endpoint),
                    (tenant, address)
                );
                Ok(SecretString::from(format!("a.{nth}.c")))
            }
        }
    };
    let credential = credential(&script, source).with_cloud(Cloud::GccHigh);
    for tenant in ["contoso.com", "fabrikam.com"] {
        let options = TokenRequestOptions::default().with_tenant_id(tenant);
        credential.get_token(&[SCOPE], &options).await.unwrap();
        credential.get_token(&[SCOPE], &options).await.unwrap();
    }
    assert_eq!(asked.load(Ordering::Relaxed), 2);
    assert!(script.request(1).1.contains("client_assertion=a.1.c&"));
}

#[tokio::test]
async fn what_is_no_jwt_is_not_sent() {
    for text in ["", " \n", "a.b", "a.b.c\n", "canary text"] {
        let error = refused(move |_: WantedAssertion| async move { Ok(text.into()) }).await;
        assert_eq!(error.kind(), ErrorKind::Configuration, "{text:?}");
        assert!(!format!("{error:?}").contains("canary"), "{error:?}");
    }
}

#[tokio::test]
async fn a_failure_of_the_source_is_told_as_it_is() {
    let error = refused(|_: WantedAssertion| async {
        Err(Error::new(ErrorKind::Unavailable, "the vault is locked"))
    });
    let error = error.await;
    assert_eq!(
        (error.kind(), error.message()),
        (ErrorKind::Unavailable, "the vault is locked")
    );
}

#[tokio::test]
async fn the_assertion_is_never_shown() {
    let script = Script::new([Step::Echo(401)]);
    let source = |_: WantedAssertion| async { Ok("can.ary.assertion".into()) };
    let credential = credential(&script, source);
    let options = TokenRequestOptions::default();
    let error = credential.get_token(&[SCOPE], &options).await.unwrap_err();
    let shown = format!("{error:?} {credential:?}");
    assert!(
        shown.contains("***") && !shown.contains("can.ary"),
        "{shown}"
    );
}
