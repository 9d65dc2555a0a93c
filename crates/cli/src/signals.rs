//! Ctrl-C and the request to end, heard while something else is waited for.
//!
//! Work that waits asynchronously ends by itself ([`Signals::or`]). A read that blocks the only thread cannot, so a
//! thread of its own ends the process then: at once within [`blocking`], and after a moment anywhere else.

mod watch;

use std::io;

use crate::exit::Exit;
use crate::failure::{Failure, Result};

pub(crate) use watch::{blocking, blocking_at_terminal};

#[cfg(unix)]
use tokio::signal::unix::{Signal, SignalKind, signal};

/// The fewest files with which a call works, and with which a signal is heard whatever else goes on.
#[cfg(unix)]
const FEWEST_FILES: u64 = 16;

/// Listens for the signals that end a command.
#[derive(Debug)]
pub(crate) struct Signals {
    #[cfg(unix)]
    interrupt: Signal,
    #[cfg(unix)]
    terminate: Signal,
    /// `None` where whoever started the program wants it to outlive its terminal.
    #[cfg(unix)]
    hang_up: Option<Signal>,
}

impl Signals {
    /// From now on the signals no longer end the process by themselves.
    pub(crate) fn listen() -> Result<Self> {
        watch::start();
        Self::new().map_err(|error| Failure::machine("signals cannot be heard", &error))
    }

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

    /// The result of the work, unless a signal comes first.
    pub(crate) async fn or<T>(&mut self, work: impl Future<Output = T>) -> Result<T> {
        tokio::select! {
            biased;
            exit = self.next() => Err(Failure::silent(exit)),
            done = work => Ok(done),
        }
    }

    /// The next signal.
    #[cfg(unix)]
    pub(crate) async fn next(&mut self) -> Exit {
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

    /// The next signal.
    #[cfg(not(unix))]
    pub(crate) async fn next(&mut self) -> Exit {
        match tokio::signal::ctrl_c().await {
            Ok(()) => Exit::Interrupted,
            Err(_) => std::future::pending().await,
        }
    }
}

/// Runs work that waits, on this thread.
pub(crate) fn online<T>(work: impl Future<Output = Result<T>>) -> Result<T> {
    check_open_files()?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::machine("the runtime cannot be started", &error))?;
    let outcome = runtime.block_on(work);
    // A name that is still being looked up must not keep the process from ending.
    runtime.shutdown_background();
    outcome
}

/// The runtime panics where it cannot open the files it needs before anything else.
#[cfg(unix)]
fn check_open_files() -> Result<()> {
    let most = rustix::process::getrlimit(rustix::process::Resource::Nofile).current;
    match most.filter(|most| *most < FEWEST_FILES) {
        None => Ok(()),
        Some(most) => {
            let why = format!("{most} files may be open at once, which is too few");
            Err(Failure::new(Exit::Failure, "io", why)
                .with_hint(format!("allow {FEWEST_FILES} or more, with `ulimit -n`")))
        }
    }
}

#[cfg(not(unix))]
fn check_open_files() -> Result<()> {
    Ok(())
}

/// Whether the process was started with SIGHUP ignored, as `nohup` does. Where that cannot be seen the signal keeps its
/// default, which ends the process.
#[cfg(unix)]
fn ignores_hang_up() -> bool {
    let status = std::fs::read_to_string("/proc/self/status");
    status.map_or(true, |status| is_ignored(&status, 1))
}

/// Whether a signal is in the set of those that are ignored.
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
