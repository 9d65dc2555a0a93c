//! `cargo xtask trial`: runs the program against misbehaving servers.
//!
//! Each seed gives a command, rows, and faults. The server knows which rows exist. In spite of all faults, the program must
//! print each row once and in order or report what is missing, without hammering, and without calling other servers.

mod answer;
mod bytes;
mod fault;
mod judge;
mod pages;
mod random;
pub(crate) mod run;
mod schedule;
mod server;
mod subject;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use crate::{Outcome, out, workspace};
pub(crate) use schedule::Schedule;
pub(crate) use server::Server;

/// Default number of schedules. Continuous integration runs a tenth of it.
const SCHEDULES: u64 = 1_000;

/// Number of concurrent runs. They wait most of the time.
const PARALLEL: usize = 12;

/// The options of the caller.
#[derive(Debug, PartialEq, Eq)]
struct Options {
    schedules: u64,
    seed: u64,
    only: Option<u64>,
    binary: Option<PathBuf>,
}

impl Options {
    fn read(arguments: &[&str]) -> Result<Self, String> {
        let mut options = Self {
            schedules: SCHEDULES,
            seed: 1,
            only: None,
            binary: None,
        };
        let mut words = arguments.iter();
        while let Some(name) = words.next() {
            let value = words.next().ok_or(format!("{name} takes a value"))?;
            let number = || {
                value
                    .parse()
                    .map_err(|_| format!("{name} takes a number, not `{value}`"))
            };
            match *name {
                "--schedules" => options.schedules = number()?,
                "--seed" => options.seed = number()?,
                "--only" => options.only = Some(number()?),
                "--binary" => options.binary = Some(PathBuf::from(value)),
                _ => return Err(format!("trial does not know `{name}`")),
            }
        }
        Ok(options)
    }

    fn seeds(&self) -> Vec<u64> {
        match self.only {
            Some(seed) => vec![seed],
            None => (0..self.schedules)
                .map(|at| self.seed.wrapping_add(at))
                .collect(),
        }
    }
}

/// The result of one schedule.
#[derive(Debug)]
struct Tried {
    schedule: Schedule,
    time: Duration,
    wrong: Vec<String>,
    ended: String,
    said: String,
}

/// Runs the schedules and reports violations.
pub(crate) fn run(arguments: &[&str]) -> Outcome {
    let options = Options::read(arguments)?;
    let binary = binary(options.binary.as_deref())?;
    let tried = try_all(&binary, &options.seeds())?;
    for one in tried.iter().filter(|one| !one.wrong.is_empty()) {
        out::line(&format!(
            "seed {}: {}",
            one.schedule.seed,
            one.wrong.join("; ")
        ));
        out::line(&format!("    {}", one.schedule.show()));
        if options.only.is_some() {
            out::line(&one.said);
        }
    }
    report(&tried)
}

/// The program to try: the named one, or a fresh build.
pub(crate) fn binary(named: Option<&Path>) -> Result<PathBuf, String> {
    if let Some(path) = named {
        return path
            .canonicalize()
            .map_err(|error| format!("no program {}: {error}", path.display()));
    }
    workspace::built_program()
}

fn try_all(binary: &Path, seeds: &[u64]) -> Result<Vec<Tried>, String> {
    let next = AtomicUsize::new(0);
    let tried = Mutex::new(Vec::new());
    let failure = Mutex::new(None);
    thread::scope(|scope| {
        for _ in 0..PARALLEL.min(seeds.len()) {
            scope.spawn(|| {
                while let Some(seed) = seeds.get(next.fetch_add(1, Ordering::Relaxed)) {
                    match try_one(binary, *seed) {
                        Ok(one) => lock(&tried).push(one),
                        Err(error) => *lock(&failure) = Some(error),
                    }
                }
            });
        }
    });
    if let Some(error) = lock(&failure).take() {
        return Err(error);
    }
    let mut tried = std::mem::take(&mut *lock(&tried));
    tried.sort_by_key(|one| one.schedule.seed);
    Ok(tried)
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn try_one(binary: &Path, seed: u64) -> Result<Tried, String> {
    let schedule = Schedule::of(seed);
    let server = Server::start(&schedule)?;
    let outcome = run::run(binary, &schedule, &server.hosts)?;
    let seen = server.seen();
    Ok(Tried {
        time: outcome.time,
        wrong: judge::judge(&schedule, &outcome, &seen),
        ended: match outcome.code {
            Some(code) => format!("exit {code}"),
            None if outcome.waits => "still waiting as it was asked to".to_owned(),
            None => "killed".to_owned(),
        },
        said: format!(
            "{seen:?}\n{}\n{}",
            String::from_utf8_lossy(&outcome.stdout),
            outcome.stderr
        ),
        schedule,
    })
}

/// The closing lines: how the runs ended, and the result.
fn report(tried: &[Tried]) -> Outcome {
    let mut ended: BTreeMap<&str, usize> = BTreeMap::new();
    for one in tried {
        *ended.entry(&one.ended).or_default() += 1;
    }
    let ended: Vec<String> = ended
        .iter()
        .map(|(how, count)| format!("{count} × {how}"))
        .collect();
    out::line(&ended.join(", "));
    let violations = tried.iter().filter(|one| !one.wrong.is_empty()).count();
    let slowest = tried.iter().max_by_key(|one| one.time);
    let (time, seed) = slowest.map_or((Duration::ZERO, 0), |one| (one.time, one.schedule.seed));
    out::line(&format!(
        "trial: {} schedules, {violations} violations, slowest {:.1} s (seed {seed})",
        tried.len(),
        time.as_secs_f64()
    ));
    if violations == 0 {
        Ok(())
    } else {
        Err("to see one again: cargo xtask trial --only SEED".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_read() {
        let options = Options::read(&["--schedules", "100", "--seed", "5"]).unwrap();
        assert_eq!(options.seeds(), (5..105).collect::<Vec<_>>());
        let options = Options::read(&["--only", "7"]).unwrap();
        assert_eq!(options.seeds(), [7]);
        assert!(Options::read(&["--only"]).is_err());
        assert!(Options::read(&["--fast", "1"]).is_err());
    }
}
