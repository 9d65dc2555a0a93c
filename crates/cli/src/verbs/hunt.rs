//! `defender hunt`: advanced hunting through Microsoft Graph.
//!
//! The query comes from `-e`, a file, standard input, or the library of ready hunts (`@NAME`). Parameters are bound as values, so
//! text in them cannot change the query.
//!
//! | query | parameters | name in errors |
//! | --- | --- | --- |
//! | `-e KQL` | of `--param` | line and column of the text |
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
use xdr_api::graph::hunting::RUN;
use xdr_api::hunting::{Hunt, HuntRows, Parameter};

use crate::globals::{flag, valued};
use crate::inputs;
use crate::invoke::describe;
use crate::invoke::faults::Faults;
use crate::invoke::rows::{Batches, end, print_up_to_limit};
use crate::session::Session;
use operations::time::{FORMS, Range};
use terminal::program;
use terminal::{Exit, Failure, Result};

pub(super) fn command() -> Command {
    let time =
        |name: &'static str, what: &str| valued(name, "TIME").help(format!("{what}: {FORMS}"));
    Command::new("hunt")
        .about("Run an advanced hunting query through Microsoft Graph")
        .after_help(
            program::examples(&[
                "hunt -e 'DeviceInfo | where OnboardingStatus == \"Onboarded\" | take 10'",
                "hunt logons.kql --since 7d -o csv",
                "hunt --list",
                "hunt @logons-of-account --param account=ann --since 24h",
                "hunt -e 'DeviceProcessEvents | where DeviceName == device' --param device=wks-7 --since 30d --split",
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
                .value_name("FILE|-|@NAME")
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::FilePath)
                .required_unless_present_any(["query", "list"])
                .conflicts_with_all(["query", "list"])
                .help("The file with the query, - for standard input, or @ and the name of a ready hunt"),
        )
        .arg(flag("list").conflicts_with("query").help("List the ready hunts and their parameters"))
        .arg(
            valued("query", "KQL")
                .short('e')
                .help("The query itself"),
        )
        .arg(
            valued("param", "NAME=VALUE")
                .action(ArgAction::Append)
                .help("A parameter of the query; the value is JSON (7, true, [\"a\",\"b\"]) or else text"),
        )
        .arg(time("since", "Start of the time range [default: 30 days ago]"))
        .arg(time("until", "End of the time range [default: now]").requires("since"))
        .arg(
            valued("timespan", "ISO8601")
                .conflicts_with_all(["since", "until"])
                .help("The time range in the form of the service: P7D, START/END, P7D/END, START/P7D"),
        )
        .arg(flag("any-age").help("Allow a start more than 30 days ago, for tenants that keep data that long"))
        .arg(flag("no-check").help("Send the query also if it names an unknown table, column or function"))
        .arg(flag("split").requires("since").help(
            "Request each half of the time range again if an answer is truncated or too large; not for queries that summarize",
        ))
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
    let ready = matches.get_one::<PathBuf>("file");
    let ready = ready.and_then(|file| file.to_str()?.strip_prefix(library::MARK));
    let client = session.context.client(&RUN)?;
    let hunting = Graph::over(&client).hunting();
    let hunt = match ready {
        Some(name) => library::bound(&hunting, name, matches)?,
        None => given(matches)?
            .into_iter()
            .fold(hunting.hunt(query(matches)?), |hunt, (name, value)| {
                hunt.parameter(name, Parameter::read(value))
            }),
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
    if let Some(text) = matches.get_one::<String>("query") {
        return Ok(text.clone());
    }
    let path = matches.get_one::<PathBuf>("file");
    let path = path.map_or(Path::new("-"), PathBuf::as_path);
    let query = inputs::read_text("FILE", path, &inputs::Source::of_process())?;
    Ok(query.replace("\r\n", "\n").replace('\r', "\n"))
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
