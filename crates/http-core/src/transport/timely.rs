//! A transport with a time limit for whole answers.
//!
//! The deadline of a call covers its retries. A sign-in in which a user takes part has no such deadline,
//! yet each request to the identity service must still end.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures_util::future::BoxFuture;
use tokio::time::timeout;

use super::body::Body;
use super::{Transport, TransportError, TransportErrorKind};
use crate::limits::Limits;

/// Returns each answer whole within a time limit, or fails with
/// [`Timeout`](TransportErrorKind::Timeout).
///
/// For answers as small as those of an identity service: at most 1 MiB
/// ([`Limits::for_tokens`]).
///
/// ```
/// use std::sync::Arc;
/// use std::time::Duration;
/// use http_core::{ReqwestTransport, TimelyTransport};
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let transport = TimelyTransport::new(Arc::new(ReqwestTransport::new()?), Duration::from_secs(10));
/// # let _ = transport;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct TimelyTransport {
    inner: Arc<dyn Transport>,
    limit: Duration,
}

impl TimelyTransport {
    /// Sends through `inner` and waits at most `limit` for an answer with its body.
    pub fn new(inner: Arc<dyn Transport>, limit: Duration) -> Self {
        Self { inner, limit }
    }

    /// Sends a request and reads the whole answer, without a time limit.
    async fn whole(
        &self,
        request: http::Request<Bytes>,
    ) -> Result<http::Response<Body>, TransportError> {
        let (head, body) = self.inner.send(request).await?.into_parts();
        let most = Limits::for_tokens().answer;
        let Some(whole) = body.collect_within(most).await? else {
            let message = format!("the answer is larger than {most} bytes");
            return Err(TransportError::new(TransportErrorKind::Unknown, message));
        };
        Ok(http::Response::from_parts(head, Body::from(whole)))
    }
}

impl Transport for TimelyTransport {
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        Box::pin(async move {
            let late = |_| {
                let message = format!("no whole answer within {} s", self.limit.as_secs_f64());
                TransportError::new(TransportErrorKind::Timeout, message)
            };
            let answer = timeout(self.limit, self.whole(request)).await;
            answer.map_err(late)?
        })
    }
}

#[cfg(test)]
mod tests {
    use futures_util::stream;

    use super::*;

    /// Answers with the head at once, and then with a byte a second.
    #[derive(Debug)]
    struct Drips(u64);

    impl Transport for Drips {
        fn send(
            &self,
            _: http::Request<Bytes>,
        ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
            let chunks = stream::unfold(self.0, |left| async move {
                let next = left.checked_sub(1)?;
                tokio::time::sleep(Duration::from_secs(1)).await;
                Some((Ok(Bytes::from_static(b"x")), next))
            });
            let body = Body::from_stream(chunks);
            Box::pin(async move { Ok(http::Response::new(body)) })
        }
    }

    #[tokio::test(start_paused = true)]
    async fn an_answer_counts_when_it_is_whole() {
        let send = |drips: u64| async move {
            let timely = TimelyTransport::new(Arc::new(Drips(drips)), Duration::from_secs(10));
            timely.send(http::Request::new(Bytes::new())).await
        };
        let whole = send(9).await.unwrap().into_body().collect().await.unwrap();
        assert_eq!(whole, "x".repeat(9));
        let late = send(11).await.unwrap_err();
        assert_eq!(late.kind(), TransportErrorKind::Timeout);
        assert_eq!(late.to_string(), "no whole answer within 10 s");
    }
}
