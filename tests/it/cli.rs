//! The binary's whole output and exit code, against the emulator.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a failed assumption is a failed test, in helpers too"
)]

mod advice;
mod answering;
mod answers;
mod api;
#[cfg(unix)]
mod asking;
#[cfg(unix)]
mod at_a_terminal;
mod changes;
mod cloud_apps;
mod collect;
mod collect_streams;
mod completion;
mod contract;
mod doctor;
mod downloads;
mod dry_run;
mod emulator;
mod encodings;
mod enrich;
mod export;
mod expressions;
mod failures;
mod files;
mod finding;
mod formats;
mod guides;
mod help;
mod holding;
mod hostile;
mod hunt;
mod hunt_check;
mod hunt_schema;
mod import;
#[cfg(unix)]
mod interrupted;
mod json_schema;
mod keyring;
mod limits;
mod lists;
mod live_response;
mod man;
mod many_tenants;
mod methods;
mod naming;
#[cfg(unix)]
mod no_text;
mod openapi;
mod processes;
mod profiles;
pub(crate) mod program;
#[cfg(unix)]
mod progress;
mod question;
mod reach;
mod report;
mod schemas;
#[cfg(unix)]
mod screens;
mod settings;
mod several;
mod shapes;
mod sign_in;
mod spelling;
#[cfg(unix)]
mod tables;
mod tenants;
#[cfg(unix)]
mod terminal;
mod times;
#[cfg(unix)]
mod triage;
mod values;
mod verbs;
mod verdicts;
mod waiting;
mod watch;

/// Compares with the snapshot beside this file, without values that differ between runs.
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
