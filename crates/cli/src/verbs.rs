//! The commands besides the operations.

mod api;
mod auth;
mod completion;
mod doctor;
mod hunt;
mod operations;
mod permissions;
mod profile;
mod sandbox;
mod upload_log;

use std::path::Path;

use ::operations::Catalog;
use auth_core::http_core::{Cell, Column};
use clap::{ArgMatches, Command};
use serde::Serialize;
use serde_json::{Value, json};

use crate::console::{Console, text_of};
use crate::failure::{Failure, Result};
use crate::services::Services;
use crate::session::Session;

/// A command that is no single operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verb {
    Auth,
    Api,
    Hunt,
    Doctor,
    Operations,
    Permissions,
    Profile,
    Sandbox,
    UploadLog,
    Completion,
}

const VERBS: [(&str, Verb); 10] = [
    ("auth", Verb::Auth),
    ("profile", Verb::Profile),
    ("api", Verb::Api),
    ("hunt", Verb::Hunt),
    ("doctor", Verb::Doctor),
    ("operations", Verb::Operations),
    ("permissions", Verb::Permissions),
    ("sandbox", Verb::Sandbox),
    ("upload-log", Verb::UploadLog),
    ("completion", Verb::Completion),
];

/// The host families of the vendor that the emulator answers for.
const EMULATED: [&str; 4] = ["mde", "xdr", "graph", "mdca_portal"];

impl Verb {
    /// The verb of a first word, if the program's operations have a use for it.
    pub(crate) fn named(word: &str, services: &Services) -> Option<Self> {
        let found = VERBS.iter().find(|(name, _)| *name == word);
        found
            .map(|(_, verb)| *verb)
            .filter(|verb| verb.is_of_use(services))
    }

    /// Whether the operations that the verb calls are among those of the program: a program of others may lack them.
    fn is_of_use(self, services: &Services) -> bool {
        let catalog = services.catalog();
        match self {
            Self::Hunt => catalog.by_id("graph.hunting.run").is_some(),
            Self::UploadLog => catalog.by_id("mdca.discovery.initiate_upload").is_some(),
            Self::Sandbox => {
                let mut hosts = catalog.operations().map(|operation| operation.http.host);
                hosts.any(|host| EMULATED.contains(&host)) || services.guests().next().is_some()
            }
            _ => true,
        }
    }

    /// The verb's arguments and help, with examples from the program's operations.
    pub(crate) fn command(self, catalog: &Catalog) -> Command {
        match self {
            Self::Auth => auth::command(),
            Self::Api => api::command(catalog),
            Self::Hunt => hunt::command(),
            Self::Doctor => doctor::command(catalog),
            Self::Operations => operations::command(),
            Self::Permissions => permissions::command(catalog),
            Self::Profile => profile::command(),
            Self::Sandbox => sandbox::command(),
            Self::UploadLog => upload_log::command(),
            Self::Completion => completion::command(),
        }
    }

    /// Whether it works without a credential and without a network.
    pub(crate) fn is_offline(self) -> bool {
        matches!(
            self,
            Self::Operations | Self::Permissions | Self::Profile | Self::Completion
        )
    }
}

/// The verbs that a program with these operations has.
pub(crate) fn commands(services: &Services) -> impl Iterator<Item = Command> {
    let catalog = services.catalog();
    let verbs = VERBS.iter().map(|(_, verb)| *verb);
    verbs
        .filter(|verb| verb.is_of_use(services))
        .map(move |verb| verb.command(&catalog))
}

/// The command line of a verb that sends nothing.
pub(crate) struct Offline<'a> {
    /// The name of the program.
    pub(crate) program: &'static str,
    /// The last word of the command.
    pub(crate) name: &'a str,
    pub(crate) services: &'a Services,
    pub(crate) matches: &'a ArgMatches,
}

impl Offline<'_> {
    pub(crate) fn run(&self, verb: Verb, console: &mut Console) -> Result<()> {
        let Self {
            program,
            name,
            services,
            matches,
        } = *self;
        match verb {
            Verb::Permissions => permissions::run(services, matches, console),
            Verb::Profile => profile::run(name, matches, console),
            Verb::Completion => completion::run(program, services, matches, console),
            _ => self::operations::run(&services.catalog(), matches, console),
        }
    }
}

/// Runs a verb that makes calls.
///
/// `name` is the last word of the command.
pub(crate) async fn run(
    verb: Verb,
    session: &mut Session<'_>,
    name: &str,
    matches: &ArgMatches,
) -> Result<()> {
    match verb {
        Verb::Api => api::run(session, matches).await,
        Verb::Hunt => hunt::run(session, name, matches).await,
        Verb::Doctor => doctor::run(session, matches).await,
        Verb::Sandbox => sandbox::run(session, matches).await,
        Verb::UploadLog => upload_log::run(session, matches).await,
        _ => auth::run(session, name, matches).await,
    }
}

/// What is read first of the rows that the verbs make.
const OWN: &[Column] = &[
    Column::new("id", Cell::Id),
    Column::new("name", Cell::Name),
    Column::new("service", Cell::Name),
    Column::new("status", Cell::Text),
];

/// Prints rows that this program made itself, up to the limit.
fn print_values(
    console: &mut Console,
    limit: Option<u64>,
    values: impl Iterator<Item = impl Serialize>,
) -> Result<()> {
    crate::invoke::rows::print_made(console, limit, OWN, values)
}

/// Prints what a command would do and which files it would write or remove: the answer to `--dry-run` where there is no
/// single request to show.
fn would(console: &mut Console, what: &str, writes: &[&Path], more: Value) -> Result<()> {
    let writes: Vec<_> = writes
        .iter()
        .map(|path| path.display().to_string())
        .collect();
    let mut told = json!({"would": what, "writes": writes});
    if let (Value::Object(told), Value::Object(more)) = (&mut told, more) {
        told.extend(more);
    }
    console.object(&text_of(&told))
}

/// Asks before something is removed that cannot be had back, where there is somebody to ask; refuses where nobody
/// said yes. Operations do the same.
fn confirm(console: &mut Console, yes: bool, what: &str) -> Result<()> {
    if yes {
        return Ok(());
    }
    if !console.can_ask() {
        let why = format!("this removes something and nobody is there to confirm it: {what}");
        return Err(Failure::refused(why)
            .with_hint("give --yes to go on, or --dry-run to see what would be removed"));
    }
    match console.ask(&format!("{what}. Go on?"))? {
        true => Ok(()),
        false => Err(Failure::refused("not confirmed; nothing was removed")),
    }
}
