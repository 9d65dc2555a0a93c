//! A token is sent to the base URL it was configured for and nowhere else.

use std::sync::Arc;

use auth_core::{SecretString, StaticToken};
use http_core::{Client, ErrorKind, Operation, Param, Request, RetryConfig, Url};
use mockito::Matcher;
use sandbox::{Fault, Sandbox, Service};

use crate::support::{Bench, Caller, endpoint, mde_client, socket_connector};

static READ: Operation = Operation::get("t.things.get", "/things/1");
static DOWNLOAD: Operation =
    Operation::get("t.files.download", "{url}").inputs(&[Param::path("url")]);

/// A host that must get no request.
async fn trap() -> (mockito::ServerGuard, mockito::Mock) {
    let mut server = mockito::Server::new_async().await;
    let trap = server.mock("GET", Matcher::Any).expect(0).create_async();
    let trap = trap.await;
    (server, trap)
}

#[tokio::test]
async fn a_foreign_next_link_gets_neither_a_call_nor_a_token() {
    let (elsewhere, trap) = trap().await;
    // Another port of the same machine is the same host and is re-rooted; another name is not.
    let origin = elsewhere.url().replace("127.0.0.1", "localhost");
    let sandbox = Sandbox::builder().page_size(7).start().await.unwrap();
    sandbox.fault(Fault::on("mde.alerts.list").foreign_next_link(origin));
    let client = mde_client(&sandbox, &socket_connector(&sandbox));
    let mut pages = client.alerts().list().pages();
    let error = pages.next_page().await.unwrap().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Paging);
    assert!(error.to_string().contains("localhost"), "{error}");
    assert!(pages.next_page().await.is_none());
    assert_eq!(sandbox.requests("mde.alerts.list").len(), 1);
    trap.assert_async().await;
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    for status in [301, 302, 303, 307, 308] {
        let (elsewhere, trap) = trap().await;
        let mut service = mockito::Server::new_async().await;
        let moved = service
            .mock("GET", "/things/1")
            .with_status(status)
            .with_header("location", &format!("{}/things/1", elsewhere.url()))
            .expect(1)
            .create_async()
            .await;
        let token = StaticToken::new(SecretString::from("canary")).unwrap();
        let endpoint = auth_core::Endpoint::new(Url::parse(&service.url()).unwrap(), "x/.default");
        let connector = auth_core::Connector::new(Arc::new(token));
        let client = connector.connect(&endpoint).unwrap();
        let error = client.send_empty(Request::new(&READ)).await.unwrap_err();
        assert_eq!(usize::from(error.status().unwrap().as_u16()), status);
        moved.assert_async().await;
        trap.assert_async().await;
    }
}

#[tokio::test]
async fn a_signed_address_is_asked_without_a_token() {
    let mut storage = mockito::Server::new_async().await;
    let file = storage
        .mock("GET", "/container/export.json.gz?sig=abc")
        .match_header("authorization", Matcher::Missing)
        .with_body("rows")
        .expect(1)
        .create_async()
        .await;
    let token = StaticToken::new(SecretString::from("canary")).unwrap();
    let base = Url::parse("https://service.example").unwrap();
    let endpoint = auth_core::Endpoint::new(base, "x/.default");
    let client = auth_core::Connector::new(Arc::new(token))
        .connect(&endpoint)
        .unwrap();
    let url = format!("{}/container/export.json.gz?sig=abc", storage.url());
    let request = Request::new(&DOWNLOAD).set("url", url);

    let refused = client.download(request.clone()).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Usage, "not with a credential");

    let (_, body) = client.anonymous().download(request).await.unwrap();
    assert_eq!(body.collect().await.unwrap(), "rows");
    file.assert_async().await;
}

#[test]
fn a_base_is_https_or_on_this_machine() {
    for good in [
        "https://api.security.microsoft.com",
        "http://127.0.0.1:8080",
        "http://127.9.9.9",
        "http://[::1]:8080",
        "http://localhost:8080",
    ] {
        Client::builder(Url::parse(good).unwrap()).build().unwrap();
    }
    for bad in [
        "http://api.security.microsoft.com",
        "http://10.0.0.1",
        "http://localhost.example",
        "http://127.0.0.1.example",
        "ftp://127.0.0.1",
        "file:///etc/passwd",
    ] {
        let error = Client::builder(Url::parse(bad).unwrap()).build();
        assert_eq!(error.unwrap_err().kind(), ErrorKind::Usage, "{bad}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_token_for_another_api_is_held_back_and_said_to_be_so() {
    let bench = Bench::new().await;
    let graph = Caller::new(bench.sandbox.clone())
        .token(Service::Graph)
        .await;
    let token = StaticToken::new(SecretString::from(graph.as_str())).unwrap();
    let connector = bench.connector_of(Arc::new(token));
    let client = mde_client(&bench.sandbox, &connector);
    let error = client.alerts().list().send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credential);
    assert!(error.is_unsent());
    assert_eq!(bench.count("mde.alerts.list"), 0);
    let line = error.to_string();
    for part in [
        "this token is for https://graph.microsoft.com",
        "wants https://api.securitycenter.microsoft.com",
    ] {
        assert!(line.contains(part), "`{part}` is not in `{line}`");
    }
    let hint = error.hint().unwrap();
    assert!(hint.contains(mde_api::SCOPE), "{hint}");
    assert!(!format!("{error:?} {line} {hint}").contains(&graph));
}

#[tokio::test(start_paused = true)]
async fn a_token_of_another_tenant_is_held_back() {
    let bench = Bench::new().await;
    let other = "99999999-cccc-4ccc-8ccc-000000000003";
    let token = bench.caller().token(Service::Mde).await;
    let token = StaticToken::new(SecretString::from(token)).unwrap();
    let connector = bench.connector_of(Arc::new(token)).with_tenant(other);
    let error = mde_client(&bench.sandbox, &connector)
        .alerts()
        .list()
        .send();
    let error = error.await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credential);
    assert!(error.to_string().contains(other), "{error}");
    assert_eq!(bench.count("mde.alerts.list"), 0);
}

/// The service's answer to a token for another API, where the audience cannot be read.
#[tokio::test(start_paused = true)]
async fn each_host_gets_a_token_of_its_own() {
    let bench = Bench::new().await;
    bench.mde().alerts().list().send().await.unwrap();
    bench.mdca().activities().query().send().await.unwrap();
    bench.xdr().incidents().list().send().await.unwrap();
    bench.xdr().graph().alerts().list().send().await.unwrap();
    let scopes: Vec<_> = bench
        .sandbox
        .requests("token")
        .iter()
        .map(|one| String::from_utf8(one.body.clone()).unwrap())
        .map(|form| {
            let fields = form.split('&').find(|field| field.starts_with("scope="));
            fields.unwrap().replace("%3A", ":").replace("%2F", "/")
        })
        .collect();
    assert_eq!(
        scopes,
        [
            "scope=https://api.securitycenter.microsoft.com/.default",
            "scope=05a65629-4c1b-48c1-a78b-804c4abdd4af/.default",
            "scope=https://api.security.microsoft.com/.default",
            "scope=https://graph.microsoft.com/.default",
        ]
    );
    let refused = bench.sandbox.all_requests().into_iter();
    assert_eq!(refused.filter(|one| one.status >= 400).count(), 0);
}

#[tokio::test]
async fn a_token_endpoint_in_the_clear_elsewhere_is_not_asked() {
    let credential = auth_core::ClientSecret::new(
        "contoso.onmicrosoft.com",
        "11111111-2222-3333-4444-555555555555",
        SecretString::from("canary"),
    )
    .unwrap()
    .with_authority(Url::parse("http://login.example").unwrap());
    let connector =
        auth_core::Connector::new(Arc::new(credential)).with_retry(RetryConfig::never());
    let sandbox = Sandbox::start().await.unwrap();
    let client = connector.connect(&endpoint(&sandbox, "mde")).unwrap();
    let error = client.send_empty(Request::new(&READ)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credential);
    assert!(error.to_string().contains("https"), "{error}");
    assert!(sandbox.all_requests().is_empty());
}
