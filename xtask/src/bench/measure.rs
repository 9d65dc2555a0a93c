//! Runs programs in turns and measures them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use super::tools::Tools;

/// A program to measure.
#[derive(Clone, Debug)]
pub(super) struct Program {
    words: Vec<String>,
    environment: Vec<(String, String)>,
    read: bool,
    /// The exit code of a success.
    status: i64,
    /// Folder that a run has to create.
    fresh: Option<PathBuf>,
}

/// The cost of a program: least time and most memory of several runs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Cost {
    /// Processor seconds, user and system.
    pub(super) processor: f64,
    /// Seconds from start to end.
    pub(super) clock: f64,
    /// Seconds until the first byte of output, if read.
    pub(super) first: Option<f64>,
    /// Peak memory in bytes.
    pub(super) memory: u64,
    /// Lines of output, if read.
    pub(super) lines: u64,
}

impl Program {
    pub(super) fn new<W: Into<String>>(words: impl IntoIterator<Item = W>) -> Self {
        Self {
            words: words.into_iter().map(Into::into).collect(),
            environment: Vec::new(),
            read: false,
            status: 0,
            fresh: None,
        }
    }

    pub(super) fn with(mut self, variable: impl Into<String>, value: impl Into<String>) -> Self {
        self.environment.push((variable.into(), value.into()));
        self
    }

    /// Sets the exit code of a success.
    pub(super) fn ending_with(mut self, status: i64) -> Self {
        self.status = status;
        self
    }

    /// Reads the output through a pipe. Default: `/dev/null`.
    pub(super) fn read(mut self) -> Self {
        self.read = true;
        self
    }

    /// Removes a folder before each run, so that no run goes on with the work of another.
    pub(super) fn into_fresh(mut self, folder: &Path) -> Self {
        self.fresh = Some(folder.to_owned());
        self
    }

    /// Runs it once.
    pub(super) fn run(&self, tools: &Tools) -> Result<Cost, String> {
        if let Some(folder) = self.fresh.as_ref().filter(|folder| folder.exists()) {
            fs::remove_dir_all(folder)
                .map_err(|error| format!("cannot remove {}: {error}", folder.display()))?;
        }
        let mut command = self.command(&tools.python);
        command.arg(tools.script("measure.py"));
        if self.read {
            command.arg("--read");
        }
        let output = command
            .args(&self.words)
            .output()
            .map_err(|error| format!("cannot run {}: {error}", self.words[0]))?;
        let told = String::from_utf8_lossy(&output.stderr);
        cost(&output.stdout, self.status)
            .map_err(|what| format!("{} {what}\n{told}", self.words.join(" ")))
    }

    /// Number of executed instructions, counted by valgrind.
    pub(super) fn instructions(&self) -> Result<u64, String> {
        let output = self
            .command("valgrind")
            .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
            .args(&self.words)
            .output()
            .map_err(|error| format!("cannot run valgrind: {error}"))?;
        let told = String::from_utf8_lossy(&output.stderr);
        match collected(&told) {
            Some(count) if output.status.success() => Ok(count),
            _ => Err(format!("{} under valgrind:\n{told}", self.words.join(" "))),
        }
    }

    /// Clears the environment except `PATH`: no proxy, no settings.
    fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .envs(self.environment.iter().map(|(name, value)| (name, value)));
        command
    }
}

/// Runs all programs repeatedly in the same order, so that other load affects all of them.
pub(super) fn in_turns<const N: usize>(
    tools: &Tools,
    rounds: u32,
    programs: &[Program; N],
) -> Result<[Cost; N], String> {
    let mut costs = Vec::with_capacity(N);
    for program in programs {
        costs.push(program.run(tools)?);
    }
    for _ in 1..rounds {
        for (cost, program) in costs.iter_mut().zip(programs) {
            *cost = cost.and(program.run(tools)?);
        }
    }
    costs
        .try_into()
        .map_err(|_| "a program was not measured".to_owned())
}

impl Cost {
    fn and(self, other: Self) -> Self {
        let first = self.first.zip(other.first);
        Self {
            processor: self.processor.min(other.processor),
            clock: self.clock.min(other.clock),
            first: first.map(|(one, other)| one.min(other)),
            memory: self.memory.max(other.memory),
            lines: self.lines.min(other.lines),
        }
    }
}

fn cost(said: &[u8], status: i64) -> Result<Cost, String> {
    let said: Value =
        serde_json::from_slice(said).map_err(|_| "could not be measured".to_owned())?;
    if said["status"].as_i64() != Some(status) {
        return Err(format!("ended with {}", said["status"]));
    }
    let number = |name: &str| said[name].as_f64().ok_or(format!("has no {name}"));
    Ok(Cost {
        processor: number("processor")?,
        clock: number("clock")?,
        first: said["first"].as_f64(),
        memory: said["memory"].as_u64().unwrap_or_default(),
        lines: said["lines"].as_u64().unwrap_or_default(),
    })
}

/// The number in callgrind's closing line, `==42== Collected : 21345678`.
fn collected(told: &str) -> Option<u64> {
    let line = told.lines().find(|line| line.contains("Collected"))?;
    line.rsplit(':').next()?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_two_runs_the_least_time_and_the_most_memory_count() {
        let one = cost(
            br#"{"status":0,"processor":0.5,"clock":2.0,"first":0.25,"memory":10,"lines":7}"#,
            0,
        );
        let other = cost(
            br#"{"status":0,"processor":0.75,"clock":1.0,"first":0.125,"memory":9,"lines":7}"#,
            0,
        );
        let expected = Cost {
            processor: 0.5,
            clock: 1.0,
            first: Some(0.125),
            memory: 10,
            lines: 7,
        };
        assert_eq!(one.unwrap().and(other.unwrap()), expected);
    }

    #[test]
    fn a_program_that_fails_has_no_cost() {
        let failed = cost(br#"{"status":4,"processor":0.5,"clock":2.0}"#, 0);
        assert_eq!(failed, Err("ended with 4".to_owned()));
        assert!(cost(b"", 0).is_err());
        assert!(cost(br#"{"status":3,"processor":0.5,"clock":2.0}"#, 3).is_ok());
    }

    #[test]
    fn the_count_is_read_off_the_closing_line() {
        let told = "==42== Events    : Ir\n==42== Collected : 21345678\n";
        assert_eq!(collected(told), Some(21_345_678));
        assert_eq!(collected("==42== killed\n"), None);
    }
}
