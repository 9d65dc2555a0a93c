//! `cargo xtask test` and `cargo xtask integration`: the tests, and a closing line with their counts.

use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};
use std::thread;

use crate::summary::{Counts, counts};
use crate::{Outcome, no_arguments, out, workspace};

/// Names the folder with the vendor's documentation samples; the sample tests read it.
const REFERENCE: &str = "DEFENDER_REFERENCE";

/// Default place of that folder, from the workspace's root.
const BESIDE_THE_CHECKOUT: &str = "../shared/reference";

/// The integration suite, built with the features of dependencies that a build of all tests has.
pub(crate) const SUITE: [&str; 5] = ["test", "--workspace", workspace::LAKE, "--test", "it"];

/// The test of the program as it is built by default. It takes the place of the one that the other tests run.
const WITHOUT_LAKES: [&str; 4] = ["test", "--workspace", "--test", "without_lakes"];

/// Runs every test of the workspace.
pub(crate) fn run(arguments: &[&str]) -> Outcome {
    no_arguments(arguments)?;
    say_where_the_reference_is()?;
    let mut steps = vec![build_the_programs()?];
    steps.push(if workspace::has_cargo_tool("nextest") {
        // Twice as many as there are processors: some tests wait for up to a minute, as a program does, and use none.
        let processors = thread::available_parallelism().map_or(1, usize::from);
        workspace::cargo(&[
            "nextest",
            "run",
            "--workspace",
            workspace::LAKE,
            "--no-fail-fast",
            &format!("--test-threads={}", 2 * processors),
        ])?
    } else {
        workspace::cargo(&[
            "test",
            "--workspace",
            workspace::LAKE,
            "--lib",
            "--bins",
            "--tests",
            "--no-fail-fast",
        ])?
    });
    steps.push(workspace::cargo(&[
        "test",
        "--workspace",
        workspace::LAKE,
        "--doc",
        "--no-fail-fast",
    ])?);
    steps.push(workspace::cargo(&WITHOUT_LAKES)?);
    run_steps(steps)
}

/// Runs the integration suite, or the tests of it whose names contain the argument.
pub(crate) fn run_integration(arguments: &[&str]) -> Outcome {
    say_where_the_reference_is()?;
    let mut suite = workspace::cargo(&SUITE)?;
    suite.arg("--").args(arguments);
    run_steps(vec![build_the_programs()?, suite])
}

/// Builds the command line and the example programs, which the suite runs as processes.
fn build_the_programs() -> Result<Command, String> {
    let mut build = workspace::cargo(&workspace::PROGRAM)?;
    build.args(["--examples", workspace::LAKE]);
    Ok(build)
}

fn run_steps(steps: Vec<Command>) -> Outcome {
    let reference = reference_beside_the_checkout()?;
    let mut total = Counts::default();
    let mut failures = Vec::new();
    for mut step in steps {
        if let Some(folder) = &reference {
            step.env(REFERENCE, folder);
        }
        let words = workspace::words(&step);
        out::note(&format!("==> {words}"));
        let (mut counted, success) = run_and_count(step)?;
        if !success {
            failures.push(words);
            // A target that does not build or crashes prints no counts, but is a failure.
            counted.failed = counted.failed.max(1);
        }
        total += counted;
        // If the first target does not build, the others would repeat its errors.
        if !success && total.passed == 0 {
            break;
        }
    }
    for words in &failures {
        out::note(&format!("failed: {words}"));
    }
    if total == Counts::default() {
        out::note("no test ran, and that shows nothing");
    }
    out::line(&closing_line(total));
    if verdict(total) {
        Ok(())
    } else {
        // Nothing may follow the closing line.
        Err(String::new())
    }
}

/// The closing line, for readers and scripts.
fn closing_line(total: Counts) -> String {
    format!("{} passed, {} failed", total.passed, total.failed)
}

/// A run without tests is a failure.
fn verdict(total: Counts) -> bool {
    total.failed == 0 && total.passed > 0
}

/// Runs a command, prints its output line by line, and adds up the counts of the test runners.
fn run_and_count(mut command: Command) -> Result<(Counts, bool), String> {
    let failed = |error: std::io::Error| format!("cannot run the tests: {error}");
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().map_err(failed)?;
    let (Some(stdout), Some(stderr)) = (child.stdout.take(), child.stderr.take()) else {
        return Err("the output of the tests is not connected".to_owned());
    };
    let other = thread::spawn(move || pass_on(stderr, out::note));
    let mut counted = pass_on(stdout, out::line);
    counted += other
        .join()
        .map_err(|_| "a reader of the tests' output died".to_owned())?;
    let status = child.wait().map_err(failed)?;
    Ok((counted, status.success()))
}

fn pass_on(stream: impl Read, print: fn(&str)) -> Counts {
    let mut total = Counts::default();
    for line in BufReader::new(stream).split(b'\n').map_while(Result::ok) {
        let line = String::from_utf8_lossy(&line);
        print(&line);
        total += counts(&line).unwrap_or_default();
    }
    total
}

/// The default folder of samples, if it exists and the variable is not set.
fn reference_beside_the_checkout() -> Result<Option<std::path::PathBuf>, String> {
    if std::env::var_os(REFERENCE).is_some() {
        return Ok(None);
    }
    let folder = workspace::root()?.join(BESIDE_THE_CHECKOUT);
    Ok(folder.canonicalize().ok().filter(|folder| folder.is_dir()))
}

fn say_where_the_reference_is() -> Outcome {
    if let Some(folder) = std::env::var_os(REFERENCE) {
        out::note(&format!("samples: {}", folder.display()));
    } else if let Some(folder) = reference_beside_the_checkout()? {
        out::note(&format!("samples: {}", folder.display()));
    } else {
        out::note(&format!(
            "samples: none ({REFERENCE} is not set and {BESIDE_THE_CHECKOUT} does not exist); \
             the tests that read the vendor's samples have nothing to read"
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ran_is_not_a_success() {
        assert!(!verdict(Counts {
            passed: 0,
            failed: 0
        }));
        assert!(!verdict(Counts {
            passed: 9,
            failed: 1
        }));
        assert!(verdict(Counts {
            passed: 9,
            failed: 0
        }));
    }

    #[test]
    fn the_closing_line_is_plain() {
        assert_eq!(
            closing_line(Counts {
                passed: 12,
                failed: 3
            }),
            "12 passed, 3 failed"
        );
    }

    #[test]
    fn counts_of_several_runners_add_up() {
        let output = "running 1 test\ntest result: ok. 3 passed; 0 failed;\nnoise\ntest result: FAILED. 1 passed; 2 failed;\n";
        assert_eq!(
            pass_on(output.as_bytes(), |_| {}),
            Counts {
                passed: 4,
                failed: 2
            }
        );
    }

    #[test]
    fn a_line_that_is_not_text_stops_nothing() {
        let output = b"\xff\xfe\ntest result: ok. 3 passed; 0 failed;\n";
        assert_eq!(
            pass_on(&output[..], |_| {}),
            Counts {
                passed: 3,
                failed: 0
            }
        );
    }
}
