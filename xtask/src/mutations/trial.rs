//! A copy of the crates, in which mistakes are made.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use super::list::Mutation;
use crate::{Outcome, out, workspace};

/// The crates that the list edits, and the files that their sources include.
const COPIED: [&str; 2] = ["crates/http-core/", "crates/auth-core/"];
const SHARED: [&str; 4] = ["Cargo.lock", "rust-toolchain.toml", "clippy.toml", "docs/"];

/// A mistake may make a test hang.
const PATIENCE: Duration = Duration::from_secs(120);

/// The result of a mistake.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    Noticed,
    Refused,
    Lived,
    /// The edit does not compile, so its tests did not run.
    Unbuildable,
}

pub(super) struct Trial {
    folder: PathBuf,
    target: PathBuf,
}

impl Trial {
    /// Copies the crates, and checks that every named test passes without a mistake.
    pub(super) fn prepare(mutations: &[Mutation]) -> Result<Self, String> {
        let root = workspace::root()?;
        let target =
            std::env::var_os("CARGO_TARGET_DIR").map_or(root.join("target"), PathBuf::from);
        let folder = target.join("mutations");
        let trial = Self { folder, target };
        trial.copy(&root)?;
        let packages: BTreeSet<_> = mutations.iter().map(|one| one.package.as_str()).collect();
        for package in packages {
            out::note(&format!("==> {package} as it is"));
            let of_package = mutations.iter().filter(|one| one.package == package);
            let tests: BTreeSet<_> = of_package.flat_map(|one| &one.tests).collect();
            let program = trial.build(package)?;
            let program = program.ok_or(format!("the tests of {package} do not build"))?;
            for test in tests {
                if !trial.passes(package, &program, test)? {
                    return Err(format!("{test} is not there or fails without any mistake"));
                }
            }
        }
        Ok(trial)
    }

    fn copy(&self, root: &Path) -> Outcome {
        let is_wanted = |file: &String| {
            let mut prefixes = COPIED.iter().chain(&SHARED);
            prefixes.any(|prefix| file.starts_with(prefix))
        };
        for file in workspace::files(root)?
            .iter()
            .filter(|file| is_wanted(file))
        {
            put(
                &self.folder.join(file),
                &fs::read(root.join(file))
                    .map_err(|error| format!("cannot read {file}: {error}"))?,
            )?;
        }
        let manifest = workspace::read(&root.join("Cargo.toml"))?;
        let lines = manifest.lines().map(|line| match line.split(" =").next() {
            Some("members") => "members = [\"crates/*\"]",
            Some("default-members") => "",
            _ => line,
        });
        let manifest: Vec<_> = lines.collect();
        put(
            &self.folder.join("Cargo.toml"),
            manifest.join("\n").as_bytes(),
        )
    }

    /// Makes the mistake, runs its tests, and undoes it.
    pub(super) fn of(&self, mutation: &Mutation) -> Result<Verdict, String> {
        let path = self.folder.join(&mutation.file);
        let before = workspace::read(&path)?;
        put(
            &path,
            before
                .replacen(&mutation.find, &mutation.replace, 1)
                .as_bytes(),
        )?;
        let verdict = self.judge(mutation);
        put(&path, before.as_bytes())?;
        verdict
    }

    fn judge(&self, mutation: &Mutation) -> Result<Verdict, String> {
        let program = self.build(&mutation.package)?;
        if mutation.tests.is_empty() {
            return Ok(match program {
                Some(_) => Verdict::Lived,
                None => Verdict::Refused,
            });
        }
        let Some(program) = program else {
            return Ok(Verdict::Unbuildable);
        };
        for test in &mutation.tests {
            if self.passes(&mutation.package, &program, test)? {
                return Ok(Verdict::Lived);
            }
        }
        Ok(Verdict::Noticed)
    }

    /// The unit test program of a package. `None` if it does not build.
    fn build(&self, package: &str) -> Result<Option<PathBuf>, String> {
        let words = ["test", "--package", package, "--lib", "--no-run"];
        let mut command = workspace::cargo(&words)?;
        command
            .args(["--quiet", "--message-format", "json"])
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", &self.target)
            // Keeps the build of the copy apart from that of the workspace: both have crates with these names at the
            // same relative paths, and only different settings give their files different names.
            .env("CARGO_PROFILE_DEV_DEBUG", "none")
            .stdin(Stdio::null());
        let output = command
            .output()
            .map_err(|error| format!("cannot run cargo: {error}"))?;
        if !output.status.success() {
            return Ok(None);
        }
        let said = String::from_utf8_lossy(&output.stdout);
        let program = said.lines().rev().find_map(|line| {
            let message: Value = serde_json::from_str(line).ok()?;
            message.get("executable")?.as_str().map(PathBuf::from)
        });
        Ok(program)
    }

    /// Whether a test exists and passes in time.
    fn passes(&self, package: &str, program: &Path, test: &str) -> Result<bool, String> {
        let failed = |error: std::io::Error| format!("cannot run {test}: {error}");
        let mut child = Command::new(program)
            .args(["--exact", test])
            .current_dir(self.folder.join("crates").join(package))
            .env("RUST_BACKTRACE", "0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(failed)?;
        let begun = Instant::now();
        while child.try_wait().map_err(failed)?.is_none() {
            if begun.elapsed() > PATIENCE {
                child.kill().map_err(failed)?;
                child.wait().map_err(failed)?;
                return Ok(false);
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let output = child.wait_with_output().map_err(failed)?;
        let said = String::from_utf8_lossy(&output.stdout);
        Ok(output.status.success() && said.contains("test result: ok. 1 passed"))
    }
}

/// Writes a file if its content differs, so that cargo rebuilds only what changed.
fn put(path: &Path, bytes: &[u8]) -> Outcome {
    if fs::read(path).is_ok_and(|there| there == bytes) {
        return Ok(());
    }
    let failed = |error: std::io::Error| format!("cannot write {}: {error}", path.display());
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    fs::write(path, bytes).map_err(failed)
}
