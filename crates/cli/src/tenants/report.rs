//! What became of each tenant, for people, for programs, and in the file of `--outcomes`.

use std::fs::File;
use std::io::Write;

use jobs::{Outcome, OutcomeKind, Tally};

use crate::globals::Globals;
use terminal::{Console, Exit, Failure, Result};

/// Collects outcomes. Only those that are not `ok` are kept.
pub(super) struct Report {
    file: Option<File>,
    tally: Tally,
    /// Outcomes that a person has to read, in the order of their end.
    unwell: Vec<Outcome>,
}

impl Report {
    /// Creates the file of `--outcomes`, and empties one that exists. With `--dry-run` no file is written.
    pub(super) fn open(globals: &Globals) -> Result<Self> {
        let path = globals.tenants.outcomes.as_deref();
        let path = path.filter(|_| !globals.dry_run);
        let file = path.map(File::create).transpose();
        let file = file.map_err(|error| Failure::machine("--outcomes", &error))?;
        Ok(Self {
            file,
            tally: Tally::default(),
            unwell: Vec::new(),
        })
    }

    /// Adds an outcome, and writes it for programs.
    pub(super) fn add(&mut self, console: &mut Console, outcome: Outcome) -> Result<()> {
        self.tally.add(&outcome);
        let record = outcome.to_json();
        if let Some(file) = &mut self.file {
            writeln!(file, "{record}").map_err(|error| Failure::machine("--outcomes", &error))?;
        }
        console.outcome(&record);
        if outcome.outcome != OutcomeKind::Ok {
            self.unwell.push(outcome);
        }
        Ok(())
    }

    /// Prints the tenants that are not `ok`, and the numbers. Programs have read them.
    pub(super) fn end(self, console: &mut Console) -> Tally {
        if !console.settings().for_programs() {
            for group in groups(&self.unwell) {
                console.fail(&told(&group));
            }
            console.note(&self.tally.to_string());
        }
        self.tally
    }
}

/// Outcomes that differ in their tenant alone stand together.
fn groups(outcomes: &[Outcome]) -> Vec<Vec<&Outcome>> {
    let mut groups: Vec<Vec<&Outcome>> = Vec::new();
    let said = |one: &Outcome| (one.outcome, one.message.clone(), one.rows);
    for outcome in outcomes {
        match groups
            .iter_mut()
            .find(|group| said(group[0]) == said(outcome))
        {
            Some(group) => group.push(outcome),
            None => groups.push(vec![outcome]),
        }
    }
    groups
}

/// The message of a group: the tenants, then what became of them.
fn told(group: &[&Outcome]) -> Failure {
    let names: Vec<_> = group.iter().map(|one| one.label()).collect();
    let one = group[0];
    let text = one.to_string();
    let rest = text.strip_prefix(one.label()).unwrap_or(&text);
    let failure = Failure::new(
        Exit::Attention,
        one.code.as_deref().unwrap_or_default(),
        format!("{}{rest}", names.join(", ")),
    );
    match &one.hint {
        Some(hint) => failure.with_hint(hint),
        None => failure,
    }
}
