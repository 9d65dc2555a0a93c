//! `cargo xtask bench`: cost of lists and of a first call, compared with curl and Python on the same bytes.
//!
//! Everything runs on this machine: a server in Python sends compressed pages over TLS, the programs take turns. The
//! scripts lie in `xtask/bench`, what they make in the target folder. Needs python3 and curl; the two packages that the
//! scripts use come from PyPI. Without valgrind no instructions are counted.

mod cases;
mod machine;
mod measure;
mod report;
mod server;
mod tools;

use std::fs;

use crate::{Outcome, out, workspace};

use cases::Bench;
use tools::Tools;

/// The page with the results, and the option that does not write it.
const PAGE: &str = "docs/performance.md";
const QUICK: &str = "--quick";

/// Builds, measures, prints, and writes the page unless `--quick` is given.
pub(crate) fn run(arguments: &[&str]) -> Outcome {
    let quick = match arguments {
        [] => false,
        [word] if *word == QUICK => true,
        _ => return Err(format!("bench takes {QUICK} or nothing")),
    };
    let tools = Tools::prepare()?;
    let bench = Bench::start(&tools, quick)?;
    let results = bench.results()?;
    out::line(&report::tables(&results));
    if quick {
        out::note(&format!("{QUICK}: few rounds, nothing was written"));
        return Ok(());
    }
    let path = workspace::root()?.join(PAGE);
    let page = report::page(&results, &machine::describe());
    fs::write(&path, page).map_err(|error| format!("cannot write {}: {error}", path.display()))?;
    out::note(&format!("wrote {PAGE}"));
    Ok(())
}
