//! Addresses on the base, and answers of any status.

use std::sync::{Arc, Mutex};

use bytes::Bytes;
use futures_util::future::BoxFuture;

use url::Url;

use super::*;
use crate::error::{Error, ErrorKind, Result};
use crate::operation::Operation;
use crate::request::Request;
use crate::transport::body::Body;
use crate::transport::{Transport, TransportError};

static ASK: Operation = Operation::post("t.things.ask", "/ask").idempotent();

/// Answers with the last of these first.
#[derive(Debug)]
struct Answers(Mutex<Vec<(u16, &'static str)>>);

impl Transport for Answers {
    fn send(
        &self,
        _: http::Request<Bytes>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        Box::pin(async {
            let (status, body) = self.0.lock().unwrap().pop().unwrap();
            let answer = http::Response::builder().status(status);
            Ok(answer.body(Body::from(body)).unwrap())
        })
    }
}

/// Status and body of the answer, and the number of answers left.
async fn ask(answers: &[(u16, &'static str)]) -> (u16, Bytes, usize) {
    let answers = Arc::new(Answers(Mutex::new(answers.iter().rev().copied().collect())));
    let client = Client::builder(Url::parse("https://host.example").unwrap())
        .transport(Arc::clone(&answers) as Arc<dyn Transport>)
        .build()
        .unwrap();
    let response = client.send_any(Request::new(&ASK), |body| body == b"again");
    let response = response.await.unwrap();
    let left = answers.0.lock().unwrap().len();
    (response.status().as_u16(), response.body().clone(), left)
}

#[test]
fn an_address_of_the_service_is_put_on_the_base_and_any_other_is_refused() {
    let client = Client::builder(Url::parse("http://127.0.0.1:9/root").unwrap())
        .hosts(["api.example"])
        .build()
        .unwrap();
    let at = |address: &str| {
        let request = client.request_at(Request::new(&ASK), address)?;
        let http = request.to_http(client.base())?;
        Ok::<_, Error>(http.uri().to_string())
    };
    let expected = "http://127.0.0.1:9/root/api/things?$top=1";
    assert_eq!(at("api/things?$top=1").unwrap(), expected);
    assert_eq!(
        at("https://api.example/api/things?$top=1").unwrap(),
        expected
    );
    assert_eq!(
        at("http://127.0.0.1:9/root/api/things?$top=1").unwrap(),
        expected
    );
    // The prefix is compared by whole segments.
    assert_eq!(
        at("https://api.example/rooted/things").unwrap(),
        "http://127.0.0.1:9/root/rooted/things"
    );
    assert_eq!(
        client.addresses().on("/rooted?$top=1").unwrap().as_str(),
        "http://127.0.0.1:9/root/rooted?$top=1"
    );
    for foreign in ["https://elsewhere.example/api", "//elsewhere.example/api"] {
        assert_eq!(at(foreign).unwrap_err().kind(), ErrorKind::Usage);
    }
}

#[tokio::test(start_paused = true)]
async fn a_refusal_is_an_answer_where_the_caller_reads_those() {
    assert_eq!(
        ask(&[(400, "no"), (200, "yes")]).await,
        (400, "no".into(), 1)
    );
    assert_eq!(ask(&[(401, "who")]).await, (401, "who".into(), 0));
    assert_eq!(ask(&[(204, "")]).await, (204, "".into(), 0));
}

#[tokio::test(start_paused = true)]
async fn a_refusal_that_the_caller_calls_transient_is_tried_again() {
    let answers = [(400, "again"), (503, ""), (200, "yes")];
    assert_eq!(ask(&answers).await, (200, "yes".into(), 0));
    assert_eq!(ask(&[(400, "again"); 4]).await, (400, "again".into(), 0));
}
