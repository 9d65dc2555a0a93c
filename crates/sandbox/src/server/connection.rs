//! A connection that ends by itself where its client does nothing, and that can be cut without an answer.

use std::fmt;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::sync::OwnedSemaphorePermit;
use tokio::time::{Instant, Sleep};

/// How long a client may be without a request: connections are kept for the next one.
const IDLE: Duration = Duration::from_secs(75);

/// How long the head of a request may take from its first byte on, however steadily it drips.
const HEAD: Duration = Duration::from_secs(10);

/// How long a client may read nothing of its answer.
const STALL: Duration = Duration::from_secs(30);

/// Plain or encrypted bytes.
trait Stream: AsyncRead + AsyncWrite + Send + Unpin {}
impl<T: AsyncRead + AsyncWrite + Send + Unpin> Stream for T {}

/// A connection with a cutoff and with deadlines.
pub(crate) struct Connection {
    stream: Box<dyn Stream>,
    cutoff: Cutoff,
    waiting: Waiting,
    /// When the next request, or the rest of its head, has to be there.
    reading: Pin<Box<Sleep>>,
    /// When the client has to have read some more of an answer; only while it does not.
    writing: Option<Pin<Box<Sleep>>>,
    /// The connection's place among those that may be open.
    _slot: OwnedSemaphorePermit,
}

/// What a connection waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Waiting {
    /// The first byte of a request.
    Request,
    /// The rest of a head.
    Head,
    /// The answer: the server's update_waiting.
    Answer,
}

/// Cuts its connection: whatever is written after that fails.
#[derive(Clone, Debug, Default)]
pub(super) struct Cutoff(Arc<State>);

#[derive(Debug, Default)]
struct State {
    cut: AtomicBool,
    answering: AtomicBool,
}

/// A request is being answered, until this is dropped.
#[derive(Debug)]
pub(super) struct Answering<'a>(&'a State);

impl Drop for Answering<'_> {
    fn drop(&mut self) {
        self.0.answering.store(false, Ordering::Release);
    }
}

impl Cutoff {
    pub(super) fn cut(&self) {
        self.0.cut.store(true, Ordering::Release);
    }

    /// Says that a head has arrived.
    pub(super) fn answering(&self) -> Answering<'_> {
        self.0.answering.store(true, Ordering::Release);
        Answering(&self.0)
    }

    fn check(&self) -> io::Result<()> {
        if self.0.cut.load(Ordering::Acquire) {
            Err(io::ErrorKind::ConnectionAborted.into())
        } else {
            Ok(())
        }
    }
}

impl Connection {
    pub(super) fn new(
        stream: impl AsyncRead + AsyncWrite + Send + Unpin + 'static,
        slot: OwnedSemaphorePermit,
    ) -> Connection {
        Connection {
            stream: Box::new(stream),
            cutoff: Cutoff::default(),
            waiting: Waiting::Request,
            reading: Box::pin(tokio::time::sleep(IDLE)),
            writing: None,
            _slot: slot,
        }
    }

    /// The handle that cuts this connection.
    pub(super) fn cutoff(&self) -> Cutoff {
        self.cutoff.clone()
    }

    fn wait_for(&mut self, waiting: Waiting, time: Duration) {
        self.waiting = waiting;
        self.reading.as_mut().reset(Instant::now() + time);
    }

    /// Notes whose update_waiting it is.
    fn update_waiting(&mut self) {
        let answering = self.cutoff.0.answering.load(Ordering::Acquire);
        if answering {
            self.waiting = Waiting::Answer;
        } else if self.waiting == Waiting::Answer {
            self.wait_for(Waiting::Request, IDLE);
        }
    }

    /// Fails where a client takes too long to read.
    fn stalled<T>(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<T>> {
        let timer = self
            .writing
            .get_or_insert_with(|| Box::pin(tokio::time::sleep(STALL)));
        timer
            .as_mut()
            .poll(cx)
            .map(|()| Err(io::ErrorKind::TimedOut.into()))
    }
}

impl AsyncRead for Connection {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.cutoff.check()?;
        self.update_waiting();
        if let Poll::Ready(outcome) = Pin::new(&mut self.stream).poll_read(cx, buf) {
            if self.waiting == Waiting::Request {
                self.wait_for(Waiting::Head, HEAD);
            }
            return Poll::Ready(outcome);
        }
        if self.waiting != Waiting::Answer && self.reading.as_mut().poll(cx).is_ready() {
            return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
        }
        Poll::Pending
    }
}

impl AsyncWrite for Connection {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.cutoff.check()?;
        match Pin::new(&mut self.stream).poll_write(cx, bytes) {
            Poll::Ready(outcome) => {
                self.writing = None;
                if self.waiting == Waiting::Request {
                    self.wait_for(Waiting::Request, IDLE);
                }
                Poll::Ready(outcome)
            }
            Poll::Pending => self.stalled(cx),
        }
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.cutoff.check()?;
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

impl fmt::Debug for Connection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Connection")
            .field("waiting", &self.waiting)
            .finish_non_exhaustive()
    }
}
