//! `cargo xtask bench`: cost of lists, of a first call and of collecting into a lake, compared with curl and Python on the same bytes.
//!
//! Everything runs on this machine: a server in Python sends compressed pages over TLS, the programs take turns. The
//! scripts lie in `xtask/bench`, what they make in the target folder. Needs python3 and curl; the packages that the
//! scripts use come from PyPI. Without valgrind no instructions are counted.

mod cases;
mod lake;
mod machine;
mod measure;
mod report;
mod server;
mod tools;

use std::fs;

use crate::{Outcome, out, workspace};

use cases::Bench;
use lake::LakeCosts;
use tools::{LakePrograms, Programs, Tools};

/// The page with the results.
const PAGE: &str = "docs/performance.md";

/// What the caller wants.
#[derive(Debug, Default, PartialEq, Eq)]
struct Options<'a> {
    /// Few rounds and rows; nothing is written.
    is_quick: bool,
    /// The section on lakes alone.
    is_lake: bool,
    /// A `defender` with the feature `lake`. Default: the one that is built here.
    binary: Option<&'a str>,
}

impl<'a> Options<'a> {
    fn read(arguments: &[&'a str]) -> Result<Self, String> {
        let mut options = Self::default();
        let mut words = arguments.iter();
        while let Some(word) = words.next() {
            match *word {
                "--quick" => options.is_quick = true,
                "--lake" => options.is_lake = true,
                "--binary" => {
                    options.binary = Some(words.next().ok_or("--binary takes a file")?);
                }
                other => return Err(format!("bench does not know `{other}`")),
            }
        }
        match options.binary.is_some() && !options.is_lake {
            true => Err("--binary goes with --lake".to_owned()),
            false => Ok(options),
        }
    }
}

/// Builds, measures, prints, and writes the page unless `--quick` is given. Fails if a lake costs more than it must.
pub(crate) fn run(arguments: &[&str]) -> Outcome {
    let options = Options::read(arguments)?;
    let tools = Tools::prepare()?;
    // First: the program without the feature has the same path.
    let programs = LakePrograms::build(&tools, options.binary)?;
    let path = workspace::root()?.join(PAGE);
    let (page, lake) = if options.is_lake {
        let lake = lake_costs(&tools, &programs, &options)?;
        let page = report::with_section(&workspace::read(&path)?, &report::section(&lake))?;
        (page, lake)
    } else {
        let lists = Programs::build()?;
        let results = Bench::start(&tools, &lists, options.is_quick)?.results()?;
        out::line(&report::tables(&results));
        let lake = lake_costs(&tools, &programs, &options)?;
        (report::page(&results, &lake, &machine::describe()), lake)
    };
    if options.is_quick {
        out::note("--quick: few rounds, nothing was written");
    } else {
        fs::write(&path, page)
            .map_err(|error| format!("cannot write {}: {error}", path.display()))?;
        out::note(&format!("wrote {PAGE}"));
    }
    match report::missed(&lake)[..] {
        [] => Ok(()),
        ref missed => Err(missed.join("\n")),
    }
}

fn lake_costs(
    tools: &Tools,
    programs: &LakePrograms,
    options: &Options<'_>,
) -> Result<LakeCosts, String> {
    let costs = lake::measure(tools, programs, options.is_quick)?;
    out::line(&report::section(&costs));
    Ok(costs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_read() {
        let options = Options::read(&["--lake", "--quick", "--binary", "d"]).unwrap();
        assert!(options.is_lake && options.is_quick);
        assert_eq!(options.binary, Some("d"));
        for wrong in [&["--fast"][..], &["--binary", "d"], &["--lake", "--binary"]] {
            assert!(Options::read(wrong).is_err(), "{wrong:?}");
        }
    }
}
