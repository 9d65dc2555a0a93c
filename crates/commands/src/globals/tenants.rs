//! The options for many tenants: which ones, and how the work is spread.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Arg, ArgMatches};
use jobs::{Fanout, MaxErrors};
use operations::time::duration;

use crate::options::{file, valued};
use terminal::{Failure, Result};

/// Most tenants at a time. Each may hold a connection to each service.
const MOST: usize = 256;

/// The values of the options. They have a meaning only together with [`chosen`](Self::chosen).
#[derive(Clone, Debug)]
pub struct TenantOptions {
    /// The expression of `--tenants`, not read yet.
    pub chosen: Option<String>,
    /// The file for the outcomes.
    pub outcomes: Option<PathBuf>,
    /// Failed tenants that are accepted; all without it.
    max_errors: Option<MaxErrors>,
    /// For the whole work of one tenant.
    deadline: Option<Duration>,
    /// From 1 to [`MOST`].
    concurrency: Option<usize>,
}

impl TenantOptions {
    /// The values of a command that has [`arguments`].
    pub(super) fn of(matches: &ArgMatches) -> Self {
        Self {
            chosen: matches.get_one("tenants").cloned(),
            outcomes: matches.get_one("outcomes").cloned(),
            max_errors: matches.get_one("max-errors").copied(),
            deadline: matches.get_one("deadline").copied(),
            concurrency: matches.get_one("concurrency").copied(),
        }
    }

    /// How the work is spread.
    pub fn fanout(&self) -> Fanout {
        let mut fanout = Fanout::new();
        if let Some(tenants) = self.concurrency {
            fanout = fanout.with_concurrency(tenants);
        }
        if let Some(deadline) = self.deadline {
            fanout = fanout.with_deadline(deadline);
        }
        if let Some(most) = self.max_errors {
            fanout = fanout.with_max_errors(most);
        }
        fanout
    }

    /// Refuses an option that would have no effect, because the command works in one tenant.
    pub fn check_one(&self) -> Result<()> {
        let given = [
            ("--outcomes", self.outcomes.is_some()),
            ("--max-errors", self.max_errors.is_some()),
            ("--deadline", self.deadline.is_some()),
            ("--concurrency", self.concurrency.is_some()),
        ];
        match given.into_iter().find(|(_, is_given)| *is_given) {
            Some((option, _)) => Err(Failure::usage(format!("{option} is about many tenants"))
                .with_hint("choose them with --tenants, or leave the option out")),
            None => Ok(()),
        }
    }
}

/// The options, in the order of the help.
pub(super) fn arguments() -> Vec<Arg> {
    vec![
        valued("tenants", "EXPR")
            .help(
                "Do the same read in many tenants: all, a name or id, tag:x, !tag:x, @FILE; & for both, a comma for either \
                 [file: tenants.toml; env: DEFENDER_TENANTS_FILE]",
            ),
        file("outcomes", "FILE")
            .help("With --tenants: write what became of each tenant, one JSON object a line"),
        valued("max-errors", "N|N%")
            .value_parser(str::parse::<MaxErrors>)
            .help("With --tenants: start no further tenant once more than this many have failed [default: all]"),
        valued("deadline", "TIME")
            .value_parser(duration)
            .help("With --tenants: the longest time for one tenant, retries and waits included, such as 90s or 5m"),
        valued("concurrency", "N")
            .value_parser(concurrency)
            .help("With --tenants: number of tenants at a time [default: 16]"),
    ]
}

/// Reads the number of tenants at a time.
fn concurrency(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(tenants @ 1..=MOST) => Ok(tenants),
        _ => Err(format!("not a number from 1 to {MOST}")),
    }
}
