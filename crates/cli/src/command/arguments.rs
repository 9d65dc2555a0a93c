//! The inputs of a row as arguments: parts of the path by position, everything else by name.

use std::ffi::OsStr;

use auth_core::http_core::{Answer, BodyKind, Kind, Operation, Paging, Param, Place};
use clap::builder::{PossibleValue, TypedValueParser};
use clap::{Arg, ArgAction, Command, ValueHint, value_parser};

use crate::globals::{flag, optional_bool};
use crate::inputs::several;
use crate::invoke::polling;
use crate::time::{FORMS, FORMS_AHEAD, duration};
use crate::words::option;

/// The option that says how many rows a page holds, whatever the service calls it.
pub(crate) const PAGE_SIZE: &str = "page-size";

/// The option that adds a condition where the service has a filter language of its own.
pub(crate) const FILTER: &str = "filter";

/// The option that lets a change act on more than named records.
pub(crate) const ALL_THAT_MATCH: &str = "all-that-match";

/// The option that names where the account of an export is kept.
pub(crate) const MANIFEST: &str = "manifest";

/// The option that lets a download replace a file.
pub(crate) const FORCE: &str = "force";

/// The option that joins what another service tells of a record.
pub(crate) const ENRICH: &str = "enrich";

/// Names that inputs cannot have. A test compares them with the options that every command takes.
const TAKEN: &[&str] = &[
    ALL_THAT_MATCH,
    "output",
    "schema",
    "limit",
    "columns",
    "no-header",
    "csv-safe",
    "color",
    "quiet",
    "verbose",
    "profile",
    "tenant",
    "cloud",
    "region",
    "portal",
    "ca-file",
    "limits",
    "dry-run",
    "yes",
    "rate-limit",
    "timeout",
    "sandbox",
    "sandbox-seed",
    "devices",
    "data",
    "help",
    "version",
    PAGE_SIZE,
    "wait",
    "download",
    "links",
    FORCE,
    MANIFEST,
    ENRICH,
    "body",
];

/// How an input is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// By its position.
    Position,
    /// As the page size.
    PageSize,
    /// By a name of its own.
    Option(String),
}

/// How each input of a row is given. Path inputs come first, in the order of the path.
pub(crate) fn ways(row: &'static Operation) -> Vec<(&'static Param, Way)> {
    let mut path: Vec<_> = row
        .params
        .iter()
        .filter(|param| param.place == Place::Path)
        .collect();
    path.sort_by_key(|param| row.path.find(&format!("{{{}}}", param.name)));
    let mut ways: Vec<_> = path
        .into_iter()
        .map(|param| (param, Way::Position))
        .collect();
    let size = page_size(row).map(|param| param.name);
    let by_name = row.params.iter();
    let by_name = by_name.filter(|param| param.place != Place::Path && param.constant.is_empty());
    for param in by_name {
        let name = match param.kind {
            Kind::Bytes => "file".to_owned(),
            _ => option(param.name),
        };
        let is_given = |name: &str| {
            ways.iter()
                .any(|(_, way)| *way == Way::Option(name.to_owned()))
        };
        let is_taken = TAKEN.contains(&name.as_str());
        let way = if is_taken && size == Some(param.name) {
            Way::PageSize
        } else if is_taken || is_given(&name) {
            Way::Option(format!("input-{name}"))
        } else {
            Way::Option(name)
        };
        ways.push((param, way));
    }
    ways
}

/// The input that says how many rows a page holds.
pub(crate) fn page_size(row: &'static Operation) -> Option<&'static Param> {
    let limit = matches!(row.paging, Paging::SkipLimit | Paging::Scan).then_some("limit");
    // Where a list takes both, `$top` cuts it and no page follows.
    let names = ["pageSize", "$top"].into_iter().chain(limit);
    let mut found = names.filter_map(|name| row.param(name));
    found.find(|param| param.kind == Kind::Integer && !param.required)
}

/// Under what an input is found after parsing; apart from the names of general options.
pub(crate) fn id(param: &Param) -> String {
    format!("input {}", param.name)
}

/// Every argument of a row's command.
pub(super) fn of(row: &'static Operation) -> Vec<Arg> {
    let takes_body = row.body == BodyKind::Json;
    let mut arguments = Vec::new();
    for (param, way) in ways(row) {
        match way {
            Way::Position => arguments.push(position(row, param)),
            Way::PageSize => {}
            Way::Option(name) => {
                let argument = argument(param).long(name);
                let in_body = takes_body && param.place == Place::Body;
                arguments.push(match (param.required, in_body) {
                    (true, true) if is_filters(row, param) => {
                        needed(argument).required_unless_present_any(["body", FILTER])
                    }
                    (true, true) => needed(argument).required_unless_present("body"),
                    (required, _) => argument.required(required),
                });
            }
        }
    }
    if let Some(param) = page_size(row) {
        let size = Arg::new(PAGE_SIZE)
            .long(PAGE_SIZE)
            .value_name("N")
            .value_parser(positive)
            .help("How many rows the service puts on a page");
        let stands_for = ways(row).iter().any(|(_, way)| *way == Way::PageSize);
        arguments.push(if stands_for {
            size
        } else {
            size.conflicts_with(id(param))
        });
    }
    if let Some(default) = row.default_filter {
        arguments.push(flag(default.flag).help(format!(
            "Print {}, too; a --filter by {} of your own asks for what it says",
            default.note, default.property
        )));
    }
    if !row.filter_fields.is_empty() {
        arguments.push(filter(row));
        if !row.is_read() {
            arguments.push(flag(ALL_THAT_MATCH).help(
                "Act on everything that the filters match, not only on ids; the number is told first",
            ));
        }
    }
    if takes_body {
        arguments.push(body(row));
    }
    let plan = polling::Plan::of(row);
    if plan.is_some() {
        arguments.push(wait());
    }
    if row.answer == Answer::Link {
        arguments.push(download(
            "FILE",
            "Fetch the file itself to this place; - is standard output",
        ));
    } else if let Some(plan) = plan.filter(polling::Plan::leads_to_files) {
        let help = if plan.has_several_files() {
            "Fetch what the commands left behind into this folder, a file each"
        } else {
            "Fetch the file that it leads to, to this place"
        };
        arguments.push(download("PATH", help).requires("wait"));
    }
    arguments.extend(force(&arguments));
    if matches!(row.answer, Answer::Files { .. }) {
        arguments.push(links());
        arguments.push(manifest());
    }
    if let Some(joins) = row.joins {
        arguments.push(flag(ENRICH).help(format!(
            "Add what `{}` tells of it, as `{}`, where the caller may read that",
            joins.row, joins.member
        )));
    }
    arguments
}

/// Lets a download replace what is at its place.
fn force(arguments: &[Arg]) -> Option<Arg> {
    let downloads = arguments
        .iter()
        .any(|argument| argument.get_id() == "download");
    downloads.then(|| {
        flag(FORCE).requires("download").help(
            "Replace what is at that place; without it nothing is sent where there is something",
        )
    })
}

/// Where a file goes that the answer leads to.
fn download(value_name: &'static str, help: &'static str) -> Arg {
    Arg::new("download")
        .long("download")
        .value_name(value_name)
        .value_hint(ValueHint::AnyPath)
        .value_parser(value_parser!(std::path::PathBuf))
        .help(help)
}

/// Asks for the answer itself where the rows of its files are printed otherwise.
fn links() -> Arg {
    Arg::new("links")
        .long("links")
        .action(ArgAction::SetTrue)
        .help("Print the addresses of the files, secrets while they last, instead of the rows in them")
}

/// Where the account of an export is kept: what it was read from, and whether it is whole.
fn manifest() -> Arg {
    Arg::new(MANIFEST)
        .long(MANIFEST)
        .value_name("FILE")
        .value_hint(ValueHint::FilePath)
        .value_parser(value_parser!(std::path::PathBuf))
        .conflicts_with("links")
        .help("Keep an account as JSON: when the service made the rows, files, rows, bytes, and whether that is all")
}

/// Whether the input holds filters that can be given one by one, too.
pub(super) fn is_filters(row: &Operation, param: &Param) -> bool {
    param.name == "filters" && !row.filter_fields.is_empty()
}

/// Conditions for a list whose service has a filter language of its own.
fn filter(row: &Operation) -> Arg {
    let fields: Vec<_> = row
        .filter_fields
        .iter()
        .map(|field| format!("{} ({})", field.name, field.operators.join(", ")))
        .collect();
    Arg::new(FILTER)
        .long(FILTER)
        .value_name("FIELD OPERATOR VALUE")
        .action(ArgAction::Append)
        .help("A condition, such as 'severity eq 1,2' or 'date gte_ndays 7'; all must hold")
        .long_help(format!(
            "A condition, such as 'severity eq 1,2' or 'date gte_ndays 7'; all must hold. Values stand between \
             commas, one is enough; ranges are written FROM..TO. Fields and what each takes: {}",
            fields.join("; ")
        ))
}

/// Says in the help what the usage line cannot: that an input is needed, be it by name or in the whole body.
fn needed(argument: Arg) -> Arg {
    let help = argument
        .get_help()
        .map(ToString::to_string)
        .unwrap_or_default();
    let blank = if help.is_empty() { "" } else { " " };
    argument.help(format!("{help}{blank}[required, here or in --body]"))
}

/// A part of the path; where it names the one record that is read, several may be named.
fn position(row: &'static Operation, param: &'static Param) -> Arg {
    let argument = argument(param).required(true);
    if several::param(row).is_none_or(|named| named.name != param.name) {
        return argument;
    }
    let help = match param.help {
        "" => format!(
            "The {}; several, or - for the lines of standard input",
            plain(param)
        ),
        help => format!("{help}; several, or - for the lines of standard input"),
    };
    argument.num_args(1..).help(help)
}

fn plain(param: &Param) -> String {
    param.name.replace('_', " ")
}

fn body(row: &Operation) -> Arg {
    let help = if row.open_body {
        "The whole body; options of the same names win. Members that no page lists are allowed"
    } else {
        "The whole body; options of the same names win"
    };
    Arg::new("body")
        .long("body")
        .value_name("JSON|@FILE|-")
        .help(help)
}

fn wait() -> Arg {
    Arg::new("wait")
        .long("wait")
        .value_name("TIME")
        .num_args(0..=1)
        .require_equals(true)
        .default_missing_value("30m")
        .value_parser(duration)
        .help("Wait until it is finished, at most this long [when given without a time: 30m]")
}

fn argument(param: &'static Param) -> Arg {
    let name = option(param.name).replace('-', "_").to_ascii_uppercase();
    let argument = Arg::new(id(param)).value_name(name);
    let argument = match param.kind {
        Kind::Text => argument,
        Kind::Integer => argument
            .value_name("N")
            .value_parser(whole_number)
            .allow_negative_numbers(param.place != Place::Path),
        Kind::Bool => return bool_argument(param),
        // `-7d` is to be refused as a time that is over and not as an option.
        Kind::Time => argument.value_name("TIME").allow_hyphen_values(param.until),
        Kind::Enum(known) => argument.value_parser(OpenWords(known)),
        Kind::Flags(_) => argument.value_name("A,B"),
        Kind::List => argument.value_name("A,B").action(ArgAction::Append),
        Kind::Json => argument.value_name("JSON|@FILE|-"),
        Kind::Bytes => argument
            .value_name("FILE|-")
            .value_hint(ValueHint::FilePath),
    };
    match (param.kind, param.help) {
        (Kind::Time, "") if param.until => {
            argument.help(format!("Until when it holds: {FORMS_AHEAD}"))
        }
        (Kind::Time, "") => argument.help(format!("A time: {FORMS}")),
        (_, "") if param.place == Place::Path => argument.help(format!("The {}", plain(param))),
        (_, "") => argument,
        (_, help) => argument.help(help),
    }
}

fn bool_argument(param: &'static Param) -> Arg {
    if param.place == Place::Path {
        return Arg::new(id(param))
            .value_parser(value_parser!(bool))
            .help(param.help);
    }
    let argument = optional_bool("").id(id(param));
    if param.help.is_empty() {
        argument
    } else {
        argument.help(param.help)
    }
}

fn whole_number(text: &str) -> Result<i64, String> {
    text.parse().map_err(|_| "it is no whole number".to_owned())
}

fn positive(text: &str) -> Result<i64, String> {
    let number = whole_number(text)?;
    (number > 0)
        .then_some(number)
        .ok_or_else(|| "it has to be 1 or more".to_owned())
}

/// Known words are shown and completed; others pass, because the services' sets of words grow.
#[derive(Clone, Copy, Debug)]
struct OpenWords(&'static [&'static str]);

impl TypedValueParser for OpenWords {
    type Value = String;

    fn parse_ref(
        &self,
        command: &Command,
        argument: Option<&Arg>,
        value: &OsStr,
    ) -> Result<String, clap::Error> {
        clap::builder::StringValueParser::new().parse_ref(command, argument, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(self.0.iter().map(PossibleValue::new)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::globals;

    #[test]
    fn names_of_general_options_are_taken() {
        for argument in globals::arguments() {
            let name = argument.get_long().unwrap();
            assert!(TAKEN.contains(&name), "{name}");
        }
    }

    static ROW: Operation = Operation::post("t.things.ask", "/{b}/x/{a}")
        .body(BodyKind::Json)
        .paging(Paging::SkipLimit)
        .params(&[
            Param::path("a"),
            Param::path("b"),
            Param::body("limit").kind(Kind::Integer),
            Param::body("tenant"),
            Param::body("$filter"),
            Param::body("filter"),
            Param::body("content").kind(Kind::Bytes),
        ]);

    #[test]
    fn clashes_are_resolved_alike_for_every_row() {
        let names: Vec<_> = ways(&ROW)
            .into_iter()
            .map(|(param, way)| match way {
                Way::Position => format!("<{}>", param.name),
                Way::PageSize => format!("{}: page size", param.name),
                Way::Option(name) => format!("{}: --{name}", param.name),
            })
            .collect();
        assert_eq!(
            names,
            [
                "<b>",
                "<a>",
                "limit: page size",
                "tenant: --input-tenant",
                "$filter: --filter",
                "filter: --input-filter",
                "content: --file",
            ]
        );
    }
}
