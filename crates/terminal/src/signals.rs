//! Ends a command on Ctrl-C, SIGTERM and SIGHUP.
//!
//! An asynchronous wait ends by itself ([`Signals::or`]): the output is closed, so JSON stays valid, and the exit code is 130, 143
//! or 129. A read that blocks the only thread cannot end. A second thread then ends the process: at once within [`blocking`], and
//! elsewhere after a second, or as long as [`allow`] says, or at the second signal.
//!
//! | signal | exit code | ignored |
//! | --- | --- | --- |
//! | SIGINT, Ctrl-C | 130 | never |
//! | SIGTERM | 143 | never |
//! | SIGHUP | 129 | under `nohup` |

mod watch;

use std::io;

use crate::exit::Exit;
use crate::failure::{Failure, Result};

pub(crate) use watch::blocking_question;
pub use watch::{allow, blocking, blocking_at_terminal};

#[cfg(unix)]
use tokio::signal::unix::{Signal, SignalKind, signal};

/// Fewest open files with which a call and the signal thread work.
#[cfg(unix)]
const FEWEST_FILES: u64 = 16;

/// Listens for the signals that end a command.
#[derive(Debug)]
pub struct Signals {
    #[cfg(unix)]
    interrupt: Signal,
    #[cfg(unix)]
    terminate: Signal,
    /// `None` under `nohup`: the program shall outlive its terminal.
    #[cfg(unix)]
    hang_up: Option<Signal>,
}

impl Signals {
    /// Starts to listen. From now on the signals do not end the process by themselves.
    pub fn listen() -> Result<Self> {
        watch::start();
        Self::new().map_err(|error| Failure::machine("signals cannot be heard", &error))
    }

    /// Installs the listeners.
    #[cfg(unix)]
    fn new() -> io::Result<Self> {
        let hang_up = match ignores_hang_up() {
            true => None,
            false => Some(signal(SignalKind::hangup())?),
        };
        Ok(Self {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
            hang_up,
        })
    }

    #[cfg(not(unix))]
    fn new() -> io::Result<Self> {
        Ok(Self {})
    }

    /// Waits for `work`. Fails silently with the exit code of a signal that arrives first, and drops the work.
    pub async fn or<T>(&mut self, work: impl Future<Output = T>) -> Result<T> {
        tokio::select! {
            biased;
            exit = self.next() => Err(Failure::silent(exit)),
            done = work => Ok(done),
        }
    }

    /// Waits for the next signal.
    #[cfg(unix)]
    pub async fn next(&mut self) -> Exit {
        let hang_up = &mut self.hang_up;
        let hung_up = async {
            match hang_up {
                Some(signal) => signal.recv().await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            _ = self.interrupt.recv() => Exit::Interrupted,
            _ = self.terminate.recv() => Exit::Terminated,
            _ = hung_up => Exit::HungUp,
        }
    }

    /// Waits for Ctrl-C.
    #[cfg(not(unix))]
    pub async fn next(&mut self) -> Exit {
        match tokio::signal::ctrl_c().await {
            Ok(()) => Exit::Interrupted,
            Err(_) => std::future::pending().await,
        }
    }
}

/// Runs asynchronous work on this thread.
pub fn online<T>(work: impl Future<Output = Result<T>>) -> Result<T> {
    check_open_files()?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::machine("the runtime cannot be started", &error))?;
    let outcome = runtime.block_on(work);
    // A blocking name lookup must not delay the end of the process.
    runtime.shutdown_background();
    outcome
}

/// Checks the limit of open files: the runtime would panic without its own.
#[cfg(unix)]
fn check_open_files() -> Result<()> {
    let most = rustix::process::getrlimit(rustix::process::Resource::Nofile).current;
    match most.filter(|most| *most < FEWEST_FILES) {
        None => Ok(()),
        Some(most) => {
            let why = format!("the limit of {most} open files is too low");
            Err(Failure::new(Exit::Failure, "io", why).with_hint(format!(
                "raise it to {FEWEST_FILES} or more with `ulimit -n`"
            )))
        }
    }
}

#[cfg(not(unix))]
fn check_open_files() -> Result<()> {
    Ok(())
}

/// Whether the process was started with SIGHUP ignored, as `nohup` does. Assumed on systems without `/proc`: no listener is
/// installed there, so the signal keeps the action that the parent chose.
#[cfg(unix)]
fn ignores_hang_up() -> bool {
    let status = std::fs::read_to_string("/proc/self/status");
    status.map_or(true, |status| is_ignored(&status, 1))
}

/// Whether a signal is in the mask `SigIgn` of `/proc/self/status`.
#[cfg(unix)]
fn is_ignored(status: &str, signal: u32) -> bool {
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("SigIgn:"))
        .map(str::trim);
    let set = line.and_then(|set| u64::from_str_radix(set, 16).ok());
    set.is_none_or(|set| set >> (signal - 1) & 1 == 1)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn an_ignored_signal_is_told_from_its_set() {
        let status = |set: &str| format!("Name:\tx\nSigIgn:\t{set}\nSigCgt:\t0000000000000001\n");
        assert!(is_ignored(&status("0000000000000001"), 1));
        assert!(!is_ignored(&status("0000000000001000"), 1));
        assert!(is_ignored("Name:\tx\n", 1));
    }
}
