//! The name and the purpose of the program, for help and for the commands that messages suggest.
//!
//! They are global, because errors of every module suggest commands. The value is set once, before anything is printed.
//!
//! A third party's program has its own name, so no message contains `defender` as a command.

use std::fmt::Display;
use std::sync::OnceLock;

use auth_core::http_core::{AnswerKind, Operation};
use operations::Catalog;

/// Set by [`App::run`](crate::App::run).
static PROGRAM: OnceLock<Program> = OnceLock::new();

/// A program as its help presents it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Program {
    pub(crate) name: &'static str,
    /// The purpose, in one line without a full stop.
    pub(crate) about: &'static str,
}

impl Program {
    /// The command with every product.
    pub(crate) const DEFENDER: Self = Self {
        name: "defender",
        about: "The Microsoft Defender APIs on the command line",
    };
}

/// Sets the program. A second call has no effect.
pub(crate) fn set(program: Program) {
    PROGRAM.get_or_init(|| program);
}

/// The program. In tests, which do not set one, `defender`.
fn this() -> Program {
    PROGRAM.get().copied().unwrap_or(Program::DEFENDER)
}

/// The name of the program.
pub(crate) fn name() -> &'static str {
    this().name
}

/// The purpose of the program.
pub(crate) fn about() -> &'static str {
    this().about
}

/// A command of this program as a user types it.
pub(crate) fn call(words: impl Display) -> String {
    format!("{} {words}", name())
}

/// The section `Examples` of a help text.
pub(crate) fn examples(lines: &[&str]) -> String {
    let lines: Vec<_> = lines
        .iter()
        .map(|line| format!("\n  {}", call(line)))
        .collect();
    format!("Examples:{}", lines.concat())
}

/// The operation in examples: the alerts of Defender for Endpoint, or the first list of a program without them.
pub(crate) fn shown(catalog: &Catalog) -> Option<&'static Operation> {
    let is_list =
        |operation: &&Operation| matches!(operation.answer.kind, AnswerKind::Collection { .. });
    let first = || {
        catalog
            .operations()
            .find(is_list)
            .or_else(|| catalog.operations().next())
    };
    catalog.by_id("mde.alerts.list").or_else(first)
}
