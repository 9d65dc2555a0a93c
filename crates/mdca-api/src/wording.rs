//! How the service words its errors.

use http_core::{ErrorWording, ServiceCode};

/// The portal's API sends no `Retry-After`: "Request was throttled. Expected available in 23 seconds."
pub(crate) const PORTAL: ErrorWording = ErrorWording::new(&[]).with_delay_before("second");

/// Source: reports of users; the pages are silent.
const GRAPH_CODES: &[ServiceCode] = &[
    ServiceCode::new(
        "InvalidLicense",
        "the tenant has no licence for this service, or never set it up",
        "have a licence assigned, open the service's portal once, and have an administrator consent to the permissions",
    ),
    ServiceCode::new(
        "UnknownError",
        "Graph answers so to missing rights, slow queries and faults alike",
        "check the permissions, ask for less time at once, and quote the request id when asking for support",
    ),
];

/// Microsoft Graph.
pub(crate) const GRAPH: ErrorWording = ErrorWording::new(GRAPH_CODES);
