//! `defender doctor`: compares the answers of the services with the tables.
//!
//! One small read of each operation that needs no id. The comparison is `operations::contract`; this module chooses the operations,
//! gets the tokens and sends the reads.
//!
//! - stdout: a record for each operation, printed as soon as it is known.
//! - stderr: the numbers by result.
//! - No value of a record is printed, except for new words of enumerations.
//! - Nothing is changed, and the documented budgets are kept.
//! - Exit code 3 if an answer differs, is refused or fails. Operations that the token does not open are not called and are no fault.
//!
//! `--dry-run` prints the commands of the operations that would be read.

use std::collections::HashMap;
use std::sync::Arc;

use auth_core::AccessToken;
use auth_core::http_core::Operation;
use clap::ArgMatches;

use super::permissions;
use crate::context::Context;
use crate::session::Session;
use operations::contract::{Answered, Contract, Examined, Tally, is_probe, probe};
use operations::permissions::{Caller, missing};
use operations::words;
use output::Sentences;
use terminal::{Exit, Failure, Result};

/// The check of an operation in a table: the result, and what differs.
const ANSWERS: &Sentences = &Sentences {
    title: "command",
    status: Some("result"),
    lines: &[
        ("", "detail"),
        ("needs", "needs"),
        ("unknown members", "unknown_members"),
        ("missing members", "missing_members"),
        ("unknown words", "unknown_words"),
        ("unknown types", "unknown_types"),
    ],
};

/// Checks the operations one after the other. `--dry-run` prints their commands.
///
/// A failed read is a result and does not end the command.
pub(super) async fn run(session: &mut Session<'_>, matches: &ArgMatches) -> Result<()> {
    let rows = chosen(session, matches)?;
    if session.globals.dry_run {
        let commands: Vec<_> = rows
            .iter()
            .map(|operation| words::command(operation.id))
            .collect();
        let more = serde_json::json!({"commands": commands});
        return session
            .console
            .would("read one page of each of these", &[], more);
    }
    let own = reference::PRODUCTS.iter();
    let own = own.map(|product| (product.operations, product.entities));
    let guests = session.context.services().guests();
    let guests = guests.map(|guest| (guest.operations, guest.entities));
    let contract = Contract::read(own.chain(guests))?;
    let tokens = tokens(session, &rows).await?;
    let mut printed = session.console.rows();
    printed.sentences(ANSWERS);
    let mut tally = Tally::default();
    for operation in rows {
        let examined = examine(session, &contract, &tokens, operation).await?;
        tally.add(examined.result);
        let text = serde_json::to_vec(&examined)
            .map_err(|error| Failure::machine("a record cannot be written", &error.into()))?;
        session.console.row(&mut printed, &text)?;
        session.console.flush()?;
    }
    session.console.end(printed, true)?;
    session.note(&tally.to_string());
    // Every difference was printed.
    match tally.is_clean() {
        true => Ok(()),
        false => Err(Failure::silent(Exit::Attention)),
    }
}

/// The operations to read: those of `--product` and `--for`, or all, that need no id.
fn chosen(session: &Session<'_>, matches: &ArgMatches) -> Result<Vec<&'static Operation>> {
    let catalog = session.context.catalog();
    let commands = |name: &str| matches.get_many::<String>(name).unwrap_or_default();
    let named = commands("product").chain(commands("for"));
    let mut rows = permissions::named(catalog, named)?;
    if rows.is_empty() {
        rows = catalog.operations().collect();
    }
    rows.retain(|operation| is_probe(operation));
    if rows.is_empty() {
        return Err(Failure::usage(
            "none of these commands is a read that needs no id",
        ));
    }
    Ok(rows)
}

/// The token of each host family. `None` if it cannot be issued; the calls are made all the same, and fail.
type Tokens = HashMap<&'static str, Option<Arc<AccessToken>>>;

/// The host family of Cloud Apps.
const PORTAL: &str = "mdca_portal";

/// Requests each token once. Fails if none is issued: nothing could be checked.
async fn tokens(session: &mut Session<'_>, operations: &[&'static Operation]) -> Result<Tokens> {
    let mut tokens = Tokens::new();
    let mut failed = None;
    for host in operations.iter().map(|operation| operation.http.host) {
        if !tokens.contains_key(host) && session.context.endpoint(host).is_ok() {
            let token = session.signals.or(session.context.token(host)).await?;
            let token = token.map_err(|failure| failed = Some(failure)).ok();
            tokens.insert(host, token);
        }
    }
    // A legacy token opens Cloud Apps without any other credential.
    let has_legacy = session.context.legacy_token(PORTAL).is_some();
    match failed {
        Some(failure) if !has_legacy && tokens.values().all(Option::is_none) => Err(failure),
        _ => Ok(tokens),
    }
}

/// Reads one operation and compares its answer. Fails only if a signal arrives; any other error is a result.
async fn examine(
    session: &mut Session<'_>,
    contract: &Contract,
    tokens: &Tokens,
    operation: &'static Operation,
) -> Result<Examined> {
    if let Err(failure) = session.context.endpoint(operation.http.host) {
        return Ok(Examined::failed(
            operation,
            Answered::NotConfigured,
            failure.message(),
        ));
    }
    if let Some(needs) = tokens
        .get(operation.http.host)
        .and_then(|token| lacking(token.as_deref()?, operation))
    {
        return Ok(Examined::not_granted(operation, needs));
    }
    let answer = session
        .signals
        .or(read(&session.context, operation))
        .await?;
    Ok(match answer {
        Ok(body) => Examined::answered(operation, contract.check(operation, &body)),
        Err(failure) if failure.exit() == Exit::Denied => {
            Examined::failed(operation, Answered::Refused, failure.message())
        }
        Err(failure) => Examined::failed(operation, Answered::Failed, failure.message()),
    })
}

/// The permissions of which the token has none. `None` if it has one, cannot be read, or none is documented.
fn lacking(token: &AccessToken, operation: &'static Operation) -> Option<&'static [&'static str]> {
    let claims = token.claims()?;
    missing(
        operation,
        Caller::of(claims.is_delegated()),
        claims.permissions(),
    )
}

/// Sends the small read.
async fn read(context: &Context, operation: &'static Operation) -> Result<Vec<u8>> {
    let client = context.client(operation)?;
    Ok(client
        .send_response(probe(operation))
        .await?
        .body()
        .to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::App;

    #[test]
    fn only_reads_without_inputs_are_called() {
        let catalog = App::built_in().catalog();
        let ids: Vec<_> = catalog
            .operations()
            .filter(|operation| is_probe(operation))
            .map(|operation| operation.id)
            .collect();
        for id in [
            "mde.alerts.list",
            "mdca.alerts.query",
            "graph.alerts.list",
            "xdr.incidents.list",
            "mde.scores.get_exposure",
        ] {
            assert!(ids.contains(&id), "{id}");
        }
        for id in [
            "mde.alerts.get",
            "mde.alerts.update",
            "graph.sensors.get_deployment_access_key",
            "graph.hunting.run",
        ] {
            assert!(!ids.contains(&id), "{id}");
        }
        assert!(ids.len() > 60, "{}", ids.len());
    }
}
