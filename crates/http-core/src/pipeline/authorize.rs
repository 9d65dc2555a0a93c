//! The seam between the pipeline and the credential.
//!
//! The pipeline knows requests and answers; what proves the caller's identity is behind this trait.
//! That keeps token flows, caches and identity services out of this crate, and lets a client run
//! without a credential.
//!
//! Two calls are enough. `authorize` runs before each attempt. `rejected` runs after a 401 and decides
//! whether a new token is worth another attempt: tokens are revoked before they expire, and a service
//! may demand further claims (`WWW-Authenticate: ... insufficient_claims`).

use std::fmt::Debug;

use futures_util::future::BoxFuture;
use http::HeaderMap;

use crate::error::Result;

/// Whether to repeat a call whose credential was rejected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum AuthRetry {
    /// The credential was renewed: attempt the call once more.
    Yes,
    /// The credential is unchanged: return the error.
    No,
}

/// Adds a credential to requests.
///
/// `auth_core::Bearer` is the implementation that product crates use. Implement the trait for a
/// service that takes something else, such as an API key:
///
/// ```
/// use http_core::{AuthRetry, Authorize, BoxFuture, HeaderMap, HeaderValue, Result};
///
/// #[derive(Debug)]
/// struct ApiKey(HeaderValue);
///
/// impl Authorize for ApiKey {
///     fn authorize<'a>(&'a self, headers: &'a mut HeaderMap) -> BoxFuture<'a, Result<()>> {
///         headers.insert("x-api-key", self.0.clone());
///         Box::pin(async { Ok(()) })
///     }
///
///     fn rejected<'a>(&'a self, _: &'a HeaderMap) -> BoxFuture<'a, Result<AuthRetry>> {
///         // A key does not change by itself.
///         Box::pin(async { Ok(AuthRetry::No) })
///     }
/// }
///
/// let mut key = HeaderValue::from_static("4711");
/// key.set_sensitive(true); // hides it from `Debug`, which the trait requires
/// let _authorizer = ApiKey(key);
/// ```
///
/// Futures may be dropped at any point when a call is cancelled or its time is over; an implementation
/// that shares a token request between callers must survive that.
pub trait Authorize: Debug + Send + Sync + 'static {
    /// Adds the credential to the headers. Called before every attempt, so that a retry carries a
    /// current token.
    ///
    /// # Errors
    /// Any error ends the call before anything is sent; `Credential` is the usual kind. An error with
    /// a [`retry_after`](crate::Error::retry_after) counts as retryable.
    fn authorize<'a>(&'a self, headers: &'a mut HeaderMap) -> BoxFuture<'a, Result<()>>;

    /// Handles a 401. `response` holds the headers of that answer, with the challenge. Called at most
    /// once per call.
    ///
    /// # Errors
    /// Any error ends the call in place of the 401.
    fn rejected<'a>(&'a self, response: &'a HeaderMap) -> BoxFuture<'a, Result<AuthRetry>>;

    /// Whether [`authorize`](Self::authorize) may wait for a user to sign in. Default: no.
    ///
    /// A user needs longer than a service, so the time limit is then that of the whole call instead
    /// of [`ClientBuilder::timeout`](crate::ClientBuilder::timeout).
    fn waits_for_user(&self) -> bool {
        false
    }

    /// Describes the credential in one clause for the hints of 401 and 403, for example
    /// `application 00000003-..., tenant contoso`. Must hold no secret. Default: nothing.
    fn describe(&self) -> Option<String> {
        None
    }
}
