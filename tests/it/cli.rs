//! What a person sees: the binary's whole output and its exit code, against the emulator.

mod api;
mod changes;
mod failures;
mod formats;
mod help;
mod lists;
mod program;
mod verbs;

/// Compares with the snapshot beside this file, without what differs from run to run.
macro_rules! assert_shown {
    ($outcome:expr) => {
        insta::with_settings!({
            filters => crate::cli::program::FILTERS.to_vec(),
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, {
            insta::assert_snapshot!($outcome.to_string());
        })
    };
}

pub(crate) use assert_shown;
