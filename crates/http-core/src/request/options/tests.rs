//! What one call may have of its own, and what it may not.

use std::sync::Arc;

use bytes::Bytes;
use futures_util::future::BoxFuture;
use serde_json::Value;
use tokio::time::Instant;

use super::*;
use crate::client::Client;
use crate::error::ErrorKind;
use crate::operation::Operation;
use crate::testing::script::{Script, Step};
use crate::transport::body::Body;
use crate::transport::{Transport, TransportError};

static GET: Operation = Operation::get("t.things.get", "/thing");
static LIST: Operation = Operation::get("t.things.list", "/things").collection("value");

/// A service that takes requests and never answers.
#[derive(Debug)]
struct Silent;

impl Transport for Silent {
    fn send(
        &self,
        _request: http::Request<Bytes>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        Box::pin(std::future::pending())
    }
}

fn silent() -> Client {
    Client::builder("https://api.example".parse().unwrap())
        .transport(Arc::new(Silent))
        .timeout(Duration::from_secs(60))
        .build()
        .unwrap()
}

#[tokio::test(start_paused = true)]
async fn the_timeout_of_a_call_goes_before_the_clients() {
    let client = silent();
    let begun = Instant::now();
    let request = Request::new(&GET)
        .timeout(Duration::from_secs(2))
        .retry(RetryConfig::never());
    let error = client.send::<Value>(request).await.unwrap_err();
    assert!(error.is_timeout(), "{error}");
    assert_eq!(begun.elapsed().as_secs(), 2);

    let begun = Instant::now();
    let patient = Request::new(&GET).retry(RetryConfig::never());
    client.send::<Value>(patient).await.unwrap_err();
    assert_eq!(
        begun.elapsed().as_secs(),
        60,
        "other calls keep the client's"
    );
}

#[tokio::test(start_paused = true)]
async fn the_retries_of_a_call_go_before_the_clients() {
    let busy = || [503, 503, 503, 503].map(|status| Step::new(status, ""));
    for (retry, sent) in [(RetryConfig::never(), 1), (RetryConfig::default(), 4)] {
        let (script, client) = Script::with_client(busy());
        let request = Request::new(&GET).retry(retry);
        client.send::<Value>(request).await.unwrap_err();
        assert_eq!(script.requests().len(), sent);
    }
}

#[tokio::test(start_paused = true)]
async fn each_page_of_a_list_has_the_options_of_the_list() {
    let next = r#"{"value":[{"a":1}],"@odata.nextLink":"https://api.example/things?$skip=1"}"#;
    let steps = [Step::from(next), Step::new(503, ""), Step::new(200, "{}")];
    let (script, client) = Script::with_client(steps);
    let request = Request::new(&LIST)
        .retry(RetryConfig::never())
        .header("x-trace", "7");
    let mut rows = client.rows(request);
    assert_eq!(rows.next_batch().await.unwrap().unwrap().len(), 1);
    let error = rows.next_batch().await.unwrap().unwrap_err();
    assert_eq!(error.status().map(|status| status.as_u16()), Some(503));
    let sent = script.sent("x-trace");
    assert_eq!(sent.len(), 2, "the second page was asked for once");
    assert!(sent.iter().all(|(_, value)| value.as_deref() == Some("7")));
}

#[tokio::test]
async fn a_header_with_a_credential_or_of_the_client_is_refused_before_anything_is_sent() {
    for name in RESERVED.iter().chain(&["AUTHORIZATION", "not a name"]) {
        let (script, client) = Script::with_client(["{}"]);
        let request = Request::new(&GET).header(name, "canary");
        let error = client.send::<Value>(request).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Usage, "{name}");
        assert!(!format!("{error} {error:?}").contains("canary"));
        assert!(script.requests().is_empty(), "{name}");
    }
}
