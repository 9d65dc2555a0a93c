//! The tenants file, and the tenants that an expression means.
//!
//! The crate `jobs` reads files and expressions. Here are the place of the file, and the sentences for a wrong one.

use std::path::{Path, PathBuf};

use auth_core::settings::profiles::{Folders, Sources};
use jobs::{Selection, SelectionError, Tenant, TenantFile};

use terminal::{Console, Failure, Result, program};

/// The file of `DEFENDER_TENANTS_FILE`, or that beside `config.toml`. It may not exist.
pub(crate) fn path(environment: &Sources) -> Result<PathBuf> {
    match environment.path("DEFENDER_TENANTS_FILE") {
        Some(path) => Ok(path),
        None => Ok(Folders::of_process()?.config.join("tenants.toml")),
    }
}

/// The tenants of an expression. Members of the file that are unknown are noted.
pub(crate) fn chosen(
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
