//! `cargo xtask soak`: runs the program and its emulator for ten minutes.
//!
//! One list of the program runs for the whole time, from a server with occasional faults. Meanwhile, short lists come
//! one after the other from a running emulator. Rows are counted, and memory is measured each half minute.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::peers::Emulator;
use crate::trial::run::{command, memory};
use crate::trial::{Schedule, Server, binary};
use crate::{Outcome, out};

/// Interval between two lines of figures.
const EVERY: Duration = Duration::from_secs(30);

/// Allowed growth of memory after the first half minute: a tenth, and what an allocator
/// may keep.
const SLACK: u64 = 6 * 1024 * 1024;

/// Time for the program to end after its list.
const GRACE: Duration = Duration::from_secs(30);

/// Counts so far.
#[derive(Debug, Default)]
struct Counts {
    rows: AtomicU64,
    lists: AtomicU64,
    /// Rows out of order.
    wrong: AtomicU64,
    ended: AtomicBool,
    complaints: Mutex<Vec<String>>,
}

impl Counts {
    fn complain(&self, what: String) {
        let mut complaints = self
            .complaints
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if complaints.len() < 10 {
            complaints.push(what);
        }
    }

    fn complaints(&self) -> Vec<String> {
        self.complaints
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

/// Memory of both, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct MemoryUse {
    program: u64,
    emulator: u64,
}

/// Runs the soak and judges it.
pub(crate) fn run(arguments: &[&str]) -> Outcome {
    let (minutes, named) = read(arguments)?;
    let binary = binary(named.as_deref())?;
    let options = ["--no-limits", "--devices", "300"].map(OsStr::new);
    let emulator = Emulator::start(&binary, &options)?;
    let server = Server::start(&Schedule::endless())?;
    let counts = Arc::new(Counts::default());
    let mut program = start(&binary, &server)?;
    let reader = program.stdout.take().map(|stdout| {
        let counts = Arc::clone(&counts);
        thread::spawn(move || count_rows(stdout, &counts))
    });
    let errors = program.stderr.take().map(|mut stderr| {
        thread::spawn(move || {
            let mut text = String::new();
            // Keeps the output before a failure.
            let _ = stderr.read_to_string(&mut text);
            text
        })
    });
    let lists = {
        let (counts, variables) = (Arc::clone(&counts), emulator.variables.clone());
        thread::spawn(move || list_again(&binary, &variables, &counts))
    };
    let held = watch(minutes, &mut program, &emulator, &server, &counts)?;
    counts.ended.store(true, Ordering::Relaxed);
    let last = finish(&mut program, &server, &counts)?;
    for thread in reader.into_iter().chain([lists]) {
        thread.join().map_err(|_| "a thread of the soak died")?;
    }
    if let Some(text) = errors.and_then(|thread| thread.join().ok())
        && !text.is_empty()
    {
        counts.complain(text);
    }
    verdict(&held, &counts, server.seen().faults, last)
}

fn read(arguments: &[&str]) -> Result<(u64, Option<PathBuf>), String> {
    let (mut minutes, mut named) = (10, None);
    for pair in arguments.chunks(2) {
        match pair {
            ["--minutes", value] => {
                minutes = value
                    .parse()
                    .map_err(|_| format!("--minutes takes a number, not `{value}`"))?;
            }
            ["--binary", value] => named = Some(PathBuf::from(value)),
            other => return Err(format!("soak does not take {other:?}")),
        }
    }
    Ok((minutes, named))
}

fn start(binary: &Path, server: &Server) -> Result<Child, String> {
    command(binary, &server.hosts)
        .args(Schedule::endless().subject.words)
        .args(["-o", "ndjson", "--rate-limit", "off", "--quiet"])
        .spawn()
        .map_err(|error| format!("cannot run {}: {error}", binary.display()))
}

/// Counts rows and checks their order.
fn count_rows(stdout: ChildStdout, counts: &Counts) {
    for line in BufReader::new(stdout).lines().map_while(Result::ok) {
        let next = counts.rows.fetch_add(1, Ordering::Relaxed);
        let row: Option<Value> = serde_json::from_str(&line).ok();
        if row.and_then(|row| row["n"].as_u64()) != Some(next) {
            counts.wrong.fetch_add(1, Ordering::Relaxed);
            counts.complain(format!("row {next} is {line}"));
        }
    }
}

/// Lists the emulator's devices again and again; each list has as many rows as the first.
fn list_again(binary: &Path, variables: &[(String, String)], counts: &Counts) {
    let mut first = None;
    while !counts.ended.load(Ordering::Relaxed) {
        let mut command = Command::new(binary);
        command
            .args(["mde", "machines", "list", "--all-statuses", "-o", "id"])
            .env_clear()
            .env("DEFENDER_CONFIG_DIR", "/no such folder")
            .env("DEFENDER_STORE", "file")
            .envs(variables.iter().cloned());
        let Ok(output) = command.output() else {
            return counts.complain("a list from the emulator did not run".to_owned());
        };
        let rows = output.stdout.split(|byte| *byte == b'\n').count();
        if !output.status.success() || *first.get_or_insert(rows) != rows {
            let said = String::from_utf8_lossy(&output.stderr);
            counts.complain(format!("a list from the emulator has {rows} lines: {said}"));
        }
        counts.lists.fetch_add(1, Ordering::Relaxed);
        thread::sleep(Duration::from_millis(300));
    }
}

/// Prints the figures until the time is over.
fn watch(
    minutes: u64,
    program: &mut Child,
    emulator: &Emulator,
    server: &Server,
    counts: &Counts,
) -> Result<Vec<MemoryUse>, String> {
    let (begun, whole) = (Instant::now(), Duration::from_secs(60 * minutes));
    let mut held = Vec::new();
    while begun.elapsed() < whole {
        let left = whole.saturating_sub(begun.elapsed());
        thread::sleep(EVERY.min(left));
        let ended = program
            .try_wait()
            .map_err(|error| format!("the program is gone: {error}"))?;
        if let Some(status) = ended {
            counts.complain(format!("the program ended early with {status}"));
            break;
        }
        let now = MemoryUse {
            program: memory(program.id(), "VmRSS:"),
            emulator: memory(emulator.process.id(), "VmRSS:"),
        };
        out::line(&format!(
            "{:>4} s: {} rows, {} faults, program {}; {} lists, emulator {}",
            begun.elapsed().as_secs(),
            counts.rows.load(Ordering::Relaxed),
            server.seen().faults,
            mebibytes(now.program),
            counts.lists.load(Ordering::Relaxed),
            mebibytes(now.emulator),
        ));
        held.push(now);
    }
    Ok(held)
}

/// Lets the list end, and gives its number of rows.
fn finish(program: &mut Child, server: &Server, counts: &Counts) -> Result<u64, String> {
    // Far enough ahead that no later page was sent already.
    let page = u64::try_from(Schedule::endless().page).unwrap_or(0);
    let pages = counts.rows.load(Ordering::Relaxed) / page + 200;
    let rows = pages * page - page / 2;
    server.end_after(usize::try_from(rows).unwrap_or(usize::MAX));
    let begun = Instant::now();
    loop {
        let ended = program
            .try_wait()
            .map_err(|error| format!("the program is gone: {error}"))?;
        match ended {
            Some(status) if status.success() => return Ok(rows),
            Some(status) => {
                counts.complain(format!("the program ended with {status}"));
                return Ok(rows);
            }
            None if begun.elapsed() > GRACE => {
                counts.complain("the program did not end with its list".to_owned());
                // The process may have ended meanwhile.
                let _ = program.kill();
                return Ok(rows);
            }
            None => thread::sleep(Duration::from_millis(50)),
        }
    }
}

fn verdict(held: &[MemoryUse], counts: &Counts, faults: usize, last: u64) -> Outcome {
    let rows = counts.rows.load(Ordering::Relaxed);
    let mut wrong = counts.complaints();
    if rows != last {
        wrong.push(format!("{rows} rows came of {last}"));
    }
    for (name, of) in [
        ("program", (|held| held.program) as fn(&MemoryUse) -> u64),
        ("emulator", |held| held.emulator),
    ] {
        if let Some(what) = growth(held, of) {
            wrong.push(format!("the memory of the {name} {what}"));
        }
    }
    let last = held.last().copied().unwrap_or(MemoryUse {
        program: 0,
        emulator: 0,
    });
    out::line(&format!(
        "soak: {rows} rows, {faults} faults, {} out of order, {} lists, program {}, emulator {}: {}",
        counts.wrong.load(Ordering::Relaxed),
        counts.lists.load(Ordering::Relaxed),
        mebibytes(last.program),
        mebibytes(last.emulator),
        if wrong.is_empty() {
            "memory flat, none lost, none twice"
        } else {
            "failed"
        }
    ));
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(wrong.join("\n"))
    }
}

/// The complaint about a series of memory figures.
fn growth(held: &[MemoryUse], of: fn(&MemoryUse) -> u64) -> Option<String> {
    // The first half minute fills caches and the log.
    let first = held.iter().map(of).nth(usize::from(held.len() > 2))?;
    let last = held.iter().map(of).next_back()?;
    let most = first + first / 10 + SLACK;
    (last > most).then(|| format!("grew from {} to {}", mebibytes(first), mebibytes(last)))
}

fn mebibytes(bytes: u64) -> String {
    match bytes {
        0 => "not known".to_owned(),
        _ => format!("{}.{} MiB", bytes >> 20, (bytes >> 10) % 1024 * 10 / 1024),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(program: &[u64]) -> Vec<MemoryUse> {
        let one = |megabytes: &u64| MemoryUse {
            program: megabytes << 20,
            emulator: 0,
        };
        program.iter().map(one).collect()
    }

    #[test]
    fn memory_that_grows_is_told() {
        let grew = |figures: &[u64]| growth(&held(figures), |held| held.program);
        assert_eq!(grew(&[10, 15, 16, 15]), None);
        assert_eq!(grew(&[]), None);
        assert_eq!(
            grew(&[10, 15, 40]).as_deref(),
            Some("grew from 15.0 MiB to 40.0 MiB")
        );
    }

    #[test]
    fn a_row_that_is_lost_fails_the_soak() {
        let counts = Counts::default();
        assert_eq!(verdict(&[], &counts, 0, 0), Ok(()));
        assert!(verdict(&[], &counts, 0, 1).is_err());
    }

    #[test]
    fn options_are_read() {
        assert_eq!(read(&[]).unwrap(), (10, None));
        assert_eq!(read(&["--minutes", "1"]).unwrap().0, 1);
        assert!(read(&["--hours", "1"]).is_err());
        assert!(read(&["--minutes"]).is_err());
    }
}
