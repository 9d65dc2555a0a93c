//! `defender permissions`: the permissions that an application must be granted for some commands.
//!
//! Sends nothing. `--manifest` prints the `requiredResourceAccess` of an app registration. An operation without a documented
//! permission is reported on standard error and left out.
//!
//! With `--tenants` it says for each tenant whether its token has such a permission, which takes one token for each API.
//!
//! A command stands for all operations that begin with its words. Without `--manifest` each operation is a record with its least
//! permission first, for an application and for a signed-in user.

use auth_core::http_core::Operation;
use clap::ArgMatches;
use operations::permissions::{self, Caller, Granted, Needed};
use operations::{Catalog, words};
use serde_json::Value;

use crate::services::Services;
use crate::session::Session;
use terminal::program;
use terminal::{Console, Exit, Failure, Result};

/// Prints one record for each command, or the manifest. The manifest has ids only; their names are noted.
pub(super) fn run(services: &Services, matches: &ArgMatches, console: &mut Console) -> Result<()> {
    let commands = matches.get_many::<String>("for").unwrap_or_default();
    let rows = named(services.catalog(), commands)?;
    let Some(word) = matches.get_one::<String>("manifest") else {
        let limit = matches.get_one("limit").copied();
        return console.print_values(limit, rows.into_iter().map(Needed::of));
    };
    let caller = Caller::of(word == Caller::Delegated.as_str());
    let manifest = permissions::manifest(&rows, caller, services);
    console.value(&manifest.object)?;
    for id in &manifest.undocumented {
        let command = words::command(id);
        console.note(&format!(
            "{command}: no {word} permission is documented, so none is listed"
        ));
    }
    for api in &manifest.apis {
        let (id, place) = (&api.application_id, api.listed_in);
        if !api.names.is_empty() {
            let names = api.names.join(", ");
            console.note(&format!("the manifest requests of {id}: {names}"));
        }
        if !api.unknown.is_empty() {
            let names = api.unknown.join(", ");
            console.note(&format!(
                "the manifest lacks {names}, because their ids are unknown; take them from \
                 `az ad sp show --id {id} --query \"{place}[].{{value:value, id:id}}\"`"
            ));
        }
    }
    Ok(())
}

/// Prints for each command whether the token of the tenant has a permission that it needs, for `--tenants`.
///
/// Requests one token for each API, and nothing else. Fails with exit code 3 if a permission is missing.
pub(super) async fn granted(session: &mut Session<'_>, matches: &ArgMatches) -> Result<()> {
    if matches.contains_id("manifest") {
        return Err(Failure::usage(
            "--manifest describes an application, which is the same in all tenants",
        )
        .with_hint("leave --manifest or --tenants out"));
    }
    let commands = matches.get_many::<String>("for").unwrap_or_default();
    let rows = named(session.context.catalog(), commands)?;
    if session.globals.dry_run {
        return session
            .console
            .would("get a token for each service", &[], Value::Null);
    }
    let mut found = Vec::new();
    for operation in rows {
        let asked = session.context.token(operation.http.host);
        let token = session.signals.or(asked).await??;
        let held = token.claims().map(|claims| {
            let caller = Caller::of(claims.is_delegated());
            (caller, claims.permissions())
        });
        found.push(Granted::of(operation, held));
    }
    let is_missing = found.iter().any(|one| one.granted == Some(false));
    let limit = session.globals.limit;
    session.console.print_values(limit, found.into_iter())?;
    match is_missing {
        true => Err(Failure::silent(Exit::Attention)),
        false => Ok(()),
    }
}

/// The operations of commands, without duplicates. `mde alerts` stands for all commands that begin so. Fails with exit code 2
/// for an unknown one.
pub(super) fn named<'a>(
    catalog: &Catalog,
    commands: impl Iterator<Item = &'a String>,
) -> Result<Vec<&'static Operation>> {
    let commands: Vec<&str> = commands.map(String::as_str).collect();
    catalog
        .named(&commands, program::name())
        .map_err(|command| {
            let words: Vec<&str> = command.split_whitespace().collect();
            let program = usize::from(words.first() == Some(&program::name()));
            commands::suggest::operation(catalog, words.get(program..).unwrap_or_default())
        })
}
