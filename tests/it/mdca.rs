//! Defender for Cloud Apps, operations end to end.

mod activities;
mod alerts;
mod data_enrichment;
mod discovery;
mod entities;
mod examples;
mod files;
mod filters;
mod governance;
mod graph_discovery;
mod log_upload;
mod policies;
