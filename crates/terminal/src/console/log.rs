//! The log of the libraries on standard error. Off by default.
//!
//! Tokens and secrets do not appear: their types redact themselves. Lines have no colour, so a log file stays plain text.

use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

use crate::failure::{Failure, Result};
use output::Escaping;

/// Starts the log. `named` is the value of `DEFENDER_LOG`, in the form of `RUST_LOG`: `debug`, or `http_core=trace,info`.
/// Without it `-v`, `-vv` and `-vvv` set a level for the crates of this workspace.
///
/// Fails with exit code 2 for an invalid value.
pub fn start(verbose: u8, named: Option<String>) -> Result<()> {
    let levels = named.or_else(|| {
        let level = match verbose {
            0 => return None,
            1 => "info",
            2 => "debug",
            _ => "trace",
        };
        Some(format!(
            "http_core={level},auth_core={level},sandbox={level}"
        ))
    });
    let Some(levels) = levels else {
        return Ok(());
    };
    let filter: Targets = levels
        .parse()
        .map_err(|error| Failure::usage(format!("DEFENDER_LOG: `{levels}`: {error}")))?;
    let lines = tracing_subscriber::fmt::layer()
        .with_writer(|| Escaping(std::io::stderr()))
        .with_ansi(false);
    tracing_subscriber::registry()
        .with(lines)
        .with(filter)
        .init();
    Ok(())
}
