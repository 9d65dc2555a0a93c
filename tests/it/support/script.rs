//! A service that answers with literal bytes, and records requests and their times.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures_util::{FutureExt, StreamExt, stream};
use http_core::time::{Instant, sleep};
use http_core::{
    Body, BoxFuture, Bytes, Client, ClientBuilder, Transport, TransportError, TransportErrorKind,
    Url,
};

/// The answer to one request.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    /// An answer: status, headers, body.
    Answer(u16, Vec<(&'static str, String)>, Bytes),
    /// The same, in pieces of this size.
    Pieces(usize, Bytes),
    /// A body in pieces, with a pause before each: pause, bytes of a piece, number of pieces.
    Drips(Duration, usize, usize),
    /// A body that breaks off after these bytes.
    BreaksOff(Bytes),
    /// No answer for this long, then an empty success.
    Silence(Duration),
    /// No answer at all.
    Fails(TransportErrorKind),
}

impl Step {
    pub(crate) fn status(status: u16) -> Self {
        Self::Answer(status, Vec::new(), Bytes::new())
    }

    pub(crate) fn body(status: u16, body: impl Into<Bytes>) -> Self {
        Self::Answer(status, Vec::new(), body.into())
    }

    pub(crate) fn ok(body: impl Into<Bytes>) -> Self {
        Self::body(200, body)
    }

    /// Adds a header to an answer.
    #[must_use]
    pub(crate) fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        if let Self::Answer(_, headers, _) = &mut self {
            headers.push((name, value.into()));
        }
        self
    }
}

/// A request as it was sent.
#[derive(Debug)]
pub(crate) struct Sent {
    pub(crate) at: Instant,
    pub(crate) method: http::Method,
    pub(crate) url: String,
    pub(crate) headers: http::HeaderMap,
    pub(crate) body: Bytes,
}

/// One step for each request; the last one repeats.
#[derive(Debug)]
pub(crate) struct Script {
    steps: Mutex<VecDeque<Step>>,
    sent: Mutex<Vec<Sent>>,
}

impl Script {
    pub(crate) fn new(steps: impl IntoIterator<Item = Step>) -> Arc<Self> {
        Arc::new(Self {
            steps: Mutex::new(steps.into_iter().collect()),
            sent: Mutex::default(),
        })
    }

    /// A client of this service at a made-up address, without a credential.
    pub(crate) fn client(self: &Arc<Self>) -> Client {
        self.client_with(|builder| builder)
    }

    pub(crate) fn client_with(
        self: &Arc<Self>,
        change: impl FnOnce(ClientBuilder) -> ClientBuilder,
    ) -> Client {
        let transport = Arc::clone(self) as Arc<dyn Transport>;
        let base = Url::parse("https://service.example").unwrap();
        change(Client::builder(base).transport(transport))
            .build()
            .unwrap()
    }

    pub(crate) fn count(&self) -> usize {
        self.sent.lock().unwrap().len()
    }

    /// The time between each request and the one before it.
    pub(crate) fn pauses(&self) -> Vec<Duration> {
        let sent = self.sent.lock().unwrap();
        sent.windows(2).map(|two| two[1].at - two[0].at).collect()
    }

    /// A value of every request.
    pub(crate) fn each<T>(&self, of: impl Fn(&Sent) -> T) -> Vec<T> {
        self.sent.lock().unwrap().iter().map(of).collect()
    }
}

impl Transport for Script {
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        let (head, body) = request.into_parts();
        self.sent.lock().unwrap().push(Sent {
            at: Instant::now(),
            method: head.method,
            url: head.uri.to_string(),
            headers: head.headers,
            body,
        });
        let mut steps = self.steps.lock().unwrap();
        let step = match steps.len() {
            0 => panic!("no step for {}", head.uri),
            1 => steps[0].clone(),
            _ => steps.pop_front().unwrap(),
        };
        answer(step).boxed()
    }
}

async fn answer(step: Step) -> Result<http::Response<Body>, TransportError> {
    let ok = |chunks: Vec<Result<Bytes, TransportError>>| {
        Ok(http::Response::new(Body::from_stream(stream::iter(chunks))))
    };
    match step {
        Step::Answer(status, headers, body) => {
            let mut answer = http::Response::builder().status(status);
            for (name, value) in headers {
                answer = answer.header(name, value);
            }
            Ok(answer.body(Body::from(body)).unwrap())
        }
        Step::Pieces(size, body) => ok(body
            .chunks(size)
            .map(|piece| Ok(Bytes::copy_from_slice(piece)))
            .collect()),
        Step::Drips(pause, size, count) => {
            let pieces = stream::iter(0..count).then(move |_| async move {
                sleep(pause).await;
                Ok(Bytes::from(vec![b' '; size]))
            });
            Ok(http::Response::new(Body::from_stream(pieces)))
        }
        Step::BreaksOff(body) => ok(vec![Ok(body), Err(no_more())]),
        Step::Silence(length) => {
            sleep(length).await;
            Ok(http::Response::new(Body::from("")))
        }
        Step::Fails(kind) => Err(TransportError::new(kind, "scripted")),
    }
}

fn no_more() -> TransportError {
    TransportError::new(TransportErrorKind::Interrupted, "connection reset by peer")
}
