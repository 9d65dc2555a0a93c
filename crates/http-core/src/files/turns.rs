//! Which file of an export is read next: those that storage does not have yet are put off while the others are read.

use std::collections::VecDeque;
use std::time::Duration;

use tokio::time::{Instant, sleep_until};

use crate::error::{Error, ErrorKind};
use crate::files::download::{FILE_ATTEMPTS, PATIENCE, Version, is_not_ready, longer, pause};

/// A file and how much of it was returned.
#[derive(Debug)]
pub(super) struct Turn {
    /// Its place in the list.
    pub(super) at: usize,
    /// Number of its rows that were returned, and their hash.
    pub(super) taken: u64,
    pub(super) hash: u64,
    /// The making of the file that those rows are of.
    pub(super) version: Option<Version>,
    /// Failures without a row in between.
    failures: u32,
    /// Since when storage has not had it, and the pause before the next look.
    late: Option<(Instant, Duration)>,
    /// Not to be asked for before this instant.
    due: Option<Instant>,
    /// The others wait until then.
    in_place: bool,
}

impl Turn {
    fn new(at: usize) -> Self {
        Self {
            at,
            taken: 0,
            hash: 0,
            version: None,
            failures: 0,
            late: None,
            due: None,
            in_place: false,
        }
    }

    /// Notes that a row was returned, with the hash of all rows up to it.
    pub(super) fn took(&mut self, hash: u64) {
        (self.taken, self.hash) = (self.taken + 1, hash);
        (self.failures, self.late) = (0, None);
    }

    /// Whether a new address may help. Storage that does not know a file may only be late: it is asked for once more
    /// first.
    pub(super) fn may_be_renewed(&self, error: &Error) -> bool {
        error.is_denied() || self.late.is_some_and(|(_, pause)| pause > RENEWED_AFTER)
    }
}

/// The pause after which the addresses of files that storage does not know are asked for again.
const RENEWED_AFTER: Duration = Duration::from_secs(4);

/// The files that are not being read, in their turn.
#[derive(Debug, Default)]
pub(super) struct Turns(VecDeque<Turn>);

impl Turns {
    pub(super) fn of(files: usize) -> Self {
        Self((0..files).map(Turn::new).collect())
    }

    /// Waits until a file may be asked for, and puts it in front; `false` where none is left.
    pub(super) async fn are_due(&mut self) -> bool {
        loop {
            if let Some(turn) = self.0.front()
                && let Some(due) = turn.due.filter(|_| turn.in_place)
            {
                sleep_until(due).await;
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
            sleep_until(due).await;
        }
    }

    pub(super) fn first(&self) -> Option<&Turn> {
        self.0.front()
    }

    pub(super) fn take_first(&mut self) -> Option<Turn> {
        self.0.pop_front()
    }

    /// A file that is to be asked for at once.
    pub(super) fn back_in_front(&mut self, mut turn: Turn) {
        turn.due = None;
        self.0.push_front(turn);
    }

    /// Puts a file off after a failure; gives it back where it is to be given up.
    pub(super) fn put_off(&mut self, mut turn: Turn, error: Error) -> Option<(Turn, Error)> {
        let now = Instant::now();
        if is_not_ready(&error) {
            let (since, before) = turn.late.unwrap_or((now, Duration::ZERO));
            let pause = longer(before);
            if now + pause > since + PATIENCE {
                return Some((turn, error));
            }
            turn.late = Some((since, pause));
            turn.in_place = false;
            turn.due = Some(now + pause);
            self.0.push_back(turn);
            return None;
        }
        turn.failures += 1;
        if error.kind() != ErrorKind::Truncated || turn.failures >= FILE_ATTEMPTS {
            return Some((turn, error));
        }
        turn.due = Some(now + pause(turn.failures));
        turn.late = None;
        // Its rows stay together, and one failure does not change the order of the files.
        turn.in_place = turn.taken > 0 || turn.failures == 1;
        if turn.in_place {
            self.0.push_front(turn);
        } else {
            self.0.push_back(turn);
        }
        None
    }
}
