//! Error codes of the services, with their meaning and what to do, where the status is less specific.

use http_core::ErrorWording;

use crate::generated::codes;

/// The incidents and hunting API of Defender XDR.
pub(crate) const XDR: ErrorWording = ErrorWording::new(codes::XDR);

/// Microsoft Graph.
pub(crate) const GRAPH: ErrorWording = ErrorWording::new(codes::GRAPH);
