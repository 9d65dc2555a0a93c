//! What became of each tenant, for people, for programs, and in the file of `--outcomes`.
//!
//! | reader | gets | when |
//! | --- | --- | --- |
//! | a person | the tenants that are not `ok`, those that say the same together, and the numbers | at the end |
//! | a program (`-o json`, `-o ndjson`) | an object for each tenant | as soon as it has ended |
//! | the file | the same objects | as soon as it has ended |

use std::fs::File;
use std::io::Write;

use jobs::{Outcome, OutcomeKind, Tally, in_words};

use crate::globals::Globals;
use terminal::{Console, Doing, Exit, Failure, Result};

/// Collects outcomes. Only those that are not `ok` are kept.
#[derive(Debug)]
pub struct Report {
    file: Option<File>,
    tally: Tally,
    /// Outcomes that a person has to read, in the order of their end.
    unwell: Vec<Outcome>,
}

impl Report {
    /// Creates the file of `--outcomes`, and empties one that exists. With `--dry-run` no file is written.
    pub fn open(globals: &Globals) -> Result<Self> {
        let path = globals.tenants.outcomes.as_deref();
        let path = path.filter(|_| !globals.dry_run);
        let file = path.map(File::create).transpose();
        Ok(Self {
            file: file.map_err(|error| Failure::machine("--outcomes", &error))?,
            tally: Tally::default(),
            unwell: Vec::new(),
        })
    }

    /// What the command is doing, of so many tenants.
    pub fn doing(&self, all: usize) -> Doing {
        let done = self.tally.total();
        let unwell = match self.unwell.len() {
            0 => String::new(),
            some => format!(", {some} of them not well"),
        };
        Doing::Spreading(format!("{done} of {all} tenants done{unwell}"))
    }

    /// Adds an outcome, and writes it for programs.
    pub fn add(&mut self, console: &mut Console, outcome: Outcome) -> Result<()> {
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
    pub fn end(self, console: &mut Console) -> Tally {
        if !console.settings().for_programs() {
            for why in in_words(&self.unwell) {
                let failure = Failure::new(Exit::Attention, &why.code, why.message);
                console.fail(&match why.hint {
                    Some(hint) => failure.with_hint(hint),
                    None => failure,
                });
            }
            console.note(&self.tally.to_string());
        }
        self.tally
    }
}
