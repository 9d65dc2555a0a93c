//! The program: from the process's arguments to its exit code.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{ArgMatches, Command};

use crate::argv;
use crate::catalog::{Catalog, Resolved};
use crate::command;
use crate::context::Context;
use crate::environment::Environment;
use crate::exit::Exit;
use crate::external;
use crate::failure::{Failure, Result};
use crate::folders::Folders;
use crate::globals::Globals;
use crate::invoke::{self, Session};
use crate::output::{self, Console, Settings};
use crate::product::Product;
use crate::profile::{Config, Selected};
use crate::schema::Mapping;
use crate::signals::{self, Signals};
use crate::verbs::{self, Verb};

include!(concat!(env!("OUT_DIR"), "/products.rs"));

/// How many commands are named that may be meant.
const SHOWN: usize = 5;

/// How many words name an operation.
const WORDS: usize = 3;

/// A command-line program over the operations of some products.
#[derive(Clone, Debug)]
pub struct App {
    name: &'static str,
    products: Vec<Product>,
}

impl App {
    /// A program of that name without any product.
    pub fn new(name: &'static str) -> Self {
        Self {
            name,
            products: Vec::new(),
        }
    }

    /// The `defender` command with every product that is built in.
    pub fn built_in() -> Self {
        let with_addresses = |product: &Product| {
            if product.has_host("mdca_portal") {
                product.with_tenant_endpoint("mdca_portal", mdca_api::portal)
            } else if product.has_host("mde") {
                product.with_regions("mde", mde_api::REGIONS, mde_api::regional_endpoint)
            } else {
                *product
            }
        };
        Self {
            name: "defender",
            products: PRODUCTS.iter().map(with_addresses).collect(),
        }
    }

    /// Adds a product's commands.
    #[must_use]
    pub fn product(mut self, product: Product) -> Self {
        self.products.push(product);
        self
    }

    /// Runs the command that the process's arguments name, and gives the exit code.
    pub fn run(self) -> ExitCode {
        let arguments: Vec<OsString> = std::env::args_os().collect();
        let first = arguments.get(1).and_then(|word| word.to_str());
        if matches!(first, Some("--version" | "-V")) {
            return output::version(self.name).into();
        }
        let catalog = self.catalog();
        let line = Line::read(self.name, arguments, &catalog);
        line.run(&catalog)
            .unwrap_or_else(|(mut console, failure)| console.fail(&failure).into())
    }

    pub(crate) fn catalog(&self) -> Catalog {
        Catalog::new(self.products.clone())
    }
}

/// What went wrong, and where to say so.
type Ended = (Box<Console>, Failure);

/// A command line whose words have been looked up.
#[derive(Debug)]
struct Line {
    name: &'static str,
    arguments: Vec<OsString>,
    words: Vec<usize>,
    resolved: Resolved,
    verb: Option<Verb>,
}

impl Line {
    fn read(name: &'static str, mut arguments: Vec<OsString>, catalog: &Catalog) -> Self {
        let mut words = argv::words(&arguments, WORDS);
        words_of_help(&mut arguments, &mut words);
        sole_product(&mut arguments, &mut words, catalog);
        let named: Vec<_> = words.iter().map(|&at| text(&arguments[at])).collect();
        let resolved = catalog.resolve(&named);
        let verb = match (resolved.product, named.first()) {
            (None, Some(word)) => Verb::named(word),
            _ => None,
        };
        Self {
            name,
            arguments,
            words,
            resolved,
            verb,
        }
    }

    fn tree(&self, catalog: &Catalog) -> Command {
        match self.verb {
            Some(verb) => command::verb_tree(self.name, verb.command()),
            None => command::tree(self.name, catalog, &self.resolved),
        }
    }

    fn run(&self, catalog: &Catalog) -> Result<ExitCode, Ended> {
        let environment = Environment::default();
        let early = || {
            Box::new(Console::of_process(Settings::before_parsing(
                &self.arguments,
                &environment,
            )))
        };
        if let Some(outcome) = self.external() {
            return outcome
                .map(ExitCode::from)
                .map_err(|failure| (early(), failure));
        }
        let matches = match self.tree(catalog).try_get_matches_from(&self.arguments) {
            Ok(matches) => matches,
            Err(error) => {
                let mut console = early();
                return match self
                    .no_text(catalog, &error)
                    .or_else(|| self.misplaced(catalog, &error))
                {
                    Some(failure) => Err((console, failure)),
                    None => Ok(console.parsed(&error, &self.arguments).into()),
                };
            }
        };
        let (name, leaf) = leaf(&matches);
        let globals = Globals::of(leaf);
        let environment = self
            .environment(&globals)
            .map_err(|failure| (early(), failure))?;
        let settings =
            Settings::of(&globals, &environment).map_err(|failure| (early(), failure))?;
        let mut console = Box::new(Console::of_process(settings));
        match self.act(catalog, (name, leaf, &globals), environment, &mut console) {
            Ok(()) => Ok(Exit::Success.into()),
            Err(failure) => Err((console, failure)),
        }
    }

    /// What to say of an argument that is not UTF-8. It is sent nowhere, changed or unchanged.
    fn no_text(&self, catalog: &Catalog, error: &clap::Error) -> Option<Failure> {
        let is_no_text = |error: &clap::Error| error.kind() == ErrorKind::InvalidUtf8;
        let refuses = |arguments: &[OsString]| {
            let parsed = self.tree(catalog).try_get_matches_from(arguments);
            parsed.is_err_and(|error| is_no_text(&error))
        };
        if !is_no_text(error) {
            return None;
        }
        let tree = self.tree(catalog);
        let takes_value = |option: &str| has_option_with_value(&tree, option);
        let name = argv::no_text(&self.arguments, refuses, takes_value)?;
        Some(Failure::usage(format!("{name} is not UTF-8")))
    }

    /// What to say of words that are known, but not where they stand.
    fn misplaced(&self, catalog: &Catalog, error: &clap::Error) -> Option<Failure> {
        if error.kind() != ErrorKind::InvalidSubcommand {
            return None;
        }
        let words: Vec<&str> = self
            .words
            .iter()
            .map(|&at| text(&self.arguments[at]))
            .collect();
        // Words that lead somewhere already are not what is wrong, but the product may be another one.
        let right = usize::from(self.resolved.product.is_some())
            + usize::from(self.resolved.group.is_some());
        let in_part = (right + 1..=words.len()).rev().map(|most| &words[..most]);
        let elsewhere = words
            .get(1..)
            .filter(|words| right == 1 && !words.is_empty());
        let mut meant = in_part.chain(elsewhere).map(|words| catalog.meant(words));
        let meant = meant.find(|meant| !meant.is_empty())?;
        let shown: Vec<_> = meant
            .iter()
            .take(SHOWN)
            .map(|command| format!("`{} {command}`", self.name))
            .collect();
        let more = if meant.len() > SHOWN { ", …" } else { "" };
        let failure = Failure::usage(format!("there is no command `{}`", words.join(" ")));
        Some(failure.with_hint(format!("do you mean {}{more}", shown.join(", "))))
    }

    fn act(
        &self,
        catalog: &Catalog,
        (name, matches, globals): (&str, &ArgMatches, &Globals),
        environment: Environment,
        console: &mut Console,
    ) -> Result<()> {
        output::start_log(globals.verbose, &environment)?;
        if !globals.rate_limit {
            console.note("the documented budgets are not kept to (--rate-limit off): the service may refuse calls");
        }
        let mapping = Mapping::of(globals.schema, self.resolved.operation)?;
        if let Some(verb) = self.verb.filter(|verb| verb.is_offline()) {
            return verbs::run_offline(verb, (self.name, name), catalog, matches, console);
        }
        let filled = match self.resolved.operation {
            Some(row) => Some(invoke::requests(row, matches, console)?),
            None => None,
        };
        online(async {
            let mut signals = Signals::listen()?;
            let opened = Context::open(catalog.clone(), globals, environment);
            let context = signals.or(opened).await??;
            if let (Some(filled), true) = (&filled, globals.dry_run) {
                return invoke::dry_run(&context, console, (&filled.requests, matches));
            }
            let mut session = Session {
                globals,
                console,
                signals,
                context,
            };
            match (self.resolved.operation, filled) {
                (Some(row), Some(filled)) => {
                    session.console.write_as(mapping);
                    invoke::run(&mut session, row, matches, filled).await
                }
                _ => match self.verb {
                    Some(verb) => verbs::run(verb, &mut session, (name, matches)).await,
                    None => Err(Failure::usage("there is no such command")),
                },
            }
        })
    }

    /// The settings of the process and of the profile that is meant, where the command uses any.
    fn environment(&self, globals: &Globals) -> Result<Environment> {
        let is_offline = self
            .verb
            .is_some_and(|verb| verb.is_offline() || verb == Verb::Sandbox);
        if is_offline || globals.sandbox.used {
            return Ok(Environment::default());
        }
        let variable = Environment::default().get("DEFENDER_PROFILE");
        let folders = match Folders::of_process() {
            Err(_) if globals.profile.is_none() && variable.is_none() => {
                return Ok(Environment::default());
            }
            folders => folders?,
        };
        let config = Config::read(&folders)?;
        let option = globals.profile.as_deref();
        let selected = match Selected::of(&config, option, variable.as_deref())? {
            Some(selected) if !self.makes_profile() => Some(selected.require(&config)?),
            selected => selected,
        };
        let environment = Environment::of_process(selected);
        environment.check()?;
        Ok(environment)
    }

    /// Whether the command is the one that makes the profile it names.
    fn makes_profile(&self) -> bool {
        let second = self.words.get(1).map(|&at| text(&self.arguments[at]));
        self.verb == Some(Verb::Auth) && second == Some("login")
    }

    /// Runs another program, where the first word is no command of this one and names it.
    fn external(&self) -> Option<Result<u8>> {
        if self.resolved.product.is_some() || self.verb.is_some() {
            return None;
        }
        let at = *self.words.first()?;
        let program = external::find(self.name, text(&self.arguments[at]))?;
        let kept = self
            .arguments
            .iter()
            .enumerate()
            .skip(1)
            .filter(|(index, _)| *index != at);
        Some(external::run(&program, kept.map(|(_, argument)| argument)))
    }
}

/// Runs what needs the network, on this thread alone.
fn online<T>(work: impl Future<Output = Result<T>>) -> Result<T> {
    signals::check_open_files()?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::machine("the runtime cannot be started", &error))?;
    let outcome = runtime.block_on(work);
    // A name that is still being looked up must not keep the process from ending.
    runtime.shutdown_background();
    outcome
}

/// Whether a command or one below it has an option, written so, that takes a value.
fn has_option_with_value(command: &Command, option: &str) -> bool {
    let is_meant = |argument: &clap::Arg| {
        let long = argument
            .get_long()
            .is_some_and(|name| option.strip_prefix("--") == Some(name));
        let short = argument.get_short();
        let short = short.is_some_and(|letter| {
            option.strip_prefix('-') == Some(letter.encode_utf8(&mut [0; 4]))
        });
        (long || short) && argument.get_action().takes_values()
    };
    command.get_arguments().any(is_meant)
        || command
            .get_subcommands()
            .any(|inner| has_option_with_value(inner, option))
}

/// The last word of the command, and the matches of the command itself.
fn leaf(matches: &ArgMatches) -> (&str, &ArgMatches) {
    let mut leaf = ("", matches);
    while let Some(inner) = leaf.1.subcommand() {
        leaf = inner;
    }
    leaf
}

/// An argument where a word is looked for; nothing where it is not text, which names no command.
fn text(argument: &OsString) -> &str {
    argument.to_str().unwrap_or_default()
}

/// `help mde alerts` is `mde alerts --help`.
fn words_of_help(arguments: &mut Vec<OsString>, words: &mut Vec<usize>) {
    let Some(&at) = words.first().filter(|&&at| arguments[at] == "help") else {
        return;
    };
    arguments.remove(at);
    arguments.push("--help".into());
    *words = argv::words(arguments, WORDS);
}

/// In a program with one product its word may be left out.
fn sole_product(arguments: &mut Vec<OsString>, words: &mut Vec<usize>, catalog: &Catalog) {
    let [product] = catalog.products()[..] else {
        return;
    };
    let Some(&at) = words.first() else {
        return;
    };
    let groups = catalog.groups(product);
    if groups
        .iter()
        .any(|group| crate::words::means(text(&arguments[at]), group))
    {
        arguments.insert(at, crate::words::word(product).into());
        *words = argv::words(arguments, WORDS);
    }
}

#[cfg(test)]
mod tests {
    use auth_core::http_core::Operation;

    use super::*;

    static LIST: Operation = Operation::get("mdo.mail_rules.list", "/api/rules");
    const OPERATIONS: &[&Operation] = &[&LIST];

    fn read(app: &App, line: &str) -> Line {
        let arguments = line.split(' ').map(OsString::from).collect();
        Line::read(app.name, arguments, &app.catalog())
    }

    #[test]
    fn a_program_with_one_product_needs_no_word_for_it() {
        let app = App::new("defender-mdo").product(Product::new(OPERATIONS, |_, _| None));
        for line in [
            "d mdo mail-rules list",
            "d mail-rules list",
            "d -o json mail-rules list",
        ] {
            let found = read(&app, line).resolved.operation;
            assert_eq!(
                found.map(|row| row.id),
                Some("mdo.mail_rules.list"),
                "{line}"
            );
        }
        assert!(read(&app, "d operations").verb.is_some());
    }

    #[test]
    fn help_is_asked_for_in_front_or_behind() {
        let line = read(&App::built_in(), "defender help mde alerts list");
        assert_eq!(
            line.arguments,
            ["defender", "mde", "alerts", "list", "--help"]
        );
        assert_eq!(
            line.resolved.operation.map(|row| row.id),
            Some("mde.alerts.list")
        );
    }

    #[test]
    fn every_product_crate_of_the_manifest_is_built_in() {
        assert_eq!(
            App::built_in().catalog().products(),
            ["mdca", "mde", "graph", "xdr"]
        );
    }
}
