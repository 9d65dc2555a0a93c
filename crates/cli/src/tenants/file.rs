//! The tenants file, and the tenants that an expression means.

use std::path::{Path, PathBuf};

use auth_core::settings::profiles::{Folders, Sources};
use jobs::{Selection, SelectionError, Tenant, TenantFile};

use terminal::{Console, Failure, Result, program};

/// The variable with the path of the file.
const VARIABLE: &str = "DEFENDER_TENANTS_FILE";

/// The file in the folder of `config.toml`.
const NAME: &str = "tenants.toml";

/// The file of `DEFENDER_TENANTS_FILE`, or that beside `config.toml`. It may not exist.
pub(crate) fn path(environment: &Sources) -> Result<PathBuf> {
    match environment.path(VARIABLE) {
        Some(path) => Ok(path),
        None => Ok(Folders::of_process()?.config.join(NAME)),
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
    let tenants = selection.resolve(|other| TenantFile::read(other.unwrap_or(&usual)));
    let tenants = tenants.map_err(|error| match &error {
        SelectionError::File(file) if !file.path().exists() => no_file(file.path()),
        _ => wrong(&error),
    })?;
    for file in selection.files() {
        let read = TenantFile::read(file.unwrap_or(&usual));
        let ignored = read.map(|read| read.ignored).unwrap_or_default();
        if !ignored.is_empty() {
            let path = file.unwrap_or(&usual).display();
            console.note(&format!(
                "{path}: ignored, because unknown: {}",
                ignored.join(", ")
            ));
        }
    }
    Ok(tenants)
}

/// The failure of an expression or a file.
fn wrong(error: &SelectionError) -> Failure {
    let failure = Failure::usage(format!("--tenants: {error}"));
    failure.with_hint(format!(
        "`{}` shows the tenants and their tags",
        program::call("tenants list")
    ))
}

/// The failure without a file.
fn no_file(path: &Path) -> Failure {
    let message = format!("--tenants: there is no tenants file at {}", path.display());
    Failure::usage(message).with_hint(format!(
        "`{}` writes one from the customers who gave you access, or name a file in {VARIABLE}",
        program::call("tenants discover --save")
    ))
}
