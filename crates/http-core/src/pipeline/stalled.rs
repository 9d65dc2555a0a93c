//! Ends a body that has stalled.
//!
//! A server that sends one byte a minute keeps a client forever if the timeout restarts with each
//! byte. A deadline for the whole body is no answer either: exports and long lists take hours. So a
//! body must make progress: [`MIN_BYTES_PER_SECOND`] on average over the time limit.
//!
//! Only time in which the reader waits is measured. A reader that takes an hour over a record, or that
//! polls once in a `select!` and returns later, must not be mistaken for a slow server. A pending read
//! therefore wakes itself once a second ([`MAX_SLEEP`]); if the wake-up is not served in time, the
//! excess was the reader's absence and does not count.
//!
//! The bytes are counted as they arrive, before gzip is undone.

use std::future::Future as _;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_util::{Stream, StreamExt};
use tokio::time::{Instant, Sleep};

use crate::pipeline::time::deadline;
use crate::transport::body::Body;
use crate::transport::{TransportError, TransportErrorKind};

/// Minimum progress per second of waiting, on average over the time limit. Less than any usable line
/// delivers, more than a server sends to keep a client waiting.
const MIN_BYTES_PER_SECOND: u64 = 100;

/// Longest sleep of a pending read. At most this much is counted as waiting per wake-up.
const MAX_SLEEP: Duration = Duration::from_secs(1);

/// Wraps a body so that it fails once it has stalled.
///
/// Whenever reads have waited for `limit` in total, 100 bytes for each second of it must have arrived,
/// or the end of the body. Otherwise the next item is a `Timeout` error and the stream ends.
pub(crate) fn stall_guard(body: Body, limit: Duration) -> Body {
    Body::from_stream(StallGuard {
        body: Some(body),
        limit,
        quota_bytes: limit.as_secs().saturating_mul(MIN_BYTES_PER_SECOND).max(1),
        left: limit,
        received: 0,
        waiting: None,
        timer: None,
    })
}

/// Measurements run one after the other: each begins with `limit` of waiting time left, and a new one
/// begins when `quota_bytes` have arrived.
struct StallGuard {
    /// `None` once the body has ended or failed.
    body: Option<Body>,
    limit: Duration,
    /// Bytes that end a measurement.
    quota_bytes: u64,
    /// Waiting time left in this measurement.
    left: Duration,
    /// Bytes received in this measurement.
    received: u64,
    /// Begin and planned length of the current sleep.
    waiting: Option<(Instant, Duration)>,
    timer: Option<Pin<Box<Sleep>>>,
}

impl StallGuard {
    /// Counts the sleep that has ended, at most its planned length.
    fn count_waiting(&mut self) {
        if let Some((since, planned)) = self.waiting.take() {
            self.left = self.left.saturating_sub(since.elapsed().min(planned));
        }
    }

    /// Counts received bytes and begins a new measurement when there are enough.
    fn count_bytes(&mut self, bytes: usize) {
        self.received = self.received.saturating_add(bytes as u64);
        if self.received >= self.quota_bytes {
            self.received = 0;
            self.left = self.limit;
        }
    }

    /// Sleeps until the next check. Ready once no waiting time is left.
    fn wait(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        loop {
            if self.left.is_zero() {
                return Poll::Ready(());
            }
            let planned = self.left.min(MAX_SLEEP);
            let until = deadline(planned);
            self.waiting = Some((Instant::now(), planned));
            let timer = self
                .timer
                .get_or_insert_with(|| Box::pin(tokio::time::sleep_until(until)));
            timer.as_mut().reset(until);
            if timer.as_mut().poll(cx).is_pending() {
                return Poll::Pending;
            }
            self.count_waiting();
        }
    }
}

impl Stream for StallGuard {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        let Some(body) = &mut this.body else {
            return Poll::Ready(None);
        };
        let polled = body.poll_next_unpin(cx);
        this.count_waiting();
        match polled {
            Poll::Ready(Some(Ok(chunk))) => {
                this.count_bytes(chunk.len());
                Poll::Ready(Some(Ok(chunk)))
            }
            Poll::Ready(end) => {
                this.body = None;
                Poll::Ready(end)
            }
            Poll::Pending if this.wait(cx).is_pending() => Poll::Pending,
            Poll::Pending => {
                this.body = None;
                Poll::Ready(Some(Err(stalled(this.received, this.limit))))
            }
        }
    }
}

/// The error of a stalled body.
fn stalled(received: u64, limit: Duration) -> TransportError {
    let limit = limit.as_secs_f64();
    let message = match received {
        0 => format!("no answer in time: nothing received for {limit} s"),
        received => format!("no answer in time: {received} bytes received in {limit} s"),
    };
    TransportError::new(TransportErrorKind::Timeout, message)
}

#[cfg(test)]
mod tests {
    use futures_util::stream;
    use tokio::time::sleep;

    use super::*;

    const LIMIT: Duration = Duration::from_secs(10);

    /// A body of `count` chunks of `size` bytes, each after a pause.
    fn chunks(size: usize, pause: Duration, count: usize) -> Body {
        let chunks = stream::iter(0..count).then(move |_| async move {
            sleep(pause).await;
            Ok(Bytes::from(vec![b' '; size]))
        });
        stall_guard(Body::from_stream(chunks), LIMIT)
    }

    async fn read(mut body: Body, pause: Duration) -> (usize, Option<String>) {
        let mut count = 0;
        loop {
            match body.chunk().await {
                Some(Ok(_)) => count += 1,
                Some(Err(error)) => return (count, Some(error.to_string())),
                None => return (count, None),
            }
            sleep(pause).await;
        }
    }

    #[tokio::test(start_paused = true)]
    async fn silence_ends_at_the_limit() {
        let begun = Instant::now();
        let (count, error) = read(chunks(1, LIMIT * 2, 1), Duration::ZERO).await;
        assert_eq!((count, begun.elapsed()), (0, LIMIT));
        assert!(error.unwrap().contains("nothing received for 10 s"));
    }

    #[tokio::test(start_paused = true)]
    async fn dripping_ends_at_the_limit() {
        let begun = Instant::now();
        let drip = chunks(1, Duration::from_millis(200), 100_000);
        let (count, error) = read(drip, Duration::ZERO).await;
        assert_eq!((count, begun.elapsed()), (50, LIMIT));
        assert!(error.unwrap().contains("50 bytes received in 10 s"));
    }

    #[tokio::test(start_paused = true)]
    async fn a_line_that_is_slow_but_gets_on_is_read_to_its_end() {
        let slow = chunks(900, Duration::from_secs(8), 1000);
        assert_eq!(read(slow, Duration::ZERO).await.0, 1);
        let quota_bytes = chunks(1000, Duration::from_secs(8), 1000);
        assert_eq!(read(quota_bytes, Duration::ZERO).await, (1000, None));
    }

    #[tokio::test(start_paused = true)]
    async fn a_slow_reader_is_not_taken_for_a_slow_server() {
        let body = chunks(1, Duration::ZERO, 1000);
        assert_eq!(read(body, LIMIT * 100).await, (1000, None));
    }

    /// A `select!` with a heartbeat does this: it polls for a chunk, then is away for long.
    #[tokio::test(start_paused = true)]
    async fn a_reader_who_went_away_while_asking_is_not_taken_for_a_slow_server() {
        let mut body = chunks(1, Duration::from_secs(5), 3);
        for _ in 0..3 {
            let soon = tokio::time::timeout(Duration::from_secs(1), body.chunk());
            soon.await.unwrap_err();
            // The timers fire unobserved; the chunk's own sleep begins with the next poll.
            tokio::time::advance(LIMIT * 10).await;
            assert!(body.chunk().await.unwrap().is_ok());
        }
    }
}
