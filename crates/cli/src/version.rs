//! `--version`, with `-v` what the program was built from: what a report of a problem needs.
//!
//! `build.rs` finds commit and compiler. A commit is known in a clone of the repository and in a published crate.

use std::ffi::OsString;
use std::process::ExitCode;

use auth_core::http_core::TLS;
use serde_json::{Value, json};

use crate::services::Services;
use crate::setup;
use commands::argv;
use terminal::Console;

/// The commit of the source, empty if it is not known.
const COMMIT: &str = env!("DEFENDER_BUILD_COMMIT");

/// Answers a command line that asks for the version and names no command. `None` for any other.
pub(crate) fn answer(
    name: &str,
    version: &str,
    services: impl FnOnce() -> Services,
    arguments: &[OsString],
) -> Option<ExitCode> {
    let flags = || arguments.iter().skip(1).filter_map(|one| one.to_str());
    let is_asked = |flag| matches!(flag, "--version" | "-V" | "-vV" | "-Vv");
    if !flags().any(is_asked) || !argv::words(arguments, 1).is_empty() {
        return None;
    }
    let mut console = Console::of_process(setup::before_parsing(arguments));
    let is_verbose = flags().any(|flag| matches!(flag, "-v" | "--verbose" | "-vV" | "-Vv"));
    let is_data = argv::value(arguments, "--output", 'o').is_some();
    let printed = match (is_verbose, is_data) {
        (false, false) => console.line(&format!("{name} {version}")),
        (false, true) => console.value(&json!({"name": name, "version": version})),
        (true, true) => console.value(&details(name, version, &services())),
        (true, false) => lines(&details(name, version, &services()))
            .iter()
            .try_for_each(|line| console.line(line)),
    };
    Some(match printed {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => console.fail(&failure).into(),
    })
}

/// The build as data.
fn details(name: &str, version: &str, services: &Services) -> Value {
    let catalog = services.catalog();
    let count = |product| {
        let all = catalog.operations();
        all.filter(|row| row.id.split('.').next() == Some(product))
            .count()
    };
    let products = catalog.products();
    let products = products
        .iter()
        .map(|product| json!({"product": product, "operations": count(product)}));
    json!({
        "name": name, "version": version,
        "commit": (!COMMIT.is_empty()).then_some(COMMIT),
        "target": env!("DEFENDER_BUILD_TARGET"), "compiler": env!("DEFENDER_BUILD_COMPILER"),
        "tls": TLS, "features": auth_core::FEATURES, "products": products.collect::<Vec<_>>(),
    })
}

/// The build for a person, the version in the first line as without `-v`.
fn lines(details: &Value) -> Vec<String> {
    let text = |member: &str| details[member].as_str().unwrap_or("unknown").to_owned();
    let list = |member: &str| details[member].as_array().cloned().unwrap_or_default();
    let features: Vec<_> = list("features")
        .iter()
        .filter_map(|one| one.as_str().map(str::to_owned))
        .collect();
    let products: Vec<_> = list("products")
        .iter()
        .map(|one| {
            format!(
                "{} {}",
                one["product"].as_str().unwrap_or_default(),
                one["operations"]
            )
        })
        .collect();
    let mut lines = vec![format!("{} {}", text("name"), text("version"))];
    lines.extend(
        ["commit", "target", "compiler", "tls"].map(|member| format!("{member}: {}", text(member))),
    );
    lines.push(format!("features: {}", features.join(", ")));
    lines.push(format!("operations: {}", products.join(", ")));
    lines
}
