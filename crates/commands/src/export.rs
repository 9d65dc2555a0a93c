//! `export`: the options, and the request that they name.

use std::time::SystemTime;

use auth_core::http_core::Request;
use clap::{Arg, ArgAction, ArgMatches, Command};
use jobs::collect::Source;
use operations::words::nearest;
use operations::{Catalog, Invocation};

use crate::collect::{form, to};
use crate::options::valued;
use terminal::{Failure, Result, program};

/// What the command is for, in one line.
pub const ABOUT: &str =
    "Write all records of a list or of an export by files once, as `collect` writes them";

/// The command that exports.
pub fn command() -> Command {
    Command::new("export")
        .about(ABOUT)
        .long_about(
            "Write all records of a list or of an export by files once, as `collect` writes them: a line a record, with `_tenant`, \
             `_fetched_at`, `_operation` and `_version` in front.\n\nAll records become visible together, or none; on standard output \
             they come as they are read, and exit code 1 says that they are not all. A folder takes one export of a source and tenant.",
        )
        .after_help(program::examples(&[
            "export mde.machines --to devices",
            "export mde.machines.list_alerts --set machine_id=1e5bc9d7 --to -",
            "export mde.alerts --to - --format singer",
        ]))
        .arg(
            Arg::new("source")
                .value_name("SOURCE")
                .required(true)
                .help("A list or an export by files, by the id of its operation; `.list` may be left out"),
        )
        .arg(to().required(true))
        .arg(form())
        .arg(
            valued("set", "NAME=VALUE")
                .action(ArgAction::Append)
                .help("An input of the operation, such as a filter or the id of a device; may be repeated"),
        )
}

/// The request of SOURCE and `--set`.
///
/// # Errors
/// A usage error for what cannot be exported, with the nearest, and for an input that is missing, unknown or wrong.
pub fn request(catalog: &Catalog, matches: &ArgMatches, now: SystemTime) -> Result<Request> {
    let name = matches
        .get_one::<String>("source")
        .map_or("", String::as_str);
    let source = Source::named(catalog, name).ok_or_else(|| unknown(catalog, name))?;
    let mut call = Invocation::new(source.operation().id);
    for text in matches.get_many::<String>("set").unwrap_or_default() {
        let (name, value) = text
            .split_once('=')
            .ok_or_else(|| Failure::usage(format!("--set takes NAME=VALUE, not `{text}`")))?;
        if call.inputs.contains_key(name) {
            return Err(Failure::usage(format!("--set {name} is given twice")));
        }
        call = call.with(name, value);
    }
    let filled = call.fill(catalog, now)?;
    let mut requests = filled.requests.into_iter();
    match (requests.next(), requests.next()) {
        (Some(request), None) => Ok(request),
        _ => Err(
            Failure::usage("one export is of one list; an input names several")
                .with_hint("run the command once for each"),
        ),
    }
}

/// The failure for a source that there is not.
fn unknown(catalog: &Catalog, name: &str) -> Failure {
    let failure = Failure::usage(format!("`{name}` is neither a list nor an export by files"));
    let all = Source::all(catalog);
    match nearest(name, all.iter().map(Source::name)) {
        Some(near) => failure.with_hint(format!("do you mean `{near}`")),
        None => failure.with_hint(format!(
            "`{}` prints all operations",
            program::call("operations")
        )),
    }
}
