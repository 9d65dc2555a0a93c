//! Why rows cannot be written.

use jobs::collect::SinkError;
use terminal::Failure;
#[cfg(not(feature = "lake"))]
use terminal::program;

/// The failure of a store, with what to do about it.
pub(in crate::verbs) fn unusable(option: &str, error: &SinkError) -> Failure {
    let failure = Failure::machine(option, &std::io::Error::other(error.to_string()));
    match error.hint() {
        Some(hint) => failure.with_hint(hint),
        None => failure,
    }
}

/// The failure of a lake in a program without one.
#[cfg(not(feature = "lake"))]
pub(in crate::verbs) fn no_lake() -> Failure {
    Failure::usage("this program was built without lakes").with_hint(format!(
        "build `{}` with the cargo feature `lake`, or give a folder and --format spool",
        program::name()
    ))
}
