//! The only place that prints.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a task runner talks to the person who called it"
)]

/// A line of result.
pub(crate) fn line(text: &str) {
    println!("{text}");
}

/// A line about progress, on standard error.
pub(crate) fn note(text: &str) {
    eprintln!("{text}");
}

/// A problem that does not fail the command.
pub(crate) fn warning(text: &str) {
    eprintln!("warning: {text}");
}

/// Why the command failed.
pub(crate) fn error(text: &str) {
    eprintln!("error: {text}");
}
