//! The emulator as a transport without sockets, so that the clock can be paused.

use futures_util::{FutureExt, StreamExt, stream};
use http_core::{Body, BoxFuture, Bytes, Transport, TransportError, TransportErrorKind};
use sandbox::{Cut, Sandbox};

/// Passes requests to an emulator in the same process. Other addresses fail.
#[derive(Debug)]
pub(crate) struct InProcess {
    sandbox: Sandbox,
}

impl InProcess {
    pub(crate) fn new(sandbox: Sandbox) -> Self {
        Self { sandbox }
    }
}

impl Transport for InProcess {
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        async move {
            let answer = self.sandbox.call(request.map(|body| body.to_vec())).await;
            let (mut head, body) = answer.into_parts();
            if head.status == http::StatusCode::MISDIRECTED_REQUEST {
                let message = "nobody listens at this address";
                return Err(TransportError::new(TransportErrorKind::Unsent, message));
            }
            let cut = head.extensions.remove::<Cut>().is_some();
            if cut && body.is_empty() {
                return Err(broken());
            }
            let whole = stream::iter((!body.is_empty()).then(|| Ok(Bytes::from(body))));
            let rest = stream::iter(cut.then(|| Err(broken())));
            Ok(http::Response::from_parts(
                head,
                Body::from_stream(whole.chain(rest)),
            ))
        }
        .boxed()
    }
}

fn broken() -> TransportError {
    TransportError::new(TransportErrorKind::Interrupted, "connection reset by peer")
}
