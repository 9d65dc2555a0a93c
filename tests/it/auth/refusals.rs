//! Refusals of the identity service, and the messages about them.

use std::sync::Arc;

use auth_core::{
    ClientSecret, Error, ErrorKind, SecretString, TokenCredential, TokenRequestOptions,
};
use sandbox::{Application, Sandbox, Service};

use crate::support::{Bench, scope};

const APP: &str = "22222222-bbbb-4bbb-8bbb-000000000002";

async fn refusal(credential: ClientSecret, scope: &str) -> Error {
    let options = TokenRequestOptions::default();
    credential.get_token(&[scope], &options).await.unwrap_err()
}

fn at(bench: &Bench, tenant: &str, client: &str, secret: &str) -> ClientSecret {
    ClientSecret::new(tenant, client, SecretString::from(secret))
        .unwrap()
        .with_authority(bench.url(Service::Login))
        .with_transport(Arc::clone(&bench.transport))
}

#[tokio::test(start_paused = true)]
async fn each_refusal_has_its_kind_and_says_what_to_do() {
    let expired = Application::new(APP, "old").expired_secret();
    let bench = Bench::with(Sandbox::builder().application(expired)).await;
    let (tenant, client) = (bench.sandbox.tenant_id(), bench.sandbox.client_id());
    let secret = bench.sandbox.client_secret();
    let nobody = "33333333-dddd-4ddd-8ddd-000000000003";
    let mde = scope(Service::Mde);
    let cases = [
        (
            at(&bench, nobody, client, secret),
            mde,
            ErrorKind::InvalidTenant,
            "90002",
        ),
        (
            at(&bench, tenant, nobody, secret),
            mde,
            ErrorKind::InvalidClient,
            "700016",
        ),
        (
            at(&bench, tenant, client, "canary"),
            mde,
            ErrorKind::InvalidClient,
            "7000215",
        ),
        (
            at(&bench, tenant, APP, "old"),
            mde,
            ErrorKind::InvalidClient,
            "7000222",
        ),
        (
            at(&bench, tenant, client, secret),
            "https://unknown.example/.default",
            ErrorKind::InvalidScope,
            "500011",
        ),
    ];
    for (credential, scope, kind, code) in cases {
        let error = refusal(credential, scope).await;
        assert_eq!(error.kind(), kind, "{error}");
        assert!(
            error.to_string().contains(code),
            "{code} is not in `{error}`"
        );
        assert!(error.hint().is_some(), "{code} has no hint");
        let shown = format!("{error} {error:?} {}", error.hint().unwrap());
        assert!(
            !shown.contains(secret) && !shown.contains("canary"),
            "{shown}"
        );
    }
    assert_eq!(bench.count("token"), 5, "none of them is worth a retry");
}

#[tokio::test(start_paused = true)]
async fn a_wrong_secret_is_the_credentials_fault_and_no_call_is_made() {
    let bench = Bench::new().await;
    let wrong = bench.application(bench.sandbox.client_id(), "canary-secret");
    let connector = bench.connector_of(Arc::new(wrong));
    let client = crate::support::mde_client(&bench.sandbox, &connector);
    let error = client.alerts().list().send().await.unwrap_err();
    assert_eq!(error.kind(), http_core::ErrorKind::Credential);
    assert!(error.is_unsent() && !error.is_retryable());
    assert!(error.to_string().contains("7000215"), "{error}");
    assert!(error.hint().is_some());
    assert_eq!(bench.count("mde.alerts.list"), 0);
    assert!(!format!("{error:?}").contains("canary"));
}
