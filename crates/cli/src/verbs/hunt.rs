//! `defender hunt`: advanced hunting through Microsoft Graph.
//!
//! The query comes from the argument itself, `-e`, a file, standard input, or the library of ready hunts (`@NAME`). Parameters are bound as values, so
//! text in them cannot change the query.
//!
//! | query | parameters | name in errors |
//! | --- | --- | --- |
//! | `KQL`, `-e KQL` | of `--param` | line and column of the text |
//! | `FILE`, `-` | of `--param`; line ends of any system | line and column of the file |
//! | `@NAME` | those that the hunt declares, each with a type and perhaps a default | the name of the hunt |
//!
//! The time range is sent beside the query (`timespan`), so a condition in the query can only narrow it.
//!
//! - stdout: the records as they arrive. `--split` requests each half of the time again if an answer is truncated.
//! - stderr: the time range with `-v`, tables that the kept schema lacks, unknown names, missing records.
//! - Exit code 3 if the answer is as long as the service allows, because it does not report what it leaves out.

mod library;
mod schema;

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint, value_parser};
use xdr_api::graph::Graph;
use xdr_api::graph::hunting::{Hunting, RUN};
use xdr_api::hunting::{Hunt, HuntRows, Parameter, TABLES};

use crate::invoke::describe;
use crate::invoke::faults::Faults;
use crate::invoke::rows::{Batches, end, print_up_to_limit};
use crate::session::Session;
use commands::inputs;
use commands::options::{flag, valued};
use operations::time::{FORMS, Range};
use terminal::program;
use terminal::{Exit, Failure, Result};

/// `hunt` takes a query, a file or a ready hunt in one place, so that none needs an option; `hunt schema` is a command below it.
pub(super) fn command() -> Command {
    let time =
        |name: &'static str, what: &str| valued(name, "TIME").help(format!("{what}: {FORMS}"));
    Command::new("hunt")
        .after_help(
            program::examples(&[
                "hunt 'DeviceInfo | where OnboardingStatus == \"Onboarded\" | take 10'",
                "hunt logons.kql --since 7d -o csv",
                "hunt --list",
                "hunt @logons-of-account --param account=ann --since 24h",
                "hunt 'DeviceProcessEvents | where DeviceName == device' --param device=wks-7 --since 30d --split",
            ]) + "\n\n\
             The service returns at most 100,000 rows and does not report when it leaves rows out. An answer of exactly \
             that length counts as truncated: a warning on standard error, and exit code 3.\n\
             Names are checked before the query is sent. A column that its table does not have is an error, and so is a \
             table or function that is a typing error of a known one. Other unknown tables and functions may be the \
             tenant's own: they draw a warning, like times before the last 30 days. The tables are the documented ones \
             and those of `hunt schema pull`.\n\
             Your own hunts are the .kql files in the folder `hunts` of this program's data folder, on Linux \
             ~/.local/share/defender/hunts. Run them as `@NAME` too.\n\
             Least permission: ThreatHunting.Read.All. Limits: 45 calls a minute for a tenant, 3 minutes a query.",
        )
        .args_conflicts_with_subcommands(true)
        .subcommand_negates_reqs(true)
        .disable_help_subcommand(true)
        .subcommand(schema::command())
        .arg(
            Arg::new("file")
                .value_name("KQL|FILE|-|@NAME")
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::FilePath)
                .required_unless_present_any(["query", "list"])
                .conflicts_with_all(["query", "list"])
                .help(
                    "The query itself, the file with it, - for standard input, or @ and the name of a ready hunt. A text with \
                     a blank or a | that names no file is a query",
                ),
        )
        .arg(flag("list").conflicts_with("query").help("List the ready hunts and their parameters"))
        .arg(
            valued("query", "KQL")
                .short('e')
                .help("The query itself, also if it is one word"),
        )
        .arg(
            valued("param", "NAME=VALUE")
                .action(ArgAction::Append)
                .help("A parameter of the query; the value is JSON (7, true, [\"a\",\"b\"]) or else text"),
        )
        .arg(time("since", "Start of the time range [default: 30 days ago]"))
        .arg(time("until", "End of the time range [default: now]; needs --since"))
        .arg(
            valued("timespan", "ISO8601")
                .conflicts_with_all(["since", "until"])
                .help("The time range in the form of the service: P7D, START/END, P7D/END, START/P7D"),
        )
        .arg(flag("any-age").help("Allow a start more than 30 days ago, for tenants that keep data that long"))
        .arg(flag("no-check").help("Send the query also if it names an unknown table, column or function"))
        .arg(flag("split").help(
            "Request each half of the time range again if an answer is truncated or too large; needs --since; not for queries \
             that summarize",
        ))
}

/// The names of the ready hunts, with their titles.
pub(super) fn names() -> Vec<(String, String)> {
    library::names()
}

/// `name` is the last word of the command.
pub(super) async fn run(session: &mut Session<'_>, name: &str, matches: &ArgMatches) -> Result<()> {
    match name {
        "schema" => schema::show(session, matches).await,
        "pull" => schema::pull(session, matches).await,
        _ if matches.get_flag("list") => library::list(session),
        _ => hunt(session, matches).await,
    }
}

/// Builds the hunt and runs it.
async fn hunt(session: &mut Session<'_>, matches: &ArgMatches) -> Result<()> {
    check_range(matches)?;
    let ready = matches.get_one::<PathBuf>("file");
    let ready = ready.and_then(|file| file.to_str()?.strip_prefix(library::MARK));
    let client = session.context.client(&RUN)?;
    let hunting = Graph::over(&client).hunting();
    let hunt = match ready {
        Some(name) => library::bound(&hunting, name, matches)?,
        None => written(&hunting, matches)?,
    };
    let hunt = timed(session, hunt, matches)?;
    schema::advise(session, hunt.query());
    if !matches.get_flag("no-check") {
        check(session, &hunt)?;
    }
    let request = hunt.request()?;
    if session.globals.dry_run {
        return describe(session.console, &request, client.base(), &[]);
    }
    Box::pin(print(session, hunt.rows())).await
}

/// The hunt of a query that the user wrote, with the values of `--param`. Fails for a name that the query does not use.
fn written(hunting: &Hunting, matches: &ArgMatches) -> Result<Hunt> {
    let mut hunt = hunting.hunt(query(matches)?);
    for (name, value) in given(matches)? {
        hunt = hunt.parameter(name, Parameter::read(value));
    }
    match hunt.unused_parameters().first() {
        None => Ok(hunt),
        Some(name) => Err(Failure::usage(format!(
            "--param {name}: the query does not use `{name}`"
        ))
        .with_hint("a parameter is a name in the query that gets a value, as `device` in `where DeviceName == device`")),
    }
}

/// Fails for options that need the start of the time range.
fn check_range(matches: &ArgMatches) -> Result<()> {
    if matches.contains_id("since") {
        return Ok(());
    }
    let what = if matches.get_flag("split") {
        "--split needs --since: it requests the halves of a time range"
    } else if matches.contains_id("until") {
        "--until needs --since: a time range has a start"
    } else {
        return Ok(());
    };
    Err(Failure::usage(what).with_hint("such as --since 7d"))
}

/// Refuses a query with a name that is known to be wrong, and warns of what may be.
///
/// Each finding is shown with its line and carets. Nothing has been sent at this point, also with `--dry-run`.
fn check(session: &mut Session<'_>, hunt: &Hunt) -> Result<()> {
    let review = hunt.review(&schema::known(session))?;
    for note in &review.notes {
        session.warn(&note.to_string());
    }
    let errors: Vec<_> = review.errors.iter().map(ToString::to_string).collect();
    if errors.is_empty() {
        return Ok(());
    }
    Err(Failure::usage(errors.join("\n")).with_hint(format!(
        "nothing was sent; --no-check sends the query as it is, `{}` reads the columns that the tenant has",
        program::call("hunt schema pull")
    )))
}

/// The query from the command line, a file or standard input.
fn query(matches: &ArgMatches) -> Result<String> {
    let query = match (
        matches.get_one::<String>("query"),
        matches.get_one::<PathBuf>("file"),
    ) {
        (Some(text), _) => text.clone(),
        (None, Some(argument)) => match as_query(argument) {
            Some(text) => text.to_owned(),
            None => read(argument)?,
        },
        (None, None) => read(Path::new("-"))?,
    };
    if query.trim().is_empty() {
        return Err(Failure::usage("the query is empty"));
    }
    Ok(inputs::with_line_feeds(&query))
}

/// The query in a file, or from standard input for `-`.
fn read(path: &Path) -> Result<String> {
    let read = inputs::read_text("FILE", path, &inputs::Source::of_process());
    read.map_err(|failure| match path.exists() || path == Path::new("-") {
        true => failure,
        false => failure.with_hint(format!(
            "a query of one word is given by -e; `{}` lists the ready hunts, which are named by @",
            program::call("hunt --list")
        )),
    })
}

/// The argument as a query: a text with a blank or a `|`, or the name of a documented table, that names no file. A name that ends
/// in `.kql` is a file in any case.
fn as_query(argument: &Path) -> Option<&str> {
    let text = argument.to_str()?;
    let is_file = text == "-" || text.ends_with(".kql") || argument.exists();
    let reads_as_query = text.contains([' ', '|', '\n', '\t']) || TABLES.contains(&text);
    (!is_file && reads_as_query).then_some(text)
}

/// The parameters as text.
fn given(matches: &ArgMatches) -> Result<Vec<(&str, &str)>> {
    let texts = matches.get_many::<String>("param").unwrap_or_default();
    let pair = |text: &'_ str| Failure::usage(format!("--param takes NAME=VALUE, not `{text}`"));
    texts
        .map(|text| text.split_once('=').ok_or_else(|| pair(text)))
        .collect()
}

/// Sets the time range. Relative times are printed as absolute ones with `-v`.
fn timed(session: &mut Session<'_>, hunt: Hunt, matches: &ArgMatches) -> Result<Hunt> {
    let hunt = match matches.get_flag("any-age") {
        true => hunt.any_age(),
        false => hunt,
    };
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    if let Some(timespan) = text("timespan") {
        return Ok(hunt.timespan(timespan));
    }
    let Some(since) = text("since") else {
        return Ok(hunt);
    };
    let range = Range::read(since, text("until"), SystemTime::now()).map_err(Failure::usage)?;
    range.notes.iter().for_each(|note| session.note(note));
    session
        .console
        .detail(&format!("time range: {} to {}", range.since, range.until));
    let hunt = hunt.within(range.since, range.until);
    Ok(match matches.get_flag("split") {
        true => hunt.split(),
        false => hunt,
    })
}

/// The hint for a truncated answer.
const SPLIT: &str = "narrow the time range, or give --since and --split";

/// Prints the records. The columns come first, so that a table without records has its header.
async fn print(session: &mut Session<'_>, mut list: HuntRows) -> Result<()> {
    let mut printed = session.console.rows();
    let mut faults = Faults::default();
    let columns = session.wait(list.columns()).await?;
    let outcome = match columns {
        Ok(columns) => {
            printed.know(columns.iter().map(|column| column.name.clone()).collect());
            print_up_to_limit(session, Batches::Hunt(&mut list), &mut printed, &mut faults).await
        }
        Err(error) => Err(error.into()),
    };
    let is_truncated = outcome.is_ok() && list.is_truncated();
    let ended = end(session, printed, faults, &list.gaps(), outcome);
    if is_truncated {
        session.console.truncated(list.count(), SPLIT);
        return Err(Failure::silent(Exit::Attention));
    }
    ended
}
