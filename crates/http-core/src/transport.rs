//! The seam to the network: one request, one answer.
//!
//! Everything above this trait is independent of the HTTP library. [`ReqwestTransport`] is the usual
//! implementation; [`OriginTransport`] and [`TimelyTransport`] wrap another one, and tests replace the
//! network with a script. Retries, credentials and decoding are above the seam, so that a recorded
//! transport sees exactly what is sent.

pub(crate) mod body;
mod error;
mod origins;
mod reqwest;
mod timely;
mod tls;

use std::fmt;

use bytes::Bytes;
use futures_util::future::BoxFuture;

pub use self::error::{TransportError, TransportErrorKind};
pub use self::origins::OriginTransport;
pub use self::reqwest::ReqwestTransport;
pub use self::timely::TimelyTransport;
use crate::transport::body::Body;

/// The TLS of [`ReqwestTransport`]: library, provider of cryptography, and whom it trusts unless told otherwise.
pub const TLS: &str = "rustls with aws-lc-rs, authorities of the operating system";

/// Sends one request and returns the head of the answer, with its body as a stream.
///
/// An implementation must
///
/// - return any status as an answer: 500 is not an error here,
/// - not follow redirects, since the credential would go along,
/// - not keep cookies and not decode bodies,
/// - choose the [`TransportErrorKind`] with care: whether a change is sent again depends on it,
/// - hold no secret in `Debug` and in its errors.
///
/// Time limits are not its task; the pipeline drops the future when time is over.
///
/// ```
/// use http_core::{Body, BoxFuture, Bytes, Transport, TransportError, http};
///
/// /// Answers every request with an empty object.
/// #[derive(Debug)]
/// struct Empty;
///
/// impl Transport for Empty {
///     fn send(
///         &self,
///         _: http::Request<Bytes>,
///     ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
///         Box::pin(async { Ok(http::Response::new(Body::from("{}"))) })
///     }
/// }
/// ```
pub trait Transport: fmt::Debug + Send + Sync + 'static {
    /// Sends the request, which is complete: absolute URL, all headers, the whole body.
    ///
    /// # Errors
    /// No answer arrived; see [`TransportErrorKind`] for what is known about the request.
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>>;
}
