//! No public type and no event of a token request shows a secret or a token.

use std::fmt::{self, Write};
use std::sync::{Arc, Mutex};

use http_core::{Request, Url};
use serde_json::json;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use super::{CLIENT, SCOPE, Script, Step, TENANT, jwt};
use crate::variables::Variables;
use crate::{
    AccessToken, AuthorizationCode, AzurePipelines, Bearer, Chain, Claims, ClientAssertion,
    ClientProof, ClientSecret, Cloud, Connector, DeviceCode, DeviceCodePrompt, Endpoint,
    Environment, Error, GitHubActions, ManagedIdentity, OnBehalfOf, RefreshToken, RetryAdvice,
    SecretString, StaticToken, StoreKey, StoredTokens, TokenCredential, TokenRequestOptions,
    UsernamePassword, WorkloadIdentity,
};

const CANARY: &str = "canary-in-the-secret";

/// Records every event and span of every level.
#[derive(Clone, Default)]
pub(crate) struct Heard(Arc<Mutex<String>>);

impl Heard {
    pub(crate) fn text(&self) -> String {
        self.0.lock().unwrap().clone()
    }
}

struct Writing<'a>(&'a mut String);

impl Visit for Writing<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        writeln!(self.0, "{field}={value:?}").unwrap();
    }
}

impl Subscriber for Heard {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        span.record(&mut Writing(&mut self.0.lock().unwrap()));
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        values.record(&mut Writing(&mut self.0.lock().unwrap()));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        event.record(&mut Writing(&mut self.0.lock().unwrap()));
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

/// Does not compile if one of the types can be printed or serialized: the trait is then ambiguous.
macro_rules! neither_printed_nor_serialised {
    ($($secret:ty),+) => {$({
        trait Ambiguous<Why> {
            fn is_clear() {}
        }
        struct Printed;
        struct Serialised;
        impl<T: ?Sized> Ambiguous<()> for T {}
        impl<T: ?Sized + fmt::Display> Ambiguous<Printed> for T {}
        impl<T: ?Sized + serde::Serialize> Ambiguous<Serialised> for T {}
        <$secret as Ambiguous<_>>::is_clear();
    })+};
}

#[test]
fn no_secret_is_of_a_type_that_can_be_printed() {
    neither_printed_nor_serialised!(
        AccessToken,
        SecretString,
        ClientProof,
        StoreKey,
        StoredTokens,
        DeviceCodePrompt,
        StaticToken
    );
}

/// A token with the canary in an unused claim and as its signature.
fn token() -> String {
    let payload = jwt(&json!({"aud": "https://api.example", "upn": CANARY, "roles": ["A"]}));
    format!("{}.{CANARY}", payload.rsplit_once('.').unwrap().0)
}

fn assert_hidden(shown: &str) {
    let token = token();
    let payload = token.split('.').nth(1).unwrap();
    assert!(!shown.contains(CANARY), "{shown}");
    assert!(!shown.contains(payload), "{shown}");
}

#[tokio::test]
async fn no_public_type_shows_a_secret() {
    let secret = || SecretString::from(CANARY);
    let body = json!({"access_token": token(), "expires_in": 3599});
    let credential = ClientSecret::new(TENANT, CLIENT, secret())
        .unwrap()
        .with_transport(Script::new([Step::Answer(200, body)]));
    let options = TokenRequestOptions::default().with_cae();
    let issued = credential.get_token(&[SCOPE], &options).await.unwrap();
    let fixed = StaticToken::with_scheme("Token", secret()).unwrap();
    let shared: Arc<dyn TokenCredential> = Arc::new(credential.clone());
    let bearer = Bearer::new(Arc::clone(&shared), SCOPE);
    let mut headers = http::HeaderMap::new();
    http_core::Authorize::authorize(&bearer, &mut headers)
        .await
        .unwrap();
    let base = Url::parse("https://api.example").unwrap();
    let endpoint = Endpoint::new(base, SCOPE);
    let connector = Connector::new(shared).with_transport(Script::new([]));
    let client = connector.connect(&endpoint).unwrap();
    let claims: Option<&Claims> = issued.claims();
    let opaque = AccessToken::new(secret());
    let echo = json!({"error": "invalid_client", "error_description": format!("AADSTS1: you sent {CANARY}")});
    let refused = refusal(echo).await;
    for shown in [
        format!(
            "{credential:?} {fixed:?} {issued:?} {opaque:?} {:?}",
            issued.secret()
        ),
        format!("{claims:?} {}", claims.unwrap()),
        format!("{bearer:?} {headers:?} {connector:?} {client:?} {endpoint:?}"),
        format!(
            "{refused} {refused:?} {:?} {:?}",
            refused.hint(),
            refused.kind()
        ),
        format!("{options:?} {:?} {}", RetryAdvice::Never, Cloud::China),
    ] {
        assert_hidden(&shown);
        assert!(!shown.is_empty());
    }
    let call = http_core::Error::from(refused);
    assert_hidden(&format!(
        "{call} {call:?} {:?}",
        std::error::Error::source(&call)
    ));
}

#[test]
fn no_credential_of_another_kind_shows_what_it_holds() {
    let secret = || SecretString::from(CANARY);
    let variables = Variables::of([
        ("ACTIONS_ID_TOKEN_REQUEST_URL", "https://job.example/token"),
        ("ACTIONS_ID_TOKEN_REQUEST_TOKEN", CANARY),
        ("SYSTEM_OIDCREQUESTURI", "https://pipeline.example/oidc"),
        ("SYSTEM_ACCESSTOKEN", CANARY),
        ("AZURE_TENANT_ID", TENANT),
        ("AZURE_CLIENT_ID", CLIENT),
        ("AZURE_CLIENT_SECRET", CANARY),
    ]);
    let job = GitHubActions::from_variables(&variables).unwrap();
    let pipeline = AzurePipelines::from_variables(&variables, "connection").unwrap();
    let environment = Environment::from_variables(&variables).unwrap();
    let refresh = RefreshToken::new(TENANT, CLIENT, secret()).unwrap();
    let refresh = refresh.with_client_proof(secret());
    let code = DeviceCode::new(TENANT, CLIENT, |_| {}).unwrap();
    let browser = AuthorizationCode::new(TENANT, CLIENT, |_| {}).unwrap();
    let browser = browser.with_client_proof(secret());
    let password = UsernamePassword::new(TENANT, CLIENT, "a@b.example", secret()).unwrap();
    let behalf = OnBehalfOf::new(TENANT, CLIENT, secret(), "a.canary-in-the-secret.c".into());
    assert_hidden(&format!("{browser:?} {password:?} {:?}", behalf.unwrap()));
    assert_hidden(&format!("{:?} {variables:?}", ClientProof::from(secret())));
    let assertion = ClientAssertion::new(TENANT, CLIENT, job.clone()).unwrap();
    let file = WorkloadIdentity::new(TENANT, CLIENT, "token-file").unwrap();
    let chain = Chain::new().then("refresh", Arc::new(refresh.clone()));
    assert_hidden(&format!("{job:?} {pipeline:?} {environment:?} {refresh:?}"));
    assert_hidden(&format!("{code:?} {assertion:?} {file:?} {chain:?}"));
    assert_hidden(&format!("{:?}", ManagedIdentity::new()));
    #[cfg(feature = "developer")]
    assert_hidden(&format!(
        "{:?} {:?}",
        crate::AzureCli::new(),
        crate::AzureDeveloperCli::new()
    ));
}

#[cfg(feature = "certificate")]
#[test]
fn no_type_of_a_certificate_shows_its_key() {
    let text = include_str!("../../testdata/key.pem");
    let pem = format!("{text}{}", include_str!("../../testdata/leaf.pem"));
    let certificate = crate::Certificate::from_pem(&pem, None).unwrap();
    let shown = format!("{certificate:?}");
    let credential = crate::ClientCertificate::new(TENANT, CLIENT, certificate).unwrap();
    let shown = format!("{shown} {credential:?}");
    for line in text.lines().filter(|line| !line.starts_with('-')) {
        assert!(!shown.contains(&line[..line.len().min(16)]), "{shown}");
    }
}

async fn refusal(body: serde_json::Value) -> Error {
    let credential = ClientSecret::new(TENANT, CLIENT, CANARY.into())
        .unwrap()
        .with_transport(Script::new([Step::Answer(401, body)]));
    let options = TokenRequestOptions::default();
    credential.get_token(&[SCOPE], &options).await.unwrap_err()
}

#[tokio::test]
async fn no_event_of_a_call_holds_a_secret() {
    let heard = Heard::default();
    // For the whole process, because a subscriber of one thread misses events of the others.
    tracing::subscriber::set_global_default(heard.clone()).unwrap();
    let mut server = mockito::Server::new_async().await;
    let issued = json!({"access_token": token(), "expires_in": 3599}).to_string();
    let path = format!("/{TENANT}/oauth2/v2.0/token");
    let issuing = server.mock("POST", path.as_str()).with_body(issued);
    let issuing = issuing.create_async().await;
    let listing = server.mock("GET", "/things").with_body("{}");
    let listing = listing.create_async().await;

    let url = Url::parse(&server.url()).unwrap();
    let credential = ClientSecret::new(TENANT, CLIENT, CANARY.into())
        .unwrap()
        .with_authority(url.clone());
    let client = Connector::new(Arc::new(credential))
        .connect(&Endpoint::new(url, SCOPE))
        .unwrap();
    static LIST: http_core::Operation = http_core::Operation::get("t.canaries.list", "/things");
    client.send_empty(Request::new(&LIST)).await.unwrap();
    issuing.assert_async().await;
    listing.assert_async().await;

    let heard = heard.0.lock().unwrap();
    assert!(
        heard.contains("auth.token") && heard.contains("t.canaries.list"),
        "{heard}"
    );
    assert_hidden(&heard);
}
