//! The options that every command takes: what they are called, their values, their help.
//!
//! `clap` checks the values, so a [`Globals`] is valid: an invalid option ends with exit code 2 before anything is read or
//! sent. [`options`](crate::options) has the forms of all options of the program.
//!
//! The names stand in [`VALUED`] and [`SWITCHES`] too, and in `help`; tests compare the lists.

mod tenants;

use std::path::PathBuf;
use std::time::Duration;

use auth_core::Cloud;
use auth_core::http_core::Limits;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Arg, ArgAction, ArgMatches, ColorChoice, ValueHint, value_parser};

use crate::options::{file, flag, optional_bool, valued};
use operations::mapping::Schema;
use operations::time::duration;
use output::Format;
use terminal::log::LogFormat;

pub use tenants::TenantOptions;

const HEADING: &str = "Options of every command";

/// Options whose value is the next argument. [`argv`](crate::argv) needs them before the options exist.
pub const VALUED: &str = "output schema limit columns jq template color log-format profile tenant cloud region portal ca-file rate-limit timeout limits \
     tenants outcomes max-errors deadline concurrency sandbox-seed devices data";

/// The other options. Inputs of operations cannot have any of these names.
pub const SWITCHES: &str = "no-header csv-safe quiet verbose dry-run yes sandbox";

/// The letters of [`VALUED`].
pub const VALUED_SHORT: &[char] = &['o', 'n', 'p'];

/// The values of the options that every command takes.
#[derive(Clone, Debug)]
pub struct Globals {
    /// `--sandbox` and its options.
    pub sandbox: SandboxOptions,
    /// The profile; it must exist, except for `auth login`.
    pub profile: Option<String>,
    /// An id or a domain; goes to the token request and not to the service.
    pub tenant: Option<String>,
    /// Decides addresses, audiences and the identity service.
    pub cloud: Option<Cloud>,
    /// Only for Defender for Endpoint in the worldwide cloud.
    pub region: Option<String>,
    /// Not checked yet: a host or a URL.
    pub portal: Option<String>,
    /// Replaces the authorities of the system for every connection, sign-in included.
    pub ca_file: Option<PathBuf>,
    /// `None`: by `DEFENDER_OUTPUT`, the profile or the stream.
    pub format: Option<Format>,
    /// Refused for operations whose records have no mapping.
    pub schema: Schema,
    /// At least 1.
    pub limit: Option<u64>,
    /// Paths whose brackets are checked. Empty prints all members, and in tables those that fit.
    pub columns: Vec<String>,
    /// The text of `--jq`; not compiled yet.
    pub jq: Option<String>,
    /// The text of `--template`, or `@` and a file; not compiled yet.
    pub template: Option<String>,
    /// The first line of table, CSV and TSV.
    pub header: bool,
    /// `None`: on at a terminal.
    pub csv_safe: Option<bool>,
    /// When text is coloured; `auto` looks at the stream and at `NO_COLOR`.
    pub color: ColorChoice,
    /// Hides notes and warnings; errors and data stay.
    pub quiet: bool,
    /// The number of `-v`.
    pub verbose: u8,
    /// The form of the lines of the log.
    pub log_format: LogFormat,
    /// Sends and writes nothing. Wins over `yes`.
    pub dry_run: bool,
    /// Answers the question before a change. Needed without a terminal.
    pub yes: bool,
    /// Whether the documented budgets are kept.
    pub rate_limit: bool,
    /// For one answer, and for the token before it.
    pub timeout: Option<Duration>,
    /// The text of `--limits`, already checked.
    pub limits: Option<String>,
    /// The options for many tenants.
    pub tenants: TenantOptions,
}

/// The options of the emulator. `None` is the emulator's default.
#[derive(Clone, Debug)]
pub struct SandboxOptions {
    /// Whether calls go to the emulator.
    pub used: bool,
    /// The same seed gives the same records.
    pub seed: Option<u64>,
    /// How many devices the emulator has.
    pub devices: Option<usize>,
    /// A folder of records to serve; it is only read.
    pub data: Option<PathBuf>,
}

impl Globals {
    /// The values of a command that has [`arguments`].
    pub fn of(matches: &ArgMatches) -> Self {
        let columns = matches.get_many::<String>("columns").unwrap_or_default();
        Self {
            sandbox: SandboxOptions {
                used: matches.get_flag("sandbox"),
                seed: matches.get_one("sandbox-seed").copied(),
                devices: matches.get_one("devices").copied(),
                data: matches.get_one("data").cloned(),
            },
            profile: matches.get_one("profile").cloned(),
            tenant: matches.get_one("tenant").cloned(),
            cloud: matches.get_one("cloud").copied(),
            region: matches.get_one("region").cloned(),
            portal: matches.get_one("portal").cloned(),
            ca_file: matches.get_one("ca-file").cloned(),
            format: matches.get_one("output").copied(),
            schema: matches.get_one("schema").copied().unwrap_or_default(),
            limit: matches.get_one("limit").copied(),
            columns: columns.cloned().collect(),
            jq: matches.get_one("jq").cloned(),
            template: matches.get_one("template").cloned(),
            header: !matches.get_flag("no-header"),
            csv_safe: matches.get_one("csv-safe").copied(),
            color: matches.get_one("color").copied().unwrap_or_default(),
            quiet: matches.get_flag("quiet"),
            verbose: matches.get_count("verbose"),
            log_format: matches.get_one("log-format").copied().unwrap_or_default(),
            dry_run: matches.get_flag("dry-run"),
            yes: matches.get_flag("yes"),
            rate_limit: matches
                .get_one::<String>("rate-limit")
                .is_none_or(|word| word == "on"),
            timeout: matches.get_one("timeout").copied(),
            limits: matches.get_one("limits").cloned(),
            tenants: TenantOptions::of(matches),
        }
    }
}

/// The options, in the order of the help.
pub fn arguments() -> impl Iterator<Item = Arg> {
    let all = output().into_iter().chain(calls());
    let all = all.chain(tenants::arguments()).chain(sandbox());
    all.map(|argument| argument.global(true).help_heading(HEADING))
}

/// Options that change how results are printed, and not what is sent.
fn output() -> Vec<Arg> {
    vec![
        valued("output", "FORMAT")
            .short('o')
            .value_parser(names(Format::NAMES).try_map(|name| name.parse::<Format>()))
            .help("The format [default: table on a terminal, json otherwise; env: DEFENDER_OUTPUT]"),
        valued("schema", "SCHEMA")
            .value_parser(names(Schema::NAMES).try_map(|name| name.parse::<Schema>()))
            .help("The field names of alerts and incidents; the record is kept whole beside them [default: raw]"),
        valued("limit", "N")
            .short('n')
            .value_parser(|text: &str| match text.parse::<u64>() {
                Ok(0) => Err("not 1 or more".to_owned()),
                Ok(number) => Ok(number),
                Err(_) => Err("not a whole number".to_owned()),
            })
            .help("Stop after N records and request no further page"),
        valued("columns", "A,B.C")
            .value_delimiter(',')
            .action(ArgAction::Append)
            .value_parser(|text: &str| {
                let path = text.trim();
                output::check_path(path).map(|()| path.to_owned())
            })
            .help("Print only these members, such as os.version, ips[0].ip or ips[].ip; may be repeated"),
        valued("jq", "EXPR")
            .help("Print what a jq expression makes of each record; strings are printed raw, numbers that it does not change keep their digits"),
        valued("template", "TEXT|@FILE")
            .help("Print what a Jinja template makes of each record, such as '{{ id }} {{ title }}'; numbers beyond 64 bits lose digits"),
        flag("no-header").help("Print no line of column names"),
        optional_bool("csv-safe").help(
            "Keep spreadsheets from reading csv and tsv cells as formulas [default: on a terminal]",
        ),
        valued("color", "WHEN")
            .value_parser(names(["auto", "always", "never"]).try_map(|name| name.parse::<ColorChoice>()))
            .help("When to use colour [default: auto]"),
        flag("quiet")
            .short('q')
            .help("Print no notes, only data and errors"),
        flag("verbose")
            .short('v')
            .action(ArgAction::Count)
            .help("Print a line for each call; -vv and -vvv print more [env: DEFENDER_LOG]"),
        valued("log-format", "FORMAT")
            .value_parser(names(LogFormat::NAMES).try_map(|name| name.parse::<LogFormat>()))
            .help("The lines of the log: text, or json for programs [default: text]"),
    ]
}

/// Options that change where calls go and how they are sent.
fn calls() -> Vec<Arg> {
    vec![
        valued("profile", "NAME")
            .short('p')
            .help("The profile of config.toml to use [env: DEFENDER_PROFILE]"),
        valued("tenant", "ID").help("The tenant, by its id or a domain [env: AZURE_TENANT_ID]"),
        valued("cloud", "CLOUD")
            .value_parser(
                names(Cloud::ALL.iter().map(|cloud| cloud.as_str())).try_map(|name| name.parse::<Cloud>()),
            )
            .help("The cloud of the tenant [default: worldwide; env: DEFENDER_CLOUD]"),
        valued("region", "REGION")
            .help("Use Defender for Endpoint's host near the tenant, such as eu or us [env: DEFENDER_REGION]"),
        valued("portal", "URL")
            .help("The tenant's Defender for Cloud Apps API URL, which its portal shows [env: DEFENDER_ENDPOINT_MDCA, profile: portal]"),
        file("ca-file", "FILE")
            .help("The certificate authorities to trust in place of the system's, as PEM [env: DEFENDER_CA_FILE]"),
        flag("dry-run")
            .visible_alias("what-if")
            .help("Print what would be sent or written; send nothing and write nothing"),
        flag("yes").short('y').help("Change things without asking"),
        valued("rate-limit", "WHEN")
            .value_parser(["on", "off"])
            .help("Whether to keep to the documented budgets [default: on]"),
        valued("timeout", "TIME")
            .value_parser(duration)
            .help("The longest wait for one answer with its body, and for the token before it, such as 90s or 5m [default: 3m]"),
        valued("limits", "NAME=SIZE,...")
            .value_parser(|text: &str| match text.parse::<Limits>() {
                Ok(_) => Ok(text.to_owned()),
                Err(error) => Err(error.message().to_owned()),
            })
            .help(
                "How much of one answer is read: answer=64MiB, row=64MiB, cell=16MiB, depth=127, members=16MiB, \
                 hunt=256MiB [env: DEFENDER_LIMITS]",
            ),
    ]
}

/// Options of the emulator. The last three have an effect only with `--sandbox` and in `sandbox up`.
fn sandbox() -> Vec<Arg> {
    vec![
        flag("sandbox")
            .help("Use an emulator inside this process; needs no tenant and no credential"),
        valued("sandbox-seed", "N")
            .value_parser(value_parser!(u64))
            .help("The seed of the emulator's data [default: 42]"),
        valued("devices", "N")
            .value_parser(value_parser!(usize))
            .help("Number of devices in the emulator [default: 500]"),
        file("data", "DIR")
            .value_hint(ValueHint::DirPath)
            .help("A folder of records that the emulator serves unchanged"),
    ]
}

/// Accepts only these names, which the help lists.
fn names(names: impl IntoIterator<Item = &'static str>) -> PossibleValuesParser {
    PossibleValuesParser::new(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_of_names_are_complete() {
        let takes_next = |argument: &Arg| {
            argument.get_action().takes_values() && !argument.is_require_equals_set()
        };
        let names = |valued: bool| -> Vec<String> {
            let chosen = arguments().filter(|argument| takes_next(argument) == valued);
            chosen
                .map(|argument| argument.get_long().unwrap().to_owned())
                .collect()
        };
        assert_eq!(names(true).join(" "), VALUED);
        assert_eq!(names(false).join(" "), SWITCHES);
        let short = arguments().filter(takes_next);
        let short: Vec<_> = short.filter_map(|argument| argument.get_short()).collect();
        assert_eq!(short, VALUED_SHORT);
    }
}
