//! `defender lake`: the tables that are collected into.
//!
//! - `maintain` and `verify` print a record for each table, `verify --against-service` one for each day. Exit code 3 if something does
//!   not hold; what it is stands on stderr, and in JSON in the record.
//! - `views` prints SQL as it is.

use std::path::Path;

use clap::ArgMatches;
use commands::collect::Place;
use jobs::collect::lake::{
    Checked, Day, Dialect, Store, compare, maintain, said, tables, verify, views,
};
use jobs::collect::{Lake, Stream};
use serde_json::json;

use super::collect::{Connected, connect, failed, store};
use crate::session::Session;
use terminal::{Exit, Failure, Result};

/// Runs a part of the command. `name` is its last word.
pub(super) async fn run(session: &mut Session<'_>, name: &str, matches: &ArgMatches) -> Result<()> {
    let address = matches.get_one::<String>("lake").map_or("", String::as_str);
    let place = commands::collect::place(address)?;
    if let Place::Folder(folder) = &place
        && !folder.is_dir()
    {
        return Err(
            Failure::usage(format!("`{address}` is not a folder, so it has no lake"))
                .with_hint("give the address of collect --to"),
        );
    }
    let store = store(&place, &session.context)?;
    let found = session.wait(tables(&store)).await?.map_err(failed)?;
    let chosen = commands::lake::chosen(&found, matches)?;
    match name {
        "maintain" => maintained(session, &store, &chosen).await,
        "verify" => {
            verified(
                session,
                &store,
                &chosen,
                matches.get_flag("against-service"),
            )
            .await
        }
        _ => {
            let wanted = matches.get_one::<String>("dialect");
            let dialect = Dialect::ALL
                .into_iter()
                .find(|one| Some(one.as_str()) == wanted.map(String::as_str))
                .unwrap_or(Dialect::DuckDb);
            let place = match &place {
                Place::Folder(folder) => absolute(folder)?,
                other => {
                    let endpoint = std::env::var("AWS_ENDPOINT_URL").unwrap_or_default();
                    served(&other.to_string(), dialect, &endpoint)
                }
            };
            let streams = Stream::all(session.context.catalog());
            let sql = views(place.trim_end_matches('/'), &chosen, &streams, dialect);
            session.console.bytes(sql.as_bytes())
        }
    }
}

fn absolute(folder: &Path) -> Result<String> {
    let whole = folder.canonicalize();
    let whole =
        whole.map_err(|error| Failure::machine(&format!("`{}`", folder.display()), &error))?;
    Ok(whole.display().to_string())
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
    for table in tables {
        let done = session
            .wait(maintain(store, table))
            .await?
            .map_err(failed)?;
        rows.push(json!({
            "table": table, "version": done.version, "filesBefore": done.files.0, "filesAfter": done.files.1, "merged": done.merged,
            "logRemoved": done.log_removed, "orphans": done.orphans, "orphanBytes": done.orphan_bytes,
        }));
    }
    session
        .console
        .print_values(session.globals.limit, rows.into_iter())
}

async fn verified(
    session: &mut Session<'_>,
    store: &Store,
    tables: &[String],
    against_service: bool,
) -> Result<()> {
    let streams = Stream::all(session.context.catalog());
    let said = session.wait(said(store)).await?.map_err(failed)?;
    let (mut checked, mut days) = (Vec::new(), Vec::new());
    for table in tables {
        let work = verify(store, table, &streams, &said);
        let found = session.wait(work).await?.map_err(failed)?;
        for problem in &found.problems {
            session.warn(&format!("{table}: {problem}"));
        }
        let stream = streams.iter().find(|stream| stream.name() == table);
        match stream.filter(|stream| stream.has_version()) {
            Some(stream) if against_service => {
                days.extend(compared(session, store, stream, &found).await?);
            }
            None if against_service && table != "_runs" => session.note(&format!(
                "{table}: not compared with the service, its records have no version to compare"
            )),
            _ => {}
        }
        checked.push(found);
    }
    let is_whole =
        checked.iter().all(|one| one.problem_count == 0) && days.iter().all(|day| day.missing == 0);
    let limit = session.globals.limit;
    match against_service {
        true => session.console.print_values(limit, days.into_iter())?,
        false => session.console.print_values(limit, checked.into_iter())?,
    }
    match is_whole {
        true => Ok(()),
        false => Err(Failure::silent(Exit::Attention)),
    }
}

/// The counts of a stream by day, for the tenant of the session.
async fn compared(
    session: &mut Session<'_>,
    store: &Store,
    stream: &Stream,
    found: &Checked,
) -> Result<Vec<Day>> {
    let operation = stream.operation();
    let Connected { client, tenant, .. } = connect(session, operation).await?;
    let lake = Lake::new(store.clone(), |_| Vec::new());
    let cursor = session.wait(lake.cursor(&tenant, stream.name())).await?;
    let cursor = cursor.map_err(|error| Failure::machine("lake", &std::io::Error::other(error)))?;
    let newest = cursor.and_then(|cursor| cursor.newest());
    let work = compare(&client, stream, &tenant, &found.prints, newest);
    let days = session.wait(work).await?;
    days.map_err(|error| Failure::from(error).with_operation(operation.id))
}

/// The address of a store for an engine. ClickHouse finds an S3 store that is not Amazon's by its `endpoint` alone.
fn served(address: &str, dialect: Dialect, endpoint: &str) -> String {
    match address.strip_prefix("s3://") {
        Some(bucket) if dialect == Dialect::ClickHouse && !endpoint.is_empty() => {
            format!("{}/{bucket}", endpoint.trim_end_matches('/'))
        }
        _ => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clickhouse_gets_the_endpoint_of_an_s3_store() {
        let minio = "https://minio.local:9000/";
        for (address, dialect, endpoint, seen) in [
            (
                "s3://soc/lake",
                Dialect::ClickHouse,
                minio,
                "https://minio.local:9000/soc/lake",
            ),
            ("s3://soc/lake", Dialect::ClickHouse, "", "s3://soc/lake"),
            ("s3://soc/lake", Dialect::DuckDb, minio, "s3://soc/lake"),
            ("gs://soc/lake", Dialect::ClickHouse, minio, "gs://soc/lake"),
        ] {
            assert_eq!(served(address, dialect, endpoint), seen);
        }
    }
}
