//! What a command line asks for: an operation with its requests, or a verb.
//!
//! It runs once, or once in each tenant of `--tenants`. Everything that is read from files and from standard input for an operation
//! was read before, so all tenants get the same requests. A verb reads its own arguments each time; standard input is kept
//! (`inputs`).
//!
//! A change never runs in many tenants: its question names one tenant, and a mistake in it would be made everywhere.

use std::sync::Arc;
use std::time::Duration;

use auth_core::http_core::{AnswerKind, Column, Operation};
use clap::ArgMatches;

use crate::invoke;
use crate::session::Session;
use crate::verbs::{self, Collecting, Verb};
use commands::inputs::{Filled, optional};
use commands::spelling::{MANIFEST, WATCH};
use jobs::Shard;
use operations::words;
use terminal::{Failure, Result};

/// A command after parsing. A clone for each tenant has the same requests.
#[derive(Clone)]
pub(crate) struct Action<'a> {
    /// The last word of the command.
    pub(crate) name: &'a str,
    /// The arguments of the command.
    pub(crate) matches: &'a ArgMatches,
    pub(crate) what: What,
}

/// The work of a command.
#[derive(Clone)]
pub(crate) enum What {
    /// The requests are complete; nothing is read any more.
    Operation(&'static Operation, Box<Filled>),
    /// Makes its requests when it runs.
    Verb(Verb),
    /// Records into a store that all tenants share.
    Collect(Arc<Collecting>),
}

impl Action<'_> {
    /// Runs the command.
    pub(crate) async fn run(self, session: &mut Session<'_>) -> Result<()> {
        let Self {
            name,
            matches,
            what,
        } = self;
        match what {
            What::Operation(_, filled) if session.globals.dry_run => {
                invoke::dry_run(&session.context, session.console, &filled.requests, matches)
            }
            What::Operation(operation, filled) => {
                Box::pin(invoke::run(session, operation, matches, *filled)).await
            }
            What::Verb(verb) => verbs::run(verb, session, name, matches).await,
            What::Collect(collecting) => Box::pin(collecting.run(session)).await,
        }
    }

    /// The columns of a table of its records. Empty if the records decide.
    pub(crate) fn columns(&self) -> &'static [Column] {
        match &self.what {
            What::Operation(operation, _) => operation.answer.columns,
            What::Verb(_) | What::Collect(_) => &[],
        }
    }

    /// The work that goes on in rounds and keeps what it has at a signal. `None` for a command that prints records.
    pub(crate) fn collecting(&self) -> Option<&Collecting> {
        match &self.what {
            What::Collect(collecting) => Some(collecting),
            _ => None,
        }
    }

    /// Which of the tenants it is for. `None`: all.
    pub(crate) fn shard(&self) -> Option<Shard> {
        self.collecting()?.shard
    }

    /// Time from the begin of one round to the begin of the next one. `None`: one round.
    pub(crate) fn every(&self) -> Option<Duration> {
        self.collecting()?.every
    }

    /// Refuses a command for `--tenants` if it changes something, or if it does not print a list.
    pub(crate) fn check_many(&self) -> Result<()> {
        match &self.what {
            What::Operation(operation, _) => self.check_operation(operation),
            What::Verb(verb) => verb.check_many(self.name, self.matches),
            What::Collect(_) => Ok(()),
        }
    }

    /// Refuses a change, a read that writes a file, because the tenants would overwrite each other's, and a list that is watched,
    /// because a tenant would never have an outcome.
    fn check_operation(&self, operation: &Operation) -> Result<()> {
        let command = words::command(operation.id);
        if !operation.is_read() {
            let message = format!("`{command}` changes something, and --tenants is for reads");
            return Err(Failure::usage(message)
                .with_hint("nothing was sent; change one tenant at a time, with --tenant"));
        }
        let is_given = |name: &str| self.matches.try_contains_id(name).unwrap_or_default();
        if is_given(WATCH) {
            return Err(Failure::usage("--watch reads the list of one tenant")
                .with_hint("nothing was sent; watch one tenant at a time, with --tenant"));
        }
        let is_file = match operation.answer.kind {
            AnswerKind::File => true,
            AnswerKind::Link => is_given("download"),
            _ => optional::<std::path::PathBuf>(self.matches, MANIFEST).is_some(),
        };
        if is_file {
            let message = format!(
                "`{command}` writes one file, and --tenants would need one for each tenant"
            );
            return Err(Failure::usage(message)
                .with_hint("leave the file out, or read one tenant at a time, with --tenant"));
        }
        Ok(())
    }
}
