//! A connection with deadlines for its client, and a handle that cuts it.
//!
//! The deadlines protect the emulator from clients that do nothing: idle connections, heads
//! that arrive byte by byte, responses that are not read. They are in real time.

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

/// Time without a request after which a connection is closed.
const IDLE: Duration = Duration::from_secs(75);

/// Time in which the head of a request must arrive after its first byte.
const HEAD: Duration = Duration::from_secs(10);

/// Time in which the client must read some part of a response.
const STALL: Duration = Duration::from_secs(30);

/// Plain or encrypted bytes.
trait Stream: AsyncRead + AsyncWrite + Send + Unpin {}
impl<T: AsyncRead + AsyncWrite + Send + Unpin> Stream for T {}

/// An accepted connection.
pub(crate) struct Connection {
    stream: Box<dyn Stream>,
    cutoff: Cutoff,
    waiting: Waiting,
    /// Deadline of the next request or of the rest of its head.
    reading: Pin<Box<Sleep>>,
    /// Deadline to read a part of the response. Set while the client does not read.
    writing: Option<Pin<Box<Sleep>>>,
    /// Counts against the maximum number of connections.
    _slot: OwnedSemaphorePermit,
}

/// What a connection waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Waiting {
    /// The first byte of a request.
    Request,
    /// The rest of a head.
    Head,
    /// The response. There is no deadline.
    Answer,
}

/// Cuts its connection: all further reads and writes fail.
#[derive(Clone, Debug, Default)]
pub(super) struct Cutoff(Arc<State>);

/// Shared by a connection and its handle.
#[derive(Debug, Default)]
struct State {
    cut: AtomicBool,
    answering: AtomicBool,
}

/// Marks that a request is being answered, until it is dropped.
#[derive(Debug)]
pub(super) struct Answering<'a>(&'a State);

impl Drop for Answering<'_> {
    fn drop(&mut self) {
        self.0.answering.store(false, Ordering::Release);
    }
}

impl Cutoff {
    /// Cuts the connection. A response that is being written is torn.
    pub(super) fn cut(&self) {
        self.0.cut.store(true, Ordering::Release);
    }

    /// Marks that a request has arrived.
    pub(super) fn answering(&self) -> Answering<'_> {
        self.0.answering.store(true, Ordering::Release);
        Answering(&self.0)
    }

    /// Fails if the connection was cut.
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

    /// Starts to wait, with a deadline from now.
    fn wait_for(&mut self, waiting: Waiting, time: Duration) {
        self.waiting = waiting;
        self.reading.as_mut().reset(Instant::now() + time);
    }

    /// Notes whether the server or the client has to act.
    fn update_waiting(&mut self) {
        let answering = self.cutoff.0.answering.load(Ordering::Acquire);
        if answering {
            self.waiting = Waiting::Answer;
        } else if self.waiting == Waiting::Answer {
            self.wait_for(Waiting::Request, IDLE);
        }
    }

    /// Fails if the client does not read in time.
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
                // A response that is being written means that the head has arrived, also where no read noticed the answer.
                if self.waiting != Waiting::Answer {
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
