//! What a command has made itself: lists, plans for `--dry-run`, and the question before something is removed.

use std::path::Path;

use serde::Serialize;
use serde_json::{Value, json};

use super::Console;
use crate::failure::{Failure, Result};
use output::{Rows, Sentences};

impl Console {
    /// Prints records made by this program, up to the limit. `rows` is a list that was begun and has no record yet.
    ///
    /// Fails with exit code 3 if an expression failed for a record; the other records are printed.
    pub fn print_made(
        &mut self,
        limit: Option<u64>,
        mut rows: Rows,
        values: impl Iterator<Item = impl Serialize>,
    ) -> Result<()> {
        for (count, value) in (0..).zip(values) {
            if limit == Some(count) {
                let ended = self.end(rows, true);
                self.stopped_at_limit(count);
                return ended;
            }
            let row = serde_json::to_vec(&value)
                .map_err(|error| Failure::machine("a record cannot be written", &error.into()))?;
            self.row(&mut rows, &row)?;
        }
        self.end(rows, true)
    }

    /// Prints a list that this program made, up to the limit. A table shows every member with a plain value that fits.
    pub fn print_values(
        &mut self,
        limit: Option<u64>,
        values: impl Iterator<Item = impl Serialize>,
    ) -> Result<()> {
        let rows = self.rows();
        self.print_made(limit, rows, values)
    }

    /// Prints a list that this program made, up to the limit. In place of a table it prints sentences, because a cell would
    /// cut what they explain; `--columns` and `-o wide` print the table, and other formats do not change.
    pub fn print_sentences(
        &mut self,
        limit: Option<u64>,
        sentences: &'static Sentences,
        values: impl Iterator<Item = impl Serialize>,
    ) -> Result<()> {
        let mut rows = self.rows();
        rows.sentences(sentences);
        self.print_made(limit, rows, values)
    }

    /// Prints what a command would do, and the files that it would write or remove. For `--dry-run` of commands without a single
    /// request. `more` are further members of the object.
    pub fn would(&mut self, what: &str, writes: &[&Path], more: Value) -> Result<()> {
        let writes: Vec<_> = writes
            .iter()
            .map(|path| path.display().to_string())
            .collect();
        let mut plan = json!({"would": what, "writes": writes});
        if let (Value::Object(plan), Value::Object(more)) = (&mut plan, more) {
            plan.extend(more);
        }
        self.value(&plan)
    }

    /// Asks before something is removed for good. Refuses with exit code 9 without a terminal and without `--yes`.
    pub fn confirm(&mut self, yes: bool, what: &str) -> Result<()> {
        if yes {
            return Ok(());
        }
        if !self.can_ask() {
            let why =
                format!("this removal needs a confirmation, and there is no terminal: {what}");
            return Err(Failure::refused(why)
                .with_hint("give --yes to remove it, or --dry-run to see what would be removed"));
        }
        match self.ask(&format!("{what}. Go on?"))? {
            true => Ok(()),
            false => Err(Failure::refused("not confirmed; nothing was removed")),
        }
    }
}
