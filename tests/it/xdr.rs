//! Defender XDR and Microsoft Graph security, operations end to end.

mod batching;
mod examples;
mod graph;
mod hunting;
mod hunting_tables;
mod incidents;
mod lists;
