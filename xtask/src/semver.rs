//! `cargo xtask semver`: whether the published crates keep the promises of their version.

use crate::{Outcome, no_arguments, out, workspace};

/// Runs cargo-semver-checks against the versions that the registry holds.
pub(crate) fn run(arguments: &[&str]) -> Outcome {
    no_arguments(arguments)?;
    if !workspace::has_cargo_tool("semver-checks") {
        out::note("cargo-semver-checks is not installed, nothing was checked");
        out::note("to have it: cargo install cargo-semver-checks --locked");
        return Ok(());
    }
    workspace::check(workspace::cargo(&["semver-checks", "--workspace"])?)
}
