//! What a command is doing, on one line of the terminal, once it takes longer than a second.
//!
//! The line is drawn on standard error and removed before anything else is printed. It exists only if a person can see it: standard
//! error is a terminal, `--quiet` was not given, and `-v` does not print lines of its own. It is cut to one row of
//! the terminal, which may become narrower meanwhile. It shows, in this order:
//!
//! 1. a budget that calls wait for, with its limit and the rest of the wait;
//! 2. what the command has set with [`Doing`]: the bytes of a file, the state of an action;
//! 3. the number of records that were printed, and their rate;
//! 4. otherwise, for how long an answer has been waited for.

use std::borrow::Cow;
use std::time::Duration;

use auth_core::http_core::{Budget, Received, Throttle};
use console::Term;
use indicatif::{HumanBytes, HumanCount};
use output::escape;
use tokio::time::Instant;

/// A command that ends sooner shows no progress.
const PATIENCE: Duration = Duration::from_secs(1);

/// Columns that stay free at the end of the row: the terminal shows `^C` there when it is typed. It would go on in the next row, and
/// only that one would be removed.
const FREE: usize = 3;

/// What a command is doing, beside printing records.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub enum Doing {
    /// Waits for answers.
    #[default]
    Asking,
    /// Receives a file of this length, if it is known.
    Receiving(Received, Option<u64>),
    /// Follows an action, described by this text.
    Following(String),
    /// Looks again at this instant.
    Pausing(Instant),
    /// Works in many tenants, described by this text.
    Spreading(String),
}

/// The line of a command.
pub(crate) struct Progress {
    begun: Instant,
    /// Standard error, if anybody can see it.
    terminal: Option<Term>,
    /// Whether the line is on the terminal.
    drawn: bool,
    rows: u64,
    doing: Doing,
}

impl Progress {
    pub(crate) fn new(shown: bool) -> Self {
        Self {
            begun: Instant::now(),
            terminal: shown.then(Term::buffered_stderr),
            drawn: false,
            rows: 0,
            doing: Doing::Asking,
        }
    }

    /// Time until the line may be drawn. `None` if nobody sees it.
    pub(crate) fn due(&self) -> Option<Duration> {
        let seen = self.terminal.is_some();
        seen.then(|| PATIENCE.saturating_sub(self.begun.elapsed()))
    }

    pub(crate) fn row(&mut self) {
        self.rows += 1;
    }

    pub(crate) fn doing(&mut self, doing: Doing) {
        self.doing = doing;
    }

    /// Draws the line, or draws it again.
    pub(crate) fn draw(&mut self, throttle: Option<&Throttle>) {
        let waits = throttle.map(Throttle::budgets).unwrap_or_default();
        let text = waits
            .iter()
            .filter_map(closed)
            .max_by_key(|(wait, _)| *wait);
        let text = text.map_or_else(|| self.text(), |(_, text)| text);
        self.put(&escape(&text));
    }

    /// Removes the line from the terminal.
    pub(crate) fn clear(&mut self) {
        if self.drawn {
            self.put("");
            self.drawn = false;
        }
    }

    /// Writes this in place of the line. Errors are ignored: nobody misses a line on a terminal that is gone.
    fn put(&mut self, text: &str) {
        let Some(terminal) = &self.terminal else {
            return;
        };
        let (_, columns) = terminal.size();
        let written = terminal.clear_line();
        let written = written.and_then(|()| terminal.write_str(&cut(text, columns.into())));
        self.drawn = written.and_then(|()| terminal.flush()).is_ok();
    }

    /// The text, unless a budget is waited for.
    fn text(&self) -> String {
        let seconds = self.begun.elapsed().as_secs();
        match &self.doing {
            Doing::Receiving(received, length) => {
                let length = length.map(|length| format!(" of {}", HumanBytes(length)));
                let bytes = received.bytes();
                let rate = HumanBytes(bytes.checked_div(seconds).unwrap_or(bytes));
                format!(
                    "{}{}, {rate}/s",
                    HumanBytes(bytes),
                    length.unwrap_or_default()
                )
            }
            Doing::Pausing(until) => {
                let left = self::seconds(until.saturating_duration_since(Instant::now()));
                format!("{} rows; next look in {left} s", HumanCount(self.rows))
            }
            Doing::Following(state) => format!("{state}; {seconds} s"),
            Doing::Spreading(state) => {
                let rate = self.rows.checked_div(seconds).unwrap_or(self.rows);
                format!(
                    "{state}; {} rows, {}/s",
                    HumanCount(self.rows),
                    HumanCount(rate)
                )
            }
            Doing::Asking if self.rows > 0 => {
                let rate = self.rows.checked_div(seconds).unwrap_or(self.rows);
                format!("{} rows, {}/s", HumanCount(self.rows), HumanCount(rate))
            }
            Doing::Asking => format!("waiting for the answer; {seconds} s"),
        }
    }
}

/// The text, cut to a terminal of that width.
fn cut(text: &str, columns: usize) -> Cow<'_, str> {
    console::truncate_str(text, columns.saturating_sub(FREE), "")
}

/// How long a budget is closed for, and why. `None` if no call waits for it.
fn closed(budget: &Budget) -> Option<(Duration, String)> {
    if !budget.paused.is_zero() {
        let seconds = seconds(budget.paused);
        let text =
            format!("the service has throttled these calls: waiting {seconds} s as it asked");
        return Some((budget.paused, text));
    }
    if budget.waiting == 0 || budget.next_free.is_zero() {
        return None;
    }
    let full = budget.windows.iter();
    let mut full = full.filter(|(limit, used)| limit.calls > 0 && *used >= limit.calls);
    let limit = full.next().map_or_else(String::new, |(limit, _)| {
        format!(" of {limit} ({})", budget.class)
    });
    let seconds = seconds(budget.next_free);
    let text = format!("waiting {seconds} s for the limit{limit}");
    Some((budget.next_free, text))
}

/// Whole seconds, at least the time.
fn seconds(time: Duration) -> u64 {
    time.as_secs() + u64::from(time.subsec_nanos() > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn nothing_is_due_in_the_first_second_and_never_where_nobody_looks() {
        let progress = Progress::new(true);
        assert_eq!(progress.due(), Some(PATIENCE));
        tokio::time::advance(PATIENCE * 2).await;
        assert_eq!(progress.due(), Some(Duration::ZERO));
        assert_eq!(Progress::new(false).due(), None);
    }

    #[test]
    fn the_line_leaves_room_for_what_is_typed() {
        assert_eq!(cut("waiting", 10), "waiting");
        assert_eq!(cut("waiting", 9), "waitin");
        // A wide character takes two columns.
        assert_eq!(cut("日本語", 6), "日");
        assert_eq!(cut("waiting", 2), "");
    }

    #[tokio::test(start_paused = true)]
    async fn the_text_counts_what_was_printed() {
        let mut progress = Progress::new(true);
        tokio::time::advance(Duration::from_secs(4)).await;
        assert_eq!(progress.text(), "waiting for the answer; 4 s");
        (0..4000).for_each(|_| progress.row());
        assert_eq!(progress.text(), "4,000 rows, 1,000/s");
        progress.doing(Doing::Following("isolate 17 is Pending".to_owned()));
        assert_eq!(progress.text(), "isolate 17 is Pending; 4 s");
        progress.doing(Doing::Spreading("3 of 9 tenants".to_owned()));
        assert_eq!(progress.text(), "3 of 9 tenants; 4,000 rows, 1,000/s");
        progress.doing(Doing::Pausing(Instant::now() + Duration::from_secs(26)));
        assert_eq!(progress.text(), "4,000 rows; next look in 26 s");
    }
}
