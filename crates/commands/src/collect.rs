//! `collect` and `export`: their options, and the streams that they name. [`Target`] is where the rows go.

mod failures;
mod queries;
mod target;

use std::time::{Duration, SystemTime};

use auth_core::http_core::jiff::Timestamp;
use auth_core::http_core::{Cell, Column};
use clap::{Arg, ArgAction, ArgMatches, Command};
use jobs::Shard;
use jobs::collect::{Source, Stream};
use operations::time::absolute;
use operations::words::nearest;
use operations::{Catalog, time};

use serde_json::json;

use crate::options::{file, flag, valued};
use terminal::{Console, Failure, Result, program};

pub use failures::{failure_of, no_lake, of_stream, unmeasured, unusable};
pub use queries::Hunting;
pub use target::{Form, Place, Target, place};

/// The shortest time between two passes. The services allow some calls a minute for all programs together.
const SHORTEST: Duration = Duration::from_secs(10);

/// What the command is for, in one line.
pub const ABOUT: &str =
    "Write every record of lists once, in each of its versions, for log shippers and warehouses";

/// The columns of `--list`.
const COLUMNS: &[Column] = &[
    Column::new("stream", Cell::Name),
    Column::new("permission", Cell::Text),
    Column::new("seesChanges", Cell::Text),
    Column::new("isExport", Cell::Text),
];

/// The command that collects.
pub fn command() -> Command {
    Command::new("collect")
        .about(ABOUT)
        .long_about(
            "Write every record of lists once, in each of its versions, for log shippers and warehouses. A pass writes what no pass \
             before it has written; run it from cron, or give --every.\n\n--format says where the rows go and what is promised:\n\n  \
             spool   a folder of NDJSON files that log shippers follow; exact: rows become visible together with the place where the \
             next pass goes on, and a process that is killed leaves all of a pass or nothing\n  \
             ndjson  a line a record on standard output; at least once: the place where the next pass goes on is kept in --state after \
             the rows were handed over, so a process that is killed may write rows again, and rows that the reader loses are lost\n  \
             singer  the messages SCHEMA, RECORD and STATE of the Singer specification on standard output; at least once: give the \
             last STATE that the target has passed on as --state\n  \
             lake    tables that engines read; exact\n\n\
             A record is one line with `_tenant`, `_fetched_at`, `_operation` and `_version` in front. The files of a spool are \
             TO/STREAM/*.ndjson: they are written under another name first and never changed afterwards; what has been read may be \
             removed. TO/_runs has a receipt for each pass.\n\nAn export by files has all there is, and the service generates it anew every \
             few hours: each one is written once, whole, with the time of the generation as `_version`.",
        )
        .after_help(program::examples(&[
            "collect --list",
            "collect --to spool mde.alerts graph.incidents",
            "collect --to /var/spool/defender mde.machine_actions --since 7d --every 5m",
            "collect --to - --state alerts.json mde.alerts",
            "collect --to spool --query logons=logons.kql --query mail=mail.kql",
        ]))
        .arg(
            Arg::new("streams")
                .value_name("STREAM")
                .action(ArgAction::Append)
                .num_args(0..)
                .help("The lists and exports to collect, named as --list does [default: all lists; none with --query]"),
        )
        .args(queries::options())
        .arg(to().required_unless_present("list"))
        .arg(form())
        .arg(
            file("state", "FILE").help(
                "Where the next run goes on: ndjson keeps it there, singer reads the last line of what its target has written",
            ),
        )
        .arg(valued("since", "TIME").help(format!(
            "Where the first pass of a stream begins [default: all that the service has]: {}",
            time::FORMS
        )))
        .arg(
            valued("every", "TIME")
                .value_parser(period)
                .help("Go on with a pass every TIME (5m, 1h; at least 10s) until Ctrl-C [default: one pass]"),
        )
        .arg(valued("shard", "I/N").value_parser(|text: &str| text.parse::<Shard>()).help(
            "Only the tenants of part I of N, counted from 0, such as 0/4; each tenant is in one part. Needs --tenants",
        ))
        .arg(
            file("metrics", "FILE")
                .help("After each pass write what it did to this file, in the text format of Prometheus"),
        )
        .arg(
            flag("list")
                .conflicts_with_all(["query", "to", "format", "state", "every", "since", "shard", "metrics"])
                .help("Print the streams, and the permission that each needs"),
        )
}

/// `--to`, which both commands have.
pub(crate) fn to() -> Arg {
    valued("to", "PLACE").help(
        "A folder, as a path or a file:// address; - for standard output; s3://, az:// or gs:// for a lake",
    )
}

/// `--format`, which both commands have.
pub(crate) fn form() -> Arg {
    valued("format", "FORMAT")
        .value_parser(Form::ALL.map(Form::as_str))
        .help(
            "How the rows are written [default: spool in a folder, ndjson for -, lake in a store]",
        )
}

/// A time between two passes.
fn period(text: &str) -> Result<Duration, String> {
    let time = time::duration(text)?;
    match time < SHORTEST {
        true => Err("a pass begins every 10s at most".to_owned()),
        false => Ok(time),
    }
}

/// The time of `--since`.
///
/// # Errors
/// A usage error if the text is not a time.
pub fn since(matches: &ArgMatches) -> Result<Option<Timestamp>> {
    let Some(text) = matches.get_one::<String>("since") else {
        return Ok(None);
    };
    let wrong = |why: String| Failure::usage(format!("--since: {why}"));
    let time = absolute(text, SystemTime::now()).map_err(wrong)?;
    let time = time.parse::<Timestamp>();
    time.map(Some).map_err(|why| wrong(why.to_string()))
}

/// Whether a stream or a query was named. If not, all lists are collected.
pub fn is_chosen(matches: &ArgMatches) -> bool {
    let mut names = ["streams", "query"].into_iter();
    names.any(|name| matches.contains_id(name))
}

/// The streams that were named, without duplicates, and those of the queries. All lists of the catalog if there is neither: exports by
/// files are whole inventories, which nobody gets unasked.
///
/// # Errors
/// A usage error for an unknown stream, with the nearest, and for a query that cannot be collected.
pub fn streams(catalog: &Catalog, matches: &ArgMatches, hunting: &Hunting) -> Result<Vec<Stream>> {
    let all = Stream::all(catalog);
    let mut chosen: Vec<Stream> = Vec::new();
    for name in matches.get_many::<String>("streams").unwrap_or_default() {
        let found = all.iter().find(|stream| stream.name() == name);
        let stream = found.ok_or_else(|| unknown(catalog, &all, name))?;
        if chosen.iter().all(|known| known.name() != stream.name()) {
            chosen.push(stream.clone());
        }
    }
    chosen.extend(queries::queries(catalog, matches, hunting)?);
    if chosen.is_empty() {
        chosen = all;
        chosen.retain(|stream| !stream.is_export());
    }
    Ok(chosen)
}

/// The failure of a name that no stream has. What can be exported alone is not mistaken for another stream.
fn unknown(catalog: &Catalog, all: &[Stream], name: &str) -> Failure {
    let source = Source::named(catalog, name).map(|source| source.name());
    let stream = |name: &str| all.iter().map(Stream::name).find(|known| *known == name);
    if let Some(source) = source.filter(|source| stream(source).is_none()) {
        let call = program::call(format!("export {source} --to PLACE"));
        return Failure::usage(format!("`{name}` cannot be collected, only exported"))
            .with_hint(format!("`{call}` writes it once"));
    }
    let near = source.and_then(stream);
    let near = near.or_else(|| nearest(name, all.iter().map(Stream::name)));
    Failure::usage(format!("unknown stream `{name}`")).with_hint(match near {
        Some(near) => format!("do you mean `{near}`"),
        None => format!("`{}` prints all", program::call("collect --list")),
    })
}

/// Prints a record for each stream, with the least privileged permission of an application.
pub fn print(console: &mut Console, limit: Option<u64>, streams: &[Stream]) -> Result<()> {
    let rows = streams.iter().map(|stream| {
        let access = stream.operation().access;
        // The least privileged comes first.
        json!({
            "stream": stream.name(), "operation": stream.operation().id, "seesChanges": stream.sees_changes(),
            "isExport": stream.is_export(),
            "permission": access.application.first().or(access.delegated.first()),
        })
    });
    let mut printed = console.rows();
    printed.lead(COLUMNS);
    console.print_made(limit, printed, rows)
}
