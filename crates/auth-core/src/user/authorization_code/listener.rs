//! Listens on the loopback address for the browser's redirect.

use std::io;
use std::net::{Ipv4Addr, Ipv6Addr};

use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use tokio::net::{TcpListener, TcpStream};

use super::connection::{Answer, Expected, talk};
use super::redirect_uri::RedirectUri;
use crate::error::{Error, ErrorKind, Result};

/// Most open connections. Browsers open some that they never use.
const CONNECTIONS: usize = 32;

/// Number of free ports to try.
const PORTS: usize = 4;

/// Sockets on the loopback addresses, which other machines cannot reach.
pub(super) struct Listener {
    v4: TcpListener,
    /// `localhost` may resolve to this one first. `None` on machines without IPv6.
    v6: Option<TcpListener>,
    port: u16,
}

impl Listener {
    /// Binds the port of the redirect URI, or a free one.
    ///
    /// # Errors
    /// `Unavailable` if the port is taken or sockets are forbidden.
    pub(super) async fn bind(redirect_uri: &RedirectUri) -> Result<Self> {
        let mut bound = Self::bind_once(redirect_uri.port()).await;
        for _ in 1..PORTS {
            match &bound {
                Err(error) if error.kind() == io::ErrorKind::AddrInUse => {
                    bound = Self::bind_once(redirect_uri.port()).await;
                }
                _ => break,
            }
        }
        bound.map_err(|error| {
            let message =
                format!("the browser's redirect cannot be received on this machine: {error}");
            Error::new(ErrorKind::Unavailable, message)
                .with_hint("sign in with a device code, or free the port of the redirect URI")
        })
    }

    /// Binds both addresses at one port. Fails if another program has one of them: `localhost` may
    /// lead there.
    async fn bind_once(port: u16) -> io::Result<Self> {
        let v4 = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
        let port = v4.local_addr()?.port();
        let v6 = match TcpListener::bind((Ipv6Addr::LOCALHOST, port)).await {
            Ok(v6) => Some(v6),
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => return Err(error),
            Err(_) => None,
        };
        Ok(Self { v4, v6, port })
    }

    pub(super) fn port(&self) -> u16 {
        self.port
    }

    /// Returns the first authorization response of this sign-in. Other requests get an error page.
    pub(super) async fn answer(&self, expected: &Expected<'_>) -> Result<Answer> {
        let mut talks = FuturesUnordered::new();
        loop {
            tokio::select! {
                accepted = self.accept(), if talks.len() < CONNECTIONS => match accepted {
                    Ok(stream) => talks.push(talk(stream, expected)),
                    Err(error) if is_passing(&error) => {}
                    Err(error) => {
                        let message = format!("the browser's redirect cannot be received: {error}");
                        return Err(Error::new(ErrorKind::Unavailable, message));
                    }
                },
                ended = talks.next(), if !talks.is_empty() => {
                    if let Some(Some(answer)) = ended {
                        return Ok(answer);
                    }
                }
            }
        }
    }

    /// Accepts the next connection on either address.
    async fn accept(&self) -> io::Result<TcpStream> {
        let (stream, _) = match &self.v6 {
            None => self.v4.accept().await?,
            Some(v6) => tokio::select! {
                accepted = self.v4.accept() => accepted?,
                accepted = v6.accept() => accepted?,
            },
        };
        Ok(stream)
    }

    #[cfg(test)]
    pub(super) fn addresses(&self) -> Vec<std::net::SocketAddr> {
        let listeners = [Some(&self.v4), self.v6.as_ref()];
        let address = |listener: &TcpListener| listener.local_addr().unwrap();
        listeners.into_iter().flatten().map(address).collect()
    }
}

/// Whether only a single connection failed.
fn is_passing(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::ConnectionAborted | io::ErrorKind::ConnectionReset
    )
}
