//! Both adapters, with credentials of the other library.

use ::azure_core::http::StatusCode;
use serde_json::json;

use super::*;
use crate::tests::{CLIENT, SCOPE, Script, Step, TENANT, jwt, token};
use crate::{ClientSecret, StaticToken};

type Answer = Box<dyn Fn(&[&str]) -> ::azure_core::Result<theirs::AccessToken> + Send + Sync>;

/// A credential of the Azure SDK that answers by a function.
struct Scripted(Answer);

impl fmt::Debug for Scripted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("canary")
    }
}

#[async_trait]
impl theirs::TokenCredential for Scripted {
    async fn get_token(
        &self,
        scopes: &[&str],
        _: Option<theirs::TokenRequestOptions<'_>>,
    ) -> ::azure_core::Result<theirs::AccessToken> {
        (self.0)(scopes)
    }
}

fn from(
    answer: impl Fn(&[&str]) -> ::azure_core::Result<theirs::AccessToken> + Send + Sync + 'static,
) -> FromAzureCore {
    FromAzureCore::new(Arc::new(Scripted(Box::new(answer))))
}

fn issued(text: &str) -> ::azure_core::Result<theirs::AccessToken> {
    let end = SystemTime::UNIX_EPOCH + Duration::from_secs(1_900_000_000);
    Ok(theirs::AccessToken::new(text.to_owned(), end.into()))
}

async fn ask(
    credential: &FromAzureCore,
    options: &TokenRequestOptions,
) -> Result<Arc<AccessToken>> {
    credential.get_token(&[SCOPE], options).await
}

async fn export(credential: impl IntoCredential) -> ::azure_core::Result<theirs::AccessToken> {
    let theirs = IntoAzureCore::new(credential);
    theirs::TokenCredential::get_token(&theirs, &[SCOPE], None).await
}

#[tokio::test(start_paused = true)]
async fn our_token_comes_with_its_scope_and_expiry_and_is_requested_once() {
    let script = Script::new([Step::Answer(200, token("t", 3599))]);
    let ours = ClientSecret::new(TENANT, CLIENT, "s".into())
        .unwrap()
        .with_transport(Arc::clone(&script) as Arc<_>);
    let theirs: Arc<dyn theirs::TokenCredential> = Arc::new(IntoAzureCore::new(ours));
    let before = Timestamp::now().as_second();
    for _ in 0..2 {
        let token = theirs.get_token(&[SCOPE], None).await.unwrap();
        assert_eq!(token.token.secret(), "t");
        let left = token.expires_on.unix_timestamp() - before;
        assert!((3590..=3610).contains(&left), "{left}");
    }
    assert_eq!(script.count(), 1);
    let (_, body) = script.request(0);
    assert!(
        body.contains("scope=https%3A%2F%2Fapi.example%2F.default"),
        "{body}"
    );
    assert!(!body.contains("xms_cc"), "{body}");
}

#[tokio::test]
async fn a_literal_expiry_is_the_same_on_both_sides() {
    let ours = StaticToken::new(jwt(&json!({"exp": 1_900_000_000})).into()).unwrap();
    let exported = export(ours).await.unwrap();
    assert_eq!(exported.expires_on.unix_timestamp(), 1_900_000_000);
    let imported = ask(&from(|_| issued("t")), &TokenRequestOptions::default()).await;
    let end = imported.unwrap().expires_on().unwrap();
    assert_eq!(end.to_string(), "2030-03-17T17:46:40Z");
}

#[tokio::test]
async fn a_token_without_an_expiry_is_asked_for_again_after_some_minutes() {
    let before = Timestamp::now().as_second();
    let exported = export(StaticToken::new("opaque".into()).unwrap())
        .await
        .unwrap();
    let left = exported.expires_on.unix_timestamp() - before;
    assert!((600..=610).contains(&left), "{left}");
    let legacy = StaticToken::with_scheme("Token", "canary".into()).unwrap();
    let error = export(legacy).await.unwrap_err();
    assert!(error.to_string().contains("the scheme `Token`"), "{error}");
    assert!(!format!("{error:?}").contains("canary"));
}

#[tokio::test(start_paused = true)]
async fn our_error_is_kept_and_comes_back_as_it_was() {
    let refusal = json!({"error": "invalid_client", "error_codes": [7_000_222], "error_description": "AADSTS7000222: x"});
    let script = Script::new([Step::Answer(401, refusal)]);
    let ours = ClientSecret::new(TENANT, CLIENT, "s".into())
        .unwrap()
        .with_transport(Arc::clone(&script) as Arc<_>);
    let exported = Arc::new(IntoAzureCore::new(ours));
    let error = theirs::TokenCredential::get_token(&*exported, &[SCOPE], None)
        .await
        .unwrap_err();
    assert_eq!(error.kind(), &TheirKind::Credential);
    assert!(error.to_string().contains("add a new one"), "{error}");
    let own = error.downcast_ref::<Error>().unwrap();
    assert_eq!(
        (own.kind(), own.codes()),
        (ErrorKind::InvalidClient, &[7_000_222][..])
    );
    let back = ask(
        &FromAzureCore::new(exported),
        &TokenRequestOptions::default(),
    )
    .await;
    assert_eq!(back.unwrap_err().code(), Some("AADSTS7000222"));
}

#[tokio::test]
async fn scopes_and_token_pass_and_the_same_token_keeps_its_age() {
    let credential = from(|scopes| issued(scopes[0]));
    let options = TokenRequestOptions::default();
    let first = ask(&credential, &options).await.unwrap();
    assert_eq!(first.secret().expose_secret(), SCOPE);
    let again = ask(&credential, &options.clone().with_force_refresh())
        .await
        .unwrap();
    assert!(Arc::ptr_eq(&first, &again));
    let other = credential.get_token(&["other"], &options).await.unwrap();
    assert_eq!(other.secret().expose_secret(), "other");
    assert!(Arc::ptr_eq(
        &first,
        &ask(&credential, &options).await.unwrap()
    ));
    assert_eq!(credential.caller(), None);
    let caller = Caller::new(CLIENT, TENANT);
    let named = credential.for_caller(caller.clone());
    assert_eq!(named.caller(), Some(caller));
    assert!(!format!("{named:?}").contains("canary"), "{named:?}");
}

#[tokio::test]
async fn what_azure_core_cannot_express_is_an_error() {
    let credential = from(|_| issued(&jwt(&json!({"tid": TENANT}))));
    let error = ask(
        &credential,
        &TokenRequestOptions::default().with_claims("{}"),
    )
    .await
    .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InteractionRequired);
    let in_tenant = |tenant| TokenRequestOptions::default().with_tenant_id(tenant);
    assert!(ask(&credential, &in_tenant(TENANT)).await.is_ok());
    let error = ask(&credential, &in_tenant(CLIENT)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidTenant);
}

#[tokio::test]
async fn their_errors_are_classified_by_number_and_by_kind() {
    let response = |status: u16, code: Option<&str>| TheirKind::HttpResponse {
        status: StatusCode::from(status),
        error_code: code.map(str::to_owned),
        raw_response: None,
    };
    let of = |kind: TheirKind, text: &'static str| {
        from(move |_| Err(::azure_core::Error::with_message(kind.clone(), text)))
    };
    for (credential, kind, is_transient) in [
        (
            of(response(401, Some("7000222")), "x"),
            ErrorKind::InvalidClient,
            false,
        ),
        (of(response(429, None), "x"), ErrorKind::Throttled, true),
        (of(response(503, None), "x"), ErrorKind::Service, true),
        (of(response(400, None), "x"), ErrorKind::Refused, false),
        (of(TheirKind::Connection, "x"), ErrorKind::Transport, true),
        (
            of(TheirKind::DataConversion, "x"),
            ErrorKind::UnexpectedAnswer,
            false,
        ),
        (
            of(
                TheirKind::Credential,
                "no luck\n- AADSTS700016: unknown application",
            ),
            ErrorKind::InvalidClient,
            false,
        ),
        (
            of(TheirKind::Other, "client_secret=canary"),
            ErrorKind::Refused,
            false,
        ),
    ] {
        let error = ask(&credential, &TokenRequestOptions::default())
            .await
            .unwrap_err();
        assert_eq!(
            (error.kind(), error.is_transient()),
            (kind, is_transient),
            "{error}"
        );
        assert!(!format!("{error} {error:?}").contains("canary"), "{error}");
        let source = std::error::Error::source(&error).unwrap();
        assert!(source.is::<::azure_core::Error>());
    }
}
