//! Options of a single call: timeout, retries, headers.
//!
//! Settings of the client suit most calls. One call may need more time, such as a hunting query, or less
//! patience, such as a lookup while a user waits. The options travel with the request, so that a list
//! applies them to each of its pages.

use std::time::Duration;

use http::{HeaderName, HeaderValue};

use super::Request;
use crate::pipeline::retry::RetryConfig;

/// Settings that replace those of the client in one call.
#[derive(Clone, Debug, Default)]
pub(crate) struct CallOptions {
    pub(crate) timeout: Option<Duration>,
    pub(crate) retry: Option<RetryConfig>,
}

impl CallOptions {
    /// Whether the call uses the settings of the client, so that it needs no pipeline of its own.
    pub(crate) fn is_default(&self) -> bool {
        self.timeout.is_none() && self.retry.is_none()
    }
}

/// Headers of the client and of the connection, and headers that carry a credential.
const RESERVED: &[&str] = &[
    "accept-encoding",
    "authorization",
    "connection",
    "content-length",
    "cookie",
    "cookie2",
    "host",
    "keep-alive",
    "proxy-authorization",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "user-agent",
    "x-ms-authorization-auxiliary",
];

impl Request {
    /// Replaces the client's [`timeout`](crate::ClientBuilder::timeout) for this call: the longest wait for
    /// a token, for the head of the answer, and for each further piece of it. Applies to each page of a
    /// list. The deadline of the whole call is [`RetryConfig::total`].
    ///
    /// ```
    /// use std::time::Duration;
    /// use http_core::{Operation, Request, RetryConfig};
    ///
    /// static GET: Operation = Operation::get("example.things.get", "/things/1");
    /// let request = Request::new(&GET)
    ///     .timeout(Duration::from_secs(5))
    ///     .retry(RetryConfig::default().with_attempts(2))
    ///     .header("x-ms-client-request-id", "inventory-7");
    /// assert!(request.check().is_ok());
    /// assert!(request.header("Authorization", "Bearer x").check().is_err());
    /// ```
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.options.timeout = Some(timeout);
        self
    }

    /// Replaces the client's retries and deadline for this call. Applies to each page of a list.
    #[must_use]
    pub fn retry(mut self, retry: RetryConfig) -> Self {
        self.options.retry = Some(retry);
        self
    }

    /// Adds a request header, or replaces one of the operation.
    ///
    /// Headers that carry a credential (`Authorization`, `Cookie`) and those that the client or the connection
    /// sets (`User-Agent`, `Host`) are mistakes: the call fails with
    /// [`ErrorKind::Usage`](crate::ErrorKind::Usage) before anything is sent.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        let parsed = (HeaderName::try_from(name), HeaderValue::try_from(value));
        match parsed {
            (Ok(name), _) if RESERVED.contains(&name.as_str()) => {
                self.blame(format!("the header `{name}` is set by the client itself"));
            }
            (Ok(name), Ok(value)) => {
                self.headers.insert(name, value);
            }
            _ => self.blame(format!("invalid header `{name}`")),
        }
        self
    }

    /// Copies timeout, retries and headers from another request, for work that takes calls of several operations.
    /// A header that was refused there is refused here.
    #[must_use]
    pub fn options_of(mut self, other: &Self) -> Self {
        self.options.clone_from(&other.options);
        self.headers.extend(other.headers.clone());
        if let Some(mistake) = &other.mistake {
            self.blame(mistake.clone());
        }
        self
    }
}

/// Gives a builder with a field `request` the options of a single call: `timeout`, `retry` and `header`.
#[doc(hidden)]
#[macro_export]
macro_rules! call_options {
    ($builder:ident) => {
        impl $builder {
            /// Replaces the client's timeout for this call; see [`Request::timeout`]($crate::Request::timeout).
            pub fn timeout(mut self, timeout: std::time::Duration) -> Self {
                self.request = self.request.timeout(timeout);
                self
            }

            /// Replaces the client's retries and deadline for this call; see [`Request::retry`]($crate::Request::retry).
            pub fn retry(mut self, retry: $crate::RetryConfig) -> Self {
                self.request = self.request.retry(retry);
                self
            }

            /// Adds a request header. One that carries a credential, or that the client sets, is an error before
            /// anything is sent; see [`Request::header`]($crate::Request::header).
            pub fn header(mut self, name: &str, value: &str) -> Self {
                self.request = self.request.header(name, value);
                self
            }
        }
    };
}

#[cfg(test)]
mod tests;
