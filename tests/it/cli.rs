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
    ($outcome:expr) => {{
        let shown = $outcome.to_string();
        insta::with_settings!({
            filters => crate::cli::program::FILTERS.to_vec(),
            omit_expression => true,
        }, {
            insta::assert_snapshot!(shown);
        })
    }};
}

pub(crate) use assert_shown;
