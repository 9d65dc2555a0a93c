//! Operations as data, for programs that list them.

use std::collections::BTreeMap;

use http_core::{
    Column, Completion, Effect, Kind, Operation, Paging, Param, Place, Record, SinceForm, Target,
};
use serde::Serialize;

use crate::command_line::{CommandLine, Way, limits};
use crate::words;

/// An operation as data: serializes to one object with everything that the table tells about it.
///
/// ```
/// use http_core::Operation;
/// use operations::Description;
/// use operations::command_line::CommandLine;
///
/// static LIST: Operation = Operation::get("x.alerts.list", "/api/alerts").summary("Lists alerts");
///
/// let described = serde_json::to_value(Description::of(&LIST, &CommandLine::new("x", &[])))?;
/// assert_eq!(described["command"], "x alerts list");
/// assert_eq!(described["effect"]["kind"], "read");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Serialize)]
pub struct Description {
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

/// How to see the end of what the operation starts.
#[derive(Debug, Serialize)]
struct End {
    /// The command that shows it; `None` if no operation does.
    #[serde(skip_serializing_if = "Option::is_none")]
    ask: Option<String>,
    /// The member with the state, and its words.
    state: &'static str,
    open: &'static [&'static str],
    succeeded: &'static [&'static str],
    failed: &'static [&'static str],
    /// A member that is set at the end in any state.
    ended: &'static str,
    /// The command that returns its results.
    #[serde(skip_serializing_if = "Option::is_none")]
    then: Option<String>,
    /// The first and the longest pause between two requests, in seconds.
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

/// An input, and how it is given on a command line.
#[derive(Debug, Serialize)]
struct Input {
    /// The name on the wire.
    name: &'static str,
    /// The option or the position.
    given_as: String,
    place: &'static str,
    kind: &'static str,
    required: bool,
    /// The only value; it is sent without being given.
    #[serde(skip_serializing_if = "str::is_empty")]
    constant: &'static str,
    /// The documented words of an open set.
    words: &'static [&'static str],
}

impl Input {
    fn of((param, way): (&'static Param, Way)) -> Self {
        Self {
            name: param.name,
            given_as: CommandLine::shown(param, &way),
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

/// The permissions, least privileged first. One of them is needed.
#[derive(Debug, Serialize)]
struct Permissions {
    application: &'static [&'static str],
    delegated: &'static [&'static str],
}

/// What an operation changes, and how to undo it.
#[derive(Debug, Serialize)]
struct EffectOf {
    kind: &'static str,
    felt: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    undo: Option<UndoOf>,
}

#[derive(Debug, Serialize)]
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

/// The input with the items of a change, and how many it takes; 0 if no bound is documented.
#[derive(Debug, Serialize)]
struct BatchOf {
    input: &'static str,
    most: usize,
}

/// The records of a list.
#[derive(Debug, Serialize)]
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

/// The member that is compared with a time, and how the request says so.
#[derive(Debug, Serialize)]
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

/// A member that is shown first, and how.
#[derive(Debug, Serialize)]
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
#[derive(Debug, Serialize)]
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

impl Description {
    /// Describes an operation; `line` spells its inputs.
    pub fn of(row: &'static Operation, line: &CommandLine) -> Self {
        Self {
            id: row.id,
            command: words::command(row.id),
            method: row.http.method.as_str(),
            path: row.http.path,
            status: row.doc.status.as_str(),
            summary: row.doc.summary,
            product: words::parts(row.id)[0],
            host: row.http.host,
            permissions: Permissions {
                application: row.access.application,
                delegated: row.access.delegated,
            },
            limits: limits(row),
            paging: paging(row.list.paging),
            idempotent: row.conduct.idempotent,
            effect: EffectOf::of(row.action.effect),
            target: row.action.target.map(TargetOf::of),
            batch: row.action.batch.map(|batch| BatchOf {
                input: batch.input,
                most: batch.most,
            }),
            record: row.list.record.map(RecordOf::of),
            columns: row.answer.columns.iter().map(ColumnOf::of).collect(),
            filterable: row.list.filterable,
            inputs: line
                .ways(row)
                .into_iter()
                .map(Input::of)
                .chain(constants(row))
                .collect(),
            completion: row.action.completion.map(End::of),
            source: row.doc.source,
        }
    }
}

/// Inputs with one possible value, which no command line gives.
fn constants(row: &'static Operation) -> impl Iterator<Item = Input> {
    let constants = row.inputs.iter();
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
        _ => "other",
    }
}

fn place(place: Place) -> &'static str {
    match place {
        Place::Path => "path",
        Place::Query => "query",
        Place::Header => "header",
        Place::Body => "body",
        Place::Part => "part",
        _ => "other",
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
        _ => "other",
    }
}
