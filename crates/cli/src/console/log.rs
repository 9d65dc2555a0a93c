//! The log of the libraries on standard error. Off by default.
//!
//! Tokens and secrets do not appear: their types redact themselves. Lines have no colour, so a log file stays plain text.

use std::io::{self, Write};

use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

use crate::failure::{Failure, Result};
use output::escape_lines;

/// Starts the log. `named` is the value of `DEFENDER_LOG`, in the form of `RUST_LOG`: `debug`, or `http_core=trace,info`.
/// Without it `-v`, `-vv` and `-vvv` set a level for the crates of this workspace.
///
/// Fails with exit code 2 for an invalid value.
pub(crate) fn start(verbose: u8, named: Option<String>) -> Result<()> {
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
        .with_writer(|| Lines(std::io::stderr()))
        .with_ansi(false);
    tracing_subscriber::registry()
        .with(lines)
        .with(filter)
        .init();
    Ok(())
}

/// Escapes control characters: a library may log text of a service.
struct Lines<W>(W);

impl<W: Write> Write for Lines<W> {
    /// Escapes one line. `tracing` writes whole lines.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(bytes);
        self.0.write_all(escape_lines(&text).as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_log_cannot_act_on_a_terminal() {
        let mut lines = Lines(Vec::new());
        lines
            .write_all("a\u{1b}]0;b\u{7}\u{9b}c\n".as_bytes())
            .unwrap();
        assert_eq!(lines.0, b"a\\u{1b}]0;b\\u{7}\\u{9b}c\n");
    }
}
