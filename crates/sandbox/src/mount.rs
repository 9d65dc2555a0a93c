//! Services that a caller adds: an axum router below a path, behind the token check, limits and
//! faults of the emulator ([`Builder::mount`](crate::Builder::mount)).

use axum::Router;
use axum::body::{self, Body};
use axum::handler::Handler;
use axum::routing::any_service;

use crate::answer::Answer;
use crate::http::Incoming;
use crate::identity::Caller;
use crate::tables::Limit;

/// The limit of a mounted service. It is the one of most operations of Defender for Endpoint.
pub(crate) const LIMITS: [Limit; 2] = [
    Limit {
        calls: 100,
        seconds: 60,
    },
    Limit {
        calls: 1500,
        seconds: 3600,
    },
];

/// The mount whose path is the path of the request or a parent of it.
pub(crate) fn find(mounts: &[(String, Router)], request: &Incoming) -> Option<(String, Router)> {
    mounts
        .iter()
        .find(|(path, _)| {
            request
                .path
                .strip_prefix(path.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
        .cloned()
}

/// Sends a request to a mounted router, with the [`Caller`] among its extensions. The router sees
/// the whole path.
pub(crate) async fn answer(router: Router, request: &Incoming, caller: Caller) -> Answer {
    let mut builder = axum::http::Request::builder()
        .method(request.method.as_str())
        .uri(request.path_and_query());
    for (name, value) in &request.headers {
        builder = builder.header(name, value);
    }
    let Ok(mut inner) = builder.body(Body::from(request.body.clone())) else {
        return Answer::empty(400);
    };
    inner.extensions_mut().insert(caller);
    let response = any_service(router).call(inner, ()).await;
    let (parts, body) = response.into_parts();
    let bytes = body::to_bytes(body, usize::MAX).await.unwrap_or_default();
    let header = |name: &str| {
        parts
            .headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or("application/octet-stream")
            .to_owned()
    };
    let mut answer = Answer::bytes(parts.status.as_u16(), &header("content-type"), bytes);
    answer.headers = parts
        .headers
        .iter()
        .filter(|(name, _)| !matches!(name.as_str(), "content-type" | "content-length" | "date"))
        .filter_map(|(name, value)| {
            Some((name.as_str().to_owned(), value.to_str().ok()?.to_owned()))
        })
        .collect();
    // Parsed, so that faults on links and fields apply to mounted services as well.
    if header("content-type").starts_with("application/json")
        && let crate::answer::Body::Bytes { bytes, .. } = &answer.body
        && let Ok(value) = serde_json::from_slice(bytes)
    {
        answer.body = crate::answer::Body::Json(value);
    }
    answer
}
