//! `lake`: keeping the tables of a lake fast, checking them, and views over them.

use clap::{Arg, ArgAction, ArgMatches, Command, builder::PossibleValuesParser};

use crate::collect::{self, Place};
use crate::options::{flag, valued};
use terminal::{Failure, Result, program};

/// What the command is for, in one line.
pub const ABOUT: &str = "Check, tidy and query the tables that `collect --format lake` writes";

/// The engines of `views`.
pub const DIALECTS: [&str; 3] = ["duckdb", "clickhouse", "spark"];

/// The command with its three parts.
pub fn command() -> Command {
    Command::new("lake")
        .about(ABOUT)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(maintain())
        .subcommand(verify())
        .subcommand(views())
}

fn maintain() -> Command {
    Command::new("maintain")
        .about("Merge small files, shorten the logs, and remove files that belong to nothing")
        .long_about(
            "Merge small files, shorten the logs, and remove files that belong to nothing. No row changes, and programs that collect may \
             go on meanwhile.\n\nFour or more files below 32 MiB in one folder become one. A log keeps a checkpoint and the versions \
             after the one before, two hundred at most. Files of this program that no version has are removed when they are older than 7 \
             days: a killed process leaves such files, and a merge does. A table that cannot be read is named, and the others are tidied; exit \
             code 3 then.",
        )
        .after_help(program::examples(&[
            "lake maintain /srv/lake",
            "lake maintain s3://soc-lake/defender mde.alerts",
        ]))
        .arg(address())
        .arg(tables())
}

fn verify() -> Command {
    Command::new("verify")
        .about("Check each claim of the logs against the files, and the rows against the receipts")
        .long_about(
            "Check each claim of the logs against the files: each file is there, with its bytes, rows and columns; no version of a record \
             came twice; each tenant has as many rows as its receipts say, and no table or tenant that they name is gone. A table that \
             cannot be read is named, and the others are checked. Exit code 3 if something does not hold.\n\nWith --against-service the \
             records of a tenant are read from the service as well, and counted by the day of their last change, or else of the time that \
             the stream compares: how many it has, and how many of them the lake has in this version. What is newer than the last pass, \
             and older than the --since of the first one, is left out. A record that the service shows late counts as missing until the \
             next sweep, which is twice a day. Queries and exports cannot be compared.",
        )
        .after_help(program::examples(&[
            "lake verify /srv/lake",
            "lake verify s3://soc-lake/defender graph.incidents --against-service -o csv",
        ]))
        .arg(address())
        .arg(tables())
        .arg(flag("against-service").help("Read the records of this tenant from the service, and print the counts by day"))
}

fn views() -> Command {
    Command::new("views")
        .about("Print SQL views over the tables for an engine")
        .long_about(
            "Print SQL views over the tables for an engine: all versions of the records of each table, the newest version of each record \
             (`_latest`), open incidents, a timeline of alerts, vulnerabilities of devices, and how far each tenant is behind.\n\nDuckDB \
             needs its extension `delta`, Spark its package of Delta. An engine has its own settings for an object store.",
        )
        .after_help(program::examples(&[
            "lake views /srv/lake --dialect duckdb",
            "lake views s3://soc-lake/defender --dialect clickhouse",
        ]))
        .arg(address())
        .arg(
            valued("dialect", "ENGINE")
                .value_parser(PossibleValuesParser::new(DIALECTS))
                .default_value(DIALECTS[0])
                .help("The engine"),
        )
}

fn address() -> Arg {
    Arg::new("lake")
        .value_name("URI")
        .required(true)
        .help("The lake: a folder, s3://, az:// or gs://, as for collect --to")
}

fn tables() -> Arg {
    Arg::new("tables")
        .value_name("TABLE")
        .action(ArgAction::Append)
        .num_args(0..)
        .help("The tables, by the names of their streams [default: all]")
}

/// The place of the lake.
///
/// # Errors
/// A usage error for an address that cannot hold a lake: standard output, and a folder that is not there.
pub fn place(matches: &ArgMatches) -> Result<Place> {
    let address = matches.get_one::<String>("lake").map_or("", String::as_str);
    let place = collect::place(address)?;
    let why = match &place {
        Place::Stdout => "`-` is standard output, which has no lake".to_owned(),
        Place::Folder(folder) if !folder.is_dir() => {
            format!("`{address}` is not a folder, so it has no lake")
        }
        _ => return Ok(place),
    };
    Err(Failure::usage(why).with_hint("give the address of collect --to"))
}

/// The address of a place for an engine, one of [`DIALECTS`]. A folder is whole: engines have another working folder. Without a slash at its
/// end.
///
/// | engine | `s3://` | `az://` |
/// | --- | --- | --- |
/// | ClickHouse | the address in `AWS_ENDPOINT_URL`: it finds a store that is not Amazon's by nothing else | |
/// | Spark | `s3a://`, which [Hadoop](https://hadoop.apache.org/docs/stable/hadoop-aws/tools/hadoop-aws/index.html) reads | `abfss://`, with the account in `AZURE_STORAGE_ACCOUNT_NAME` ([Hadoop](https://hadoop.apache.org/docs/stable/hadoop-azure/abfs.html)) |
///
/// # Errors
/// If the folder cannot be found.
pub fn address_for(place: &Place, dialect: &str) -> Result<String> {
    let text = match place {
        Place::Folder(folder) => {
            let whole = folder.canonicalize();
            let failed = |error| Failure::machine(&format!("`{}`", folder.display()), &error);
            whole.map_err(failed)?.display().to_string()
        }
        other => {
            let setting = |name: &str| std::env::var(name).unwrap_or_default();
            served(&other.to_string(), dialect, setting)
        }
    };
    Ok(text.trim_end_matches('/').to_owned())
}

/// The address of a store for an engine. `setting` is the value of a variable.
fn served(address: &str, dialect: &str, setting: impl Fn(&str) -> String) -> String {
    let (scheme, rest) = address.split_once("://").unwrap_or(("", address));
    let (bucket, path) = rest.split_once('/').unwrap_or((rest, ""));
    let endpoint = setting("AWS_ENDPOINT_URL");
    let account = setting("AZURE_STORAGE_ACCOUNT_NAME");
    match (dialect, scheme) {
        ("clickhouse", "s3") if !endpoint.is_empty() => {
            format!("{}/{rest}", endpoint.trim_end_matches('/'))
        }
        ("spark", "s3") => format!("s3a://{rest}"),
        ("spark", "az") => format!("abfss://{bucket}@{account}.dfs.core.windows.net/{path}"),
        _ => address.to_owned(),
    }
}

/// The tables that were named; all without one. `found` are those of the lake.
///
/// # Errors
/// A usage error for a table that the lake does not have, and for a lake without tables.
pub fn chosen(mut found: Vec<String>, matches: &ArgMatches) -> Result<Vec<String>> {
    found.sort();
    found.dedup();
    let named = matches.try_get_many::<String>("tables").ok().flatten();
    let named: Vec<String> = named.into_iter().flatten().cloned().collect();
    if let Some(unknown) = named.iter().find(|name| !found.contains(name)) {
        return Err(Failure::usage(format!("the lake has no table `{unknown}`"))
            .with_hint(format!("it has {}", found.join(", "))));
    }
    match (named.is_empty(), found.is_empty()) {
        (true, true) => {
            Err(Failure::usage("the lake has no tables")
                .with_hint("give the address of collect --to"))
        }
        (true, false) => Ok(found),
        _ => Ok(named),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_engine_gets_an_address_that_it_reads() {
        let minio = "https://minio.local:9000/";
        for (address, dialect, endpoint, seen) in [
            (
                "s3://soc/lake",
                "clickhouse",
                minio,
                "https://minio.local:9000/soc/lake",
            ),
            ("s3://soc/lake", "clickhouse", "", "s3://soc/lake"),
            ("s3://soc/lake", "duckdb", minio, "s3://soc/lake"),
            ("gs://soc/lake", "clickhouse", minio, "gs://soc/lake"),
            ("s3://soc/lake", "spark", minio, "s3a://soc/lake"),
            (
                "az://soc/a/b",
                "spark",
                "",
                "abfss://soc@contoso.dfs.core.windows.net/a/b",
            ),
            ("az://soc/a/b", "duckdb", "", "az://soc/a/b"),
        ] {
            let setting = |name: &str| match name {
                "AWS_ENDPOINT_URL" => endpoint.to_owned(),
                _ => "contoso".to_owned(),
            };
            assert_eq!(served(address, dialect, setting), seen);
        }
    }
}
