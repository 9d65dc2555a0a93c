//! `defender hunt schema`: tables, columns and functions.
//!
//! - stdout: a record for each table and function, or for each column of the named ones.
//! - Exit code 2 for a name that is neither documented nor pulled, with the nearest one.
//!
//! `schema` prints the documented ones and those that were pulled, without a request; with `--live` those of the tenant. `schema pull`
//! keeps the tenant's in the cache folder, one file for each tenant. Each table of the tenant costs one query.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::json;
use xdr_api::graph::Graph;
use xdr_api::graph::hunting::{Hunting, RUN};
use xdr_api::hunting::{HuntingSchema, TABLES};

use crate::invoke::describe;
use crate::session::Session;
use auth_core::PrivateFile;
use auth_core::settings::profiles::{Folders, nearest};
use commands::options::flag;
use terminal::{Failure, Result};

pub(super) fn command() -> Command {
    let tables = |help: &'static str| {
        Arg::new("tables")
            .value_name("TABLE")
            .action(ArgAction::Append)
            .num_args(0..)
            .help(help)
    };
    Command::new("schema")
        .about("List the tables and functions of hunting, and their columns")
        .after_help(
            terminal::program::examples(&[
                "hunt schema",
                "hunt schema DeviceProcessEvents -o table",
                "hunt schema pull",
            ]) + "\n\n\
             Without --live nothing is sent: the documented tables are shown, and what `pull` has kept of this tenant. \
             With --live and for `pull`, each table costs one query.",
        )
        .args_conflicts_with_subcommands(true)
        .disable_help_subcommand(true)
        .arg(tables("Tables or functions whose columns to list [default: list the names]"))
        .arg(flag("live").help("Ask the tenant for its tables and columns"))
        .subcommand(
            Command::new("pull")
                .about("Keep the tables of this tenant in the cache")
                .arg(tables("The tables to read [default: the documented ones]")),
        )
}

/// Prints a record for each column, or for each table.
///
/// Only `--live` needs a credential.
pub(super) async fn show(session: &mut Session<'_>, matches: &ArgMatches) -> Result<()> {
    let limit = session.globals.limit;
    if matches.get_flag("live") {
        let Some(schema) = ask(session, matches).await? else {
            return Ok(());
        };
        return session.console.print_values(limit, schema.columns());
    }
    let schema = known(session);
    let Some(named) = matches.get_many::<String>("tables") else {
        return session.console.print_values(limit, schema.names());
    };
    let mut columns = Vec::new();
    for name in named {
        columns.extend(
            schema
                .columns_named(name)
                .ok_or_else(|| unknown(&schema, name))?,
        );
    }
    session.console.print_values(limit, columns.into_iter())
}

/// The error for an unknown table or function. Suggests the nearest name.
fn unknown(schema: &HuntingSchema, name: &str) -> Failure {
    let failure = Failure::usage(format!("no table or function `{name}` is known"));
    match nearest(name, schema.names().map(|known| known.name)) {
        Some(near) => failure.with_hint(format!("did you mean `{near}`?")),
        None => failure.with_hint("--live asks the tenant, which may have more tables"),
    }
}

/// The documented tables, and what was pulled of this tenant. A pulled table adds columns and hides none.
pub(super) fn known(session: &Session<'_>) -> HuntingSchema {
    let mut schema = HuntingSchema::documented();
    if let Some(kept) = kept(session) {
        schema.extend(kept);
    }
    schema
}

/// Writes the schema to the cache.
pub(super) async fn pull(session: &mut Session<'_>, matches: &ArgMatches) -> Result<()> {
    let path = place(session)?;
    let Some(mut schema) = ask(session, matches).await? else {
        let what = "keep the tables of the tenant";
        return session.console.would(what, &[&path], json!({}));
    };
    // Named tables are updated; the others stay.
    if matches.contains_id("tables")
        && let Some(kept) = kept(session)
    {
        schema.complete(kept);
    }
    let count = schema.tables.len();
    let text = serde_json::to_string(&schema)
        .map_err(|error| Failure::machine("the schema cannot be written", &error.into()))?;
    PrivateFile::at(&path)
        .replace(text.as_bytes())
        .map_err(|error| Failure::machine(&format!("`{}`", path.display()), &error))?;
    let result = json!({"tables": count, "file": path.display().to_string()});
    session.console.value(&result)
}

/// Warns about tables of a query that the kept schema lacks. The query is sent in any case: the schema may be old.
pub(super) fn advise(session: &mut Session<'_>, query: &str) {
    let Some(schema) = kept(session) else {
        return;
    };
    for table in schema.unknown_tables(query) {
        let asked = schema
            .asked
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default();
        session.warn(&format!(
            "table `{table}` is not in the schema that was pulled at {asked}; the query is sent as it is"
        ));
    }
}

/// Reads the tables of the tenant. `None` with `--dry-run`, which prints the requests.
///
/// A missing table is a warning if it was named. The documented tables include some that need a licence.
async fn ask(session: &mut Session<'_>, matches: &ArgMatches) -> Result<Option<HuntingSchema>> {
    let named: Vec<&str> = matches
        .get_many::<String>("tables")
        .unwrap_or_default()
        .map(String::as_str)
        .collect();
    let tables = if named.is_empty() { TABLES } else { &named };
    let client = session.context.client(&RUN)?;
    let hunting: Hunting = Graph::over(&client).hunting();
    if session.globals.dry_run {
        for table in tables {
            let request = hunting.hunt(format!("{table} | getschema")).request()?;
            describe(session.console, &request, client.base(), &[])?;
        }
        return Ok(None);
    }
    let (schema, missing) = session.wait(hunting.schema_of(tables)).await??;
    for table in missing {
        let text = format!("the tenant has no table `{table}`");
        match named.is_empty() {
            true => session.console.detail(&text),
            false => session.warn(&text),
        }
    }
    Ok(Some(schema))
}

/// The schema in the cache. `None` if there is none, or it cannot be read.
fn kept(session: &Session<'_>) -> Option<HuntingSchema> {
    HuntingSchema::read(&place(session).ok()?)
}

/// The file of this tenant's schema. The sandbox has its own, so that it does not overwrite a tenant's.
fn place(session: &Session<'_>) -> Result<PathBuf> {
    let tenant = match session.context.in_sandbox() {
        true => Some("sandbox".to_owned()),
        false => session.context.tenant(),
    };
    let name = HuntingSchema::file_name(tenant.as_deref().unwrap_or("tenant"));
    Ok(Folders::of_process()?.cache.join("schemas").join(name))
}
