//! A transport that answers with given bytes.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use futures_util::future::BoxFuture;
use futures_util::stream;
use url::Url;

use crate::client::Client;
use crate::error::{Error, Result};
use crate::transport::body::Body;
use crate::transport::{Transport, TransportError, TransportErrorKind};

/// The answer to one request. A `&'static str` converts into an answer with status 200.
///
/// ```
/// use http_core::testing::Step;
///
/// let steps = [
///     Step::from(r#"{"value": []}"#),
///     Step::new(503, "").header("Retry-After", "1"),
///     Step::new(200, r#"{"value": [{"a""#).cut(), // breaks off
///     Step::silence(), // no answer at all
/// ];
/// # let _ = steps;
/// ```
#[derive(Clone)]
pub struct Step {
    status: u16,
    headers: Vec<(String, String)>,
    body: Bytes,
    is_cut: bool,
    is_silent: bool,
}

impl Step {
    /// An answer with this status and body.
    pub fn new(status: u16, body: impl Into<Bytes>) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: body.into(),
            is_cut: false,
            is_silent: false,
        }
    }

    /// An answer with status 200.
    pub fn bytes(body: &[u8]) -> Self {
        Self::new(200, Bytes::copy_from_slice(body))
    }

    /// No answer: the connection breaks after the request was sent, so the outcome is unknown.
    pub fn silence() -> Self {
        let mut step = Self::new(200, "");
        step.is_silent = true;
        step
    }

    /// Adds a header.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Breaks the connection after these bytes of the body.
    #[must_use]
    pub fn cut(mut self) -> Self {
        self.is_cut = true;
        self
    }

    /// The answer, or the error of a step that breaks the connection.
    fn answer(self) -> Result<http::Response<Body>, TransportError> {
        if self.is_silent {
            return Err(broken());
        }
        let mut answer = http::Response::builder().status(self.status);
        for (name, value) in self.headers {
            answer = answer.header(name, value);
        }
        let chunks = (!self.body.is_empty()).then_some(Ok(self.body));
        let cut = self.is_cut.then(|| Err(broken()));
        let chunks = chunks.into_iter().chain(cut);
        answer
            .body(Body::from_stream(stream::iter(chunks)))
            .map_err(|error| {
                let message = "the step has an invalid status or header";
                TransportError::new(TransportErrorKind::Forbidden, message).with_source(error)
            })
    }
}

impl From<&'static str> for Step {
    /// An answer with status 200.
    fn from(body: &'static str) -> Self {
        Self::new(200, body)
    }
}

/// A transport that answers each request with the next step, and records the requests. Clones share both.
///
/// A request beyond the last step fails with [`TransportErrorKind::Forbidden`], which is not retried, so a
/// test with too few steps ends at once. Retries sleep: pause tokio's clock in the test.
///
/// ```
/// use http_core::testing::{Script, Step};
/// use http_core::{Operation, Request};
///
/// static CLOSE: Operation = Operation::post("example.things.close", "/things/1/close");
///
/// # async fn run() -> http_core::Result<()> {
/// // A change whose answer is lost must not be sent twice.
/// let script = Script::new([Step::silence()]);
/// let error = script.client()?.send_empty(Request::new(&CLOSE)).await.unwrap_err();
/// assert!(error.may_have_acted() && !error.is_retryable());
/// assert_eq!(script.requests().len(), 1);
/// assert_eq!(script.left(), 0);
/// # Ok(())
/// # }
/// # tokio::runtime::Runtime::new().unwrap().block_on(run()).unwrap();
/// ```
#[derive(Clone)]
pub struct Script(Arc<Inner>);

struct Inner {
    steps: Mutex<VecDeque<Step>>,
    requests: Mutex<Vec<http::Request<Bytes>>>,
}

impl Script {
    /// A script with one step for each request, retries included.
    pub fn new(steps: impl IntoIterator<Item = impl Into<Step>>) -> Self {
        Self(Arc::new(Inner {
            steps: Mutex::new(steps.into_iter().map(Into::into).collect()),
            requests: Mutex::default(),
        }))
    }

    /// A client of `https://api.example` that sends to the script, without a credential and with default
    /// settings.
    ///
    /// # Errors
    /// Returns the errors of [`ClientBuilder::build`](crate::ClientBuilder::build).
    pub fn client(&self) -> Result<Client> {
        let base = Url::parse("https://api.example")
            .map_err(|error| Error::usage("invalid base").with_source(error))?;
        let client = Client::builder(base);
        client.transport(Arc::new(self.clone())).build()
    }

    /// The requests so far, in the order sent, with headers and bodies.
    pub fn requests(&self) -> Vec<http::Request<Bytes>> {
        lock(&self.0.requests).clone()
    }

    /// Number of steps left.
    pub fn left(&self) -> usize {
        lock(&self.0.steps).len()
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl fmt::Debug for Step {
    /// Bodies are not shown, only their size.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Step")
            .field("status", &self.status)
            .field("bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Script {
    /// Requests hold credentials and bodies: only their number is shown.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Script")
            .field("requests", &lock(&self.0.requests).len())
            .field("left", &self.left())
            .finish()
    }
}

impl Transport for Script {
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        let step = lock(&self.0.steps).pop_front();
        let asked = format!("{} {}", request.method(), request.uri().path());
        lock(&self.0.requests).push(request);
        Box::pin(async move {
            let step = step.ok_or_else(|| {
                let message = format!("the script has no step for `{asked}`");
                TransportError::new(TransportErrorKind::Forbidden, message)
            });
            step?.answer()
        })
    }
}

fn broken() -> TransportError {
    TransportError::new(TransportErrorKind::Interrupted, "connection reset by peer")
}

#[cfg(test)]
impl Script {
    /// The script and its client.
    pub(crate) fn with_client(steps: impl IntoIterator<Item = impl Into<Step>>) -> (Self, Client) {
        let script = Self::new(steps);
        let client = script.client().unwrap();
        (script, client)
    }

    /// Method and path of every request, and its header of a name.
    pub(crate) fn sent(&self, header: &str) -> Vec<(String, Option<String>)> {
        let requests = self.requests();
        let sent = requests.iter().map(|request| {
            let header = request.headers().get(header);
            let path = request.uri().path_and_query().unwrap();
            (
                format!("{} {path}", request.method()),
                header.map(|value| value.to_str().unwrap().to_owned()),
            )
        });
        sent.collect()
    }
}
