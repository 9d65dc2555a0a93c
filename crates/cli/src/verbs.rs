//! The verbs: commands that are not a single operation.
//!
//! | verb | purpose | calls |
//! | --- | --- | --- |
//! | `auth` | sign in and out, tokens, checks of the credential | identity service, one read of each service |
//! | `profile` | settings in `config.toml` | none |
//! | `api` | a call of any path | one |
//! | `hunt` | advanced hunting, ready hunts, schema | Microsoft Graph |
//! | `collect` | every record of lists once, into a folder or a pipe | the lists, again and again |
//! | `export` | all records of a list, in the same way | the list |
//! | `live-response` | a script or a file on a device, without JSON | one, more with `--wait` |
//! | `report` | an incident with its alerts, devices, users and evidence as one text | one |
//! | `doctor` | compares answers with the tables | one small read of each operation |
//! | `limits` | how much of the limits is used | none |
//! | `search` | commands by their purpose | none |
//! | `tenants` | the tenants of `--tenants`, and where they come from | Microsoft Graph |
//! | `operations`, `permissions`, `schema`, `completion`, `man` | the operations as data | none |
//! | `sandbox` | the emulator for other programs | none |
//! | `triage` | open alerts or incidents, one after the other | the list, and one a step |
//! | `upload-log` | a traffic log for Cloud Discovery | three |
//!
//! A verb keeps the contracts of operations: `--dry-run`, the question before a change, exit codes, formats.

mod api;
mod auth;
mod collect;
mod doctor;
mod hunt;
#[cfg(feature = "lake")]
mod lake;
mod live_response;
mod man;
mod openapi;
mod operations;
mod permissions;
mod report;
mod sandbox;
mod schema;
mod search;
mod tenants;
mod triage;
mod upload_log;

use ::operations::Catalog;
use clap::{ArgMatches, Command};
use commands::typed::Typed;
use commands::{completion, path_call, tree};

pub(crate) use self::collect::Collecting;
use crate::services::Services;
use crate::session::Session;
use terminal::{Console, Failure, Result};

/// A verb, by its first word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verb {
    /// Sign in and out, tokens, checks.
    Auth,
    /// A call of any path.
    Api,
    /// Advanced hunting.
    Hunt,
    /// Scripts and files on a device.
    LiveResponse,
    /// An incident as one text.
    Report,
    /// Answers against the tables.
    Doctor,
    /// How much of the limits is used.
    Limits,
    /// Commands by purpose.
    Search,
    /// The operations as records.
    Operations,
    /// Least permissions, manifests.
    Permissions,
    /// The settings of `config.toml`.
    Profile,
    /// The list of tenants.
    Tenants,
    /// The emulator for other programs.
    Sandbox,
    /// Open alerts and incidents, one after the other.
    Triage,
    /// Logs for Cloud Discovery.
    UploadLog,
    /// Lists into a folder or a pipe, again and again.
    Collect,
    /// A list into a folder or a pipe.
    Export,
    /// The tables that are collected into.
    Lake,
    /// Scripts for shells.
    Completion,
    /// Manual pages.
    Man,
    /// JSON Schema of records and inputs.
    Schema,
}

/// The words of the verbs and what they are for, in the order of the help: signing in first, then what asks the services, then what
/// is about the program itself.
const VERBS: [(&str, Verb, &str); 21] = [
    (
        "auth",
        Verb::Auth,
        "Sign in and out, get tokens, check the credential",
    ),
    (
        "profile",
        Verb::Profile,
        "List and change the profiles of config.toml",
    ),
    ("api", Verb::Api, commands::path_call::ABOUT),
    (
        "hunt",
        Verb::Hunt,
        "Run an advanced hunting query through Microsoft Graph",
    ),
    ("collect", Verb::Collect, commands::collect::ABOUT),
    ("export", Verb::Export, commands::export::ABOUT),
    ("lake", Verb::Lake, commands::lake::ABOUT),
    (
        "live-response",
        Verb::LiveResponse,
        "Run a script, get or put a file, or collect a package on a device",
    ),
    (
        "report",
        Verb::Report,
        "Print an incident with its alerts, devices, users and evidence as one text",
    ),
    (
        "triage",
        Verb::Triage,
        "Work through open alerts or incidents at a terminal, the most severe first",
    ),
    (
        "doctor",
        Verb::Doctor,
        "Check that the services answer as this program expects",
    ),
    (
        "limits",
        Verb::Limits,
        "Show how much of the services' limits is used, and when the next call is free",
    ),
    ("search", Verb::Search, commands::search::ABOUT),
    (
        "operations",
        Verb::Operations,
        "List the operations: commands, inputs, calls, permissions, limits, status",
    ),
    (
        "permissions",
        Verb::Permissions,
        "Show the least permission that commands need",
    ),
    ("schema", Verb::Schema, commands::schema::ABOUT),
    (
        "tenants",
        Verb::Tenants,
        "List tenants for --tenants, and find those of customers",
    ),
    ("sandbox", Verb::Sandbox, "Run the emulator of the services"),
    (
        "upload-log",
        Verb::UploadLog,
        "Upload a traffic log to Cloud Discovery",
    ),
    ("completion", Verb::Completion, commands::completion::ABOUT),
    ("man", Verb::Man, commands::man::ABOUT),
];

/// The host families that the emulator has tables of.
const EMULATED: [&str; 4] = ["mde", "xdr", "graph", "mdca_portal"];

impl Verb {
    /// The verb that a command line begins with. `None` if it begins with a product, or with no command.
    pub(crate) fn of(typed: &Typed, services: &Services) -> Option<Self> {
        match (typed.resolved().product, typed.words().first()) {
            (None, Some(word)) => Self::named(word, services),
            _ => None,
        }
    }

    /// The verb of a first word. `None` too if the program lacks the operations that the verb calls.
    pub(crate) fn named(word: &str, services: &Services) -> Option<Self> {
        let found = VERBS.iter().find(|(name, ..)| *name == word);
        found
            .map(|(_, verb, _)| *verb)
            .filter(|verb| verb.is_of_use(services))
    }

    /// Whether the program has the operations that the verb calls. A third party's program may lack them.
    fn is_of_use(self, services: &Services) -> bool {
        let catalog = services.catalog();
        match self {
            Self::Hunt => catalog.by_id("graph.hunting.run").is_some(),
            Self::LiveResponse => catalog.by_id("mde.machines.run_live_response").is_some(),
            Self::Report => catalog.by_id("graph.incidents.get").is_some(),
            Self::Triage => ::operations::Triage::of(catalog, "graph.alerts").is_some(),
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
        let command = match self {
            Self::Auth => commands::auth::command(),
            Self::Api => path_call::command(catalog),
            Self::Hunt => hunt::command(),
            Self::Collect => commands::collect::command(),
            Self::Export => commands::export::command(),
            Self::Lake => commands::lake::command(),
            Self::LiveResponse => live_response::command(),
            Self::Report => report::command(),
            Self::Doctor => commands::doctor::command(catalog),
            Self::Limits => commands::limits::command(),
            Self::Search => commands::search::command(),
            Self::Operations => commands::operations::command(),
            Self::Permissions => commands::permissions::command(catalog),
            Self::Profile => commands::profile::command(),
            Self::Tenants => commands::tenants::command(tenants::can_discover(catalog)),
            Self::Sandbox => commands::sandbox::command(sandbox::fault_parser()),
            Self::Triage => triage::command(),
            Self::UploadLog => upload_log::command(),
            Self::Completion => completion::command(),
            Self::Man => commands::man::command(),
            Self::Schema => commands::schema::command(),
        };
        let about = VERBS.iter().find(|(_, verb, _)| *verb == self);
        match about {
            Some((.., about)) => command.about(*about),
            None => command,
        }
    }

    /// The rows that the verb writes into a store. `None` for a verb that does not.
    pub(crate) fn collecting(
        self,
        catalog: &Catalog,
        matches: &ArgMatches,
    ) -> Result<Option<Collecting>> {
        match self {
            Self::Collect if !matches.get_flag("list") => {
                Collecting::of_streams(catalog, matches).map(Some)
            }
            Self::Export => Collecting::of_export(catalog, matches).map(Some),
            _ => Ok(None),
        }
    }

    /// Whether `--tenants` makes the verb run in many tenants. The others read the option themselves.
    pub(crate) fn fans_out(self) -> bool {
        !matches!(self, Self::Tenants | Self::Sandbox)
    }

    /// Refuses a verb that is about one tenant or none. `name` is the last word of the command.
    pub(crate) fn check_many(self, name: &str, matches: &ArgMatches) -> Result<()> {
        let can = match self {
            Self::Doctor | Self::Permissions => true,
            Self::Auth => name == "doctor",
            Self::Hunt => name == "hunt" && !matches.get_flag("list"),
            Self::Api => api::is_read(matches)?,
            _ => false,
        };
        if can {
            return Ok(());
        }
        let words = match (self, VERBS.iter().find(|(_, verb, _)| *verb == self)) {
            (Self::Api, _) => "api",
            (_, Some((word, ..))) if *word != name => &format!("{word} {name}"),
            _ => name,
        };
        Err(Failure::usage(format!(
            "`{words}` does not run in many tenants: --tenants is for reads"
        ))
        .with_hint("nothing was sent; leave --tenants out, or choose one tenant with --tenant"))
    }

    /// Whether the verb needs neither a credential nor a network. It runs without an asynchronous runtime.
    pub(crate) fn is_offline(self) -> bool {
        matches!(
            self,
            Self::Limits
                | Self::Search
                | Self::Operations
                | Self::Permissions
                | Self::Profile
                | Self::Completion
                | Self::Man
                | Self::Schema
        )
    }
}

/// The words of the verbs that a program has.
pub(crate) fn names(services: &Services) -> impl Iterator<Item = &'static str> {
    of_use(services).map(|(name, ..)| *name)
}

/// The commands of the verbs that a program has.
pub(crate) fn commands(services: &Services) -> impl Iterator<Item = Command> {
    of_use(services).map(move |(_, verb, _)| verb.command(services.catalog()))
}

/// The verbs without options, for the help of the program: it prints what each is for, and options cost time.
///
/// A command line that begins with a verb gets it whole, so these are never parsed with.
fn stubs(services: &Services) -> impl Iterator<Item = Command> {
    of_use(services).map(|(name, _, about)| Command::new(*name).about(*about))
}

/// The verbs whose operations a program has.
fn of_use(
    services: &Services,
) -> impl Iterator<Item = &'static (&'static str, Verb, &'static str)> {
    VERBS.iter().filter(|(_, verb, _)| verb.is_of_use(services))
}

/// The commands that the words of a command line need. `verb` is that of [`Verb::of`].
pub(crate) fn tree(
    name: &'static str,
    services: &Services,
    typed: &Typed,
    verb: Option<Verb>,
) -> Command {
    let catalog = services.catalog();
    match verb {
        Some(verb) => tree::verb_tree(name, verb.command(catalog)),
        None => tree::tree(name, catalog, typed.resolved(), stubs(services)),
    }
}

/// The names of the ready hunts, with their titles. A file that cannot be parsed is left out.
pub(crate) fn hunts() -> Vec<(String, String)> {
    hunt::names()
}

/// Runs a verb that sends nothing. `name` is the last word of the command.
pub(crate) fn run_offline(
    verb: Verb,
    name: &str,
    services: &Services,
    matches: &ArgMatches,
    console: &mut Console,
) -> Result<()> {
    match verb {
        Verb::Search => search::run(services, matches, console),
        Verb::Permissions => permissions::run(services, matches, console),
        Verb::Profile => commands::profile::run(name, matches, console),
        Verb::Completion => console.bytes(&completion::script(matches)?),
        Verb::Limits => commands::limits::run(services.catalog(), matches, console),
        Verb::Man => man::run(services, matches, console),
        Verb::Schema => schema::run(services, matches, console),
        _ => self::operations::run(services, matches, console),
    }
}

/// Runs a verb that makes calls. A verb is responsible for its own `--dry-run` and its questions.
///
/// `name` is the last word of the command.
pub(crate) async fn run(
    verb: Verb,
    session: &mut Session<'_>,
    name: &str,
    matches: &ArgMatches,
) -> Result<()> {
    match verb {
        Verb::Api => Box::pin(api::run(session, matches)).await,
        Verb::Hunt => hunt::run(session, name, matches).await,
        Verb::Collect | Verb::Export => {
            let catalog = session.context.catalog();
            let streams = commands::collect::streams(catalog, matches, &collect::HUNTING)?;
            commands::collect::print(session.console, session.globals.limit, &streams)
        }
        #[cfg(feature = "lake")]
        Verb::Lake => Box::pin(lake::run(session, name, matches)).await,
        #[cfg(not(feature = "lake"))]
        Verb::Lake => Err(collect::no_lake()),
        Verb::LiveResponse => live_response::run(session, name, matches).await,
        Verb::Report => report::run(session, matches).await,
        Verb::Doctor => doctor::run(session, matches).await,
        Verb::Tenants => tenants::run(session, name, matches).await,
        Verb::Sandbox => sandbox::run(session, matches).await,
        Verb::Permissions => permissions::granted(session, matches).await,
        Verb::Triage => Box::pin(triage::run(session, matches)).await,
        Verb::UploadLog => upload_log::run(session, matches).await,
        _ => auth::run(session, name, matches).await,
    }
}
