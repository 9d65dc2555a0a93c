//! The credential that settings choose, and errors.

use std::sync::Arc;

use super::*;
use crate::error::ErrorKind;
use crate::tests::{CLIENT, SCOPE, Script, Step, TENANT, token};
use crate::token::credential::TokenRequestOptions;
use crate::variables::Variables;

fn application() -> Settings {
    Settings {
        tenant_id: Some(TENANT.to_owned()),
        client_id: Some(CLIENT.to_owned()),
        variables: Variables::of([]),
        ..Settings::default()
    }
}

#[test]
fn the_first_method_whose_settings_are_complete_is_chosen() {
    let mut settings = application();
    assert_eq!(
        settings.choose().unwrap_err().kind(),
        ErrorKind::Unavailable
    );
    settings.variables = Variables::of([("IDENTITY_ENDPOINT", "http://127.0.0.1")]);
    assert_eq!(
        settings.choose().unwrap(),
        Choice::Method(Method::ManagedIdentity)
    );
    settings.federated_token_file = Some("token".into());
    assert_eq!(settings.choose().unwrap(), Choice::Method(Method::Workload));
    settings.certificate_path = Some("a.pfx".into());
    assert_eq!(
        settings.choose().unwrap(),
        Choice::Method(Method::Certificate)
    );
    settings.secret = Some(SecretFrom::Value("s3cret".into()));
    assert_eq!(settings.choose().unwrap(), Choice::Method(Method::Secret));
    settings.uses_chain = true;
    assert_eq!(settings.choose().unwrap(), Choice::Chain);
    settings.method = Some(Method::Az);
    assert_eq!(settings.choose().unwrap(), Choice::Method(Method::Az));
}

#[test]
fn an_error_names_the_settings_that_are_missing() {
    let mut settings = Settings {
        variables: Variables::of([]),
        ..Settings::default()
    };
    let error = settings.choose().unwrap_err();
    assert_eq!(
        error.message(),
        "no credential: AZURE_TENANT_ID, AZURE_CLIENT_ID, AZURE_CLIENT_SECRET are not set"
    );
    settings.method = Some(Method::Certificate);
    settings.tenant_id = Some(TENANT.to_owned());
    settings.client_id = Some(CLIENT.to_owned());
    let error = settings.credential().unwrap_err();
    assert_eq!(
        error.message(),
        "no credential: AZURE_CLIENT_CERTIFICATE_PATH is not set"
    );
    // An explicit managed identity needs no variable: a virtual machine has none.
    settings.method = Some(Method::ManagedIdentity);
    assert!(settings.missing(Method::ManagedIdentity).is_empty());
    assert!(settings.credential().is_ok());
}

#[test]
fn an_invalid_variable_is_named() {
    for (name, value, message) in [
        (
            "DEFENDER_METHOD",
            "magic",
            "DEFENDER_METHOD: invalid value `magic`; expected one of browser",
        ),
        ("DEFENDER_CLOUD", "mars", "DEFENDER_CLOUD: "),
        (
            "DEFENDER_ENDPOINT_LOGIN",
            "http://",
            "DEFENDER_ENDPOINT_LOGIN: invalid URL `http://`",
        ),
        (
            "AZURE_AUTHORITY_HOST",
            "login.example",
            "AZURE_AUTHORITY_HOST ",
        ),
    ] {
        let error = Settings::from_variables(&Variables::of([(name, value)])).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration, "{name}");
        assert!(error.message().starts_with(message), "{error}");
    }
}

#[tokio::test]
async fn the_variables_of_an_application_make_a_credential_that_signs_in_with_them() {
    let variables = Variables::of([
        ("AZURE_TENANT_ID", TENANT),
        ("AZURE_CLIENT_ID", CLIENT),
        ("AZURE_CLIENT_SECRET", "s3cret"),
        ("DEFENDER_ENDPOINT_LOGIN", "login.example"),
    ]);
    let script = Script::new([Step::Answer(200, token("t", 3599))]);
    let mut settings = Settings::from_variables(&variables).unwrap();
    settings.transport = Some(Arc::clone(&script) as Arc<_>);
    let credential = settings.credential().unwrap();
    let options = TokenRequestOptions::default();
    credential.get_token(&[SCOPE], &options).await.unwrap();
    let (address, body) = script.request(0);
    assert_eq!(script.uri(0).host(), Some("login.example"));
    assert!(address.starts_with(&format!("/{TENANT}/")), "{address}");
    assert!(body.contains("client_secret=s3cret"), "{body}");
    assert!(!format!("{settings:?}").contains("s3cret"));
}

#[tokio::test]
async fn a_source_is_asked_for_every_token_request() {
    let script = Script::new((0..2).map(|_| Step::Answer(200, token("t", 3599))));
    let mut settings = application();
    let count = Arc::new(std::sync::atomic::AtomicUsize::new(0));
    let counter = Arc::clone(&count);
    settings.secret = Some(SecretFrom::Source(Arc::new(move || {
        let n = counter.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        async move { Ok(format!("s3cret{n}").into()) }
    })));
    settings.transport = Some(Arc::clone(&script) as Arc<_>);
    let credential = settings.credential().unwrap();
    for force_refresh in [false, true] {
        let options = TokenRequestOptions {
            force_refresh,
            ..TokenRequestOptions::default()
        };
        credential.get_token(&[SCOPE], &options).await.unwrap();
    }
    for n in 0..2 {
        let secret = format!("client_secret=s3cret{n}");
        assert!(script.request(n).1.contains(&secret));
    }
}
