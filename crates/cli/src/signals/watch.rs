//! The thread that ends the process where the main thread cannot.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Once, mpsc};
use std::time::Duration;

use super::Signals;

/// How long a command has to end by itself: to close what it prints, to say what goes on without it.
const GRACE: Duration = Duration::from_secs(1);

/// How many reads block right now.
static BLOCKED: AtomicUsize = AtomicUsize::new(0);

/// Reads what may never come: a line of a person, the end of a pipe. A signal ends the process meanwhile, with the exit
/// code of that signal.
pub(crate) fn blocking<T>(read: impl FnOnce() -> T) -> T {
    start();
    BLOCKED.fetch_add(1, Ordering::SeqCst);
    let done = read();
    BLOCKED.fetch_sub(1, Ordering::SeqCst);
    done
}

/// The same for a read that changes how the terminal behaves. It gets its old behaviour back.
pub(crate) fn blocking_at_terminal<T>(read: impl FnOnce() -> T) -> T {
    terminal::save();
    let done = blocking(read);
    terminal::forget();
    done
}

/// Starts the thread, once, and waits until it listens.
pub(super) fn start() {
    static STARTED: Once = Once::new();
    STARTED.call_once(|| {
        let (listens, ready) = mpsc::channel();
        let thread = std::thread::Builder::new().name("signals".to_owned());
        // It needs three files of its own, which the least number of open files leaves room for.
        if thread.spawn(move || watch(&listens)).is_ok() {
            let _ = ready.recv();
        }
    });
}

/// Ends the process some time after the first signal. A second one is no more patient than the person who sends it.
#[expect(
    clippy::exit,
    reason = "the main thread is within a read that cannot be given up"
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
            let _ = tokio::time::timeout(GRACE, signals.next()).await;
        }
        Some(exit)
    });
    if let Some(exit) = exit {
        terminal::restore();
        std::process::exit(exit as i32);
    }
}

#[cfg(unix)]
mod terminal {
    use std::fs::File;
    use std::sync::{Mutex, PoisonError};

    use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};

    /// The terminal and how it behaved.
    static SAVED: Mutex<Option<(File, Termios)>> = Mutex::new(None);

    pub(super) fn save() {
        let terminal = File::open("/dev/tty").ok();
        let saved = terminal.and_then(|terminal| {
            let modes = tcgetattr(&terminal).ok()?;
            Some((terminal, modes))
        });
        *SAVED.lock().unwrap_or_else(PoisonError::into_inner) = saved;
    }

    pub(super) fn forget() {
        SAVED.lock().unwrap_or_else(PoisonError::into_inner).take();
    }

    /// The process ends next: a terminal that is gone needs nothing.
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
