//! The arguments of a process, before any command exists: their words, and what the words name.
//!
//! Only the branch of commands that the words name is built, because the whole tree has hundreds of leaves. `clap` parses the same
//! arguments with that branch afterwards.

use std::ffi::OsString;

use auth_core::http_core::Operation;
use clap::Command;
use clap::error::ErrorKind;
use operations::words::{means, word};
use operations::{Catalog, Resolved};

use crate::{argv, external, suggest};
use terminal::{Failure, Result};

/// Number of words that name an operation.
const WORDS: usize = 3;

/// A command line by its words.
///
/// ```
/// use auth_core::http_core::Operation;
/// use commands::typed::Typed;
///
/// static LIST: Operation = Operation::get("x.rules.list", "/rules");
/// const OPERATIONS: &[&Operation] = &[&LIST];
///
/// let catalog = operations::Catalog::new([OPERATIONS]);
/// let line = ["x", "-o", "json", "help", "rules", "list"].map(Into::into).to_vec();
/// let typed = Typed::read(line, &catalog);
/// assert_eq!(typed.operation().map(|found| found.id), Some("x.rules.list"));
/// assert_eq!(typed.arguments(), ["x", "-o", "json", "x", "rules", "list", "--help"]);
/// ```
#[derive(Debug)]
pub struct Typed {
    arguments: Vec<OsString>,
    /// Positions of the words among the arguments.
    words: Vec<usize>,
    resolved: Resolved,
}

impl Typed {
    /// Looks up the first three words. `help WORDS` becomes `WORDS --help`, and the product is inserted where the program has only
    /// one and its word was left out. `arguments` begins with the program.
    pub fn read(mut arguments: Vec<OsString>, catalog: &Catalog) -> Self {
        let mut words = argv::words(&arguments, WORDS);
        words_of_help(&mut arguments, &mut words);
        sole_product(&mut arguments, &mut words, catalog);
        let named: Vec<_> = words.iter().map(|&at| text(&arguments[at])).collect();
        let resolved = catalog.resolve(&named);
        Self {
            arguments,
            words,
            resolved,
        }
    }

    /// The arguments as they are parsed, the program first.
    pub fn arguments(&self) -> &[OsString] {
        &self.arguments
    }

    /// The words, at most three. One that is not UTF-8 is empty: no command has such a name.
    pub fn words(&self) -> Vec<&str> {
        let words = self.words.iter();
        words.map(|&at| text(&self.arguments[at])).collect()
    }

    /// The product, group and operation that the words name.
    pub fn resolved(&self) -> &Resolved {
        &self.resolved
    }

    /// The operation that the words name.
    pub fn operation(&self) -> Option<&'static Operation> {
        self.resolved.operation
    }

    /// Runs the program `NAME-WORD` on `PATH` for a first word that is no product, and returns its exit code. `None` if there is no
    /// such program.
    ///
    /// # Errors
    /// If the program cannot be run.
    pub fn run_external(&self, name: &str) -> Option<Result<u8>> {
        let at = *self.words.first()?;
        let program = external::find(name, text(&self.arguments[at]))?;
        let others = self.arguments.iter().enumerate().skip(1);
        let kept = others.filter(|(index, _)| *index != at);
        Some(external::run(&program, kept.map(|(_, argument)| argument)))
    }

    /// The failure for `--wait 10s` of an operation: the time needs an equals sign, because a blank would make it an id.
    ///
    /// # Errors
    /// A usage error with the right spelling.
    pub fn check_wait(&self) -> Result<()> {
        let time = self
            .operation()
            .and_then(|_| argv::detached_wait(&self.arguments));
        match time {
            Some(time) => Err(
                Failure::usage(format!("`--wait {time}` needs an equals sign"))
                    .with_hint(format!("write --wait={time}")),
            ),
            None => Ok(()),
        }
    }

    /// The failure for an argument that is not UTF-8, or for an unknown command or option, with what may be meant. `None` if the
    /// parser says enough.
    ///
    /// `tree` makes the commands that were parsed with. `verbs` are the words of the program's own commands; `None` if the first
    /// word is one of them, whose commands the parser knows.
    pub fn complaint<V: Iterator<Item = &'static str>>(
        &self,
        error: &clap::Error,
        tree: impl Fn() -> Command,
        catalog: &Catalog,
        verbs: Option<V>,
    ) -> Option<Failure> {
        match error.kind() {
            ErrorKind::InvalidUtf8 => {
                let refuses = |arguments: &[OsString]| {
                    let parsed = tree().try_get_matches_from(arguments);
                    parsed.is_err_and(|error| error.kind() == ErrorKind::InvalidUtf8)
                };
                // It is refused rather than changed: it may be an id.
                let name = argv::no_text(&self.arguments, refuses)?;
                Some(Failure::usage(format!("{name} is not UTF-8")))
            }
            ErrorKind::InvalidSubcommand => {
                verbs.map(|verbs| suggest::command(catalog, &self.words(), verbs))
            }
            ErrorKind::UnknownArgument => suggest::option(error, &tree(), &self.words()),
            _ => None,
        }
    }
}

fn text(argument: &OsString) -> &str {
    argument.to_str().unwrap_or_default()
}

/// Rewrites `help mde alerts` to `mde alerts --help`.
fn words_of_help(arguments: &mut Vec<OsString>, words: &mut Vec<usize>) {
    let Some(&at) = words.first().filter(|&&at| arguments[at] == "help") else {
        return;
    };
    arguments.remove(at);
    arguments.push("--help".into());
    *words = argv::words(arguments, WORDS);
}

/// Inserts the word of the product in a program with one product, where it may be left out.
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
        .any(|group| means(text(&arguments[at]), group))
    {
        arguments.insert(at, word(product).into());
        *words = argv::words(arguments, WORDS);
    }
}
