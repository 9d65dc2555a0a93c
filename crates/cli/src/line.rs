//! A command line from its words to the exit code.
//!
//! 1. The first three words are looked up (`commands::typed`), and only their branch of commands is built.
//! 2. `clap` parses the arguments. A known word in the wrong place is an error with the commands that may be meant.
//! 3. Options, variables and profile become settings (`setup`).
//! 4. The inputs are filled and checked; a wrong one ends here, before the runtime starts.
//! 5. The operation or the verb runs, and its failure is printed.
//!
//! Errors before step 3 are printed too in the format that `-o` names: it is read from the raw arguments.

use std::ffi::OsString;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{ArgMatches, Command};
use operations::mapping::Mapping;

use crate::action::{Action, What};
use crate::context::Context;
use crate::invoke;
use crate::services::Services;
use crate::session::Session;
use crate::tenants::{self, Fan};
use crate::verbs::{self, Verb};
use commands::globals::Globals;
use commands::setup::{self, Needs, Setup};
use commands::typed::Typed;
use terminal::signals::{self, Signals};
use terminal::{Console, Exit, Failure, Result};

/// A command line after step 1.
#[derive(Debug)]
pub(crate) struct Line {
    name: &'static str,
    services: Services,
    typed: Typed,
    /// The verb that the first word names. `None` if the words name a product.
    verb: Option<Verb>,
}

/// The result of parsing.
enum Parsed {
    Matches(ArgMatches),
    /// Help was printed, or another program ran.
    Ended(ExitCode),
}

/// The command itself, without the branches above it.
struct Leaf<'a> {
    /// The word of an operation or of a verb, such as `login`.
    name: &'a str,
    matches: &'a ArgMatches,
    globals: &'a Globals,
}

impl Line {
    /// Looks the words up. Builds no command and reads no file.
    pub(crate) fn read(name: &'static str, services: Services, arguments: Vec<OsString>) -> Self {
        let typed = Typed::read(arguments, services.catalog());
        let verb = Verb::of(&typed, &services);
        Self {
            name,
            services,
            typed,
            verb,
        }
    }

    /// The commands that the words need.
    pub(crate) fn tree(&self) -> Command {
        verbs::tree(self.name, &self.services, &self.typed, self.verb)
    }

    /// The operation that the words name.
    pub(crate) fn operation(&self) -> Option<&'static auth_core::http_core::Operation> {
        self.typed.operation()
    }

    /// Runs the command and prints its failure.
    pub(crate) fn run(&self) -> ExitCode {
        let matches = match self.parse() {
            Ok(Parsed::Matches(matches)) => matches,
            Ok(Parsed::Ended(code)) => return code,
            Err(failure) => return self.early_console().fail(&failure).into(),
        };
        let (name, matches) = leaf(&matches);
        let setup = match Setup::of(Globals::of(matches), self.needs()) {
            Ok(setup) => setup,
            Err(failure) => return self.early_console().fail(&failure).into(),
        };
        let mut console = Console::of_process(setup.settings);
        let leaf = Leaf {
            name,
            matches,
            globals: &setup.globals,
        };
        match self.act(&leaf, setup.environment, &mut console) {
            Ok(()) => Exit::Success.into(),
            Err(failure) => console.fail(&failure).into(),
        }
    }

    /// The console before the options are parsed.
    fn early_console(&self) -> Console {
        Console::of_process(setup::before_parsing(self.typed.arguments()))
    }

    /// Parses the arguments, or runs the program on `PATH` that the first word names.
    fn parse(&self) -> Result<Parsed> {
        let is_unknown = self.typed.resolved().product.is_none() && self.verb.is_none();
        if is_unknown && let Some(outcome) = self.typed.run_external(self.name) {
            return outcome.map(|code| Parsed::Ended(code.into()));
        }
        self.typed.check_wait()?;
        let arguments = self.typed.arguments();
        let error = match self.tree().try_get_matches_from(arguments) {
            Ok(matches) => return Ok(Parsed::Matches(matches)),
            Err(error) => error,
        };
        let verbs = self.verb.is_none().then(|| verbs::names(&self.services));
        let catalog = self.services.catalog();
        match self.typed.complaint(&error, || self.tree(), catalog, verbs) {
            Some(failure) => Err(failure),
            None => {
                let exit = self.early_console().parsed(&error, arguments);
                Ok(Parsed::Ended(exit.into()))
            }
        }
    }

    /// Runs the command. The runtime and the network are used only by commands that make calls.
    fn act(
        &self,
        leaf: &Leaf<'_>,
        environment: auth_core::settings::profiles::Sources,
        console: &mut Console,
    ) -> Result<()> {
        let globals = leaf.globals;
        let named = environment.get("DEFENDER_LOG");
        terminal::log::start(globals.verbose, named, globals.log_format)?;
        if !globals.rate_limit {
            console.note("--rate-limit off: the documented budgets are ignored, and the service may refuse calls");
        }
        let id = self.typed.operation().map_or("", |operation| operation.id);
        let mapping = Mapping::of(globals.schema, id)?.map(Arc::new);
        let is_of_many = globals.tenants.chosen.is_some() && self.verb.is_none_or(Verb::fans_out);
        if !is_of_many {
            globals.tenants.check_one()?;
        }
        if let Some(verb) = self.verb.filter(|verb| verb.is_offline() && !is_of_many) {
            return verbs::run_offline(verb, leaf.name, &self.services, leaf.matches, console);
        }
        let what = match (self.typed.operation(), self.verb) {
            (Some(operation), _) => {
                let filled = invoke::requests(operation, leaf.matches, console)?;
                What::Operation(operation, Box::new(filled))
            }
            (None, Some(verb)) => match verb.collecting(self.services.catalog(), leaf.matches)? {
                Some(collecting) => What::Collect(Arc::new(collecting)),
                None => What::Verb(verb),
            },
            (None, None) => return Err(Failure::usage("unknown command")),
        };
        let action = Action {
            name: leaf.name,
            matches: leaf.matches,
            what,
        };
        if !is_of_many && action.shard().is_some() {
            return Err(
                Failure::usage("--shard is a part of the tenants of --tenants")
                    .with_hint("give --tenants, or leave --shard out"),
            );
        }
        signals::online(async {
            let mut signals = Signals::listen()?;
            let opened = Context::open(self.services.clone(), globals, environment);
            let context = signals.or(opened).await??;
            if let Some(collecting) = action.collecting().filter(|_| !globals.dry_run) {
                let opened = collecting.open(&context, !is_of_many, console);
                signals.or(Box::pin(opened)).await??;
            }
            if is_of_many {
                let fan = Fan {
                    globals,
                    context: &context,
                    action: &action,
                    mapping,
                };
                return Box::pin(tenants::run(&fan, console, &mut signals)).await;
            }
            if !globals.dry_run {
                console.write_as(mapping);
            }
            let mut session = Session {
                globals,
                console,
                signals,
                context,
                rows: jobs::Rows::default(),
                stop: jobs::Stop::new(),
                waiting: jobs::Waiting::default(),
                is_agreed: false,
            };
            let outcome = action.run(&mut session).await;
            session.context.keep_budgets().await;
            outcome
        })
    }

    /// What the command needs of variables and profile.
    fn needs(&self) -> Needs {
        let words = self.typed.words();
        match self.verb {
            Some(verb) if verb.is_offline() || verb == Verb::Sandbox => Needs::Nothing,
            Some(Verb::Auth) if words.get(1) == Some(&"login") => Needs::NewProfile,
            _ => Needs::Profile,
        }
    }
}

/// The last word of the command and its matches.
fn leaf(matches: &ArgMatches) -> (&str, &ArgMatches) {
    let mut leaf = ("", matches);
    while let Some(inner) = leaf.1.subcommand() {
        leaf = inner;
    }
    leaf
}

#[cfg(test)]
mod tests {
    use auth_core::http_core::Operation;

    use super::*;
    use crate::app::App;
    use auth_core::services::Product;

    static LIST: Operation = Operation::get("mdo.mail_rules.list", "/api/rules");
    const OPERATIONS: &[&Operation] = &[&LIST];

    fn read(app: &App, line: &str) -> Line {
        let arguments = line.split(' ').map(OsString::from).collect();
        Line::read("defender", app.services(), arguments)
    }

    #[test]
    fn a_program_with_one_product_needs_no_word_for_it() {
        let app = App::new("defender-mdo").product(Product::new(OPERATIONS, |_, _| None));
        for line in [
            "d mdo mail-rules list",
            "d mail-rules list",
            "d -o json mail-rules list",
        ] {
            let found = read(&app, line).operation();
            assert_eq!(
                found.map(|operation| operation.id),
                Some("mdo.mail_rules.list"),
                "{line}"
            );
        }
        assert!(read(&app, "d operations").verb.is_some());
    }

    #[test]
    fn a_program_of_others_has_the_verbs_that_its_operations_have_a_use_for() {
        let app = App::new("defender-mdo").product(Product::new(OPERATIONS, |_, _| None));
        for verb in ["hunt", "upload-log", "sandbox"] {
            assert!(read(&app, &format!("d {verb}")).verb.is_none(), "{verb}");
            assert!(
                read(&App::built_in(), &format!("d {verb}")).verb.is_some(),
                "{verb}"
            );
        }
        let help = read(&app, "d").tree().render_long_help().to_string();
        assert!(
            help.contains("defender mdo mail-rules list --help"),
            "{help}"
        );
        assert!(
            !help.contains("\n  hunt") && !help.contains("mde alerts list"),
            "{help}"
        );
    }

    #[test]
    fn help_is_asked_for_in_front_or_behind() {
        let line = read(&App::built_in(), "defender help mde alerts list");
        assert_eq!(
            line.typed.arguments(),
            ["defender", "mde", "alerts", "list", "--help"]
        );
        assert_eq!(
            line.operation().map(|operation| operation.id),
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
