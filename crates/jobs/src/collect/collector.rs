//! One pass over one stream of one tenant.

use std::pin::pin;

use http_core::jiff::{SignedDuration, Timestamp};
use http_core::{Client, Gap};

use super::cursor::{Cursor, MOST_KNOWN};
use super::error::{CollectError, Present};
use super::line::Lines;
use super::reading::{Reading, Step};
use super::receipt::{End, Receipt};
use super::sink::{Sink, SinkError, Writer};
use super::stream::{Looked, SWEEP, Stream};
use crate::fanout::Rows;

/// How far the time of a record may lie ahead of the service's clock. One further ahead is written, and does not move the cursor:
/// everything before it would be passed over.
const AHEAD: SignedDuration = SignedDuration::from_mins(5);

/// Collects a stream of a tenant: each call of [`pass`](Self::pass) writes the records that no pass before it has written.
///
/// ```
/// use http_core::testing::Script;
/// # use http_core::{Operation, Param, Record, RecordKind, Since, SinceForm};
/// use jobs::collect::{Collector, Spool, Stream};
///
/// # static RECORD: Record = Record::new(RecordKind::Mutable).key(&["id"]).version("changed")
/// #     .since(Since::new("changed", SinceForm::Filter("changed")));
/// # static LIST: Operation = Operation::get("x.alerts.list", "/alerts").collection("value").record(&RECORD)
/// #     .inputs(&[Param::query("$filter")]);
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let folder = tempfile::tempdir()?;
/// let page = r#"{"value":[{"id":"a","changed":"2026-03-01T00:00:00Z"}]}"#;
/// let client = Script::new([page, page]).client()?;
/// let stream = Stream::of(&LIST).ok_or("a list with a time")?;
/// let collector = Collector::new(client, stream, "52eaad04-13a2-4a2f-9ce8-93a294fadf36");
///
/// let spool = Spool::new(folder.path());
/// let first = collector.pass(&spool, std::future::pending()).await?;
/// assert_eq!((first.rows_read, first.rows_written), (1, 1));
/// let second = collector.pass(&spool, std::future::pending()).await?;
/// assert_eq!((second.rows_read, second.rows_written), (1, 0));
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Collector {
    client: Client,
    stream: Stream,
    tenant: String,
    since: Option<Timestamp>,
    rows: Rows,
}

impl Collector {
    /// A collector of a stream. `client` is that of the tenant whose id is written into each row.
    pub fn new(client: Client, stream: Stream, tenant: impl Into<String>) -> Self {
        Self {
            client,
            stream,
            tenant: tenant.into(),
            since: None,
            rows: Rows::default(),
        }
    }

    /// Asks the first pass for records from this time on. Default: all that the service has. Later passes go on where the last one
    /// stopped.
    #[must_use]
    pub fn since(mut self, since: Timestamp) -> Self {
        self.since = Some(since);
        self
    }

    /// Counts the rows that are written.
    #[must_use]
    pub fn counting(mut self, rows: Rows) -> Self {
        self.rows = rows;
        self
    }

    /// Reads what is new, and commits it. `stop` ends the pass early; what was read is committed then, if it can be told apart later.
    ///
    /// # Errors
    /// If nothing was committed. A list that breaks off in a later pass is no error: the receipt says so, and the next pass asks for
    /// the same time again.
    pub async fn pass(
        &self,
        sink: &dyn Sink,
        stop: impl Future<Output = ()> + Send,
    ) -> Result<Receipt, CollectError> {
        let (cursor, writer) = sink.open(&self.tenant, self.stream.name()).await?;
        if cursor.as_ref().is_some_and(Cursor::is_export) {
            return Err(CollectError::Present(Present {
                tenant: self.tenant.clone(),
                stream: self.stream.name().to_owned(),
                is_export: true,
            }));
        }
        let now = Timestamp::now();
        let is_first = cursor
            .as_ref()
            .is_none_or(|cursor| cursor.newest().is_none());
        let cursor = cursor.unwrap_or_else(Cursor::new);
        let is_sweep = !is_first && cursor.is_sweep_due();
        let back = if is_sweep {
            SWEEP
        } else {
            self.stream.overlap()
        };
        let reach = self.reach(now);
        let wanted = if is_first {
            self.since
        } else {
            cursor.since(back)
        };
        let since = wanted.max(reach);
        // What lies between is no longer to be had.
        let missed = wanted.filter(|wanted| !is_first && Some(*wanted) < reach);
        let mut pass = Pass {
            collector: self,
            lines: Lines::new(&self.tenant, self.stream.operation().id),
            receipt: Receipt {
                since,
                is_sweep,
                ..Receipt::begin(&self.tenant, self.stream.name(), now)
            },
            newest: None,
            ahead: 0,
            has_forgotten: false,
            missed,
            cursor,
            writer,
        };
        let mut reading = Reading::new(&self.client, self.stream.request(since));
        let ended = pass.read(&mut reading, stop).await;
        pass.receipt.pages = reading.pages();
        let (gaps, clock) = (reading.gaps(), reading.clock());
        drop(reading);
        pass.receipt.misfits = pass.writer.misfits();
        pass.close(ended?, is_first, &gaps, clock)?;
        let Pass {
            receipt,
            cursor,
            writer,
            ..
        } = pass;
        writer.commit(&cursor, &receipt).await?;
        Ok(receipt)
    }

    /// The oldest time that the service can be asked for, if it has a limit.
    fn reach(&self, now: Timestamp) -> Option<Timestamp> {
        let reach = SignedDuration::try_from(self.stream.reach()?).ok()?;
        // A minute less, because the clocks differ.
        now.checked_sub(reach - SignedDuration::from_mins(1)).ok()
    }
}

/// A pass under way.
struct Pass<'a> {
    collector: &'a Collector,
    lines: Lines,
    receipt: Receipt,
    cursor: Cursor,
    writer: Box<dyn Writer>,
    /// The newest time of this pass.
    newest: Option<Timestamp>,
    /// Records whose time lies ahead of the service's clock.
    ahead: u64,
    /// Whether records of this pass are remembered no more, because they are too old.
    has_forgotten: bool,
    /// From when on records were wanted that the service no longer returns.
    missed: Option<Timestamp>,
}

/// Why the reading ended.
enum Ended {
    /// The list was read to its end.
    Whole,
    /// The list broke off. The rows before are valid.
    Broken(http_core::Error),
    /// The caller ended it.
    Stopped,
}

impl Pass<'_> {
    /// Reads the list to its end, an error, or `stop`.
    async fn read(
        &mut self,
        reading: &mut Reading,
        stop: impl Future<Output = ()> + Send,
    ) -> Result<Ended, SinkError> {
        let mut stop = pin!(stop);
        loop {
            match reading.step(&mut stop).await {
                Step::Rows(batch) => {
                    let clock = reading.clock();
                    for row in batch.iter() {
                        self.take(row, clock).await?;
                    }
                }
                Step::Lost(error) => self.receipt.lose(error.to_string()),
                Step::Whole => return Ok(Ended::Whole),
                Step::Broken(error) => return Ok(Ended::Broken(error)),
                Step::Stopped => return Ok(Ended::Stopped),
            }
        }
    }

    /// Writes a record, unless it is known.
    ///
    /// `clock` is the service's when it answered with the page of the record. A record that is no object is counted as lost: it has no
    /// key by which it could be told from others.
    async fn take(&mut self, row: &[u8], clock: Timestamp) -> Result<(), SinkError> {
        let Some(looked) = self.collector.stream.look(row) else {
            self.receipt.lose("a record is no object".to_owned());
            return Ok(());
        };
        self.receipt.rows_read += 1;
        let Looked {
            print,
            time,
            version,
        } = looked;
        if self.cursor.knows(&print) {
            self.receipt.duplicates += 1;
            return Ok(());
        }
        match time {
            None => self.receipt.undated += 1,
            Some(time) if time.duration_since(clock) > AHEAD => self.ahead += 1,
            Some(time) => self.newest = self.newest.max(Some(time)),
        }
        // One without a time, or with one that lies ahead, is remembered for a day from now on.
        self.cursor
            .add(print, time.map_or(clock, |time| time.min(clock)));
        self.has_forgotten |= self.cursor.bound(self.newest);
        let line = self.lines.line(row, version.as_deref(), clock);
        self.writer.write(&line).await?;
        self.receipt.rows_written += 1;
        self.collector.rows.add(1);
        Ok(())
    }

    /// Says how the pass ended, and moves the cursor on if the list was read whole.
    ///
    /// A pass that is not whole keeps the newest time of the one before, so that the next one asks for the same time again; what was
    /// written is remembered and will not come twice.
    ///
    /// # Errors
    /// If nothing may be committed.
    fn close(
        &mut self,
        ended: Ended,
        is_first: bool,
        gaps: &[Gap],
        clock: Timestamp,
    ) -> Result<(), CollectError> {
        match ended {
            Ended::Whole if gaps.is_empty() => {}
            // More than can be remembered would be written again by the next pass, which is a first one too.
            Ended::Whole
                if is_first && (self.has_forgotten || self.cursor.remembered() > MOST_KNOWN) =>
            {
                let gap = gaps.first().map(ToString::to_string);
                return Err(CollectError::Gap(gap.unwrap_or_default()));
            }
            Ended::Whole => {
                self.receipt.end = End::Partial;
                let gap = gaps.first().map(ToString::to_string);
                self.receipt.message = self.receipt.message.take().or(gap);
            }
            // What a first pass has read may be more than can be remembered, so the next one would write it again.
            Ended::Broken(error) if is_first => return Err(CollectError::Call(error)),
            Ended::Stopped if is_first => return Err(CollectError::Interrupted),
            Ended::Broken(error) => {
                self.receipt.end = End::Partial;
                self.receipt.message = Some(error.to_string());
            }
            Ended::Stopped => self.receipt.end = End::Interrupted,
        }
        let is_whole = self.receipt.end == End::Done;
        self.receipt.is_degraded = self.cursor.advance(self.newest.filter(|_| is_whole));
        if is_whole {
            self.cursor
                .set_read(clock, self.receipt.is_sweep || is_first);
        }
        if self.receipt.lost > 0 && is_whole {
            self.receipt.end = End::Partial;
        }
        if let (Some(missed), Some(since)) = (self.missed, self.receipt.since) {
            self.receipt.end = End::Partial;
            self.receipt.message = Some(format!(
                "records from {} to {} are no longer to be had: the service looks back only so far",
                missed.strftime("%Y-%m-%dT%H:%M:%SZ"),
                since.strftime("%Y-%m-%dT%H:%M:%SZ")
            ));
        }
        if self.ahead > 0 && self.receipt.message.is_none() {
            self.receipt.message = Some(format!(
                "{} records have a time ahead of the service's clock",
                self.ahead
            ));
        }
        self.receipt.newest = self.cursor.newest();
        let lag = self
            .receipt
            .newest
            .map(|newest| clock.duration_since(newest));
        self.receipt.lag_seconds = lag.map(|lag| lag.as_secs());
        self.receipt.finish();
        Ok(())
    }
}
