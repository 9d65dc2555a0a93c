//! `--query` of `collect`: queries of advanced hunting as streams.

use std::path::Path;

use auth_core::http_core::Operation;
use clap::{Arg, ArgAction, ArgMatches};
use jobs::collect::{Stream, TIME_COLUMN};
use kql::Schema;
use operations::Catalog;

use crate::inputs::{Source, read_text, with_line_feeds};
use crate::options::valued;
use terminal::{Failure, Result};

/// What runs the queries.
#[derive(Clone, Copy, Debug)]
pub struct Hunting {
    operation: &'static Operation,
    schema: fn() -> Schema,
}

impl Hunting {
    /// `operation` takes the text as its input `Query`. `schema` makes the tables that are known before anything is sent; it is called
    /// if a query was given.
    pub const fn new(operation: &'static Operation, schema: fn() -> Schema) -> Self {
        Self { operation, schema }
    }
}

/// The options that give queries.
pub(super) fn options() -> [Arg; 2] {
    [
        valued("query", "NAME=FILE").action(ArgAction::Append).help(
            "A query of advanced hunting whose rows are the stream hunt.NAME; may be repeated. Without STREAM only queries are collected",
        ),
        valued("time-column", "COLUMN")
            .requires("query")
            .default_value(TIME_COLUMN)
            .help("The column with the time, in the result of each query"),
    ]
}

/// The streams of the queries that were given, in their order.
///
/// # Errors
/// A usage error for a form other than `NAME=FILE`, a name that came before, a file that cannot be read, a query that cannot be
/// collected, and for any query in a program that cannot run it.
pub(super) fn queries(
    catalog: &Catalog,
    matches: &ArgMatches,
    hunting: &Hunting,
) -> Result<Vec<Stream>> {
    let given: Vec<&String> = matches.get_many("query").unwrap_or_default().collect();
    if given.is_empty() {
        return Ok(Vec::new());
    }
    let id = hunting.operation.id;
    if catalog.by_id(id).is_none() {
        let message = format!("--query: this program has no operation `{id}`, which runs queries");
        return Err(Failure::usage(message).with_hint("leave --query out"));
    }
    let column = matches.get_one::<String>("time-column");
    let column = column.map_or(TIME_COLUMN, String::as_str);
    let schema = (hunting.schema)();
    let mut streams: Vec<Stream> = Vec::new();
    for given in given {
        let stream = query(given, hunting.operation, column, &schema)?;
        // Folders of some systems have names in which letter case does not count.
        let is_same = |known: &Stream| known.name().eq_ignore_ascii_case(stream.name());
        if let Some(known) = streams.iter().find(|known| is_same(known)) {
            let message = format!("--query: there are two queries for `{}`", known.name());
            return Err(Failure::usage(message).with_hint("give each query a name of its own"));
        }
        streams.push(stream);
    }
    Ok(streams)
}

/// The stream of one `NAME=FILE`.
fn query(
    given: &str,
    operation: &'static Operation,
    column: &str,
    schema: &Schema,
) -> Result<Stream> {
    let Some((name, file)) = given.split_once('=') else {
        let message = format!("--query takes NAME=FILE, not `{given}`");
        return Err(Failure::usage(message).with_hint("such as --query logons=logons.kql"));
    };
    let text = read_text("--query", Path::new(file), &Source::of_process())?;
    let stream = Stream::query(
        operation,
        name,
        &with_line_feeds(&text),
        column,
        Some(schema),
    );
    stream.map_err(|error| {
        let failure = Failure::usage(format!("--query {given}: {}", error.message()));
        match error.hint() {
            Some(hint) => failure.with_hint(hint),
            None => failure,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    static RUN: Operation = Operation::post("x.hunting.run", "/run");
    const HUNTING: Hunting = Hunting::new(&RUN, Schema::new);

    #[test]
    fn a_program_without_hunting_refuses_queries() {
        let command = crate::collect::command();
        let line = ["collect", "--to", "spool", "--query", "a=a.kql"];
        let matches = command.try_get_matches_from(line).unwrap();
        let catalog = Catalog::new([&[] as &[&Operation]]);
        let refused = queries(&catalog, &matches, &HUNTING).unwrap_err();
        assert_eq!(
            refused.message(),
            "--query: this program has no operation `x.hunting.run`, which runs queries"
        );
    }
}
