//! `defender doctor`: whether the services answer as the tables say, by one small read of each operation.

use std::collections::HashMap;
use std::sync::Arc;

use auth_core::AccessToken;
use auth_core::http_core::{Operation, Request};
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde::Serialize;

use super::permissions;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{Failure, Result};
use crate::program;
use crate::session::Session;
use operations::contract::{Checked, Contract, Differences, RECORDS, Verdict, is_probe};
use operations::permissions::{Caller, missing};
use operations::words::parts;
use operations::{Catalog, page_size, words};

pub(super) fn command(catalog: &Catalog) -> Command {
    let [product, group, _] =
        program::shown(catalog).map_or(["PRODUCT", "GROUP", ""], |row| parts(row.id));
    let group = words::word(group);
    Command::new("doctor")
        .about("Check that the services answer as this program expects")
        .long_about(
            "Check that the services answer as this program expects: one small read of each operation that needs no id, as \
             far as the token reaches. Told are refusals and the permissions they lack, members and words that the tables \
             do not know, and members that they promise and that are not there. Nothing is written, the documented budgets \
             are kept to, and no value of a record is shown, but for words that are new.\n\nEnds with 0 if every answer is as \
             described, with 3 if one is not. What the token does not open is not called and is no fault: \
             `auth doctor` explains the sign-in.",
        )
        .after_help(
            program::examples(&[
                "doctor -o table",
                &format!("doctor --product {product}"),
                &format!("doctor --for '{product} {group}' -o json"),
            ]),
        )
        .arg(
            Arg::new("product")
                .long("product")
                .value_name("PRODUCT")
                .action(ArgAction::Append)
                .help(format!("Only the operations of a product, such as {product}; may be repeated")),
        )
        .arg(
            Arg::new("for")
                .long("for")
                .value_name("COMMAND")
                .action(ArgAction::Append)
                .help(format!("Only commands that begin so, such as '{product} {group}'; may be repeated")),
        )
}

pub(super) async fn run(session: &mut Session<'_>, matches: &ArgMatches) -> Result<()> {
    let rows = chosen(session, matches)?;
    if session.globals.dry_run {
        let commands: Vec<_> = rows.iter().map(|row| words::command(row.id)).collect();
        let more = serde_json::json!({"commands": commands});
        return super::would(session.console, "read one page of each of these", &[], more);
    }
    let own = reference::PRODUCTS.iter();
    let own = own.map(|product| (product.operations, product.entities));
    let guests = session.context.services().guests();
    let guests = guests.map(|guest| (guest.operations, guest.entities));
    let contract = Contract::read(own.chain(guests))?;
    let tokens = Tokens::of(session, &rows).await?;
    let mut printed = session.console.rows();
    let mut count = Count::default();
    for row in rows {
        let examined = examine(session, &contract, &tokens, row).await?;
        count.add(examined.result);
        let text = serde_json::to_vec(&examined)
            .map_err(|error| Failure::machine("a row cannot be written", &error.into()))?;
        session.console.row(&mut printed, &text)?;
        session.console.flush()?;
    }
    session.console.end(printed, true)?;
    session.console.note(&count.told());
    // Every difference was printed.
    match count.differs + count.refused + count.failed {
        0 => Ok(()),
        _ => Err(Failure::silent(Exit::Attention)),
    }
}

/// The reads that are wanted and need nothing to be known.
fn chosen(session: &Session<'_>, matches: &ArgMatches) -> Result<Vec<&'static Operation>> {
    let catalog = session.context.catalog();
    let commands = |name: &str| matches.get_many::<String>(name).unwrap_or_default();
    let named = commands("product").chain(commands("for"));
    let mut rows = permissions::named(catalog, named)?;
    if rows.is_empty() {
        rows = catalog.operations().collect();
    }
    rows.retain(|row| is_probe(row));
    if rows.is_empty() {
        return Err(Failure::usage(
            "none of these commands is a read that needs no id",
        ));
    }
    Ok(rows)
}

/// How an operation answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Answered {
    /// The service said no.
    Refused,
    /// The token lacks the permission, so nothing was sent.
    NotGranted,
    /// No address is known for the service.
    NotConfigured,
    Failed,
    /// With an answer that was compared with the tables.
    #[serde(untagged)]
    With(Verdict),
}

/// One operation and what came of it.
#[derive(Debug, Serialize)]
struct Examined {
    command: String,
    result: Answered,
    detail: Option<String>,
    records: usize,
    /// The permissions that would do, the least first, where one is lacking.
    needs: &'static [&'static str],
    #[serde(flatten)]
    differences: Differences,
}

impl Examined {
    fn new(row: &'static Operation, result: Answered) -> Self {
        Self {
            command: words::command(row.id),
            result,
            detail: None,
            records: 0,
            needs: &[],
            differences: Differences::default(),
        }
    }

    fn answered(row: &'static Operation, checked: Checked) -> Self {
        let mut examined = Self::new(row, Answered::With(checked.verdict));
        examined.detail = checked.detail.map(str::to_owned);
        examined.records = checked.records;
        examined.differences = checked.differences;
        examined
    }

    fn failed(row: &'static Operation, result: Answered, failure: &Failure) -> Self {
        let mut examined = Self::new(row, result);
        examined.detail = Some(failure.message().to_owned());
        if result == Answered::Refused {
            examined.needs = row.access.application;
        }
        examined
    }
}

/// The token of each service, asked for once.
struct Tokens(HashMap<&'static str, Option<Arc<AccessToken>>>);

/// Opens Cloud Apps without any other credential.
const LEGACY: &str = "DEFENDER_MDCA_API_TOKEN";

impl Tokens {
    /// Where no service gives a token there is nothing to check.
    async fn of(session: &mut Session<'_>, rows: &[&'static Operation]) -> Result<Self> {
        let mut tokens = HashMap::new();
        let mut failed = None;
        for row in rows {
            if tokens.contains_key(row.http.host)
                || session.context.endpoint(row.http.host).is_err()
            {
                continue;
            }
            let token = session
                .signals
                .or(session.context.token(row.http.host))
                .await?;
            let token = token.map_err(|failure| failed = Some(failure)).ok();
            tokens.insert(row.http.host, token);
        }
        let has_legacy = session.context.environment().get(LEGACY).is_some();
        match failed {
            Some(failure) if !has_legacy && tokens.values().all(Option::is_none) => Err(failure),
            _ => Ok(Self(tokens)),
        }
    }

    fn get(&self, host: &str) -> Option<&AccessToken> {
        self.0.get(host)?.as_deref()
    }
}

/// Only an interruption ends the walk.
async fn examine(
    session: &mut Session<'_>,
    contract: &Contract,
    tokens: &Tokens,
    row: &'static Operation,
) -> Result<Examined> {
    if let Err(failure) = session.context.endpoint(row.http.host) {
        return Ok(Examined::failed(row, Answered::NotConfigured, &failure));
    }
    if let Some(needs) = tokens
        .get(row.http.host)
        .and_then(|token| lacking(token, row))
    {
        let mut examined = Examined::new(row, Answered::NotGranted);
        examined.needs = needs;
        return Ok(examined);
    }
    let answer = session.signals.or(read(&session.context, row)).await?;
    Ok(match answer {
        Ok(body) => Examined::answered(row, contract.check(row, &body)),
        Err(failure) if failure.exit() == Exit::Denied => {
            Examined::failed(row, Answered::Refused, &failure)
        }
        Err(failure) => Examined::failed(row, Answered::Failed, &failure),
    })
}

/// The permissions of which the token has none; `None` if the token does not tell, or none is documented.
fn lacking(token: &AccessToken, row: &'static Operation) -> Option<&'static [&'static str]> {
    let claims = token.claims()?;
    match claims.is_delegated() {
        true => missing(row, Caller::Delegated, &claims.scopes),
        false => missing(row, Caller::Application, &claims.roles),
    }
}

/// A small page of records, or the one.
async fn read(context: &Context, row: &'static Operation) -> Result<Vec<u8>> {
    let mut request = Request::new(row);
    if let Some(size) = page_size(row) {
        request = request.set(size.name, RECORDS as u64);
    }
    let client = context.client(row)?;
    Ok(client.send_response(request).await?.body().to_vec())
}

/// How many operations answered how.
#[derive(Debug, Default)]
struct Count {
    as_described: usize,
    reached: usize,
    empty: usize,
    differs: usize,
    refused: usize,
    not_granted: usize,
    not_configured: usize,
    failed: usize,
}

impl Count {
    fn add(&mut self, result: Answered) {
        *match result {
            Answered::With(Verdict::AsDescribed) => &mut self.as_described,
            Answered::With(Verdict::Reached) => &mut self.reached,
            Answered::With(Verdict::Empty) => &mut self.empty,
            Answered::With(Verdict::Differs) => &mut self.differs,
            Answered::Refused => &mut self.refused,
            Answered::NotGranted => &mut self.not_granted,
            Answered::NotConfigured => &mut self.not_configured,
            _ => &mut self.failed,
        } += 1;
    }

    fn told(&self) -> String {
        format!(
            "{} as described, {} without a description, {} without records, {} differ, {} refused, {} failed; not \
             called: {} not granted, {} not configured",
            self.as_described,
            self.reached,
            self.empty,
            self.differs,
            self.refused,
            self.failed,
            self.not_granted,
            self.not_configured
        )
    }
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
            .filter(|row| is_probe(row))
            .map(|row| row.id)
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
