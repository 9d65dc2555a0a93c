//! Credentials from environment variables.

use super::*;
use crate::tests::{CLIENT, TENANT};

const WHO: [(&str, &str); 2] = [("AZURE_TENANT_ID", TENANT), ("AZURE_CLIENT_ID", CLIENT)];

fn read(more: [(&str, &str); 3]) -> Result<String> {
    let variables = Variables::of([WHO[0], WHO[1], more[0], more[1], more[2]]);
    Environment::from_variables(&variables).map(|credential| format!("{credential:?}"))
}

const NONE: (&str, &str) = ("OTHER", "");

#[test]
fn a_secret_is_enough_and_stays_hidden() {
    let host = ("AZURE_AUTHORITY_HOST", "login.microsoftonline.us");
    let shown = read([("AZURE_CLIENT_SECRET", "canary"), host, NONE]).unwrap();
    assert!(
        shown.contains("ClientSecret") && shown.contains("login.microsoftonline.us"),
        "{shown}"
    );
    assert!(!shown.contains("canary"), "{shown}");
}

#[cfg(feature = "certificate")]
#[test]
fn a_certificate_is_read_with_its_password_and_yields_to_a_secret() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/testdata/new.p12");
    let file = ("AZURE_CLIENT_CERTIFICATE_PATH", path);
    let password = ("AZURE_CLIENT_CERTIFICATE_PASSWORD", "pässword");
    let shown = read([file, password, NONE]).unwrap();
    assert!(shown.contains("CN=auth-core test"), "{shown}");
    let shown = read([file, password, ("AZURE_CLIENT_SECRET", "s")]).unwrap();
    assert!(shown.contains("ClientSecret"), "{shown}");
    let missing = ("AZURE_CLIENT_CERTIFICATE_PATH", "/nowhere.pem");
    for more in [[file, NONE, NONE], [missing, NONE, NONE]] {
        assert_eq!(read(more).unwrap_err().kind(), ErrorKind::Configuration);
    }
}

#[test]
fn what_is_absent_is_named() {
    let error = read([("AZURE_CLIENT_SECRET", ""), NONE, NONE]).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unavailable);
    assert!(
        error.to_string().contains("AZURE_CLIENT_CERTIFICATE_PATH"),
        "{error}"
    );
    let error = Environment::from_variables(&Variables::of([WHO[0]])).unwrap_err();
    assert_eq!(
        error.message(),
        "the environment variable AZURE_CLIENT_ID is not set"
    );
}
