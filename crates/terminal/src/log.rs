//! The log of the libraries on standard error. Off by default.
//!
//! One line an event, without the spans around it, so that a person sees a call as one line:
//!
//! ```text
//! 2026-11-30T05:57:56.702269Z INFO call mde.alerts.list GET https://…/api/alerts status=200 attempts=1 elapsed_ms=207 request_id=…
//! ```
//!
//! With [`LogFormat::Json`] a line is an object with `timestamp`, `level`, `target`, and the fields of the event.
//!
//! Tokens and secrets do not appear: their types redact themselves. Lines have no colour, so a log file stays plain text.

use std::fmt::{self, Write as _};
use std::str::FromStr;

use output::Escaping;
use tracing_subscriber::Layer;
use tracing_subscriber::field::Visit;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt::format::Writer;
use tracing_subscriber::fmt::time::{FormatTime, SystemTime};
use tracing_subscriber::fmt::{FmtContext, FormatEvent, FormatFields};
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::util::SubscriberInitExt as _;

use crate::failure::{Failure, Result};

/// The form of the lines of the log.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum LogFormat {
    /// A line for a person.
    #[default]
    Text,
    /// An object for a program.
    Json,
}

impl LogFormat {
    /// The names of the forms, in the order of the variants.
    pub const NAMES: [&str; 2] = ["text", "json"];
}

impl FromStr for LogFormat {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "text" => Ok(Self::Text),
            "json" => Ok(Self::Json),
            other => Err(format!(
                "unknown form of the log `{other}`; there are {}",
                Self::NAMES.join(", ")
            )),
        }
    }
}

/// Starts the log. `named` is the value of `DEFENDER_LOG`, in the form of `RUST_LOG`: `debug`, or `http_core=trace,info`.
/// Without it `-v`, `-vv` and `-vvv` set a level for the crates of this workspace.
///
/// # Errors
/// Exit code 2 for an invalid value of `named`.
pub fn start(verbose: u8, named: Option<String>, format: LogFormat) -> Result<()> {
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
    let lines = match format {
        LogFormat::Text => lines.event_format(Line).boxed(),
        LogFormat::Json => lines
            .json()
            .flatten_event(true)
            .with_current_span(false)
            .with_span_list(false)
            .boxed(),
    };
    tracing_subscriber::registry()
        .with(lines)
        .with(filter)
        .init();
    Ok(())
}

/// Fields whose values say what they are, so that they stand without their names.
const PLAIN: &[&str] = &["message", "operation", "method", "url"];

/// The form of a line for a person.
struct Line;

impl<S, N> FormatEvent<S, N> for Line
where
    S: tracing::Subscriber + for<'a> LookupSpan<'a>,
    N: for<'a> FormatFields<'a> + 'static,
{
    fn format_event(
        &self,
        _: &FmtContext<'_, S, N>,
        mut writer: Writer<'_>,
        event: &tracing::Event<'_>,
    ) -> fmt::Result {
        SystemTime.format_time(&mut writer)?;
        write!(writer, " {}", event.metadata().level())?;
        let mut fields = Fields::default();
        event.record(&mut fields);
        writeln!(writer, "{}{}", fields.plain, fields.named)
    }
}

/// The fields of an event as text: the values of [`PLAIN`] first, the others with their names.
#[derive(Default)]
struct Fields {
    plain: String,
    named: String,
}

impl Visit for Fields {
    fn record_debug(&mut self, field: &tracing::field::Field, value: &dyn fmt::Debug) {
        // Writing into a string cannot fail.
        let _ = match field.name() {
            "message" => {
                self.plain.insert_str(0, &format!(" {value:?}"));
                Ok(())
            }
            name if PLAIN.contains(&name) => write!(self.plain, " {value:?}"),
            name => write!(self.named, " {name}={value:?}"),
        };
    }

    fn record_str(&mut self, field: &tracing::field::Field, value: &str) {
        self.record_debug(field, &format_args!("{value}"));
    }
}
