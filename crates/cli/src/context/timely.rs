//! Answers in time, for a sign-in that has no limit as a whole because a person takes part in it.

use std::sync::Arc;
use std::time::Duration;

use auth_core::http_core::{
    Body, BoxFuture, Bytes, Limits, Transport, TransportError, TransportErrorKind,
};
use tokio::time::timeout;

/// Gives up on each answer, with its body, after a time.
#[derive(Debug)]
pub(super) struct Timely {
    inner: Arc<dyn Transport>,
    limit: Duration,
}

impl Timely {
    pub(super) fn new(inner: Arc<dyn Transport>, limit: Duration) -> Self {
        Self { inner, limit }
    }

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

impl Transport for Timely {
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        Box::pin(async move {
            let late = || {
                let message = format!("no whole answer within {} s", self.limit.as_secs_f64());
                TransportError::new(TransportErrorKind::Timeout, message)
            };
            let answer = timeout(self.limit, self.whole(request)).await;
            answer.map_err(|_| late())?
        })
    }
}
