//! Defender for Cloud Apps, operations end to end.

mod alerts;
mod examples;
mod filters;
mod log_upload;
