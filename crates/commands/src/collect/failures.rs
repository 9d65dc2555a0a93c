//! Why rows cannot be read or written.

use std::io;

use auth_core::http_core::Operation;
use jobs::collect::{CollectError, MetricsFile, SinkError};
use terminal::{Exit, Failure, program};

/// The failure of a store, with what to do about it. Exit code 2 if its address or its settings cannot work.
pub fn unusable(option: &str, error: &SinkError) -> Failure {
    let failure = match error.is_usage() {
        true => Failure::usage(format!("{option}: {error}")),
        false => Failure::machine(option, &io::Error::other(error.to_string())),
    };
    match error.hint() {
        Some(hint) => failure.with_hint(hint),
        None => failure,
    }
}

/// The failure of a lake in a program without one.
pub fn no_lake() -> Failure {
    Failure::usage("this program was built without lakes").with_hint(format!(
        "build `{}` with the cargo feature `lake`, or give a folder and --format spool",
        program::name()
    ))
}

/// The failure of a pass or an export.
pub fn failure_of(error: CollectError) -> Failure {
    match error {
        CollectError::Call(error) => Failure::from(error),
        CollectError::Present(present) => Failure::refused(present.to_string()),
        CollectError::Sink(error) if !error.is_refusal() => unusable("--to", &error),
        CollectError::Sink(error) => {
            let failure = Failure::refused(error.to_string());
            match error.hint() {
                Some(hint) => failure.with_hint(hint),
                None => failure,
            }
        }
        error => Failure::new(Exit::Failure, "collect", error.to_string()),
    }
}

/// A failure of one stream among several. The operation of a list tells which; queries share one, so the message names the stream.
#[must_use]
pub fn of_stream(failure: Failure, name: &str, operation: &'static Operation) -> Failure {
    let failure = failure.with_operation(operation.id);
    match operation.id.starts_with(name) {
        true => failure,
        false => {
            let message = format!("{name}: {}", failure.message());
            failure.with_message(message)
        }
    }
}

/// The failure of writing the metrics.
pub fn unmeasured(metrics: &MetricsFile, error: &io::Error) -> Failure {
    Failure::machine(&format!("--metrics: `{}`", metrics.path().display()), error)
}
