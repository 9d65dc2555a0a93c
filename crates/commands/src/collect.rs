//! `collect`: the options, and the folder and streams that they name.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Arg, ArgAction, ArgMatches, Command};
use jobs::collect::Stream;
use operations::words::nearest;
use operations::{Catalog, time};

use crate::options::{file, flag, valued};
use terminal::{Failure, Result, program};

/// The shortest time between two passes. The services allow some calls a minute for all programs together.
const SHORTEST: Duration = Duration::from_secs(10);

/// What the command is for, in one line.
pub const ABOUT: &str = "Write every record of lists once, in each of its versions, into a folder that log shippers follow";

/// The command that collects.
pub fn command() -> Command {
    Command::new("collect")
        .about(ABOUT)
        .long_about(
            "Write every record of lists once, in each of its versions, into a folder that log shippers follow. A pass writes what \
             no pass before it has written; run it from cron, or give --every.\n\nExact up to the folder: rows become visible together \
             with the place where the next pass goes on. A process that is killed leaves all of a pass or nothing.\n\nFiles are \
             TO/STREAM/*.ndjson, a record a line, with `_tenant`, `_fetched_at`, `_operation` and `_version` in front. They are written \
             under another name first and never changed afterwards; what has been read may be removed. TO/_runs has a receipt for each \
             pass.",
        )
        .after_help(program::examples(&[
            "collect --list",
            "collect --to spool mde.alerts graph.incidents",
            "collect --to /var/spool/defender mde.machine_actions --since 7d --every 5m",
        ]))
        .arg(
            Arg::new("streams")
                .value_name("STREAM")
                .action(ArgAction::Append)
                .num_args(0..)
                .help("The lists to collect, named as --list does [default: all]"),
        )
        .arg(
            valued("to", "DIR")
                .required_unless_present("list")
                .help("The folder, as a path or a file:// address"),
        )
        .arg(
            valued("since", "TIME")
                .help(format!("Where the first pass of a stream begins [default: all that the service has]: {}", time::FORMS)),
        )
        .arg(
            valued("every", "TIME")
                .value_parser(period)
                .help("Go on with a pass every TIME (5m, 1h; at least 10s) until Ctrl-C [default: one pass]"),
        )
        .arg(
            file("metrics", "FILE")
                .help("After each pass write what it did to this file, in the text format of Prometheus"),
        )
        .arg(
            flag("list")
                .conflicts_with_all(["to", "every", "since"])
                .help("Print the streams, and the permission that each needs"),
        )
}

/// A time between two passes.
fn period(text: &str) -> Result<Duration, String> {
    let time = time::duration(text)?;
    match time < SHORTEST {
        true => Err("a pass begins every 10s at most".to_owned()),
        false => Ok(time),
    }
}

/// The folder of `--to`.
///
/// # Errors
/// A usage error for an address of another kind.
pub fn folder(matches: &ArgMatches) -> Result<PathBuf> {
    let text = matches.get_one::<String>("to").map_or("", String::as_str);
    let path = text.strip_prefix("file://").unwrap_or(text);
    if path.is_empty() || path.contains("://") {
        return Err(Failure::usage(format!("--to: `{text}` is no folder"))
            .with_hint("give a path, or an address such as file:///var/spool/defender"));
    }
    Ok(PathBuf::from(path))
}

/// The streams that were named, without duplicates; all of the catalog if none was.
///
/// # Errors
/// A usage error for an unknown stream, with the nearest.
pub fn streams(catalog: &Catalog, matches: &ArgMatches) -> Result<Vec<Stream>> {
    let all = Stream::all(catalog);
    let mut chosen: Vec<Stream> = Vec::new();
    for name in matches.get_many::<String>("streams").unwrap_or_default() {
        let found = all.iter().find(|stream| stream.name() == name);
        let stream = found.ok_or_else(|| {
            let failure = Failure::usage(format!("there is no stream `{name}`"));
            let near = nearest(name, all.iter().map(Stream::name));
            failure.with_hint(match near {
                Some(near) => format!("do you mean `{near}`"),
                None => format!("`{}` prints all", program::call("collect --list")),
            })
        })?;
        if chosen.iter().all(|known| known.name() != stream.name()) {
            chosen.push(stream.clone());
        }
    }
    Ok(if chosen.is_empty() { all } else { chosen })
}
