//! Where connections are accepted.

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

/// How many connections are open at once, over all listeners. More wait in the system's queue until one ends, so that a
/// crowd of clients does not use up the files that the process may open.
const CONNECTIONS: usize = 512;

/// How long a client may take for the TLS handshake.
const HANDSHAKE: Duration = Duration::from_secs(10);

/// The pause after a connection could not be accepted, and what it grows to: without files left, the next try fails the
/// same way.
const PAUSE: Duration = Duration::from_millis(50);
const LONGEST_PAUSE: Duration = Duration::from_secs(1);

/// The slots for connections, shared by all listeners of an emulator.
#[derive(Clone, Debug)]
pub(crate) struct ConnectionSlots(Arc<Semaphore>);

impl Default for ConnectionSlots {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(CONNECTIONS)))
    }
}

/// Accepts connections; handshakes run beside each other, so that a slow one holds up no other.
#[derive(Debug)]
pub(crate) struct LoopbackListener {
    address: SocketAddr,
    ready: mpsc::Receiver<(Connection, SocketAddr)>,
}

impl LoopbackListener {
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

/// Accepts until it is dropped.
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
                // Fails only once the server is gone.
                let _ = done.send((connection, peer)).await;
            }
        });
    }
}

/// The connection, once its encryption is agreed upon.
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
            // The accepting task has ended: nothing more will come until the server stops.
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
