//! Answers that a table cannot give, by product; all else is `generic`.

pub(crate) mod graph;

use crate::call::{Call, Outcome};
use crate::generic;
use crate::http::Incoming;
use crate::route::Route;

/// Answers a routed, permitted call.
pub(crate) fn answer(call: &mut Call<'_>) -> Outcome {
    generic::answer(call)
}

/// Picks between rows that share verb and path by what the request holds.
pub(crate) fn choose(route: Route, _request: &Incoming) -> Route {
    route
}
