//! Sends with reqwest. The only file that names the HTTP library.
//!
//! The library's conveniences are off: redirects would carry the credential along, cookies would tie calls
//! together, and decompression is done above the seam. TLS settings are made in [`tls`], so that all
//! kinds of transport have the same versions and ciphers.
//!
//! Proxies of the system apply, except for addresses of this machine: the metadata service of a cloud
//! and a local emulator must never be asked through a proxy, which would see the tokens.
//!
//! Errors lose the library's own message, which quotes the URL, and get a kind by what is known about
//! the request: failed to connect, timed out, broken off, or unknown.

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

/// Like [`CONNECT_TIMEOUT`], for services on this machine. Where the service is missing, its link-local
/// address may drop packets silently.
const NEARBY_TIMEOUT: Duration = Duration::from_secs(2);

/// Sends with reqwest over rustls, HTTP/2 or HTTP/1.1. Clones share a connection pool.
///
/// Connecting is limited to 20 seconds. There is no limit for the answer; the pipeline has one.
///
/// ```
/// use std::sync::Arc;
/// use http_core::{Client, ReqwestTransport, Url};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// // One transport for all clients: they share its connections.
/// let transport = Arc::new(ReqwestTransport::new()?);
/// let client = Client::builder(Url::parse("https://api.example.com")?)
///     .transport(transport.clone())
///     .build()?;
/// # let _ = client;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct ReqwestTransport {
    client: reqwest::Client,
    /// `None` if the client does not use the proxies of the system.
    proxied: Option<Arc<Proxied>>,
}

/// The companion of a client with proxies.
struct Proxied {
    tls: ClientConfig,
    /// The client for addresses of this machine, made when first needed.
    local: OnceLock<reqwest::Client>,
}

impl ReqwestTransport {
    /// Trusts the certificate authorities of the operating system, and uses its proxy settings
    /// (`HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY` and those of the desktop) except for addresses of this
    /// machine.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`](crate::ErrorKind::Usage) if TLS cannot be set up.
    pub fn new() -> Result<Self> {
        Self::proxied(tls::system())
    }

    /// Trusts exactly the authorities of a PEM file, as `SSL_CERT_FILE` does for other programs. Proxies
    /// apply as in [`new`](Self::new).
    ///
    /// The text may be UTF-8 or UTF-16, with or without a byte order mark, as editors on Windows write it.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`](crate::ErrorKind::Usage) if the file is not PEM or holds no certificate.
    pub fn with_authorities(file: &[u8]) -> Result<Self> {
        let text = text::decode(file.to_vec()).ok();
        let text = text.filter(|text| !text.contains('\0'));
        let authorities = tls::authorities(text.as_deref().map_or(file, str::as_bytes))?;
        Self::proxied(tls::trusting(authorities))
    }

    /// For services on this machine, such as the metadata service of a cloud: no proxy, and two seconds
    /// to connect.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`](crate::ErrorKind::Usage) if TLS cannot be set up.
    pub fn direct() -> Result<Self> {
        Self::finish(nearby(), tls::system())
    }

    /// Like [`direct`](Self::direct), for a service with a self-signed certificate: trusts the one with
    /// this thumbprint and no other. Names and dates of the certificate are not checked.
    ///
    /// The thumbprint is the SHA-1 of the certificate in DER, as 40 hexadecimal digits. Azure Service
    /// Fabric announces its identity endpoint this way (`IDENTITY_SERVER_THUMBPRINT`).
    ///
    /// # Errors
    /// [`ErrorKind::Usage`](crate::ErrorKind::Usage) if the thumbprint is invalid or TLS cannot be set up.
    pub fn pinned(thumbprint: &str) -> Result<Self> {
        let thumbprint = tls::thumbprint(thumbprint)?;
        Self::finish(nearby(), tls::pinned(thumbprint))
    }

    /// Uses a client of the caller. It should follow no redirects, keep no cookies and decode no bodies;
    /// its proxies are its own.
    ///
    /// Behind the feature `reqwest-client`, which makes the version of reqwest part of the interface.
    #[cfg(feature = "reqwest-client")]
    pub fn from_client(client: reqwest::Client) -> Self {
        Self::of(client)
    }

    /// A transport whose client decides about proxies itself.
    fn of(client: reqwest::Client) -> Self {
        Self {
            client,
            proxied: None,
        }
    }

    /// A transport with the proxies of the system.
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

    /// Builds the client with prepared TLS settings.
    fn finish(builder: reqwest::ClientBuilder, tls: tls::Prepared) -> Result<Self> {
        let tls = tls.map_err(|error| unusable(error.into()))?;
        // The library checks the type of the settings at run time: it must come from its version of rustls.
        let client = builder.tls_backend_preconfigured(tls).build();
        let client = client.map_err(|error| unusable(error.into()))?;
        Ok(Self::of(client))
    }

    /// The client for an address: the one without proxies for this machine.
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

    /// The error for a failed request. Names the host that there was no connection to, or the proxy if the
    /// connection goes through one: users tend to look at the service first.
    fn failed(&self, error: reqwest::Error, url: &Url) -> TransportError {
        let failed = convert(error, TransportErrorKind::Unknown);
        if failed.kind() != TransportErrorKind::Unsent {
            return failed;
        }
        let is_proxied = self.proxied.is_some() && !is_loopback(url);
        let proxy = is_proxied.then(|| proxy_of(url)).flatten();
        let Some(proxy) = proxy else {
            let message = format!("no connection to `{}`: {failed}", authority(url));
            return TransportError::new(TransportErrorKind::Unsent, message).with_source(failed);
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

/// The error for TLS settings that cannot be used.
fn unusable(source: Box<dyn StdError + Send + Sync>) -> Error {
    Error::usage("the TLS set-up failed").with_source(source)
}

/// The proxy for an address, without its user and password. By the same rules as the HTTP library.
fn proxy_of(url: &Url) -> Option<String> {
    let uri = url.as_str().parse().ok()?;
    let proxy = Matcher::from_system().intercept(&uri)?;
    let proxy = Url::parse(&proxy.uri().to_string()).ok()?;
    Some(proxy.origin().ascii_serialization()).filter(|origin| origin != "null")
}

/// Host and port of an address, without the user that it may name.
fn authority(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    match url.port() {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    }
}

/// A builder for services on this machine.
fn nearby() -> reqwest::ClientBuilder {
    builder().no_proxy().connect_timeout(NEARBY_TIMEOUT)
}

/// The settings that all clients share.
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

/// Turns the library's error into ours, with the message of the innermost cause. `otherwise` is the kind
/// if the library gives no reason.
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

/// The last error of a chain of sources, which names the actual reason.
fn innermost<'a>(error: &'a (dyn StdError + 'static)) -> &'a (dyn StdError + 'static) {
    let mut at = error;
    while let Some(source) = at.source() {
        at = source;
    }
    at
}

/// Whether a connection broke after it was established.
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
    // The connection was open, but no answer began.
    error.is_request()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// TLS settings are passed by type at run time: another version of rustls would fail here.
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
