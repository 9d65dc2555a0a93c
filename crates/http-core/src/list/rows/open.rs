//! Opens the answer that holds a list.

use crate::client::Client;
use crate::error::Result;
use crate::operation::NotFound;
use crate::pipeline::call::Reading;
use crate::request::Request;
use crate::transport::body::Body;

/// Opens the answer of a list; `path` is that of a further page.
pub(crate) async fn open_list(
    client: &Client,
    request: &Request,
    path: Option<&str>,
) -> Result<(http::response::Parts, Body)> {
    let operation = request.operation();
    match client.call(request, path, Reading::Stream).await {
        // An address that leads nowhere is a 404 too, but without the service's code. A page that the service
        // itself links to is never nothing.
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
