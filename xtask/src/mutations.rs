//! `cargo xtask mutations`: checks that the tests of signing in detect known mistakes.
//!
//! `xtask/mutations.json` lists mistakes that were seen in other clients, or that would break what the documents say: a
//! small edit each, and the tests that have to fail with it. The command makes a copy of the crates below the target folder,
//! makes one mistake at a time there, and runs the named tests. A mistake that no test detects is a failure.
//! `--check` only checks that each edit still fits the sources; it is part of `cargo xtask ci`.

mod list;
mod trial;

use crate::{Outcome, out, workspace};

use list::Mutation;
use trial::{Trial, Verdict};

/// Checks the list, or makes the mistakes whose text or file contains a word. Default: all.
pub(crate) fn run(arguments: &[&str]) -> Outcome {
    let root = workspace::root()?;
    let mutations = list::read(&root)?;
    list::check(&root, &mutations)?;
    match arguments {
        ["--check"] => {
            out::line(&format!("mutations: {} still fit", mutations.len()));
            Ok(())
        }
        [] => make(&mutations),
        [word] => {
            let named = |one: &Mutation| one.mistake.contains(word) || one.file.contains(word);
            let some: Vec<_> = mutations.into_iter().filter(named).collect();
            if some.is_empty() {
                return Err(format!("no mistake of the list speaks of `{word}`"));
            }
            make(&some)
        }
        _ => Err("usage: cargo xtask mutations [--check | WORD]".to_owned()),
    }
}

fn make(mutations: &[Mutation]) -> Outcome {
    let trial = Trial::prepare(mutations)?;
    let mut lived = Vec::new();
    for (number, mutation) in mutations.iter().enumerate() {
        let verdict = trial.of(mutation)?;
        let word = match verdict {
            Verdict::Noticed => "noticed",
            Verdict::Refused => "refused by the compiler",
            Verdict::Lived => "LIVED",
            Verdict::Unbuildable => "DOES NOT BUILD",
        };
        out::line(&format!(
            "{:>3}/{} {word}: {} ({})",
            number + 1,
            mutations.len(),
            mutation.mistake,
            mutation.file
        ));
        if matches!(verdict, Verdict::Lived | Verdict::Unbuildable) {
            lived.push(mutation.mistake.as_str());
        }
    }
    if lived.is_empty() {
        out::line(&format!("mutations: all {} were noticed", mutations.len()));
        return Ok(());
    }
    Err(format!(
        "{} mistakes are noticed by no test:\n  {}",
        lived.len(),
        lived.join("\n  ")
    ))
}
