//! `cargo xtask openapi`: the documents of `docs/openapi`, and other people's tools against them.
//!
//! The built program prints the documents, so they are what a user gets. Three validators read them, `schemathesis`
//! sends what they allow and what they forbid to the emulator, and a client that another generator made of them works
//! with the emulator. The tools come from PyPI and npm, into the build's folder.

mod tools;

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::peers::Emulator;
use crate::{Outcome, no_arguments, out, test, workspace};
use tools::Tools;

/// Where the tables lie: one folder a product.
const TABLES: &str = "crates/reference";

/// Where the documents go.
const DOCUMENTS: &str = "docs/openapi";

/// Versions of OpenAPI, and the ends of the names of their files.
const VERSIONS: [(&str, &str); 2] = [("3.1", ".json"), ("3.0", "-3.0.json")];

/// The tests that record answers.
const RECORDER: &str = "openapi::recorded";

/// The seed of the run that has to pass.
const SEED: u64 = 42;

/// The emulator's clock for clients that wait for the end of an action.
const FAST: &[&str] = &["--no-limits", "--speed", "60"];

/// Writes the documents, or with `--check` compares them with what the program prints. `--answers` records the answers of
/// the emulator to the examples of the documents first; a test of the suite compares those.
pub(crate) fn run(arguments: &[&str]) -> Outcome {
    match arguments {
        [] => documents(false).map(|_| ()),
        ["--check"] => documents(true).map(|_| ()),
        ["--answers"] => answers(),
        other => Err(format!("openapi takes --check or --answers, not {other:?}")),
    }
}

/// Records answers to what the documents say now, and writes the documents with them.
fn answers() -> Outcome {
    documents(false)?;
    let mut tests = workspace::cargo(&test::SUITE)?;
    tests.args(["--", RECORDER]);
    tests.env("DEFENDER_RECORD_ANSWERS", "1");
    workspace::check(tests)?;
    documents(false).map(|_| ())
}

/// Every gate with the fixed seed: drift, validators, fuzzing, a generated client.
pub(crate) fn gates(arguments: &[&str]) -> Outcome {
    no_arguments(arguments)?;
    let bench = Bench::prepare()?;
    let (valid, fuzzed) = std::thread::scope(|scope| {
        let validation = scope.spawn(|| bench.tools.validate(&bench.documents));
        let fuzzed = bench.fuzz(SEED, 3);
        (validation.join(), fuzzed)
    });
    valid.map_err(|_| "the validators were not ended")??;
    fuzzed?;
    bench.client()
}

/// Fuzzing with a random seed or a given one, and more cases.
pub(crate) fn trial(arguments: &[&str]) -> Outcome {
    let seed = match arguments {
        [] => u64::from(std::process::id()),
        ["--seed", seed] => seed
            .parse()
            .map_err(|_| format!("--seed takes a number, not `{seed}`"))?,
        other => return Err(format!("openapi-trial takes --seed N, not {other:?}")),
    };
    let bench = Bench::prepare()?;
    bench.fuzz(seed, 50)?;
    bench.rust_client()
}

/// The documents, the program and the tools.
struct Bench {
    root: PathBuf,
    binary: PathBuf,
    tools: Tools,
    documents: Vec<PathBuf>,
}

impl Bench {
    fn prepare() -> Result<Self, String> {
        let (binary, documents) = documents(true)?;
        let folder = binary.with_file_name("openapi");
        fs::create_dir_all(&folder).map_err(|error| format!("no {}: {error}", folder.display()))?;
        Ok(Self {
            root: workspace::root()?,
            tools: Tools::install(&folder)?,
            binary,
            documents,
        })
    }

    /// Runs schemathesis on every document of 3.1, all at once: one run leaves a core idle half of the time. A failure names
    /// the seed that repeats it.
    fn fuzz(&self, seed: u64, examples: u32) -> Outcome {
        let newest = self.documents.iter().filter(|path| is_newest(path));
        let failed: Vec<String> = std::thread::scope(|scope| {
            let runs = newest.map(|path| scope.spawn(move || self.fuzz_one(path, seed, examples)));
            let runs: Vec<_> = runs.collect();
            let ends = runs.into_iter().map(|run| match run.join() {
                Ok(end) => end,
                Err(_) => Err("a run of schemathesis was not ended".to_owned()),
            });
            ends.filter_map(Result::err).collect()
        });
        match failed.is_empty() {
            true => Ok(()),
            false => Err(format!(
                "{}\nto repeat it: cargo xtask openapi-trial --seed {seed}",
                failed.join("\n")
            )),
        }
    }

    /// Runs it on one document, against an emulator of its own. What it prints is shown when it has ended.
    fn fuzz_one(&self, document: &Path, seed: u64, examples: u32) -> Outcome {
        let (mut command, _emulator) = self.python("fuzz.py", &["--no-limits"])?;
        command
            .arg(document)
            .args([seed.to_string(), examples.to_string()]);
        let name = document.display();
        let output = command.output();
        let output = output.map_err(|error| format!("schemathesis on {name}: {error}"))?;
        out::note(&format!("==> schemathesis on {name}"));
        out::note(&String::from_utf8_lossy(&output.stdout));
        out::note(&String::from_utf8_lossy(&output.stderr));
        match output.status.success() {
            true => Ok(()),
            false => Err(format!(
                "schemathesis on {name} ended with {}",
                output.status
            )),
        }
    }

    /// Generates a Python client and lets it work.
    fn client(&self) -> Outcome {
        let mut client = self.python("client.py", FAST)?;
        client.0.arg(self.root.join(DOCUMENTS));
        workspace::check(client.0)
    }

    /// Generates a Rust client, compiles it and lets it work.
    fn rust_client(&self) -> Outcome {
        let mut client = self.python("rust_client.py", FAST)?;
        client.0.arg(self.root.join(DOCUMENTS));
        workspace::check(client.0)
    }

    /// A script of `xtask/src/openapi`, with a fresh emulator that runs as long as the value.
    fn python(&self, script: &str, options: &[&str]) -> Result<(Command, Emulator), String> {
        let options: Vec<&OsStr> = options.iter().map(OsStr::new).collect();
        let emulator = Emulator::start(&self.binary, &options)?;
        let mut command = Command::new(&self.tools.python);
        command
            .arg(self.root.join("xtask/src/openapi").join(script))
            .envs(emulator.variables.iter().cloned());
        Ok((command, emulator))
    }
}

/// Whether a file is a document of the newest version.
fn is_newest(path: &Path) -> bool {
    let name = path.file_name().and_then(OsStr::to_str);
    name.is_some_and(|name| !name.ends_with(VERSIONS[1].1))
}

/// Builds the program, and writes or compares what it prints. Returns the program and the files.
fn documents(check: bool) -> Result<(PathBuf, Vec<PathBuf>), String> {
    let binary = workspace::built_program()?;
    let root = workspace::root()?;
    let folder = root.join(DOCUMENTS);
    fs::create_dir_all(&folder)
        .map_err(|error| format!("cannot create {}: {error}", folder.display()))?;
    let mut paths = Vec::new();
    let mut drifted = Vec::new();
    for product in products(&root)? {
        for (version, end) in VERSIONS {
            let path = folder.join(format!("{product}{end}"));
            let text = printed(&binary, &product, version)?;
            let is_same = fs::read(&path).is_ok_and(|present| present == text);
            if !is_same && check {
                drifted.push(format!(
                    "{DOCUMENTS}/{product}{end} is not what the tables say"
                ));
            } else if !is_same {
                fs::write(&path, text)
                    .map_err(|error| format!("cannot write {}: {error}", path.display()))?;
                out::line(&format!("openapi: wrote {DOCUMENTS}/{product}{end}"));
            }
            paths.push(path);
        }
    }
    if !drifted.is_empty() {
        return Err(format!("{}\nrun `cargo xtask openapi`", drifted.join("\n")));
    }
    out::line(&format!("openapi: {} documents up to date", paths.len()));
    Ok((binary, paths))
}

/// The products that have tables.
fn products(root: &Path) -> Result<Vec<String>, String> {
    let folder = root.join(TABLES);
    let entries = fs::read_dir(&folder);
    let entries = entries.map_err(|error| format!("cannot read {}: {error}", folder.display()))?;
    let entries = entries.flatten();
    let tables = entries.filter(|entry| entry.path().join("operations.json").is_file());
    let mut names: Vec<_> = tables
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort_unstable();
    Ok(names)
}

/// What the program prints for a product.
fn printed(binary: &Path, product: &str, version: &str) -> Result<Vec<u8>, String> {
    let words = [
        "operations",
        "--openapi",
        product,
        "--openapi-version",
        version,
    ];
    let output = Command::new(binary).args(words).output();
    let output = output.map_err(|error| format!("cannot run {}: {error}", binary.display()))?;
    match output.status.success() {
        true => Ok(output.stdout),
        false => Err(String::from_utf8_lossy(&output.stderr).into_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_documents_of_the_newest_version_are_fuzzed() {
        assert!(is_newest(Path::new("docs/openapi/mde.json")));
        assert!(!is_newest(Path::new("docs/openapi/mde-3.0.json")));
    }
}
