//! `defender tenants`: the tenants that `--tenants` chooses from, and where they come from.
//!
//! - `list` prints the tenants of the file, with `--tenants` those that the expression means. It sends nothing.
//! - `discover` reads the customers of a partner's tenant from Microsoft Graph (GDAP). `--save` writes them to the file.
//!
//! A customer whose relationship has ended is left out with a note. The file is replaced whole, and only with `--force`.
//!
//! With `-o csv` and `-o ndjson` both print a form of the file that `--tenants @FILE` reads.

use std::path::Path;

use auth_core::http_core::{Cell, Column};
use clap::ArgMatches;
use jobs::{Tenant, TenantFile};
use operations::Catalog;
use serde_json::json;
use xdr_api::graph::Graph;
use xdr_api::graph::delegated_admin_relationships::LIST;

use crate::invoke::describe;
use crate::session::Session;
use commands::spelling::FORCE;
use commands::tenants::{chosen, path as tenants_path};
use terminal::{Failure, Result};

/// Whether the program has the operation that finds customers.
pub(super) fn can_discover(catalog: &Catalog) -> bool {
    catalog.by_id(LIST.id).is_some()
}

/// `name` is the last word of the command.
pub(super) async fn run(session: &mut Session<'_>, name: &str, matches: &ArgMatches) -> Result<()> {
    match name {
        "discover" => discover(session, matches).await,
        _ => {
            let expression = session.globals.tenants.chosen.as_deref().unwrap_or("all");
            let environment = session.context.environment();
            let tenants = chosen(expression, environment, session.console)?;
            print(session, tenants)
        }
    }
}

/// Prints the customers, and writes them to the file with `--save`.
async fn discover(session: &mut Session<'_>, matches: &ArgMatches) -> Result<()> {
    let path = match matches.get_flag("save") {
        true => Some(tenants_path(session.context.environment())?),
        false => None,
    };
    if let Some(path) = path.as_deref().filter(|path| path.exists())
        && !matches.get_flag(FORCE)
    {
        let message = format!(
            "the tenants file {} exists; nothing was sent",
            path.display()
        );
        return Err(Failure::refused(message).with_hint("give --force to replace it"));
    }
    let client = session.context.client(&LIST)?;
    let relationships = Graph::over(&client).delegated_admin_relationships();
    if session.globals.dry_run {
        let writes: Vec<&Path> = path.as_deref().into_iter().collect();
        return describe(
            session.console,
            relationships.list().request(),
            client.base(),
            &writes,
        );
    }
    let customers = session.signals.or(relationships.customers()).await??;
    let all = customers.len();
    let active = customers.into_iter().filter(|customer| customer.is_active);
    let tenants = active.map(|customer| {
        let tenant = Tenant::new(&customer.tenant_id).map_err(Failure::usage)?;
        Ok(tenant.with_name(customer.name.as_deref().unwrap_or_default()))
    });
    let tenants = tenants.collect::<Result<Vec<_>>>()?;
    if tenants.len() < all {
        let ended = all - tenants.len();
        session.note(&format!(
            "{ended} customers without an active relationship were left out"
        ));
    }
    match path {
        None => print(session, tenants),
        Some(path) => save(session, &path, &tenants),
    }
}

/// The columns of a table.
const COLUMNS: &[Column] = &[
    Column::new("name", Cell::Name),
    Column::new("id", Cell::Id),
    Column::new("tags", Cell::Text),
    Column::new("profile", Cell::Name),
    Column::new("cloud", Cell::Text),
    Column::new("portal", Cell::Text),
];

/// Prints tenants in the members of the file.
fn print(session: &mut Session<'_>, tenants: Vec<Tenant>) -> Result<()> {
    let mut printed = session.console.rows();
    printed.lead(COLUMNS);
    let limit = session.globals.limit;
    session
        .console
        .print_made(limit, printed, tenants.into_iter())
}

/// Writes the file, and prints its path and the number of tenants.
fn save(session: &mut Session<'_>, path: &Path, tenants: &[Tenant]) -> Result<()> {
    TenantFile::write(path, tenants)
        .map_err(|error| Failure::machine("the tenants file cannot be written", &error))?;
    session
        .console
        .value(&json!({"path": path.display().to_string(), "tenants": tenants.len()}))
}
