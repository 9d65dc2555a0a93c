//! The inputs of a row as arguments: parts of the path by position, everything else by name.

use std::ffi::OsStr;

use auth_core::http_core::{AnswerKind, BodyKind, Kind, Operation, Param, Place};
use clap::builder::{PossibleValue, TypedValueParser};
use clap::{Arg, ArgAction, Command, ValueHint, value_parser};

use operations::command_line::{
    FILTER, FILTER_HELP, PAGE_SIZE, Way, body_help, filter_help, input_help, takes_filters,
};
use operations::time::duration;
use operations::words::option;
use operations::{followed, leads_to_files, page_size, record_input};

use crate::globals::{file, flag, optional_bool, valued};
use crate::ways::{ALL_THAT_MATCH, ENRICH, FORCE, MANIFEST, id, ways};

/// Every argument of an operation's command.
pub(super) fn of(operation: &'static Operation) -> Vec<Arg> {
    let mut arguments = inputs(operation);
    arguments.extend(of_lists(operation));
    if operation.http.body == BodyKind::Json {
        arguments.push(body(operation));
    }
    arguments.extend(of_answers(operation));
    arguments
}

/// The inputs, each as an argument of its own.
fn inputs(operation: &'static Operation) -> Vec<Arg> {
    let mut arguments = Vec::new();
    for (param, way) in ways(operation) {
        match way {
            Way::Position => arguments.push(position(operation, param)),
            Way::Option(name) => arguments.push(by_name(operation, param).long(name)),
            _ => {}
        }
    }
    arguments
}

/// An input that is given by name. A required member of a JSON body may come with the whole body instead.
fn by_name(operation: &'static Operation, param: &'static Param) -> Arg {
    let argument = argument(param);
    let in_body = operation.http.body == BodyKind::Json && param.place == Place::Body;
    match (param.required, in_body) {
        (true, true) if takes_filters(operation, param) => {
            needed(argument).required_unless_present_any(["body", FILTER])
        }
        (true, true) => needed(argument).required_unless_present("body"),
        (required, _) => argument.required(required),
    }
}

/// Page size and filters.
fn of_lists(operation: &'static Operation) -> Vec<Arg> {
    let mut arguments: Vec<Arg> = page_size(operation)
        .map(|param| size(operation, param))
        .into_iter()
        .collect();
    if let Some(default) = operation.list.default_filter {
        arguments.push(flag(default.flag).help(format!(
            "Print {}, too; a --filter by {} of your own asks for what it says",
            default.note, default.property
        )));
    }
    if !operation.list.filter_fields.is_empty() {
        arguments.push(filter(operation));
        if !operation.is_read() {
            arguments.push(flag(ALL_THAT_MATCH).help(
                "Act on everything that the filters match, not only on ids; the number is told first",
            ));
        }
    }
    arguments
}

fn size(operation: &'static Operation, param: &'static Param) -> Arg {
    let size = valued(PAGE_SIZE, "N")
        .value_parser(positive)
        .help("How many rows the service puts on a page");
    let stands_for = ways(operation).iter().any(|(_, way)| *way == Way::PageSize);
    if stands_for {
        size
    } else {
        size.conflicts_with(id(param))
    }
}

/// Waiting, files and what is joined to a record.
fn of_answers(operation: &'static Operation) -> Vec<Arg> {
    let mut arguments = Vec::new();
    let completion = followed(operation).map(|(completion, _)| completion);
    if completion.is_some() {
        arguments.push(wait());
    }
    if operation.answer.kind == AnswerKind::Link {
        arguments.push(download(
            "FILE",
            "Fetch the file itself to this place; - is standard output",
        ));
    } else if let Some(completion) = completion.filter(|one| leads_to_files(one)) {
        let help = if completion.then.is_some_and(|then| then.each.is_some()) {
            "Fetch what the commands left behind into this folder, a file each"
        } else {
            "Fetch the file that it leads to, to this place; - is standard output, where the record is not printed then"
        };
        arguments.push(download("PATH", help).requires("wait"));
    }
    arguments.extend(force(&arguments));
    if matches!(operation.answer.kind, AnswerKind::Files { .. }) {
        arguments.push(links());
        arguments.push(manifest());
    }
    if let Some(joins) = operation.answer.enrichment {
        arguments.push(flag(ENRICH).help(format!(
            "Add what `{}` tells of it, as `{}`, where the caller may read that",
            joins.operation, joins.member
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
    valued("download", value_name)
        .value_hint(ValueHint::AnyPath)
        .value_parser(value_parser!(std::path::PathBuf))
        .help(help)
}

/// Asks for the answer itself where the rows of its files are printed otherwise.
fn links() -> Arg {
    flag("links").help(
        "Print the addresses of the files, secrets while they last, instead of the rows in them",
    )
}

/// Where the account of an export is kept: what it was read from, and whether it is whole.
fn manifest() -> Arg {
    file(MANIFEST, "FILE")
        .conflicts_with("links")
        .help("Keep an account as JSON: when the service made the rows, files, rows, bytes, and whether that is all")
}

/// Conditions for a list whose service has a filter language of its own.
fn filter(operation: &Operation) -> Arg {
    valued(FILTER, "FIELD OPERATOR VALUE")
        .action(ArgAction::Append)
        .help(FILTER_HELP)
        .long_help(filter_help(operation))
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
fn position(operation: &'static Operation, param: &'static Param) -> Arg {
    let argument = argument(param).required(true);
    if record_input(operation).is_none_or(|named| named.name != param.name) {
        return argument;
    }
    let help = format!(
        "{}; several, or - for the lines of standard input",
        input_help(param).unwrap_or_default()
    );
    argument.num_args(1..).help(help)
}

fn body(operation: &Operation) -> Arg {
    valued("body", "JSON|@FILE|-").help(body_help(operation))
}

fn wait() -> Arg {
    valued("wait", "TIME")
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
        _ => argument,
    };
    match input_help(param) {
        Some(help) => argument.help(help),
        None => argument,
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
    text.parse().map_err(|_| "not a whole number".to_owned())
}

fn positive(text: &str) -> Result<i64, String> {
    let number = whole_number(text)?;
    (number > 0)
        .then_some(number)
        .ok_or_else(|| "not 1 or more".to_owned())
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
