//! The program's own name and purpose, for its help and for the commands that its texts suggest.

use std::fmt::Display;
use std::sync::OnceLock;

use auth_core::http_core::{AnswerKind, Operation};
use operations::Catalog;

/// Set once, by [`App::run`](crate::App::run): a process runs one program.
static PROGRAM: OnceLock<Program> = OnceLock::new();

/// A program as its help presents it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Program {
    pub(crate) name: &'static str,
    /// What it is for, in one line without a full stop.
    pub(crate) about: &'static str,
}

impl Program {
    /// The command with every product.
    pub(crate) const DEFENDER: Self = Self {
        name: "defender",
        about: "The Microsoft Defender APIs on the command line",
    };
}

/// Sets the program; a second call changes nothing.
pub(crate) fn set(program: Program) {
    PROGRAM.get_or_init(|| program);
}

fn this() -> Program {
    PROGRAM.get().copied().unwrap_or(Program::DEFENDER)
}

/// The name of the program.
pub(crate) fn name() -> &'static str {
    this().name
}

/// What the program is for.
pub(crate) fn about() -> &'static str {
    this().about
}

/// A command line of this program: its name, then the words.
pub(crate) fn call(words: impl Display) -> String {
    format!("{} {words}", name())
}

/// Command lines of this program under the title `Examples`, for the end of a help text.
pub(crate) fn examples(lines: &[&str]) -> String {
    let lines: Vec<_> = lines
        .iter()
        .map(|line| format!("\n  {}", call(line)))
        .collect();
    format!("Examples:{}", lines.concat())
}

/// The operation that examples show: the alerts of Defender for Endpoint if the program has them, otherwise its first list.
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
