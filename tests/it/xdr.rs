//! Defender XDR and Microsoft Graph security, operations end to end.

mod batching;
mod examples;
mod hunting;
mod lists;
