//! The one place that names the HTTP library.

use std::error::Error as StdError;
use std::fmt;
use std::io::ErrorKind as IoErrorKind;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use bytes::Bytes;
use futures_util::StreamExt;
use futures_util::future::BoxFuture;
use hyper_util::client::proxy::matcher::Matcher;
use rustls::ClientConfig;
use url::Url;

use super::tls;
use super::{Transport, TransportError, TransportErrorKind};
use crate::base::is_loopback;
use crate::error::{Error, Result};
use crate::text;
use crate::transport::body::Body;

const CONNECT_TIMEOUT: Duration = Duration::from_secs(20);

/// As [`CONNECT_TIMEOUT`], on the machine itself. Where there is no such service its address may swallow packets.
const NEARBY_TIMEOUT: Duration = Duration::from_secs(2);

/// Sends through reqwest over rustls; clones share one connection pool.
#[derive(Clone)]
pub struct ReqwestTransport {
    client: reqwest::Client,
    /// Where the client goes by the proxies of the system.
    proxied: Option<Arc<Proxied>>,
}

/// What a client that goes by the proxies of the system needs beside it.
struct Proxied {
    tls: ClientConfig,
    /// The client for addresses of this machine, which no other has any business to see.
    local: OnceLock<reqwest::Client>,
}

impl ReqwestTransport {
    /// A transport that trusts the system's certificate authorities and honours the system's proxy settings, but for
    /// addresses of this machine: those are never asked through a proxy.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`](crate::ErrorKind::Usage) if the TLS set-up fails.
    pub fn new() -> Result<Self> {
        Self::proxied(tls::system())
    }

    /// A transport that trusts exactly the authorities of a PEM file, as `SSL_CERT_FILE` does elsewhere. The text may be
    /// UTF-8 or UTF-16, with or without a byte order mark, as Windows editors write it.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`](crate::ErrorKind::Usage) if the file holds no certificate.
    pub fn with_authorities(file: &[u8]) -> Result<Self> {
        let text = text::decode(file.to_vec()).ok();
        let text = text.filter(|text| !text.contains('\0'));
        let authorities = tls::authorities(text.as_deref().map_or(file, str::as_bytes))?;
        Self::proxied(tls::trusting(authorities))
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

    /// Uses a client that the caller has built. It should follow no redirects, keep no cookies and decode no bodies, and
    /// its proxies are its own.
    ///
    /// Behind the feature `reqwest-client`: the version of reqwest is then the one that this crate uses.
    #[cfg(feature = "reqwest-client")]
    pub fn from_client(client: reqwest::Client) -> Self {
        Self::of(client)
    }

    fn of(client: reqwest::Client) -> Self {
        Self {
            client,
            proxied: None,
        }
    }

    fn proxied(tls: tls::Prepared) -> Result<Self> {
        let tls = tls.map_err(|error| unusable(error.into()))?;
        let transport = Self::finish(builder(), Ok(tls.clone()))?;
        let proxied = Proxied {
            tls,
            local: OnceLock::new(),
        };
        Ok(Self {
            proxied: Some(Arc::new(proxied)),
            ..transport
        })
    }

    fn finish(builder: reqwest::ClientBuilder, tls: tls::Prepared) -> Result<Self> {
        let tls = tls.map_err(|error| unusable(error.into()))?;
        // The library checks the type of the settings only when it runs. It is that of its own version of rustls, or
        // the first request of every test fails.
        let client = builder.tls_backend_preconfigured(tls).build();
        let client = client.map_err(|error| unusable(error.into()))?;
        Ok(Self::of(client))
    }

    /// The client for an address.
    fn client_of(&self, url: &Url) -> Result<&reqwest::Client> {
        let Some(proxied) = self.proxied.as_ref().filter(|_| is_loopback(url)) else {
            return Ok(&self.client);
        };
        if let Some(local) = proxied.local.get() {
            return Ok(local);
        }
        let made = Self::finish(builder().no_proxy(), Ok(proxied.tls.clone()))?;
        Ok(proxied.local.get_or_init(|| made.client))
    }

    /// The failure of a request; a proxy that stands in its way is named.
    fn failed(&self, error: reqwest::Error, url: &Url) -> TransportError {
        let failed = convert(error, TransportErrorKind::Unknown);
        let is_proxied = self.proxied.is_some() && !is_loopback(url);
        let proxy = (failed.kind() == TransportErrorKind::Unsent && is_proxied)
            .then(|| proxy_of(url))
            .flatten();
        let Some(proxy) = proxy else {
            return failed;
        };
        let message = format!("no connection through the proxy `{proxy}`: {failed}");
        TransportError::new(TransportErrorKind::Unsent, message)
            .with_hint(
                "nothing was sent; the proxy comes from `HTTPS_PROXY`, `ALL_PROXY` or the settings of the system: check that it runs, \
                 or name hosts to reach without it in `NO_PROXY`",
            )
            .with_source(failed)
    }
}

fn unusable(source: Box<dyn StdError + Send + Sync>) -> Error {
    Error::usage("the TLS set-up failed").with_source(source)
}

/// The proxy that an address is asked through, without what it is signed in to with. These are the rules that the HTTP
/// library goes by as well.
fn proxy_of(url: &Url) -> Option<String> {
    let uri = url.as_str().parse().ok()?;
    let proxy = Matcher::from_system().intercept(&uri)?;
    let proxy = Url::parse(&proxy.uri().to_string()).ok()?;
    Some(proxy.origin().ascii_serialization()).filter(|origin| origin != "null")
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
            let url = request.url().clone();
            let client = self.client_of(&url).map_err(|error| {
                TransportError::new(TransportErrorKind::Unsent, error.to_string())
                    .with_source(error)
            })?;
            let answer = client.execute(request).await;
            let answer = answer.map_err(|error| self.failed(error, &url))?;
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
        return TransportError::new(TransportErrorKind::Untrusted, refused.message)
            .with_hint(refused.hint)
            .with_source(error);
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
    let message = tls::no_handshake(&error).unwrap_or_else(|| innermost(&error).to_string());
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The settings of TLS are handed over by type at run time: another version of rustls would fail here.
    #[test]
    fn every_kind_of_transport_can_be_made() {
        ReqwestTransport::new().unwrap();
        ReqwestTransport::direct().unwrap();
        ReqwestTransport::pinned(&"0".repeat(40)).unwrap();
    }

    #[test]
    fn addresses_of_this_machine_have_a_client_without_proxies() {
        let transport = ReqwestTransport::new().unwrap();
        let is_direct = |address: &str| {
            let client = transport.client_of(&Url::parse(address).unwrap()).unwrap();
            !std::ptr::eq(client, &raw const transport.client)
        };
        for local in [
            "http://127.0.0.1:9",
            "https://127.8.8.8",
            "http://[::1]:9",
            "http://LOCALHOST",
        ] {
            assert!(is_direct(local), "{local}");
        }
        for other in [
            "https://api.example",
            "https://127.0.0.1.example",
            "https://10.0.0.1",
        ] {
            assert!(!is_direct(other), "{other}");
        }
    }
}
