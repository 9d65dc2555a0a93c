//! Listeners on loopback, one per service.
//!
//! Only loopback addresses are bound. HTTP/1.1 with or without TLS; no HTTP/2. A client
//! cannot keep a connection without use, send a body without end, or hold more than its
//! share of connections.

mod connection;
pub(crate) mod host;
mod listener;

use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{ConnectInfo, Request};
use axum::http::StatusCode;
use axum::response::Response;
use futures_util::{StreamExt, stream};
use tokio::sync::watch;

use crate::core::Core;
use crate::http::Incoming;
use crate::service::Service;
use crate::wire::Reply;
use connection::Cutoff;
use listener::closed;
pub(crate) use listener::{ConnectionSlots, LoopbackListener};

/// Maximum size of a body. The largest documented upload is a file of 20 MB.
const BODY_LIMIT: usize = 64 * 1024 * 1024;

/// Time in which a body must arrive after its headers.
const BODY_TIME: Duration = Duration::from_secs(30);

/// Serves one service until the emulator stops.
pub(crate) fn spawn(
    listener: LoopbackListener,
    service: Service,
    core: Arc<Core>,
    running: watch::Receiver<()>,
) {
    let router = Router::new().fallback(
        move |ConnectInfo(cutoff): ConnectInfo<Cutoff>, request: Request| {
            let core = Arc::clone(&core);
            async move { answer(&core, service, &cutoff, request).await }
        },
    );
    let service = router.into_make_service_with_connect_info::<Cutoff>();
    tokio::spawn(async move {
        // The listener retries on errors, so serving ends by the shutdown only.
        let _ = axum::serve(listener, service)
            .with_graceful_shutdown(closed(running))
            .await;
    });
}

/// Reads the body, checks the host name and answers.
async fn answer(core: &Arc<Core>, service: Service, cutoff: &Cutoff, request: Request) -> Response {
    // The deadlines for the client do not apply while the request is answered.
    let _answering = cutoff.answering();
    let (parts, body) = request.into_parts();
    let read = tokio::time::timeout(BODY_TIME, to_bytes(body, BODY_LIMIT));
    let (bytes, unread) = match read.await {
        Ok(Ok(bytes)) => (bytes, None),
        Ok(Err(_)) => (Bytes::new(), Some(StatusCode::PAYLOAD_TOO_LARGE)),
        Err(_) => (Bytes::new(), Some(StatusCode::REQUEST_TIMEOUT)),
    };
    let foreign = !host::is_allowed(&parts.uri, &parts.headers, &core.settings.host_names);
    let refusal = unread.or(foreign.then_some(StatusCode::MISDIRECTED_REQUEST));
    let request = axum::http::Request::from_parts(parts, bytes.to_vec());
    let incoming = Incoming::new(service, request);
    if let Some(status) = refusal {
        core.record("unmatched".to_owned(), &incoming, status.as_u16());
        return plain(status);
    }
    let reply = core.handle(incoming).await;
    if reply.dropped {
        cutoff.cut();
    }
    respond(reply)
}

/// The response of the HTTP server for a reply.
fn respond(reply: Reply) -> Response {
    let mut builder = Response::builder().status(reply.status);
    for (name, value) in &reply.headers {
        builder = builder.header(name, value);
    }
    let length = reply.body.len();
    let body = match reply.cut {
        Some(cut) => {
            builder = builder.header("content-length", length);
            broken(Bytes::from(reply.body).slice(..cut.min(length)))
        }
        None => Body::from(reply.body),
    };
    builder
        .body(body)
        .unwrap_or_else(|_| plain(StatusCode::INTERNAL_SERVER_ERROR))
}

/// A body that ends in an error, which makes the server drop the connection.
fn broken(part: Bytes) -> Body {
    let first = stream::once(async move { Ok::<_, io::Error>(part) });
    let end = stream::once(async {
        // Without a pause the part would stay in the buffer of the server.
        tokio::time::sleep(Duration::from_millis(20)).await;
        Err(io::Error::from(io::ErrorKind::ConnectionAborted))
    });
    Body::from_stream(first.chain(end))
}

/// A response of the server itself, without a service.
fn plain(status: StatusCode) -> Response {
    let body = if status == StatusCode::MISDIRECTED_REQUEST {
        Body::from("the emulator does not accept this host name")
    } else {
        Body::empty()
    };
    let mut response = Response::new(body);
    *response.status_mut() = status;
    response
}

#[cfg(test)]
mod tests;
