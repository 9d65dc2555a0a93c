//! Listeners on loopback.

mod connection;

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{ConnectInfo, Request};
use axum::http::StatusCode;
use axum::response::Response;
use axum::serve::Listener;
use futures_util::{StreamExt, stream};
use tokio::net::TcpListener;
use tokio::sync::{mpsc, watch};
use tokio_rustls::TlsAcceptor;

use crate::core::Core;
use crate::http::Incoming;
use crate::service::Service;
use crate::wire::Reply;
use connection::{Connection, Switch};

/// The largest body that is taken: a little over the largest documented upload of a library file.
const BODY_LIMIT: usize = 64 * 1024 * 1024;

/// Serves one service until `running` closes.
pub(crate) fn spawn(
    listener: TcpListener,
    acceptor: Option<TlsAcceptor>,
    service: Service,
    core: Arc<Core>,
    running: watch::Receiver<()>,
) {
    let router = Router::new().fallback(
        move |ConnectInfo(switch): ConnectInfo<Switch>, request: Request| {
            let core = Arc::clone(&core);
            async move { answer(&core, service, &switch, request).await }
        },
    );
    let service = router.into_make_service_with_connect_info::<Switch>();
    let door = Door::open(listener, acceptor, running.clone());
    tokio::spawn(async move {
        // The listener hides its failures, so serving ends in no other way than by the shutdown.
        let _ = axum::serve(door, service)
            .with_graceful_shutdown(closed(running))
            .await;
    });
}

async fn closed(mut running: watch::Receiver<()>) {
    // Nothing is ever sent: the only news is that the sender is gone.
    while running.changed().await.is_ok() {}
}

async fn answer(core: &Core, service: Service, switch: &Switch, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let Ok(bytes) = to_bytes(body, BODY_LIMIT).await else {
        return plain(StatusCode::PAYLOAD_TOO_LARGE);
    };
    let request = axum::http::Request::from_parts(parts, bytes.to_vec());
    let reply = core.handle(Incoming::new(service, request)).await;
    if reply.dropped {
        switch.cut();
    }
    respond(reply)
}

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
        // Without a pause the part would not leave the server's buffer.
        tokio::time::sleep(Duration::from_millis(20)).await;
        Err(io::Error::from(io::ErrorKind::ConnectionAborted))
    });
    Body::from_stream(first.chain(end))
}

fn plain(status: StatusCode) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response
}

/// Accepts connections; handshakes run beside each other, so that a slow one holds up no other.
struct Door {
    address: SocketAddr,
    ready: mpsc::Receiver<(Connection, SocketAddr)>,
}

impl Door {
    fn open(
        listener: TcpListener,
        acceptor: Option<TlsAcceptor>,
        running: watch::Receiver<()>,
    ) -> Door {
        let address = listener
            .local_addr()
            .unwrap_or_else(|_| SocketAddr::from(([127, 0, 0, 1], 0)));
        let (done, ready) = mpsc::channel(16);
        tokio::spawn(async move {
            let mut closing = std::pin::pin!(closed(running));
            loop {
                let accepted = tokio::select! {
                    () = &mut closing => break,
                    accepted = listener.accept() => accepted,
                };
                let Ok((stream, peer)) = accepted else {
                    continue;
                };
                let (acceptor, done) = (acceptor.clone(), done.clone());
                tokio::spawn(async move {
                    let connection = match acceptor {
                        None => Connection::new(stream),
                        Some(acceptor) => match acceptor.accept(stream).await {
                            Ok(stream) => Connection::new(stream),
                            Err(_) => return,
                        },
                    };
                    // Fails only once the server is gone.
                    let _ = done.send((connection, peer)).await;
                });
            }
        });
        Door { address, ready }
    }
}

impl Listener for Door {
    type Io = Connection;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        match self.ready.recv().await {
            Some(connection) => connection,
            // The accepting task has ended: nothing more will come until the server stops.
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> io::Result<Self::Addr> {
        Ok(self.address)
    }
}

#[cfg(test)]
mod tests;
