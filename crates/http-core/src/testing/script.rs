//! A service that answers with literal bytes, for tests of what is made of them.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use futures_util::future::BoxFuture;
use futures_util::stream;
use url::Url;

use crate::client::Client;
use crate::transport::body::Body;
use crate::transport::{Transport, TransportError, TransportErrorKind};

/// What is done with one request.
#[derive(Clone, Debug)]
pub(crate) struct Step {
    status: u16,
    headers: Vec<(&'static str, &'static str)>,
    body: Bytes,
    cut: bool,
    silent: bool,
}

impl Step {
    pub(crate) fn new(status: u16, body: &'static str) -> Self {
        let mut step = Self::bytes(body.as_bytes());
        step.status = status;
        step
    }

    pub(crate) fn bytes(body: &[u8]) -> Self {
        Self {
            status: 200,
            headers: Vec::new(),
            body: Bytes::copy_from_slice(body),
            cut: false,
            silent: false,
        }
    }

    /// No answer: the connection breaks.
    pub(crate) fn silence() -> Self {
        let mut step = Self::new(200, "");
        step.silent = true;
        step
    }

    pub(crate) fn header(mut self, name: &'static str, value: &'static str) -> Self {
        self.headers.push((name, value));
        self
    }

    /// The body breaks off after what it holds.
    pub(crate) fn cut(mut self) -> Self {
        self.cut = true;
        self
    }
}

impl From<&'static str> for Step {
    fn from(body: &'static str) -> Self {
        Self::new(200, body)
    }
}

/// One step for each request.
#[derive(Debug)]
pub(crate) struct Script {
    steps: Mutex<VecDeque<Step>>,
    sent: Mutex<Vec<http::Request<Bytes>>>,
}

impl Script {
    /// The script, and a client without a credential for the service that follows it.
    pub(crate) fn new(steps: impl IntoIterator<Item = impl Into<Step>>) -> (Arc<Self>, Client) {
        let script = Arc::new(Self {
            steps: Mutex::new(steps.into_iter().map(Into::into).collect()),
            sent: Mutex::default(),
        });
        let client = Client::builder(Url::parse("https://api.example").unwrap());
        let transport = Arc::clone(&script) as Arc<dyn Transport>;
        let client = client.transport(transport).build().unwrap();
        (script, client)
    }

    /// Method and path of every request, and its header of a name.
    pub(crate) fn sent(&self, header: &str) -> Vec<(String, Option<String>)> {
        let sent = self.sent.lock().unwrap();
        let told = sent.iter().map(|request| {
            let header = request.headers().get(header);
            let path = request.uri().path_and_query().unwrap();
            (
                format!("{} {path}", request.method()),
                header.map(|value| value.to_str().unwrap().to_owned()),
            )
        });
        told.collect()
    }

    pub(crate) fn left(&self) -> usize {
        self.steps.lock().unwrap().len()
    }
}

impl Transport for Script {
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        let step = self.steps.lock().unwrap().pop_front();
        let step = step.unwrap_or_else(|| panic!("no step for {}", request.uri()));
        self.sent.lock().unwrap().push(request);
        Box::pin(async move {
            if step.silent {
                return Err(broken());
            }
            let mut answer = http::Response::builder().status(step.status);
            for (name, value) in step.headers {
                answer = answer.header(name, value);
            }
            let chunks = (!step.body.is_empty()).then_some(Ok(step.body));
            let cut = step.cut.then(|| Err(broken()));
            let chunks = chunks.into_iter().chain(cut);
            Ok(answer
                .body(Body::from_stream(stream::iter(chunks)))
                .unwrap())
        })
    }
}

fn broken() -> TransportError {
    TransportError::new(TransportErrorKind::Interrupted, "connection reset by peer")
}
