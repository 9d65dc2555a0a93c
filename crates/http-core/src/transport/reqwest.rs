//! The one place that names the HTTP library.

use std::error::Error as StdError;
use std::fmt;
use std::io::ErrorKind as IoErrorKind;
use std::time::Duration;

use bytes::Bytes;
use futures_util::StreamExt;
use futures_util::future::BoxFuture;

use super::tls;
use super::{Transport, TransportError, TransportErrorKind};
use crate::Body;
use crate::error::{Error, Result};

const CONNECT_TIMEOUT: Duration = Duration::from_secs(20);

/// As [`CONNECT_TIMEOUT`], on the machine itself. Where there is no such service its address may swallow packets.
const NEARBY_TIMEOUT: Duration = Duration::from_secs(2);

/// Sends through reqwest over rustls; clones share one connection pool.
#[derive(Clone)]
pub struct ReqwestTransport {
    client: reqwest::Client,
}

impl ReqwestTransport {
    /// A transport that trusts the system's certificate authorities and honours the system's proxy settings.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`](crate::ErrorKind::Usage) if the TLS set-up fails.
    pub fn new() -> Result<Self> {
        Self::finish(builder(), tls::system())
    }

    /// A transport that trusts exactly the authorities of a PEM file's text, as `SSL_CERT_FILE` does elsewhere.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`](crate::ErrorKind::Usage) if the text holds no certificate.
    pub fn with_authorities(pem: &[u8]) -> Result<Self> {
        let authorities = tls::authorities(pem)?;
        Self::finish(builder(), tls::trusting(authorities))
    }

    /// A transport for services of the machine itself, such as the metadata service of a cloud: no proxy, whatever the
    /// system says, and a connection within two seconds or none.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`](crate::ErrorKind::Usage) if the TLS set-up fails.
    pub fn direct() -> Result<Self> {
        Self::finish(nearby(), tls::system())
    }

    /// A transport as [`direct`](Self::direct) makes it, for a service of the machine whose certificate nobody has
    /// signed: the one certificate with this thumbprint is trusted, and no other, whatever names and dates it has.
    ///
    /// The thumbprint is the SHA-1 of the certificate in DER, as 40 hexadecimal digits. Azure Service Fabric names the
    /// certificate of its identity endpoint so.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`](crate::ErrorKind::Usage) if the thumbprint is none, or the TLS set-up fails.
    pub fn pinned(thumbprint: &str) -> Result<Self> {
        let thumbprint = tls::thumbprint(thumbprint)?;
        Self::finish(nearby(), tls::pinned(thumbprint))
    }

    /// Uses a client that the caller has built. It should follow no redirects, keep no cookies and decode no bodies.
    pub fn from_client(client: reqwest::Client) -> Self {
        Self { client }
    }

    fn finish(builder: reqwest::ClientBuilder, tls: tls::Prepared) -> Result<Self> {
        let unusable = |source: Box<dyn StdError + Send + Sync>| {
            Error::usage("the TLS set-up failed").with_source(source)
        };
        let tls = tls.map_err(|error| unusable(error.into()))?;
        let client = builder.tls_backend_preconfigured(tls).build();
        let client = client.map_err(|error| unusable(error.into()))?;
        Ok(Self { client })
    }
}

fn nearby() -> reqwest::ClientBuilder {
    builder().no_proxy().connect_timeout(NEARBY_TIMEOUT)
}

fn builder() -> reqwest::ClientBuilder {
    reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .connect_timeout(CONNECT_TIMEOUT)
        .tcp_keepalive(Duration::from_secs(60))
}

impl fmt::Debug for ReqwestTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReqwestTransport")
    }
}

impl Transport for ReqwestTransport {
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        Box::pin(async move {
            let request = reqwest::Request::try_from(request.map(reqwest::Body::from))
                .map_err(|error| convert(error, TransportErrorKind::Unsent))?;
            let answer = self
                .client
                .execute(request)
                .await
                .map_err(|error| convert(error, TransportErrorKind::Unknown))?;
            let mut head = http::Response::new(());
            *head.status_mut() = answer.status();
            *head.version_mut() = answer.version();
            *head.headers_mut() = answer.headers().clone();
            let chunks = answer.bytes_stream().map(|chunk| {
                chunk.map_err(|error| convert(error, TransportErrorKind::Interrupted))
            });
            Ok(head.map(|()| Body::from_stream(chunks)))
        })
    }
}

/// Says what may be done about a failure. The library's own message is dropped: it holds the URL.
fn convert(error: reqwest::Error, otherwise: TransportErrorKind) -> TransportError {
    let error = error.without_url();
    if let Some(refused) = tls::refused(&error) {
        return TransportError::new(TransportErrorKind::Untrusted, refused).with_source(error);
    }
    let kind = if error.is_connect() || error.is_builder() {
        TransportErrorKind::Unsent
    } else if error.is_timeout() {
        TransportErrorKind::Timeout
    } else if is_interrupted(&error) {
        TransportErrorKind::Interrupted
    } else {
        otherwise
    };
    let message = innermost(&error).to_string();
    TransportError::new(kind, message).with_source(error)
}

fn innermost<'a>(error: &'a (dyn StdError + 'static)) -> &'a (dyn StdError + 'static) {
    let mut at = error;
    while let Some(source) = at.source() {
        at = source;
    }
    at
}

fn is_interrupted(error: &reqwest::Error) -> bool {
    let mut at: Option<&(dyn StdError + 'static)> = Some(error);
    while let Some(source) = at {
        if let Some(io) = source.downcast_ref::<std::io::Error>() {
            return matches!(
                io.kind(),
                IoErrorKind::ConnectionReset
                    | IoErrorKind::ConnectionAborted
                    | IoErrorKind::BrokenPipe
                    | IoErrorKind::UnexpectedEof
            );
        }
        at = source.source();
    }
    // An answer that never began, on a connection that was open.
    error.is_request()
}
