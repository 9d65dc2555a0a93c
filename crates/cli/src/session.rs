//! What the steps of a command share.
//!
//! A verb or an operation gets one session. It is not shared between tasks: a command does one thing at a time, in an order that its
//! output shows.

use crate::context::Context;
use commands::globals::Globals;
use jobs::{Rows, Stop, Waiting};
use terminal::{Console, Result, Signals};

/// A command that makes calls. Every wait goes through [`wait`](Self::wait), so that Ctrl-C ends it and the output is closed.
pub(crate) struct Session<'a> {
    pub(crate) globals: &'a Globals,
    pub(crate) console: &'a mut Console,
    pub(crate) signals: Signals,
    /// Clients and credential.
    pub(crate) context: Context,
    /// Counts rows that go elsewhere than to standard output, for the outcome of a tenant.
    pub(crate) rows: Rows,
    /// Tells work that keeps what it has to end early.
    pub(crate) stop: Stop,
    /// Says that the tenant waits for others, and does not work.
    pub(crate) waiting: Waiting,
    /// Whether a person has just chosen the change at a prompt, so that one that can be taken back or only adds needs no
    /// further question.
    pub(crate) is_agreed: bool,
}

impl Session<'_> {
    /// Waits for work that uses nothing of the session. What was printed is flushed first, a signal ends the wait, and a person at a
    /// terminal sees what is done meanwhile.
    pub(crate) fn wait<T>(
        &mut self,
        work: impl Future<Output = T>,
    ) -> impl Future<Output = Result<T>> {
        // On the heap, so that the steps of a command stay small.
        let work = Box::pin(work);
        async move {
            let throttle = self.context.throttle();
            let work = self.console.wait(work, throttle);
            self.signals.or(work).await.flatten()
        }
    }

    /// Prints a note. `--quiet` hides it.
    pub(crate) fn note(&mut self, text: &str) {
        self.console.note(text);
    }

    /// Prints a warning: the result may not be what the user expects. `--quiet` hides it.
    pub(crate) fn warn(&mut self, text: &str) {
        self.console.warn(text);
    }
}
