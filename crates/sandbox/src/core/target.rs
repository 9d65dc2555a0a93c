//! Where a request goes, and how much work it may be.

use crate::http::Incoming;
use crate::identity;
use crate::products;
use crate::route::{self, Route};
use crate::service::Service;
use crate::storage;
use crate::tables::guests::Guest;

/// Requests with a body and query of this size or more count as slow.
const HEAVY_BYTES: usize = 16 * 1024;

/// The operation whose body holds further requests.
pub(super) const BATCH: &str = "graph.batch.execute";

/// The route of a request, and its name in faults and in the log.
pub(super) struct Target {
    pub(super) operation: String,
    pub(super) route: Route,
}

impl Target {
    /// Routes a request. Login and storage have no operations, but names for the log.
    pub(super) fn of(request: &Incoming, guests: &[&'static Guest]) -> Target {
        match request.service {
            Service::Login => Target {
                operation: identity::operation_id(&request.path).to_owned(),
                route: Route::Unknown,
            },
            Service::Storage => Target {
                operation: storage::operation_id(request).to_owned(),
                route: Route::Unknown,
            },
            service => {
                let route = products::choose(
                    route::find(service, &request.method, &request.path, guests),
                    request,
                );
                let operation = match &route {
                    Route::Found(operation, _) => operation.id.clone(),
                    _ => "unmatched".to_owned(),
                };
                Target { operation, route }
            }
        }
    }
}

/// Whether a request may take long: a hunting query, a batch, or much to read. Without a tokio
/// runtime no request is, because there is no blocking thread.
pub(super) fn is_heavy(request: &Incoming, route: &Route) -> bool {
    let large = request.body.len() + request.query.len() >= HEAVY_BYTES;
    let works = match route {
        Route::Found(operation, _) => products::is_hunting(operation) || operation.id == BATCH,
        _ => false,
    };
    (large || works) && tokio::runtime::Handle::try_current().is_ok()
}
