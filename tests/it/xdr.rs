//! Defender XDR and Microsoft Graph security, operations end to end.

mod batching;
mod examples;
mod graph;
mod hunting;
mod incidents;
mod lists;
