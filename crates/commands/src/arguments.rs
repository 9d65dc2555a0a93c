//! The arguments of an operation's command.
//!
//! | input | argument |
//! | --- | --- |
//! | part of the path | by position; several ids or `-` if it names the record that is read or changed |
//! | query, header or member of the body | option with the name of the input |
//! | JSON body as a whole | `--body` |
//! | page size, filter, completion, file | `--page-size`, `--filter`, `--wait`, `--download` |
//!
//! An option exists where the operation has a use for it:
//!
//! | option | operations |
//! | --- | --- |
//! | `--filter` | lists whose service takes conditions in a form of its own; `$filter` of OData is an input like others |
//! | `--since`, `--until`, `--latest` | lists whose records have a time |
//! | `--sort`, `--severity` and other filters by words | lists |
//! | `--watch` | lists |
//! | `--all-that-match` | changes that a filter can select |
//! | `--wait` | changes with a `completion`: an operation shows how far the action is |
//! | `--download`, `--force` | answers that are a link to a file, and actions that end in one |
//! | `--links`, `--manifest` | exports: the answer names files with the records |
//! | `--rejects` | changes of many items |
//! | `--enrich` | records that another operation adds data to |
//!
//! `clap` refuses a missing required input and a value of the wrong type with exit code 2. Unknown words of an enumeration pass:
//! the services add words.

mod selection;

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

use crate::options::{file, flag, optional_bool, valued};
use crate::spelling::{
    ALL_THAT_MATCH, ENRICH, FORCE, ITEMS, MANIFEST, REJECTS, SINCE, id, inputs_of, named_id,
};
use operations::items::{one_of, takes_many};

/// The arguments of an operation's command, in the order of its help.
pub(crate) fn of(operation: &'static Operation) -> Vec<Arg> {
    let mut arguments = inputs(operation);
    arguments.extend(one_of(operation).map(|(one, param)| items(one, param)));
    arguments.extend(of_lists(operation));
    arguments.extend(selection::of(operation));
    if operation.http.body == BodyKind::Json {
        arguments.push(body(operation));
    }
    arguments.extend(of_answers(operation));
    arguments
}

/// One argument for each input. Inputs that another option sets, such as `--filter`, have none.
fn inputs(operation: &'static Operation) -> Vec<Arg> {
    let mut arguments = Vec::new();
    for (param, way) in inputs_of(operation) {
        match way {
            Way::Position if param.place == Place::Query => arguments.extend(sought(param)),
            Way::Position => arguments.push(position(operation, param)),
            Way::Option(name) => arguments.push(
                by_name(operation, param)
                    .long(name)
                    .hide(is_page_size(operation, param)),
            ),
            _ => {}
        }
    }
    arguments
}

/// What a finder looks for: by position, or by the option with the name of the input.
fn sought(param: &'static Param) -> [Arg; 2] {
    let by_name = argument(param)
        .id(named_id(param))
        .long(option(param.name))
        .hide(true)
        .conflicts_with(id(param));
    let position = argument(param).required_unless_present(named_id(param));
    [position, by_name]
}

/// Whether an option sets the size of a page under the service's own name, which reads like a limit. It is taken and not
/// shown: `--page-size` says what it is.
fn is_page_size(operation: &'static Operation, param: &Param) -> bool {
    page_size(operation).is_some_and(|size| size.name == param.name) && param.name == "$top"
}

/// An option. A required member of a JSON body may be given by `--body` instead.
fn by_name(operation: &'static Operation, param: &'static Param) -> Arg {
    let argument = argument(param);
    let in_body = operation.http.body == BodyKind::Json && param.place == Place::Body;
    let is_in_file = one_of(operation).is_some_and(|(_, items)| items.name == param.name);
    match (param.required, in_body) {
        (true, true) if is_in_file => {
            needed(argument, "in --body").required_unless_present_any(["body", ITEMS])
        }
        (true, true) if takes_filters(operation, param) => {
            needed(argument, "in --body").required_unless_present_any(["body", FILTER])
        }
        (true, true) => needed(argument, "in --body").required_unless_present("body"),
        (true, _) if selection::sets(operation, param) => {
            needed(argument, "by --since").required_unless_present(SINCE)
        }
        (required, _) => argument.required(required),
    }
}

/// The file of items of a change that takes many.
fn items(one: &'static Operation, param: &'static Param) -> Arg {
    let members = one.inputs.iter().filter(|input| input.place == Place::Body);
    let members: Vec<_> = members.map(|input| input.name).collect();
    Arg::new(ITEMS)
        .value_name("FILE|-")
        .value_parser(value_parser!(std::path::PathBuf))
        .value_hint(ValueHint::FilePath)
        .conflicts_with(id(param))
        .conflicts_with("body")
        .help("A file of items: CSV with a header, NDJSON, or JSON; - is standard input")
        .long_help(format!(
            "A file of items: CSV with a header, NDJSON, a JSON array, or a JSON object with one list; - is standard input. \
             The names of a CSV header and the members of an object, in any letter case: {}. Others are not sent, and named. \
             A line that cannot be an item is reported like one that the service refuses, and the others are sent",
            members.join(", ")
        ))
}

/// Page size and filters.
fn of_lists(operation: &'static Operation) -> Vec<Arg> {
    let mut arguments: Vec<Arg> = page_size(operation)
        .map(|param| size(operation, param))
        .into_iter()
        .collect();
    if let Some(default) = operation.list.default_filter {
        arguments.push(flag(default.flag).help(format!(
            "Print {} too; a --filter by {} replaces this default",
            default.note, default.property
        )));
    }
    if !operation.list.filter_fields.is_empty() {
        arguments.push(filter(operation));
        if !operation.is_read() {
            arguments.push(flag(ALL_THAT_MATCH).help(
                "Act on everything that the filters match, not only on ids; the number is printed first",
            ));
        }
    }
    arguments
}

/// The page size. It excludes the input of the service that it sets.
fn size(operation: &'static Operation, param: &'static Param) -> Arg {
    let size = valued(PAGE_SIZE, "N")
        .value_parser(positive)
        .help("Records per page; use --limit to stop after a number of records");
    let stands_for = inputs_of(operation)
        .iter()
        .any(|(_, way)| *way == Way::PageSize);
    if stands_for {
        size
    } else {
        size.conflicts_with(id(param))
    }
}

/// Waiting, downloads, and the data of another service.
fn of_answers(operation: &'static Operation) -> Vec<Arg> {
    let mut arguments = Vec::new();
    let completion = followed(operation).map(|(completion, _)| completion);
    if completion.is_some() {
        arguments.push(wait());
    }
    if operation.answer.kind == AnswerKind::Link {
        arguments.push(download("FILE", "Save the file here; - is standard output"));
    } else if let Some(completion) = completion.filter(|one| leads_to_files(one)) {
        let help = if completion.then.is_some_and(|then| then.each.is_some()) {
            "Save the results of the commands in this folder, one file each"
        } else {
            "Save the resulting file here; - is standard output, and the record is not printed"
        };
        arguments.push(download("PATH", help).requires("wait"));
    }
    arguments.extend(force(&arguments));
    if takes_many(operation) || operation.answer.verdicts.is_some() {
        arguments.push(file(REJECTS, "FILE").help(
            "Write the items that failed to this file, a JSON object on each line, ready to be sent again",
        ));
    }
    if matches!(operation.answer.kind, AnswerKind::Files { .. }) {
        arguments.push(links());
        arguments.push(manifest());
    }
    if let Some(enrichment) = operation.answer.enrichment {
        arguments.push(flag(ENRICH).help(format!(
            "Add the data of `{}` as `{}`, if the caller may read it",
            enrichment.operation, enrichment.member
        )));
    }
    arguments
}

/// `--force`, for commands with a download.
fn force(arguments: &[Arg]) -> Option<Arg> {
    let downloads = arguments
        .iter()
        .any(|argument| argument.get_id() == "download");
    downloads.then(|| {
        flag(FORCE)
            .requires("download")
            .help("Replace the file at that place; without it the command fails and sends nothing")
    })
}

/// `--download`. The path may be any bytes.
fn download(value_name: &'static str, help: &'static str) -> Arg {
    valued("download", value_name)
        .value_hint(ValueHint::AnyPath)
        .value_parser(value_parser!(std::path::PathBuf))
        .help(help)
}

/// `--links`: prints the answer itself. Default: the records in the files that it leads to.
fn links() -> Arg {
    flag("links").help(
        "Print the addresses of the files instead of the records in them; an address is a secret until it expires",
    )
}

/// `--manifest`: a file that says whether the export is complete.
fn manifest() -> Arg {
    file(MANIFEST, "FILE")
        .conflicts_with("links")
        .help("Write a manifest as JSON: time of the data, files, records, bytes, and whether the export is complete")
}

/// `--filter`, for a list whose service takes conditions in its own form.
fn filter(operation: &Operation) -> Arg {
    valued(FILTER, "FIELD OPERATOR VALUE")
        .action(ArgAction::Append)
        .help(FILTER_HELP)
        .long_help(filter_help(operation))
}

/// Marks an input as required in the help. The usage line cannot: another option may give it too.
fn needed(argument: Arg, elsewhere: &str) -> Arg {
    let help = argument
        .get_help()
        .map(ToString::to_string)
        .unwrap_or_default();
    let blank = if help.is_empty() { "" } else { " " };
    argument.help(format!("{help}{blank}[required, here or {elsewhere}]"))
}

/// A part of the path. An operation that reads or changes one record takes several ids.
fn position(operation: &'static Operation, param: &'static Param) -> Arg {
    let argument = argument(param).required(true);
    if record_input(operation).is_none_or(|named| named.name != param.name) {
        return argument;
    }
    let help = format!(
        "{}; several ids, or - for the lines of standard input",
        input_help(param).unwrap_or_default()
    );
    argument.num_args(1..).help(help)
}

/// `--body`: the whole JSON body. Options of members win over it.
fn body(operation: &Operation) -> Arg {
    valued("body", "JSON|@FILE|-").help(body_help(operation))
}

/// `--wait`. The time needs `=`, so that `--wait ID` keeps `ID` as an argument.
fn wait() -> Arg {
    valued("wait", "TIME")
        .num_args(0..=1)
        .require_equals(true)
        .default_missing_value("30m")
        .value_parser(duration)
        .help("Wait until the action ends, at most this long [when given without a time: 30m]")
}

/// The argument for an input by its kind: value name, parser, help.
fn argument(param: &'static Param) -> Arg {
    let name = option(param.name).replace('-', "_").to_ascii_uppercase();
    let argument = Arg::new(id(param)).value_name(name);
    let argument = match param.kind {
        // An id in the path keeps its name.
        Kind::Integer if param.place == Place::Path => argument.value_parser(whole_number),
        Kind::Integer => argument
            .value_name("N")
            .value_parser(whole_number)
            .allow_negative_numbers(true),
        Kind::Bool => return bool_argument(param),
        // So that `-7d` is refused as a time in the past and not as an unknown option.
        Kind::Time => argument.value_name("TIME").allow_hyphen_values(param.until),
        Kind::Enum(known) => argument.value_parser(OpenWords(known.to_vec())),
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

/// A switch, or `true` and `false` for a part of the path.
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

/// A page size of at least 1.
fn positive(text: &str) -> Result<i64, String> {
    let number = whole_number(text)?;
    (number > 0)
        .then_some(number)
        .ok_or_else(|| "not 1 or more".to_owned())
}

/// Accepts any word. The known ones appear in help and completion.
#[derive(Clone, Debug)]
struct OpenWords(Vec<&'static str>);

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
