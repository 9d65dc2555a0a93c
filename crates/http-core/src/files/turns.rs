//! The order in which the files of an export are read.
//!
//! A queue. A file that fails goes back into it with the instant of its next attempt, and others
//! are read meanwhile:
//!
//! - Not available (404, storage busy, no connection): to the back, with pauses of 1, 2, 4 … 30
//!   seconds, for up to five minutes.
//! - Broken off or empty: in front once, because the order of files should not change for one
//!   failure, then to the back. Four failures without a new row give it up. A file of which rows
//!   were returned stays in front, so that its rows stay together.
//! - Any other error gives it up at once.

use std::collections::VecDeque;
use std::time::Duration;

use tokio::time::Instant;

use crate::error::{Error, ErrorKind};
use crate::files::download::{
    FILE_ATTEMPTS, LONGEST_WAIT, Version, is_not_ready, next_look_pause, resume_pause,
};
use crate::pipeline::pause;

/// A file, and how much of it was returned.
#[derive(Debug)]
pub(super) struct Turn {
    /// Index in the list of addresses.
    pub(super) at: usize,
    /// Rows of it that were returned, and the hash over them.
    pub(super) delivered: u64,
    pub(super) hash: u64,
    /// The version of the file that these rows belong to.
    pub(super) version: Option<Version>,
    /// Failures since the last new row.
    failures: u32,
    /// Since when the file has not been available, and the last pause.
    late: Option<(Instant, Duration)>,
    /// The instant of the next attempt; `None`: at once.
    due: Option<Instant>,
    /// Whether the other files wait for it.
    keeps_order: bool,
}

impl Turn {
    /// A file that has not been requested.
    fn new(at: usize) -> Self {
        Self {
            at,
            delivered: 0,
            hash: 0,
            version: None,
            failures: 0,
            late: None,
            due: None,
            keeps_order: false,
        }
    }

    /// Records that a row was returned, with the hash over all rows up to it. Resets the failures.
    pub(super) fn row_delivered(&mut self, hash: u64) {
        (self.delivered, self.hash) = (self.delivered + 1, hash);
        (self.failures, self.late) = (0, None);
    }

    /// Whether a new address may help. A file that storage does not know may only be late, so a 404
    /// needs a pause of more than four seconds first.
    pub(super) fn may_be_renewed(&self, error: &Error) -> bool {
        error.is_denied() || self.late.is_some_and(|(_, pause)| pause > RENEW_AFTER)
    }
}

/// The pause from which new addresses are requested for files that storage does not know.
const RENEW_AFTER: Duration = Duration::from_secs(4);

/// The queue of files that are not being read.
#[derive(Debug, Default)]
pub(super) struct Turns(VecDeque<Turn>);

impl Turns {
    /// All files of a list, in its order.
    pub(super) fn of(files: usize) -> Self {
        Self((0..files).map(Turn::new).collect())
    }

    /// Waits until a file may be requested and moves it to the front. `false` if the queue is
    /// empty. Cancel safe.
    ///
    /// The first file that is due wins; if none is, waits for the earliest. No deadline is needed:
    /// each file bounds its own pauses.
    pub(super) async fn next_due(&mut self) -> bool {
        loop {
            if let Some(turn) = self.0.front()
                && let Some(due) = turn.due.filter(|_| turn.keeps_order)
            {
                pause::until(due).await;
            }
            let now = Instant::now();
            let is_due = |turn: &Turn| turn.due.is_none_or(|due| due <= now);
            if let Some(at) = self.0.iter().position(is_due) {
                if let Some(turn) = self.0.remove(at) {
                    self.0.push_front(turn);
                }
                return true;
            }
            let Some(due) = self.0.iter().filter_map(|turn| turn.due).min() else {
                return false;
            };
            pause::until(due).await;
        }
    }

    /// The file in front. It stays in the queue, so that a cancelled attempt does not lose it.
    pub(super) fn first(&self) -> Option<&Turn> {
        self.0.front()
    }

    /// Removes the file in front, once it is open or has failed.
    pub(super) fn take_first(&mut self) -> Option<Turn> {
        self.0.pop_front()
    }

    /// Puts a file in front, to be requested at once with a new address.
    pub(super) fn back_in_front(&mut self, mut turn: Turn) {
        turn.due = None;
        self.0.push_front(turn);
    }

    /// Schedules another attempt after a failure. Returns the file and the error if it is to be
    /// given up.
    pub(super) fn put_off(&mut self, mut turn: Turn, error: Error) -> Option<(Turn, Error)> {
        let now = Instant::now();
        if is_not_ready(&error) {
            let (since, before) = turn.late.unwrap_or((now, Duration::ZERO));
            let wait = next_look_pause(before);
            if now + wait > since + LONGEST_WAIT {
                return Some((turn, error));
            }
            turn.late = Some((since, wait));
            // Rows that were partly returned stay together, and one failure does not change the
            // order of the files.
            turn.keeps_order = false;
            turn.due = Some(now + wait);
            self.0.push_back(turn);
            return None;
        }
        turn.failures += 1;
        if error.kind() != ErrorKind::Truncated || turn.failures >= FILE_ATTEMPTS {
            return Some((turn, error));
        }
        turn.due = Some(now + resume_pause(turn.failures));
        turn.late = None;
        // Its rows stay together, and one failure does not change the order of the files.
        turn.keeps_order = turn.delivered > 0 || turn.failures == 1;
        if turn.keeps_order {
            self.0.push_front(turn);
        } else {
            self.0.push_back(turn);
        }
        None
    }
}
