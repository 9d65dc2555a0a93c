//! What the libraries report, on standard error; silent unless asked for.

use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

use crate::environment::Environment;
use crate::failure::{Failure, Result};

/// Starts the log: `DEFENDER_LOG` names levels as `RUST_LOG` does elsewhere (`debug`, or `http_core=trace,info`); `-v`
/// is a level for our own crates.
pub(crate) fn start(verbose: u8, environment: &Environment) -> Result<()> {
    let wanted = environment.get("DEFENDER_LOG").or_else(|| {
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
    let Some(wanted) = wanted else {
        return Ok(());
    };
    let filter: Targets = wanted
        .parse()
        .map_err(|error| Failure::usage(format!("DEFENDER_LOG: `{wanted}`: {error}")))?;
    let lines = tracing_subscriber::fmt::layer()
        .with_writer(std::io::stderr)
        .with_ansi(false);
    tracing_subscriber::registry()
        .with(lines)
        .with(filter)
        .init();
    Ok(())
}
