//! Opens the answer of a list.
//!
//! Defender for Endpoint documents 404 for an empty list of devices. Such an operation declares
//! [`NotFound::Empty`], and its 404 becomes an empty answer here, so that no code above needs to
//! know.

use crate::client::Client;
use crate::error::Result;
use crate::operation::NotFound;
use crate::pipeline::call::Reading;
use crate::request::Request;
use crate::transport::body::Body;

/// Sends the request of a page and returns its body unread. `path` is the link of a further page.
///
/// A 404 counts as an empty list only with an error code of the service: a wrong address answers
/// 404 without one. A page that the service linked to must exist.
///
/// # Errors
/// Returns the errors of the call.
pub(crate) async fn open_list(
    client: &Client,
    request: &Request,
    path: Option<&str>,
) -> Result<(http::response::Parts, Body)> {
    let operation = request.operation();
    match client.call(request, path, Reading::Stream).await {
        Err(error)
            if error.is_not_found()
                && path.is_none()
                && error.code().is_some()
                && operation.conduct.not_found == NotFound::Empty =>
        {
            let none = format!("{{\"{}\":[]}}", operation.list_member());
            let (head, ()) = http::Response::new(()).into_parts();
            Ok((head, bytes::Bytes::from(none).into()))
        }
        outcome => outcome,
    }
}
