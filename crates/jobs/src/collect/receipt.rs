//! What a pass did: the proof of completeness that comes with its rows.

use std::fmt;

use http_core::jiff::Timestamp;
use serde::Serialize;

/// How a pass ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum End {
    /// The list was read to its end, and the cursor moved on.
    Done,
    /// Rows were lost or the list broke off. What came is kept, and the next pass asks for the same time again.
    Partial,
    /// A signal ended the pass. What came is kept, and the next pass asks for the same time again.
    Interrupted,
    /// Nothing was written, and the cursor is where it was. The next pass asks for the same time again.
    Failed,
}

/// What one pass over one stream of one tenant did. Serialized with these names it is a row of `_runs`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Receipt {
    /// The id of the tenant.
    #[serde(rename = "_tenant")]
    pub tenant: String,
    /// The name of the stream.
    pub stream: String,
    /// When the pass began, by this machine's clock.
    pub started: Timestamp,
    /// How long it took.
    pub seconds: f64,
    /// The records that were asked for: from this time on. `None`: all.
    pub since: Option<Timestamp>,
    /// The newest time seen, now and before.
    pub newest: Option<Timestamp>,
    /// Whether it asked for a whole day again, for late records and changes.
    pub is_sweep: bool,
    /// Pages read.
    pub pages: u64,
    /// Records that the service returned.
    pub rows_read: u64,
    /// Records that were written.
    pub rows_written: u64,
    /// Records that were known in this version, and are not written again.
    pub duplicates: u64,
    /// Records older than what a pass remembers, which the service returned all the same. They are not written: an earlier pass may have.
    pub older: u64,
    /// Records without the time that the stream compares. They are written.
    pub undated: u64,
    /// Records that could not be read, with an error each.
    pub lost: u64,
    /// Records with a value that did not fit its column. They are written, and are whole in the column `_raw`.
    pub misfits: u64,
    /// Whether more records fell into one day than can be remembered: late ones among the oldest of them may be missed until the
    /// number falls.
    pub is_degraded: bool,
    /// Seconds between the newest record and the service's clock. `None` without either.
    pub lag_seconds: Option<i64>,
    /// How it ended.
    pub end: End,
    /// Why it did not end well.
    pub message: Option<String>,
}

impl Receipt {
    /// The receipt of a pass that has read nothing so far.
    pub(super) fn begin(tenant: &str, stream: &str, started: Timestamp) -> Self {
        Self {
            tenant: tenant.to_owned(),
            stream: stream.to_owned(),
            started,
            seconds: 0.0,
            since: None,
            newest: None,
            is_sweep: false,
            pages: 0,
            rows_read: 0,
            rows_written: 0,
            duplicates: 0,
            older: 0,
            undated: 0,
            lost: 0,
            misfits: 0,
            is_degraded: false,
            lag_seconds: None,
            end: End::Done,
            message: None,
        }
    }

    /// The pass wrote nothing, for this reason.
    pub(super) fn fail(mut self, why: String) -> Self {
        self.end = End::Failed;
        self.say(why);
        self.finish();
        self
    }

    /// Counts a record that came and could not be read. The first of them is told about.
    pub(super) fn lose(&mut self, why: String) {
        self.rows_read += 1;
        if self.lost == 0 {
            self.say(why);
        }
        self.lost += 1;
    }

    /// Adds a sentence to the message.
    pub(super) fn say(&mut self, why: String) {
        match &mut self.message {
            Some(message) => {
                message.push_str("; ");
                message.push_str(&why);
            }
            None => self.message = Some(why),
        }
    }

    /// Sets the newest time seen, and how far it lies behind the service's clock.
    pub(super) fn reach(&mut self, newest: Option<Timestamp>, clock: Timestamp) {
        self.newest = newest;
        let lag = newest.map(|newest| clock.duration_since(newest));
        self.lag_seconds = lag.map(|lag| lag.as_secs());
    }

    /// Sets how long it took.
    pub(super) fn finish(&mut self) {
        let spent = Timestamp::now().duration_since(self.started);
        self.seconds = spent.as_secs_f64().max(0.0);
    }
}

impl fmt::Display for Receipt {
    /// One line, such as `mde.alerts: 3 new of 120 read since 2026-03-01T00:00:00Z, 117 known`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: {} new of {} read",
            self.stream, self.rows_written, self.rows_read
        )?;
        if let Some(since) = self.since {
            write!(f, " since {}", since.strftime("%Y-%m-%dT%H:%M:%SZ"))?;
        }
        if self.duplicates > 0 {
            write!(f, ", {} known", self.duplicates)?;
        }
        if self.older > 0 {
            write!(f, ", {} older than what was asked for", self.older)?;
        }
        if self.lost > 0 {
            write!(f, ", {} could not be read", self.lost)?;
        }
        if self.misfits > 0 {
            write!(
                f,
                ", {} with a value that did not fit its column",
                self.misfits
            )?;
        }
        if self.is_degraded {
            f.write_str(", more in a day than can be remembered")?;
        }
        match &self.message {
            Some(message) => write!(f, "; {message}"),
            None => Ok(()),
        }
    }
}
