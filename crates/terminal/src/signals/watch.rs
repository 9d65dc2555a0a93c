//! The thread that ends the process if the main thread cannot.
//!
//! It has a runtime of its own and listens beside the main thread. It prints the end of a question's line and nothing else.

use std::io::{self, Write as _};
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Once, mpsc};
use std::time::Duration;

use super::Signals;

/// Seconds that a command has to end by itself: to close its output, and to print how to look again.
static GRACE: AtomicU64 = AtomicU64::new(1);

/// Number of reads that block now.
static BLOCKED: AtomicUsize = AtomicUsize::new(0);

/// Whether a question stands on the terminal, whose line has no end.
static ASKED: AtomicBool = AtomicBool::new(false);

/// Runs a read that may never return, such as a line from the keyboard or the end of a pipe. A signal ends the process
/// meanwhile, with its exit code.
pub fn blocking<T>(read: impl FnOnce() -> T) -> T {
    start();
    BLOCKED.fetch_add(1, Ordering::SeqCst);
    let done = read();
    BLOCKED.fetch_sub(1, Ordering::SeqCst);
    done
}

/// As [`blocking`], for the answer to a question. A signal ends the line first, so that the shell's prompt begins the next one.
pub(crate) fn blocking_question<T>(read: impl FnOnce() -> T) -> T {
    ASKED.store(true, Ordering::SeqCst);
    let done = blocking(read);
    ASKED.store(false, Ordering::SeqCst);
    done
}

/// As [`blocking`], for a read that changes the mode of the terminal. A signal restores the mode first.
pub fn blocking_at_terminal<T>(read: impl FnOnce() -> T) -> T {
    terminal::save();
    let done = blocking(read);
    terminal::forget();
    done
}

/// Gives the command more time to end by itself after a signal, in whole seconds, because it has something to keep. A second signal
/// ends it at once.
pub fn allow(time: Duration) {
    GRACE.store(time.as_secs().max(1), Ordering::SeqCst);
}

/// Starts the thread once, and waits until it listens: a signal before that would end the process by itself.
pub(super) fn start() {
    static STARTED: Once = Once::new();
    STARTED.call_once(|| {
        let (listens, ready) = mpsc::channel();
        let thread = std::thread::Builder::new().name("signals".to_owned());
        if thread.spawn(move || watch(&listens)).is_ok() {
            let _ = ready.recv();
        }
    });
}

/// Ends the process after the first signal: at once if a read blocks, else after the time of [`allow`] or at the second signal.
#[expect(
    clippy::exit,
    reason = "the main thread is within a read that cannot be cancelled"
)]
fn watch(listens: &mpsc::Sender<()>) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    let Ok(runtime) = runtime else { return };
    let exit = runtime.block_on(async {
        let mut signals = Signals::new().ok()?;
        let _ = listens.send(());
        let exit = signals.next().await;
        if BLOCKED.load(Ordering::SeqCst) == 0 {
            let grace = Duration::from_secs(GRACE.load(Ordering::SeqCst));
            let _ = tokio::time::timeout(grace, signals.next()).await;
        }
        Some(exit)
    });
    if let Some(exit) = exit {
        terminal::restore();
        if ASKED.load(Ordering::SeqCst) {
            // Nobody misses it on a terminal that is gone.
            let _ = writeln!(io::stderr());
        }
        std::process::exit(exit as i32);
    }
}

#[cfg(unix)]
mod terminal {
    use std::fs::File;
    use std::sync::{Mutex, PoisonError};

    use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};

    /// The terminal and its mode.
    static SAVED: Mutex<Option<(File, Termios)>> = Mutex::new(None);

    /// Remembers the mode. Does nothing without a terminal.
    pub(super) fn save() {
        let terminal = File::open("/dev/tty").ok();
        let saved = terminal.and_then(|terminal| {
            let modes = tcgetattr(&terminal).ok()?;
            Some((terminal, modes))
        });
        *SAVED.lock().unwrap_or_else(PoisonError::into_inner) = saved;
    }

    /// Ends the need to restore: the read has restored the mode itself.
    pub(super) fn forget() {
        SAVED.lock().unwrap_or_else(PoisonError::into_inner).take();
    }

    /// Restores the mode. Errors are ignored: the process ends next.
    pub(super) fn restore() {
        let saved = SAVED.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some((terminal, modes)) = saved {
            let _ = tcsetattr(&terminal, OptionalActions::Now, &modes);
        }
    }
}

#[cfg(not(unix))]
mod terminal {
    pub(super) fn save() {}
    pub(super) fn forget() {}
    pub(super) fn restore() {}
}
