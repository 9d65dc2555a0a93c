//! Accepts connections: a limited number, with TLS handshakes side by side.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use tokio::net::TcpListener;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc, watch};
use tokio_rustls::TlsAcceptor;

use super::connection::{Connection, Cutoff};

/// Maximum number of open connections of all listeners. Further ones wait in the queue of
/// the operating system, so that many clients do not use up the file descriptors of the
/// process.
const CONNECTIONS: usize = 512;

/// Time in which the TLS handshake must be complete.
const HANDSHAKE: Duration = Duration::from_secs(10);

/// Pause after a connection could not be accepted. It doubles with each failure, up to
/// [`LONGEST_PAUSE`]: without file descriptors the next attempt fails as well.
const PAUSE: Duration = Duration::from_millis(50);
/// Maximum pause after a failure.
const LONGEST_PAUSE: Duration = Duration::from_secs(1);

/// Slots for connections, shared by all listeners of an emulator.
#[derive(Clone, Debug)]
pub(crate) struct ConnectionSlots(Arc<Semaphore>);

impl Default for ConnectionSlots {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(CONNECTIONS)))
    }
}

/// Yields accepted connections whose handshake is complete. A slow handshake delays no
/// other.
#[derive(Debug)]
pub(crate) struct LoopbackListener {
    address: SocketAddr,
    ready: mpsc::Receiver<(Connection, SocketAddr)>,
}

impl LoopbackListener {
    /// Starts to accept connections. Stops when the emulator does.
    pub(crate) fn open(
        listener: TcpListener,
        acceptor: Option<TlsAcceptor>,
        slots: &ConnectionSlots,
        running: watch::Receiver<()>,
    ) -> LoopbackListener {
        let address = listener
            .local_addr()
            .unwrap_or_else(|_| SocketAddr::from(([127, 0, 0, 1], 0)));
        let (done, ready) = mpsc::channel(16);
        let slots = slots.clone();
        tokio::spawn(async move {
            tokio::select! {
                () = closed(running) => {}
                () = accept(&listener, acceptor, &slots, done) => {}
            }
        });
        LoopbackListener { address, ready }
    }
}

/// Completes when the emulator stops: its sender is dropped, and nothing is ever sent.
pub(super) async fn closed(mut running: watch::Receiver<()>) {
    while running.changed().await.is_ok() {}
}

/// Accepts connections until the future is dropped.
async fn accept(
    listener: &TcpListener,
    acceptor: Option<TlsAcceptor>,
    slots: &ConnectionSlots,
    done: mpsc::Sender<(Connection, SocketAddr)>,
) {
    let mut pause = PAUSE;
    loop {
        let Ok(slot) = Arc::clone(&slots.0).acquire_owned().await else {
            return;
        };
        let (stream, peer) = match listener.accept().await {
            Ok(accepted) => accepted,
            Err(error) => {
                tracing::warn!(%error, ?pause, "a connection cannot be accepted");
                drop(slot);
                tokio::time::sleep(pause).await;
                pause = (pause * 2).min(LONGEST_PAUSE);
                continue;
            }
        };
        pause = PAUSE;
        let (acceptor, done) = (acceptor.clone(), done.clone());
        tokio::spawn(async move {
            if let Some(connection) = handshake(stream, acceptor, slot).await {
                // Fails only after the server has stopped.
                let _ = done.send((connection, peer)).await;
            }
        });
    }
}

/// The connection after its TLS handshake, if there is one. `None` if the handshake fails
/// or takes too long.
async fn handshake(
    stream: tokio::net::TcpStream,
    acceptor: Option<TlsAcceptor>,
    slot: OwnedSemaphorePermit,
) -> Option<Connection> {
    match acceptor {
        None => Some(Connection::new(stream, slot)),
        Some(acceptor) => {
            let agreed = tokio::time::timeout(HANDSHAKE, acceptor.accept(stream)).await;
            Some(Connection::new(agreed.ok()?.ok()?, slot))
        }
    }
}

impl Listener for LoopbackListener {
    type Io = Connection;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        match self.ready.recv().await {
            Some(connection) => connection,
            // The accepting task has ended: there are no more connections.
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> io::Result<Self::Addr> {
        Ok(self.address)
    }
}

impl Connected<IncomingStream<'_, LoopbackListener>> for Cutoff {
    fn connect_info(stream: IncomingStream<'_, LoopbackListener>) -> Cutoff {
        stream.io().cutoff()
    }
}
