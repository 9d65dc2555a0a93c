//! The seam to the network: one request out, one answer in.

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

/// Sends one request and gives back the head of the answer and its body as a stream.
///
/// An error means that there is no answer; an answer with status 500 is an answer. Implementations follow no
/// redirect, keep no cookie and decode nothing.
pub trait Transport: fmt::Debug + Send + Sync + 'static {
    /// Sends the request.
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>>;
}
