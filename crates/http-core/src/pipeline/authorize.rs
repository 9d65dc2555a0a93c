//! The seam between the pipeline and whatever proves who is calling.

use std::fmt::Debug;

use futures_util::future::BoxFuture;
use http::HeaderMap;

use crate::error::Result;

/// What came of an answer that refused the credential.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuthRetry {
    /// Something changed: the call is worth one more attempt.
    Yes,
    /// Nothing changed: the refusal stands.
    No,
}

/// Puts the proof of identity on a request. The pipeline knows nothing else about credentials.
///
/// `auth_core::Bearer` is the implementation that product crates use; they never implement this themselves.
pub trait Authorize: Debug + Send + Sync + 'static {
    /// Adds what the service wants to see. Called on every attempt, so that a retried call carries a fresh token.
    ///
    /// # Errors
    /// Whatever kept the credential from being had; the pipeline sends nothing then.
    fn authorize<'a>(&'a self, headers: &'a mut HeaderMap) -> BoxFuture<'a, Result<()>>;

    /// Told once a call when the service answered 401, with that answer's headers.
    ///
    /// # Errors
    /// Whatever kept the credential from being renewed.
    fn rejected<'a>(&'a self, response: &'a HeaderMap) -> BoxFuture<'a, Result<AuthRetry>>;

    /// Whether authorizing may wait for a person, who needs longer than a service: then it has the whole time of the call,
    /// and not only that of an answer.
    fn waits_for_user(&self) -> bool {
        false
    }

    /// What the credential in use is for and what it may do, in one clause that is safe to print.
    fn describe(&self) -> Option<String> {
        None
    }
}
