//! Shared by the tests of this crate.

pub(crate) mod canary;
mod conformance;

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http_core::{Body, BoxFuture, Bytes, Transport, TransportError, TransportErrorKind};
use serde_json::{Value, json};
use tokio::time::Instant;

pub(crate) const TENANT: &str = "aaaaaaaa-0000-0000-0000-000000000001";
pub(crate) const CLIENT: &str = "11111111-2222-3333-4444-555555555555";
pub(crate) const SCOPE: &str = "https://api.example/.default";

/// A token with this payload and an invalid signature.
pub(crate) fn jwt(payload: &Value) -> String {
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    format!("{}.{}.c2ln", part(&json!({"alg": "none"})), part(payload))
}

/// A step of the scripted service.
#[derive(Debug)]
pub(crate) enum Step {
    Answer(u16, Value),
    Page(u16, &'static str),
    Text(u16, String),
    /// An answer with one more header.
    Header(u16, &'static str, String),
    /// An answer with one more header and a body.
    HeaderAnswer(u16, &'static str, String, Value),
    /// A refusal whose text repeats what was sent.
    Echo(u16),
    /// A delayed answer.
    Slow(Duration, Value),
    Fail(TransportErrorKind),
}

/// A service in memory: one step for each request, and a record of the requests.
#[derive(Debug, Default)]
pub(crate) struct Script {
    steps: Mutex<VecDeque<Step>>,
    requests: Mutex<Vec<http::Request<String>>>,
    moments: Mutex<Vec<Instant>>,
}

impl Script {
    pub(crate) fn new(steps: impl IntoIterator<Item = Step>) -> Arc<Self> {
        Arc::new(Self {
            steps: Mutex::new(steps.into_iter().collect()),
            requests: Mutex::default(),
            moments: Mutex::default(),
        })
    }

    /// Adds a step later.
    pub(crate) fn add(&self, step: Step) {
        self.steps.lock().unwrap().push_back(step);
    }

    /// Number of requests.
    pub(crate) fn count(&self) -> usize {
        self.requests.lock().unwrap().len()
    }

    /// Times of the requests.
    pub(crate) fn moments(&self) -> Vec<Instant> {
        self.moments.lock().unwrap().clone()
    }

    /// Path and body of a request.
    pub(crate) fn request(&self, index: usize) -> (String, String) {
        let requests = self.requests.lock().unwrap();
        let request = &requests[index];
        (request.uri().path().to_owned(), request.body().clone())
    }

    /// The address of a request.
    pub(crate) fn uri(&self, index: usize) -> http::Uri {
        self.requests.lock().unwrap()[index].uri().clone()
    }

    /// A header of a request.
    pub(crate) fn header(&self, index: usize, name: &str) -> Option<String> {
        let requests = self.requests.lock().unwrap();
        let value = requests[index].headers().get(name)?;
        Some(value.to_str().unwrap().to_owned())
    }

    /// The `Authorization` header of each request.
    pub(crate) fn authorizations(&self) -> Vec<String> {
        let requests = self.requests.lock().unwrap();
        let value = |request: &http::Request<String>| {
            let value = &request.headers()["authorization"];
            assert!(value.is_sensitive());
            value.to_str().unwrap().to_owned()
        };
        requests.iter().map(value).collect()
    }
}

/// A token endpoint's answer.
pub(crate) fn token(text: &str, expires_in: u64) -> Value {
    json!({"token_type": "Bearer", "expires_in": expires_in, "access_token": text})
}

impl Transport for Script {
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        let request = request.map(|body| String::from_utf8(body.to_vec()).unwrap());
        let sent = request.body().clone();
        self.requests.lock().unwrap().push(request);
        self.moments.lock().unwrap().push(Instant::now());
        let step = self.steps.lock().unwrap().pop_front();
        Box::pin(async move {
            let answer = |status: u16, body: String| {
                let body = Body::from(Bytes::from(body));
                Ok(http::Response::builder().status(status).body(body).unwrap())
            };
            match step.expect("a step for every request") {
                Step::Answer(status, body) => answer(status, body.to_string()),
                Step::Page(status, page) => answer(status, page.to_owned()),
                Step::Text(status, text) => answer(status, text),
                Step::Header(status, name, value) => {
                    let body = http::Response::builder().status(status).header(name, value);
                    Ok(body.body(Body::from("")).unwrap())
                }
                Step::HeaderAnswer(status, name, value, body) => {
                    let answer = http::Response::builder().status(status).header(name, value);
                    Ok(answer
                        .body(Body::from(Bytes::from(body.to_string())))
                        .unwrap())
                }
                Step::Echo(status) => {
                    let values = url::form_urlencoded::parse(sent.as_bytes());
                    let values: Vec<_> = values.map(|(_, value)| value.into_owned()).collect();
                    let text = format!("AADSTS1: you sent {}", values.join(" "));
                    let body = json!({"error": "invalid_client", "error_description": text});
                    answer(status, body.to_string())
                }
                Step::Slow(delay, body) => {
                    tokio::time::sleep(delay).await;
                    answer(200, body.to_string())
                }
                Step::Fail(kind) => Err(TransportError::new(kind, "scripted")),
            }
        })
    }
}
