//! `defender lake`: the tables that are collected into.
//!
//! - `maintain` and `verify` print a record for each table, `verify --against-service` one for each day. Exit code 3 if something does
//!   not hold; what it is stands on stderr, and in JSON in the record. A table that cannot be read keeps no other from being worked on.
//! - `views` prints SQL as it is.

use std::path::Path;

use clap::ArgMatches;
use commands::lake::{address_for, chosen};
use jobs::collect::Stream;
use jobs::collect::lake::{Day, Dialect, Store, compare, maintain, said, tables, verify, views};
use serde::Serialize;
use serde_json::json;

use super::collect::{Connected, connect, failed, store};
use crate::session::Session;
use terminal::{Exit, Failure, Result};

/// Runs a part of the command. `name` is its last word.
pub(super) async fn run(session: &mut Session<'_>, name: &str, matches: &ArgMatches) -> Result<()> {
    let place = commands::lake::place(matches)?;
    let store = store(&place, &session.context)?;
    let found = session.wait(tables(&store)).await?.map_err(failed)?;
    match name {
        "maintain" => maintained(session, &store, &chosen(found, matches)?).await,
        "verify" => verified(session, &store, found, matches).await,
        _ => {
            let wanted = matches.get_one::<String>("dialect").map(String::as_str);
            let mut dialects = Dialect::ALL.into_iter();
            let dialect = dialects.find(|one| Some(one.as_str()) == wanted);
            let dialect = dialect.unwrap_or(Dialect::DuckDb);
            let address = address_for(&place, dialect.as_str())?;
            let tables = chosen(found, matches)?;
            let streams = Stream::all(session.context.catalog());
            let sql = views(&address, &tables, &streams, dialect);
            session.console.bytes(sql.as_bytes())
        }
    }
}

async fn maintained(session: &mut Session<'_>, store: &Store, tables: &[String]) -> Result<()> {
    if session.globals.dry_run {
        let what = "merge small files, shorten the logs, and remove files that belong to nothing";
        return session.console.would(
            what,
            &[Path::new(store.address())],
            json!({"tables": tables}),
        );
    }
    let mut rows = Vec::new();
    let mut is_whole = true;
    for table in tables {
        let done = session.wait(maintain(store, table)).await?;
        let done = done.map_err(failed)?;
        if let Some(problem) = &done.problem {
            session.warn(&format!("{table}: {problem}"));
        }
        is_whole &= done.problem.is_none();
        rows.push(done);
    }
    print(session, rows, is_whole)
}

async fn verified(
    session: &mut Session<'_>,
    store: &Store,
    mut found: Vec<String>,
    matches: &ArgMatches,
) -> Result<()> {
    let streams = Stream::all(session.context.catalog());
    let said = session.wait(said(store)).await?.map_err(failed)?;
    // What receipts name is looked for, too.
    found.extend(said.tables().into_iter().map(str::to_owned));
    let against_service = matches.get_flag("against-service");
    let (mut checked, mut days, mut is_whole) = (Vec::new(), Vec::new(), true);
    for table in &chosen(found, matches)? {
        let work = verify(store, table, &streams, &said);
        let found = session.wait(work).await?.map_err(failed)?;
        for problem in &found.problems {
            session.warn(&format!("{table}: {problem}"));
        }
        is_whole &= found.problem_count == 0;
        let stream = streams.iter().find(|stream| stream.name() == table);
        match stream.filter(|stream| stream.is_named()) {
            _ if !against_service || found.version < 0 || table == "_runs" => {}
            Some(stream) => {
                let operation = stream.operation();
                let Connected { client, tenant, .. } = connect(session, operation).await?;
                let work = session.wait(compare(&client, stream, &tenant, &found, &said));
                let compared = work.await?;
                match compared.map_err(|error| Failure::from(error).with_operation(operation.id))? {
                    Some(compared) => days.extend(compared),
                    None => {
                        is_whole = false;
                        session.warn(&format!("{table}: the lake has nothing of tenant {tenant}"));
                    }
                }
            }
            None => session.note(&format!(
                "{table}: not compared with the service, its rows have no key to be found by"
            )),
        }
        checked.push(found);
    }
    is_whole &= days.iter().all(|day: &Day| day.missing == 0);
    match against_service {
        true => print(session, days, is_whole),
        false => print(session, checked, is_whole),
    }
}

/// Prints records. Exit code 3 if something does not hold, which was said.
fn print<T: Serialize>(session: &mut Session<'_>, rows: Vec<T>, is_whole: bool) -> Result<()> {
    let limit = session.globals.limit;
    session.console.print_values(limit, rows.into_iter())?;
    match is_whole {
        true => Ok(()),
        false => Err(Failure::silent(Exit::Attention)),
    }
}
