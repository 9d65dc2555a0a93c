//! Phrases in the error messages of the services that carry facts, such as a delay.

use http_core::ErrorWording;

use crate::generated::codes;

/// The portal's API sends no `Retry-After`: "Request was throttled. Expected available in 23 seconds."
pub(crate) const PORTAL: ErrorWording = ErrorWording::new(&[]).with_delay_before("second");

/// Microsoft Graph.
pub(crate) const GRAPH: ErrorWording = ErrorWording::new(codes::GRAPH);
