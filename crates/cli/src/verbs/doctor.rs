//! `defender doctor`: whether the services answer as the tables say, by one small read of each operation.

mod contract;
mod tables;

use std::collections::HashMap;
use std::sync::Arc;

use auth_core::AccessToken;
use auth_core::http_core::{Answer, Operation, Request, Status};
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde::Serialize;
use serde_json::Value;

use self::contract::Differences;
use self::tables::Tables;
use super::permissions;
use crate::catalog::is_service;
use crate::command::page_size;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{Failure, Result};
use crate::invoke::Session;
use crate::words;

/// How many records are looked at.
const RECORDS: i64 = 5;

pub(super) fn command() -> Command {
    Command::new("doctor")
        .about("Check that the services answer as this program expects")
        .long_about(
            "Check that the services answer as this program expects: one small read of each operation that needs no id, as \
             far as the token reaches. Told are refusals and the permissions they lack, members and words that the tables \
             do not know, and members that they promise and that are not there. Nothing is written, the documented budgets \
             are kept to, and no value of a record is shown, but for words that are new.\n\nEnds with 0 if every answer is as \
             described, with 3 if one is not. What the token does not open is not called and is no fault: \
             `defender auth doctor` explains the sign-in.",
        )
        .after_help(
            "Examples:\n  defender doctor -o table\n  defender doctor --product graph\n  \
             defender doctor --for 'mde alerts' --for 'mde machines list' -o json",
        )
        .arg(
            Arg::new("product")
                .long("product")
                .value_name("PRODUCT")
                .action(ArgAction::Append)
                .help("Only the operations of a product: mde, mdca, xdr, graph; may be repeated"),
        )
        .arg(
            Arg::new("for")
                .long("for")
                .value_name("COMMAND")
                .action(ArgAction::Append)
                .help("Only commands that begin so, such as 'mde alerts'; may be repeated"),
        )
}

pub(super) async fn run(session: &mut Session<'_>, matches: &ArgMatches) -> Result<()> {
    let rows = chosen(session, matches)?;
    if session.globals.dry_run {
        let commands: Vec<_> = rows.iter().map(|row| words::command(row.id)).collect();
        let more = serde_json::json!({"commands": commands});
        return super::would(session.console, "read one page of each of these", &[], more);
    }
    let tables = Tables::read()?;
    let tokens = Tokens::of(session, &rows).await?;
    let mut printed = session.console.rows();
    let mut count = Count::default();
    for row in rows {
        let examined = examine(session, &tables, &tokens, row).await?;
        count.add(examined.result);
        let text = serde_json::to_vec(&examined)
            .map_err(|error| Failure::machine("a row cannot be written", &error.into()))?;
        session.console.row(&mut printed, &text)?;
        session.console.flush()?;
    }
    session.console.end(printed, true)?;
    session.console.note(&count.told());
    // What there is to say was said.
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

/// Objects are left out: there is a read among them that hands out a key.
fn is_probe(row: &Operation) -> bool {
    is_service(row)
        && row.is_read()
        && row.status != Status::Retired
        && row.retired.is_empty()
        && matches!(row.answer, Answer::Collection { .. } | Answer::Entity)
        && !row.params.iter().any(|param| param.required)
}

/// How an operation answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Answered {
    /// As the tables say.
    AsDescribed,
    /// With records that no table describes.
    Reached,
    /// Without a record to look at.
    Empty,
    /// With records that are not as the tables say.
    Differs,
    /// The service said no.
    Refused,
    /// The token lacks the permission, so nothing was sent.
    NotGranted,
    /// No address is known for the service.
    NotConfigured,
    Failed,
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

    fn failed(row: &'static Operation, result: Answered, failure: &Failure) -> Self {
        let mut examined = Self::new(row, result);
        examined.detail = Some(failure.message().to_owned());
        if result == Answered::Refused {
            examined.needs = row.application;
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
            if tokens.contains_key(row.host) || session.context.endpoint(row.host).is_err() {
                continue;
            }
            let token = session.signals.or(session.context.token(row.host)).await?;
            let token = token.map_err(|failure| failed = Some(failure)).ok();
            tokens.insert(row.host, token);
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
    tables: &Tables,
    tokens: &Tokens,
    row: &'static Operation,
) -> Result<Examined> {
    if let Err(failure) = session.context.endpoint(row.host) {
        return Ok(Examined::failed(row, Answered::NotConfigured, &failure));
    }
    if let Some(needs) = tokens.get(row.host).and_then(|token| lacking(token, row)) {
        let mut examined = Examined::new(row, Answered::NotGranted);
        examined.needs = needs;
        return Ok(examined);
    }
    let answer = session.signals.or(read(&session.context, row)).await?;
    Ok(match answer {
        Ok(body) => compared(tables, row, &body),
        Err(failure) if failure.exit() == Exit::Denied => {
            Examined::failed(row, Answered::Refused, &failure)
        }
        Err(failure) => Examined::failed(row, Answered::Failed, &failure),
    })
}

/// The permissions of which the token has none; nothing where it does not tell, or where none is documented.
fn lacking(token: &AccessToken, row: &'static Operation) -> Option<&'static [&'static str]> {
    let claims = token.claims()?;
    let (held, known) = if claims.is_delegated() {
        (&claims.scopes, row.delegated)
    } else {
        (&claims.roles, row.application)
    };
    let is_held = |name: &&str| held.iter().any(|one| one.eq_ignore_ascii_case(name));
    (!known.is_empty() && !known.iter().any(is_held)).then_some(known)
}

/// A small page of records, or the one.
async fn read(context: &Context, row: &'static Operation) -> Result<Vec<u8>> {
    let mut request = Request::new(row);
    if let Some(size) = page_size(row) {
        request = request.set(size.name, RECORDS);
    }
    let client = context.client(row)?;
    Ok(client.send_response(request).await?.body().to_vec())
}

/// The records of an answer, held against the tables.
fn compared(tables: &Tables, row: &'static Operation, body: &[u8]) -> Examined {
    let Ok(body) = serde_json::from_slice::<Value>(body) else {
        let mut examined = Examined::new(row, Answered::Differs);
        examined.detail = Some("the answer is no JSON".to_owned());
        return examined;
    };
    let records: Vec<&Value> = match row.answer {
        Answer::Collection { list } => {
            let rows = body.get(list).unwrap_or(&body).as_array();
            let most = usize::try_from(RECORDS).unwrap_or(usize::MAX);
            rows.into_iter().flatten().take(most).collect()
        }
        _ => vec![&body],
    };
    let shape = tables.records(row.id);
    let mut differences = Differences::default();
    for (shape, record) in shape
        .into_iter()
        .flat_map(|shape| records.iter().map(move |one| (shape, one)))
    {
        differences.compare(shape, record);
    }
    let result = match shape {
        _ if records.is_empty() => Answered::Empty,
        None => Answered::Reached,
        Some(_) if differences.is_empty() => Answered::AsDescribed,
        Some(_) => Answered::Differs,
    };
    let mut examined = Examined::new(row, result);
    examined.records = records.len();
    examined.differences = differences;
    examined
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
            Answered::AsDescribed => &mut self.as_described,
            Answered::Reached => &mut self.reached,
            Answered::Empty => &mut self.empty,
            Answered::Differs => &mut self.differs,
            Answered::Refused => &mut self.refused,
            Answered::NotGranted => &mut self.not_granted,
            Answered::NotConfigured => &mut self.not_configured,
            Answered::Failed => &mut self.failed,
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

    #[test]
    fn an_answer_that_is_none_of_the_kind_differs() {
        let catalog = App::built_in().catalog();
        let tables = Tables::read().unwrap();
        let row = catalog.by_id("mde.alerts.list").unwrap();
        assert_eq!(compared(&tables, row, b"<html>").result, Answered::Differs);
        assert_eq!(
            compared(&tables, row, br#"{"value":[]}"#).result,
            Answered::Empty
        );
        let examined = compared(&tables, row, br#"{"value":[{"new":1}]}"#);
        assert_eq!(examined.result, Answered::Differs);
        assert!(examined.differences.unknown_members.contains("new"));
    }
}
