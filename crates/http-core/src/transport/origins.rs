//! A transport that reaches named origins only.
//!
//! The client's base already decides where requests go. This guard is for programs in which one mistaken
//! setting must not reach the real service: the clients of the emulator, and tests.

use std::sync::Arc;

use bytes::Bytes;
use futures_util::future::BoxFuture;
use url::{Origin, Url};

use super::{Transport, TransportError, TransportErrorKind};
use crate::transport::body::Body;

/// Sends requests to a fixed set of origins and fails all others before anything is sent.
///
/// Origins are compared exactly: scheme, host and port. Failures have the kind
/// [`Forbidden`](TransportErrorKind::Forbidden) and are not retried.
///
/// ```
/// use std::sync::Arc;
/// use http_core::{OriginTransport, ReqwestTransport, Url};
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let emulator = Url::parse("http://127.0.0.1:8080")?;
/// let transport = OriginTransport::new(Arc::new(ReqwestTransport::direct()?), [emulator]);
/// assert!(transport.reaches(&Url::parse("http://127.0.0.1:8080/api/alerts")?));
/// assert!(!transport.reaches(&Url::parse("https://api.security.microsoft.com")?));
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct OriginTransport {
    inner: Arc<dyn Transport>,
    origins: Vec<Origin>,
}

impl OriginTransport {
    /// Sends through `inner` to the origins of these addresses. Their paths are ignored.
    pub fn new(inner: Arc<dyn Transport>, addresses: impl IntoIterator<Item = Url>) -> Self {
        let origins = addresses.into_iter().map(|url| url.origin());
        Self {
            inner,
            origins: origins.collect(),
        }
    }

    /// Whether requests to this address are sent.
    pub fn reaches(&self, address: &Url) -> bool {
        self.origins.contains(&address.origin())
    }
}

impl Transport for OriginTransport {
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        let address = Url::parse(&request.uri().to_string()).ok();
        if address.as_ref().is_some_and(|url| self.reaches(url)) {
            return self.inner.send(request);
        }
        let host = request.uri().host().unwrap_or("an address without a host");
        let message =
            format!("{host} is not among the hosts that may be reached; nothing was sent");
        let refused = TransportError::new(TransportErrorKind::Forbidden, message);
        Box::pin(async move { Err(refused) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::script::Script;

    #[tokio::test]
    async fn another_origin_is_never_reached() {
        let inner = Script::new(["{}"]);
        let emulator = Url::parse("http://127.0.0.1:8080/base").unwrap();
        let guarded = OriginTransport::new(Arc::new(inner.clone()), [emulator]);
        for address in [
            "http://127.0.0.1:8081/",
            "https://127.0.0.1:8080/",
            "http://localhost:8080/",
            "http://127.0.0.1.example:8080/",
            "http://127.0.0.1:8080@example.com/",
            "https://api.securitycenter.microsoft.com/api/alerts",
        ] {
            let request = http::Request::get(address).body(Bytes::new()).unwrap();
            let error = guarded.send(request).await.unwrap_err();
            assert_eq!(error.kind(), TransportErrorKind::Forbidden, "{address}");
        }
        assert_eq!(inner.left(), 1);
        let request = http::Request::get("http://127.0.0.1:8080/other");
        let request = request.body(Bytes::new()).unwrap();
        assert!(guarded.send(request).await.is_ok());
    }
}
