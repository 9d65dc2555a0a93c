//! Operations as data, for programs that list them: a command that prints the catalog, a page generator, a test.
//!
//! The tables are Rust values with references to each other; a reader of JSON needs ids and commands instead. Each part
//! of [`Description`] therefore copies the members of one group of [`Operation`] and replaces references by ids.
//! Members that would be empty for most operations are left out of the output.

use std::collections::BTreeMap;

use http_core::{
    Column, Completion, Effect, Kind, Operation, Paging, Param, Place, Record, SinceForm, Target,
};
use serde::Serialize;

use crate::command_line::{CommandLine, Way, limits};
use crate::words;

/// An operation as data: serializes to one object with everything that the table says about it.
///
/// The members `permissions`, `effect`, `target`, `batch`, `record`, `columns` and `completion` are objects or lists;
/// the others are texts and flags.
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
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    replaced_by: &'static [&'static str],
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

/// How to see the end of what the operation starts: the states of a [`Completion`] and the operations that read them.
#[derive(Debug, Serialize)]
struct End {
    /// The command that shows it; `None` if no operation does.
    #[serde(skip_serializing_if = "Option::is_none")]
    ask: Option<String>,
    /// The member with the state. `open`, `succeeded` and `failed` are its values.
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
    /// The option with its dashes, or the position as `<name>`. Empty for a constant.
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

/// The effect of an operation, and how to undo it.
#[derive(Debug, Serialize)]
struct EffectOf {
    kind: &'static str,
    /// Whether the person at the device or account notices the change.
    felt: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    undo: Option<UndoOf>,
}

/// The operation that takes a change back, and where its inputs come from. The members are those of `http_core::Undo`.
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

/// The records of a list: which members identify a record, and which one changes with it.
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

/// How a list is narrowed to records after a time: the member of the record, and the filter, input or field that
/// compares it.
#[derive(Debug, Serialize)]
struct SinceOf {
    member: &'static str,
    /// `filter`, `input` or `field`.
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
    /// The words that stand for the numbers 0, 1, 2 and so on.
    #[serde(skip_serializing_if = "is_empty")]
    words: &'static [&'static str],
}

fn is_empty(words: &[&str]) -> bool {
    words.is_empty()
}

impl ColumnOf {
    fn of(column: &Column) -> Self {
        Self {
            member: column.member,
            shown_as: column.cell.as_str(),
            words: column.words,
        }
    }
}

/// The record that a change acts on, and the operation that reads it.
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
            shown_by: target.operation,
            key: target.key,
            name: target.name,
            shows: target.shows,
        }
    }
}

impl Description {
    /// Describes an operation. `line` determines the options of its inputs, which differ between programs: an option
    /// that the program reserves gets a prefix.
    pub fn of(operation: &'static Operation, line: &CommandLine) -> Self {
        Self {
            id: operation.id,
            command: words::command(operation.id),
            method: operation.http.method.as_str(),
            path: operation.http.path,
            status: operation.doc.status.as_str(),
            replaced_by: operation.doc.replaced_by,
            summary: operation.doc.summary,
            product: words::parts(operation.id)[0],
            host: operation.http.host,
            permissions: Permissions {
                application: operation.access.application,
                delegated: operation.access.delegated,
            },
            limits: limits(operation),
            paging: paging(operation.list.paging),
            idempotent: operation.conduct.idempotent,
            effect: EffectOf::of(operation.action.effect),
            target: operation.action.target.map(TargetOf::of),
            batch: operation.action.batch.map(|batch| BatchOf {
                input: batch.input,
                most: batch.most,
            }),
            record: operation.list.record.map(RecordOf::of),
            columns: operation.answer.columns.iter().map(ColumnOf::of).collect(),
            filterable: operation.list.filterable,
            inputs: line
                .ways(operation)
                .into_iter()
                .map(Input::of)
                .chain(constants(operation))
                .collect(),
            completion: operation.action.completion.map(End::of),
            source: operation.doc.source,
        }
    }
}

/// Inputs with one possible value. They are listed because the request carries them, but no option sets them.
fn constants(operation: &'static Operation) -> impl Iterator<Item = Input> {
    let constants = operation.inputs.iter();
    let constants = constants.filter(|param| !param.constant.is_empty());
    constants.map(|param| Input {
        given_as: String::new(),
        ..Input::of((param, Way::PageSize))
    })
}

/// The name of a paging in the output. `other` for one that this version of the crate does not list.
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
