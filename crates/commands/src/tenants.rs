//! The tenants file, and the tenants that an expression means.
//!
//! The crate `jobs` reads files and expressions. Here are the place of the file, and the sentences for a wrong one.

mod command;
mod report;

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use auth_core::settings::profiles::{Folders, Sources};
use jobs::{Selection, SelectionError, Tenant, TenantFile};

use crate::completion::{CompletionCandidate, beginning_with};
use crate::keys::without_profile;
use terminal::{Console, Failure, Result, program};

pub use command::command;
pub use report::Report;

/// The file of `DEFENDER_TENANTS_FILE`, or that beside `config.toml`. It may not exist.
pub fn path(environment: &Sources) -> Result<PathBuf> {
    match environment.path("DEFENDER_TENANTS_FILE") {
        Some(path) => Ok(path),
        None => Ok(Folders::of_process()?.config.join("tenants.toml")),
    }
}

/// The tenants of an expression. Members of the file that are unknown are noted.
pub fn chosen(
    expression: &str,
    environment: &Sources,
    console: &mut Console,
) -> Result<Vec<Tenant>> {
    let selection = Selection::parse(expression).map_err(|error| wrong(&error))?;
    let usual = path(environment)?;
    let chosen = selection.resolve(|other| TenantFile::read(other.unwrap_or(&usual)));
    let chosen = chosen.map_err(|error| match &error {
        SelectionError::File(file) if !file.path().exists() => no_file(file.path()),
        _ => wrong(&error),
    })?;
    chosen.notes.iter().for_each(|note| console.note(note));
    Ok(chosen.tenants)
}

/// Continues an expression of `--tenants` after its last `,`, `&` or `!`. A file after `@` is one of the shell's.
pub fn selections(current: &OsStr) -> Vec<CompletionCandidate> {
    let Some(text) = current.to_str() else {
        return Vec::new();
    };
    let begins = text.rfind([',', '&', '!']).map_or(0, |at| at + 1);
    let before = &text[..begins];
    let tenants = tenants();
    let mut known = vec![("all".to_owned(), "every tenant of the file".to_owned())];
    known.extend(
        tenants
            .iter()
            .map(|tenant| (tenant.label().to_owned(), tenant.tags.join(", "))),
    );
    let tags: BTreeSet<&str> = tenants
        .iter()
        .flat_map(|tenant| &tenant.tags)
        .map(String::as_str)
        .collect();
    known.extend(
        tags.into_iter()
            .map(|tag| (format!("tag:{tag}"), String::new())),
    );
    let known = known
        .into_iter()
        .map(|(value, meaning)| (format!("{before}{value}"), meaning));
    beginning_with(current, known.collect())
}

/// The ids of the tenants file, each with the tenant's name.
pub fn ids() -> Vec<(String, String)> {
    let tenants = tenants().into_iter();
    tenants
        .map(|tenant| (tenant.id, tenant.name.unwrap_or_default()))
        .collect()
}

/// The tenants of the file. None if it is not there or cannot be read: a TAB prints no error.
fn tenants() -> Vec<Tenant> {
    let file = path(&without_profile()).ok();
    let file = file.and_then(|path| TenantFile::read(&path).ok());
    file.map(|file| file.tenants).unwrap_or_default()
}

/// The failure of an expression or a file.
fn wrong(error: &SelectionError) -> Failure {
    Failure::usage(format!("--tenants: {error}")).with_hint(format!(
        "`{}` shows the tenants and their tags",
        program::call("tenants list")
    ))
}

/// The failure without a file.
fn no_file(path: &Path) -> Failure {
    let message = format!("--tenants: there is no tenants file at {}", path.display());
    Failure::usage(message).with_hint(format!(
        "`{}` writes one from the customers who gave you access, or name a file in DEFENDER_TENANTS_FILE",
        program::call("tenants discover --save")
    ))
}
