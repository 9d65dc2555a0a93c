//! Checks of the constructor and the scopes.

use super::*;
use crate::error::{Error, ErrorKind};
use crate::tests::{CLIENT, SCOPE, Script, Step, TENANT, token};

fn refused(tenant: &str, client: &str, secret: &str) -> Error {
    ClientSecret::new(tenant, client, secret.into()).unwrap_err()
}

#[test]
fn inputs_that_cannot_be_right_are_refused_without_a_runtime() {
    assert!(ClientSecret::new("contoso.com", CLIENT, "s3cret".into()).is_ok());
    for error in [
        refused("common", CLIENT, "s3cret"),
        refused(TENANT, "my-app", "s3cret"),
        refused(TENANT, CLIENT, ""),
        refused(TENANT, CLIENT, "s3cret\n"),
    ] {
        assert_eq!(error.kind(), ErrorKind::Configuration);
        assert!(!error.is_transient());
    }
}

#[tokio::test]
async fn an_application_asks_for_one_default_scope() {
    let options = TokenRequestOptions::default();
    let script = Script::new([]);
    let credential = ClientSecret::new(TENANT, CLIENT, "s3cret".into())
        .unwrap()
        .with_transport(Arc::clone(&script) as Arc<_>);
    for scopes in [
        &[][..],
        &["https://api.example/Alert.Read"],
        &["/.default"],
        &[SCOPE, "https://graph.microsoft.com/.default"],
    ] {
        let asked = credential.get_token(scopes, &options).await;
        assert_eq!(asked.unwrap_err().kind(), ErrorKind::InvalidScope);
    }
    assert_eq!(script.count(), 0);
}

/// Old samples use the v1 endpoint with its parameter.
#[tokio::test]
async fn a_resource_of_the_older_endpoint_is_told_how_it_is_asked_for_now() {
    let credential = ClientSecret::new(TENANT, CLIENT, "s".into()).unwrap();
    let options = TokenRequestOptions::default();
    for (resource, is_one) in [
        ("https://api.securitycenter.microsoft.com", true),
        ("05a65629-4c1b-48c1-a78b-804c4abdd4af", true),
        ("https://graph.microsoft.com/User.Read", false),
        ("User.Read", false),
    ] {
        let error = credential.get_token(&[resource], &options).await;
        let error = error.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidScope);
        let says = error
            .hint()
            .unwrap()
            .contains(&format!("`{resource}/.default`"));
        assert_eq!(says, is_one, "{error}");
    }
}

#[tokio::test]
async fn a_bare_application_id_is_a_resource_too() {
    let script = Script::new([Step::Answer(200, token("t", 3599))]);
    let credential = ClientSecret::new(TENANT, CLIENT, "s3cret".into())
        .unwrap()
        .with_transport(Arc::clone(&script) as Arc<_>);
    let scope = "05a65629-4c1b-48c1-a78b-804c4abdd4af/.default";
    let options = TokenRequestOptions::default();
    assert!(credential.get_token(&[scope], &options).await.is_ok());
    let (_, body) = script.request(0);
    assert!(
        body.ends_with("scope=05a65629-4c1b-48c1-a78b-804c4abdd4af%2F.default"),
        "{body}"
    );
}

#[test]
fn debug_names_the_application_and_where_it_signs_in() {
    let credential = ClientSecret::new(TENANT, CLIENT, "s3cret".into()).unwrap();
    let shown = format!("{:?}", credential.with_cloud(Cloud::GccHigh));
    assert!(
        shown.contains(CLIENT) && shown.contains("login.microsoftonline.us"),
        "{shown}"
    );
}
