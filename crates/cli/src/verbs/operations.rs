//! `defender operations`: every operation there is, as data.

use std::collections::BTreeMap;

use auth_core::http_core::{
    Column, Completion, Effect, Kind, Operation, Paging, Param, Place, Record, SinceForm, Target,
};
use clap::{Arg, ArgMatches, Command};
use serde::Serialize;

use crate::command::limits;
use crate::console::Console;
use crate::failure::Result;
use crate::ways::{PAGE_SIZE, Way, ways};
use operations::Catalog;
use operations::words;

pub(super) fn command() -> Command {
    Command::new("operations")
        .about("List the operations: commands, inputs, calls, permissions, limits, status")
        .arg(
            Arg::new("words")
                .value_name("WORD")
                .num_args(0..=3)
                .help("Only those whose commands begin with these words"),
        )
        .arg(
            Arg::new("search")
                .long("search")
                .value_name("TEXT")
                .conflicts_with("words")
                .help("Only those that fit a description, the best first: 'installed software of a device'"),
        )
}

pub(super) fn run(catalog: &Catalog, matches: &ArgMatches, console: &mut Console) -> Result<()> {
    let limit = matches.get_one("limit").copied();
    let rows: Vec<_> = if let Some(text) = matches.get_one::<String>("search") {
        let found = catalog.search(text).into_iter();
        found.map(|found| found.operation).collect()
    } else if let Some(wanted) = matches.get_many::<String>("words") {
        let wanted: Vec<&str> = wanted.map(String::as_str).collect();
        catalog.beginning_with(&wanted.join(" "))
    } else {
        catalog.operations().collect()
    };
    super::print_values(console, limit, rows.into_iter().map(Described::of))
}

/// A row as data.
#[derive(Serialize)]
struct Described {
    id: &'static str,
    command: String,
    method: &'static str,
    path: &'static str,
    status: &'static str,
    summary: &'static str,
    product: &'static str,
    host: &'static str,
    permissions: Permissions,
    limits: String,
    paging: &'static str,
    idempotent: bool,
    effect: EffectOf,
    #[serde(skip_serializing_if = "Option::is_none")]
    target: Option<TargetOf>,
    #[serde(skip_serializing_if = "Option::is_none")]
    batch: Option<BatchOf>,
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<RecordOf>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    columns: Vec<ColumnOf>,
    filterable: &'static [&'static str],
    inputs: Vec<Input>,
    #[serde(skip_serializing_if = "Option::is_none")]
    completion: Option<End>,
    source: &'static str,
}

/// How what the operation starts comes to its end.
#[derive(Serialize)]
struct End {
    /// The command that shows it; none where no operation does.
    #[serde(skip_serializing_if = "Option::is_none")]
    ask: Option<String>,
    /// The member that tells how far it is, and its words.
    state: &'static str,
    open: &'static [&'static str],
    succeeded: &'static [&'static str],
    failed: &'static [&'static str],
    /// A member that is set at the end, whatever the state.
    ended: &'static str,
    /// The command that gives what it left behind.
    #[serde(skip_serializing_if = "Option::is_none")]
    then: Option<String>,
    /// The first and the longest pause between two looks, in seconds.
    pause: [u64; 2],
    note: &'static str,
}

impl End {
    fn of(completion: &Completion) -> Self {
        let command = |operation: &Operation| words::command(operation.id);
        Self {
            ask: completion.ask.map(command),
            state: completion.state,
            open: completion.open,
            succeeded: completion.succeeded,
            failed: completion.failed,
            ended: completion.ended,
            then: completion.then.map(|then| command(then.ask)),
            pause: [completion.pause.first, completion.pause.longest].map(|one| one.as_secs()),
            note: completion.note,
        }
    }
}

/// An input, and how a command line gives it.
#[derive(Serialize)]
struct Input {
    /// The name on the wire.
    name: &'static str,
    /// The option, or the place among the words.
    given_as: String,
    place: &'static str,
    kind: &'static str,
    required: bool,
    /// The one value that it can have: sent without being asked for.
    #[serde(skip_serializing_if = "str::is_empty")]
    constant: &'static str,
    /// The documented words of an open set.
    words: &'static [&'static str],
}

impl Input {
    fn of((param, way): (&'static Param, Way)) -> Self {
        Self {
            name: param.name,
            given_as: match way {
                Way::Position => format!("<{}>", param.name),
                Way::PageSize => format!("--{PAGE_SIZE}"),
                Way::Option(name) => format!("--{name}"),
            },
            place: place(param.place),
            kind: kind(param.kind),
            required: param.required,
            constant: param.constant,
            words: match param.kind {
                Kind::Enum(words) | Kind::Flags(words) => words,
                _ => &[],
            },
        }
    }
}

/// The permissions of which one is needed, least privileged first.
#[derive(Serialize)]
struct Permissions {
    application: &'static [&'static str],
    delegated: &'static [&'static str],
}

/// What an operation changes, and how that is taken back.
#[derive(Serialize)]
struct EffectOf {
    kind: &'static str,
    felt: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    undo: Option<UndoOf>,
}

#[derive(Serialize)]
struct UndoOf {
    by: &'static str,
    carried: &'static [&'static str],
    restored: BTreeMap<&'static str, &'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    swapped: Option<(&'static str, [&'static str; 2])>,
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<(&'static str, &'static str)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    each: Option<(&'static str, &'static str)>,
    lost: &'static str,
}

impl EffectOf {
    fn of(effect: Effect) -> Self {
        Self {
            kind: effect.kind.as_str(),
            felt: effect.felt,
            undo: effect.undo.map(|undo| UndoOf {
                by: undo.by,
                carried: undo.carried,
                restored: undo.restored.iter().copied().collect(),
                swapped: undo.swapped,
                created: undo.created,
                each: undo.each,
                lost: undo.lost,
            }),
        }
    }
}

/// The input that holds the items of a change, and how many it takes; 0 where no bound is documented.
#[derive(Serialize)]
struct BatchOf {
    input: &'static str,
    most: usize,
}

/// What the records of a list are.
#[derive(Serialize)]
struct RecordOf {
    kind: &'static str,
    key: &'static [&'static str],
    version: &'static str,
    created: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    newest: Option<BTreeMap<&'static str, &'static str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<SinceOf>,
}

/// The member that is compared with a time, and the form of the question.
#[derive(Serialize)]
struct SinceOf {
    member: &'static str,
    form: &'static str,
    name: &'static str,
}

impl RecordOf {
    fn of(record: &Record) -> Self {
        Self {
            kind: record.kind.as_str(),
            key: record.key,
            version: record.version,
            created: record.created,
            newest: record
                .newest
                .map(|newest| newest.inputs.iter().copied().collect()),
            since: record.since.and_then(|since| {
                let (form, name) = match since.form {
                    SinceForm::Filter(name) => ("filter", name),
                    SinceForm::Input(name) => ("input", name),
                    SinceForm::Field(name) => ("field", name),
                    _ => return None,
                };
                let member = since.member;
                Some(SinceOf { member, form, name })
            }),
        }
    }
}

/// A member that is read first, and how it is shown.
#[derive(Serialize)]
struct ColumnOf {
    member: &'static str,
    shown_as: &'static str,
}

impl ColumnOf {
    fn of(column: &Column) -> Self {
        Self {
            member: column.member,
            shown_as: column.cell.as_str(),
        }
    }
}

/// The record that a change acts on.
#[derive(Serialize)]
struct TargetOf {
    input: &'static str,
    shown_by: &'static str,
    key: &'static str,
    name: &'static [&'static str],
    shows: &'static [&'static str],
}

impl TargetOf {
    fn of(target: &Target) -> Self {
        Self {
            input: target.input,
            shown_by: target.row,
            key: target.key,
            name: target.name,
            shows: target.shows,
        }
    }
}

impl Described {
    fn of(row: &'static Operation) -> Self {
        Self {
            id: row.id,
            command: words::command(row.id),
            method: row.method.as_str(),
            path: row.path,
            status: row.status.as_str(),
            summary: row.summary,
            product: words::parts(row.id)[0],
            host: row.host,
            permissions: Permissions {
                application: row.application,
                delegated: row.delegated,
            },
            limits: limits(row),
            paging: paging(row.paging),
            idempotent: row.idempotent,
            effect: EffectOf::of(row.effect),
            target: row.target.map(TargetOf::of),
            batch: row.batch.map(|batch| BatchOf {
                input: batch.input,
                most: batch.most,
            }),
            record: row.record.map(RecordOf::of),
            columns: row.columns.iter().map(ColumnOf::of).collect(),
            filterable: row.filterable,
            inputs: ways(row)
                .into_iter()
                .map(Input::of)
                .chain(constants(row))
                .collect(),
            completion: row.completion.map(End::of),
            source: row.source,
        }
    }
}

/// Inputs that a command line does not ask for.
fn constants(row: &'static Operation) -> impl Iterator<Item = Input> {
    let constants = row.params.iter();
    let constants = constants.filter(|param| !param.constant.is_empty());
    constants.map(|param| Input {
        given_as: String::new(),
        ..Input::of((param, Way::PageSize))
    })
}

fn paging(paging: Paging) -> &'static str {
    match paging {
        Paging::None => "none",
        Paging::NextLink => "next_link",
        Paging::Skip => "skip",
        Paging::SkipLimit => "skip_limit",
        Paging::Scan => "scan",
        Paging::TimeBoundary { .. } => "time_boundary",
    }
}

fn place(place: Place) -> &'static str {
    match place {
        Place::Path => "path",
        Place::Query => "query",
        Place::Header => "header",
        Place::Body => "body",
        Place::Part => "part",
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "text",
        Kind::Integer => "integer",
        Kind::Bool => "bool",
        Kind::Time => "time",
        Kind::Enum(_) => "enum",
        Kind::Flags(_) => "flags",
        Kind::List => "list",
        Kind::Json => "json",
        Kind::Bytes => "bytes",
    }
}
