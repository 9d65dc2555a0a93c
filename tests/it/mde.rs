//! Defender for Endpoint, operations end to end.

mod alerts;
mod examples;
mod exports;
mod indicators;
mod library_files;
mod live_response;
mod machine_actions;
mod quirks;
