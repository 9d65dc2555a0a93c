//! Types of common.

mod model;

pub use model::{ErrorBody, ErrorResponse, StreamingEventHubMessage, StreamingRecord};
