//! The size of a page, where the client counts pages itself.
//!
//! Counting needs to tell a full page from a last one, so the size must be known. Services reduce a
//! larger `$top` or `limit` silently (10,000 rows in Defender for Endpoint, 100 in Cloud Apps): a
//! page of 10,000 rows would then look like a short page of 20,000, and the list would end too
//! early.

use serde_json::Value;

use crate::operation::Paging;
use crate::request::Request;

/// Sets `$top` or `limit` to what the service honours. A larger value of the caller is reduced; a
/// missing `$top` is set if the operation counts by `$skip`.
pub(super) fn sized(request: Request) -> Request {
    let operation = request.operation();
    let most = u64::from(operation.list.page_size);
    let request = match number(&request, "$top") {
        Some(top) if most > 0 && top > most => request.set("$top", most),
        _ => request,
    };
    match operation.list.paging {
        Paging::Skip if operation.list.page_size > 0 && operation.input("$top").is_some() => {
            match number(&request, "$top") {
                Some(_) => request,
                None => request.set("$top", operation.list.page_size),
            }
        }
        Paging::SkipLimit => match number(&request, "limit") {
            // The service reduces a larger limit silently.
            Some(limit) if most > 0 && limit > most => request.set("limit", most),
            _ => request,
        },
        _ => request,
    }
}

/// The number in a query option or a body member of the request.
pub(super) fn number(request: &Request, name: &str) -> Option<u64> {
    let in_query = request.query_value(name).and_then(|text| text.parse().ok());
    in_query.or_else(|| request.body_value(name).and_then(Value::as_u64))
}
