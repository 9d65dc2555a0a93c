//! Settings as an environment has them, and what a store sends because of them.

use std::collections::HashMap;

use secrecy::SecretString;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

use super::super::Store;
use super::*;

const KEY: &str = "c2VjcmV0LWtleS1vZi10aGUtYWNjb3VudA==";
const SAS: &str = "sv=2024-11-04&sig=SIGNATURE";

#[derive(Debug)]
struct Own;

#[async_trait]
impl AzureTokens for Own {
    async fn token(&self) -> Result<SecretString, Box<dyn std::error::Error + Send + Sync>> {
        Ok("own-token".into())
    }
}

fn settings(place: &str, values: &[(&str, &str)]) -> Settings {
    let owned = values
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    Settings::new(place, owned)
}

/// What a container is asked with these settings: the first line and the authorization.
async fn asked(more: &[(&str, &str)]) -> (String, String) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    let mut values = vec![
        ("AZURE_STORAGE_ACCOUNT_NAME", "soc"),
        ("AZURE_STORAGE_ENDPOINT", endpoint.as_str()),
        ("AZURE_ALLOW_HTTP", "true"),
        // As an environment of the services has them.
        ("AZURE_CLIENT_ID", "client"),
        ("AZURE_CLIENT_SECRET", "client-secret"),
        ("AZURE_TENANT_ID", "tenant"),
        ("AZURE_FEDERATED_TOKEN_FILE", "/nowhere"),
    ];
    values.extend_from_slice(more);
    let objects = settings("az://lake/x", &values).azure(Some(Arc::new(Own)));
    let store = Store::of(objects.unwrap(), "az://lake/x");
    let answer = async {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            head.push(stream.read_u8().await.unwrap());
        }
        let answer = b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n";
        stream.write_all(answer).await.unwrap();
        String::from_utf8(head).unwrap()
    };
    let (head, found) = tokio::join!(answer, store.get("t"));
    assert_eq!(found.unwrap(), None);
    let mut lines = head.lines();
    let first = lines.next().unwrap().to_owned();
    let lines: HashMap<_, _> = lines.filter_map(|line| line.split_once(": ")).collect();
    let signed = lines.get("authorization").copied().unwrap_or_default();
    (first, signed.to_owned())
}

#[tokio::test]
async fn a_container_is_signed_in_to_by_its_key_a_signature_or_the_caller_in_this_order() {
    let key = ("AZURE_STORAGE_ACCOUNT_KEY", KEY);
    let sas = ("AZURE_STORAGE_SAS_TOKEN", SAS);
    let token = ("AZURE_STORAGE_TOKEN", "other-token");
    let public = ("AZURE_SKIP_SIGNATURE", "true");
    for (values, begin, signed) in [
        (vec![], "Bearer own-token", false),
        (
            vec![("AZURE_STORAGE_ACCOUNT_KEY", "")],
            "Bearer own-token",
            false,
        ),
        (
            vec![("AZURE_SKIP_SIGNATURE", "false")],
            "Bearer own-token",
            false,
        ),
        (vec![key, sas, token], "SharedKey soc:", false),
        (vec![sas, token], "", true),
        (vec![token], "Bearer other-token", false),
        (vec![public], "", false),
    ] {
        let (first, authorization) = asked(&values).await;
        assert!(
            authorization.starts_with(begin),
            "{values:?}: {authorization}"
        );
        assert_eq!(authorization.is_empty(), begin.is_empty(), "{values:?}");
        assert_eq!(
            first.contains("sig=SIGNATURE"),
            signed,
            "{values:?}: {first}"
        );
    }
}

#[test]
fn settings_that_cannot_work_are_named_before_anything_is_asked() {
    let s3 = |values: &[(&str, &str)]| settings("s3://b/lake", values).s3().err();
    let az = |values: &[(&str, &str)]| settings("az://c/lake", values).azure(None).err();
    let gs = |values: &[(&str, &str)]| settings("gs://b/lake", values).google().err();
    let pair = [
        ("AWS_ACCESS_KEY_ID", "id"),
        ("AWS_SECRET_ACCESS_KEY", "SECRET"),
    ];
    let with = |more| [pair[0], pair[1], more];
    let account = ("AZURE_STORAGE_ACCOUNT_NAME", "soc");
    for (failed, why, hint) in [
        (
            s3(&with(("AWS_ENDPOINT_URL", "localhost:9000"))),
            "AWS_ENDPOINT_URL is no address",
            "give http://",
        ),
        (
            s3(&with(("AWS_ENDPOINT_URL", ""))),
            "AWS_ENDPOINT_URL is no address",
            "give http://",
        ),
        (
            s3(&with(("AWS_ENDPOINT_URL_S3", "https://id:SECRET@host"))),
            "AWS_ENDPOINT_URL_S3 is no address",
            "give http://",
        ),
        (
            s3(&with(("AWS_ENDPOINT_URL", "http://127.0.0.1:9000"))),
            "AWS_ENDPOINT_URL is an address without TLS",
            "set AWS_ALLOW_HTTP=true",
        ),
        (
            s3(&pair[..1]),
            "one half of a key is set",
            "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY",
        ),
        (
            s3(&with(("AWS_REGION", "eu central"))),
            "AWS_REGION is no region",
            "give a name",
        ),
        (
            az(&[("AZURE_STORAGE_ACCOUNT_KEY", KEY)]),
            "no storage account is named",
            "set AZURE_STORAGE_ACCOUNT_NAME",
        ),
        (
            az(&[account, ("AZURE_STORAGE_ACCOUNT_KEY", "SECRET!")]),
            "cannot be opened: ",
            "check AZURE_STORAGE_ACCOUNT_NAME",
        ),
        (
            az(&[account, ("AZURE_STORAGE_SAS_TOKEN", "SECRET")]),
            "cannot be opened: ",
            "check AZURE_STORAGE_ACCOUNT_NAME",
        ),
        (
            gs(&[("GOOGLE_SERVICE_ACCOUNT", "/nowhere/key.json")]),
            "/nowhere/key.json",
            "give in GOOGLE_SERVICE_ACCOUNT the path",
        ),
        (
            gs(&[("GOOGLE_SERVICE_ACCOUNT", r#"{"private_key":"SECRET"}"#)]),
            "cannot be opened: ",
            "give in GOOGLE_SERVICE_ACCOUNT the path",
        ),
        (
            gs(&[("GOOGLE_SERVICE_ACCOUNT_KEY", "SECRET")]),
            "cannot be opened: ",
            "give in GOOGLE_SERVICE_ACCOUNT the path",
        ),
    ] {
        let error = failed.expect(why);
        let text = error.to_string();
        assert!(error.is_usage() && text.contains(why), "{why}: {text}");
        assert!(error.hint().unwrap().starts_with(hint), "{text}");
        assert!(!text.contains("SECRET") && !text.contains(KEY), "{text}");
    }
}

#[test]
fn an_address_with_a_key_a_query_or_a_fragment_is_refused_without_its_text() {
    for address in [
        "s3://id:SECRET@bucket/x",
        "s3://bucket/x?key=SECRET",
        "az://container/x#SECRET",
        "gs://SECRET@bucket",
        "s3://id:SECRET@buc ket/x",
    ] {
        let error = Store::open(address, None).unwrap_err();
        assert!(error.is_usage(), "{address}");
        assert!(!error.to_string().contains("SECRET"), "{error}");
    }
}
