//! Defender for Endpoint, operations end to end.

mod alerts;
mod machine_actions;
