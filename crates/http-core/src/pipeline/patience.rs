//! A body that has to get on: silence and dripping end it, a slow reader does not.

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

/// The least that has to come in each second of waiting, on average over the time limit.
const SLOWEST: u64 = 100;

/// How often somebody who waits is made to look. The time of a look that did not come was not spent waiting.
const LOOK: Duration = Duration::from_secs(1);

/// The body, with an end to waiting for it: whenever it was waited for as long as `limit`, 100 bytes for each second of
/// that must have come, or its end.
///
/// Only waiting counts. The time in which the reader does not ask for more does not, so that a slow reader is never
/// taken for a slow server.
pub(crate) fn patient(body: Body, limit: Duration) -> Body {
    Body::from_stream(Patient {
        body: Some(body),
        limit,
        enough: limit.as_secs().saturating_mul(SLOWEST).max(1),
        left: limit,
        came: 0,
        waiting: None,
        timer: None,
    })
}

struct Patient {
    body: Option<Body>,
    limit: Duration,
    /// Bytes that begin a new measurement.
    enough: u64,
    /// What may still be waited in this measurement.
    left: Duration,
    /// Bytes of this measurement.
    came: u64,
    /// When the reader began to wait, and for how long it was to be left alone.
    waiting: Option<(Instant, Duration)>,
    timer: Option<Pin<Box<Sleep>>>,
}

impl Patient {
    fn count_waiting(&mut self) {
        if let Some((since, planned)) = self.waiting.take() {
            self.left = self.left.saturating_sub(since.elapsed().min(planned));
        }
    }

    fn count_bytes(&mut self, bytes: usize) {
        self.came = self.came.saturating_add(bytes as u64);
        if self.came >= self.enough {
            self.came = 0;
            self.left = self.limit;
        }
    }

    /// Waits until the next look; not at all where the time is over.
    fn wait(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        loop {
            if self.left.is_zero() {
                return Poll::Ready(());
            }
            let planned = self.left.min(LOOK);
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

impl Stream for Patient {
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
                Poll::Ready(Some(Err(too_slow(this.came, this.limit))))
            }
        }
    }
}

fn too_slow(came: u64, limit: Duration) -> TransportError {
    let limit = limit.as_secs_f64();
    let message = match came {
        0 => format!("no answer in time: nothing came for {limit} s"),
        came => format!("no answer in time: {came} bytes came in {limit} s"),
    };
    TransportError::new(TransportErrorKind::Timeout, message)
}

#[cfg(test)]
mod tests {
    use futures_util::stream;
    use tokio::time::sleep;

    use super::*;

    const LIMIT: Duration = Duration::from_secs(10);

    /// Chunks of so many bytes, one after each pause.
    fn chunks(size: usize, pause: Duration, count: usize) -> Body {
        let chunks = stream::iter(0..count).then(move |_| async move {
            sleep(pause).await;
            Ok(Bytes::from(vec![b' '; size]))
        });
        patient(Body::from_stream(chunks), LIMIT)
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
        assert!(error.unwrap().contains("nothing came for 10 s"));
    }

    #[tokio::test(start_paused = true)]
    async fn dripping_ends_at_the_limit() {
        let begun = Instant::now();
        let drip = chunks(1, Duration::from_millis(200), 100_000);
        let (count, error) = read(drip, Duration::ZERO).await;
        assert_eq!((count, begun.elapsed()), (50, LIMIT));
        assert!(error.unwrap().contains("50 bytes came in 10 s"));
    }

    #[tokio::test(start_paused = true)]
    async fn a_line_that_is_slow_but_gets_on_is_read_to_its_end() {
        let slow = chunks(900, Duration::from_secs(8), 1000);
        assert_eq!(read(slow, Duration::ZERO).await.0, 1);
        let enough = chunks(1000, Duration::from_secs(8), 1000);
        assert_eq!(read(enough, Duration::ZERO).await, (1000, None));
    }

    #[tokio::test(start_paused = true)]
    async fn a_slow_reader_is_not_taken_for_a_slow_server() {
        let body = chunks(1, Duration::ZERO, 1000);
        assert_eq!(read(body, LIMIT * 100).await, (1000, None));
    }

    /// As `select!` does with a heartbeat: asked for a chunk, then gone for long before it asks again.
    #[tokio::test(start_paused = true)]
    async fn a_reader_who_went_away_while_asking_is_not_taken_for_a_slow_server() {
        let mut body = chunks(1, Duration::from_secs(5), 3);
        for _ in 0..3 {
            let soon = tokio::time::timeout(Duration::from_secs(1), body.chunk());
            soon.await.unwrap_err();
            // The timers go off while nobody looks; the chunk's own wait begins only with the next look.
            tokio::time::advance(LIMIT * 10).await;
            assert!(body.chunk().await.unwrap().is_ok());
        }
    }
}
