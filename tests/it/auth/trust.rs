//! Trusted server certificates. Only these tests of sign-in open TLS connections.

use std::sync::Arc;

use auth_core::{
    ClientSecret, ErrorKind, ManagedIdentity, Result, RetryAdvice, SecretString, TokenCredential,
    TokenRequestOptions, Variables,
};
use http_core::{ReqwestTransport, Transport, Url};
use sandbox::{Sandbox, Service};

use crate::support::{mde_client, scope};

async fn with_tls() -> Sandbox {
    Sandbox::builder().tls(true).start().await.unwrap()
}

async fn ask(credential: &impl TokenCredential) -> Result<()> {
    let options = TokenRequestOptions::default();
    let token = credential.get_token(&[scope(Service::Mde)], &options).await;
    token.map(|_| ())
}

fn on_service_fabric(sandbox: &Sandbox, thumbprint: &str) -> ManagedIdentity {
    let endpoint = format!("{}/fabric/token", sandbox.url(Service::Login));
    let (header, thumbprint) = (sandbox.identity_header(), thumbprint.to_owned());
    ManagedIdentity::new().with_variables(Variables::new(move |name| match name {
        "IDENTITY_ENDPOINT" => Some(endpoint.clone()),
        "IDENTITY_HEADER" => Some(header.to_owned()),
        "IDENTITY_SERVER_THUMBPRINT" => Some(thumbprint.clone()),
        _ => None,
    }))
}

/// The emulator's certificate is not signed by an authority of this machine.
#[tokio::test]
async fn service_fabric_is_known_by_its_thumbprint() {
    let sandbox = with_tls().await;
    let thumbprint = sandbox.server_thumbprint().unwrap();
    let upper = on_service_fabric(&sandbox, thumbprint);
    ask(&upper).await.unwrap();
    let lower = on_service_fabric(&sandbox, &thumbprint.to_lowercase());
    ask(&lower).await.unwrap();
}

#[tokio::test]
async fn another_certificate_than_the_named_one_is_sent_nothing() {
    let sandbox = with_tls().await;
    let other = "0123456789ABCDEF0123456789ABCDEF01234567";
    let error = ask(&on_service_fabric(&sandbox, other)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport, "{error}");
    assert_eq!(error.retry_advice(), RetryAdvice::Never);
    assert!(error.message().contains("thumbprint"), "{error}");
    assert!(sandbox.all_requests().is_empty());
}

fn secret(sandbox: &Sandbox, transport: ReqwestTransport) -> ClientSecret {
    let (tenant, client) = (sandbox.tenant_id(), sandbox.client_id());
    let secret = SecretString::from(sandbox.client_secret());
    ClientSecret::new(tenant, client, secret)
        .unwrap()
        .with_authority(Url::parse(&sandbox.url(Service::Login)).unwrap())
        .with_transport(Arc::new(transport))
}

/// The certificate of a proxy that inspects TLS.
#[tokio::test]
async fn an_unknown_authority_is_refused_with_what_to_do() {
    let sandbox = with_tls().await;
    let of_the_system = secret(&sandbox, ReqwestTransport::new().unwrap());
    let error = ask(&of_the_system).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(error.retry_advice(), RetryAdvice::Never);
    assert!(
        error
            .docs()
            .ends_with("docs/troubleshooting.md#certificate")
    );
    let said = error.to_string();
    assert!(said.contains("no authority known here"), "{said}");
    assert!(error.hint().unwrap().contains("CA file"), "{error:?}");
    assert!(sandbox.all_requests().is_empty());

    let pem = std::fs::read(sandbox.ca_file().unwrap()).unwrap();
    let trusting = ReqwestTransport::with_authorities(&pem).unwrap();
    ask(&secret(&sandbox, trusting)).await.unwrap();
}

#[tokio::test]
async fn a_call_to_a_server_that_is_not_trusted_is_made_once() {
    let sandbox = with_tls().await;
    let token = auth_core::StaticToken::new("canary".into()).unwrap();
    let transport: Arc<dyn Transport> = Arc::new(ReqwestTransport::new().unwrap());
    let connector = auth_core::Connector::new(Arc::new(token)).with_transport(transport);
    let client = mde_client(&sandbox, &connector);
    let error = client.alerts().list().send().await.unwrap_err();
    assert_eq!(error.kind(), http_core::ErrorKind::Untrusted, "{error}");
    assert_eq!(error.attempts(), 1);
    assert!(!error.is_retryable() && error.is_unsent());
    assert!(
        error.to_string().contains("no authority known here"),
        "{error}"
    );
}
