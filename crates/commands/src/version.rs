//! `--version`, with `-v` what the program was built from: what a report of a problem needs.
//!
//! A commit is known in a clone of the repository and in a published crate.

use std::ffi::OsString;

use auth_core::http_core::TLS;
use operations::Catalog;
use serde_json::{Value, json};

use crate::argv;
use terminal::{Console, Exit, program};

/// What a program was built from. `build.rs` of the program finds it.
#[derive(Clone, Copy, Debug)]
pub struct Build {
    /// The commit of the source, empty if it is not known.
    pub commit: &'static str,
    /// The triple of the machine that it runs on.
    pub target: &'static str,
    /// The compiler with its version.
    pub compiler: &'static str,
}

/// Answers a command line that asks for the version and names no command. `None` for any other.
pub fn answer(
    build: Build,
    arguments: &[OsString],
    catalog: impl FnOnce() -> Catalog,
    console: impl FnOnce() -> Console,
) -> Option<Exit> {
    let flags = || arguments.iter().skip(1).filter_map(|one| one.to_str());
    let is_asked = |flag| matches!(flag, "--version" | "-V" | "-vV" | "-Vv");
    if !flags().any(is_asked) || !argv::words(arguments, 1).is_empty() {
        return None;
    }
    let (name, version) = (program::name(), program::version());
    let mut console = console();
    let is_verbose = flags().any(|flag| matches!(flag, "-v" | "--verbose" | "-vV" | "-Vv"));
    let is_data = argv::value(arguments, "--output", 'o').is_some();
    let printed = match (is_verbose, is_data) {
        (false, false) => console.line(&format!("{name} {version}")),
        (false, true) => console.value(&json!({"name": name, "version": version})),
        (true, true) => console.value(&details(build, &catalog())),
        (true, false) => lines(&details(build, &catalog()))
            .iter()
            .try_for_each(|line| console.line(line)),
    };
    Some(match printed {
        Ok(()) => Exit::Success,
        Err(failure) => console.fail(&failure),
    })
}

/// The build as data.
fn details(build: Build, catalog: &Catalog) -> Value {
    let count = |product| {
        let all = catalog.operations();
        all.filter(|row| row.id.split('.').next() == Some(product))
            .count()
    };
    let products = catalog.products();
    let products = products
        .iter()
        .map(|product| json!({"product": product, "operations": count(product)}));
    let mut features = [auth_core::FEATURES, jobs::FEATURES].concat();
    features.sort_unstable();
    json!({
        "name": program::name(), "version": program::version(),
        "commit": (!build.commit.is_empty()).then_some(build.commit),
        "target": build.target, "compiler": build.compiler,
        "tls": TLS, "features": features, "products": products.collect::<Vec<_>>(),
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
