//! One pass over one stream of one tenant.

use std::pin::pin;

use http_core::jiff::{SignedDuration, Timestamp};
use http_core::{Client, ErrorKind, Request};

use super::copy::Copy;
use super::cursor::{Cursor, MOST_KNOWN};
use super::error::{CollectError, Present};
use super::line::Lines;
use super::missing::Missing;
use super::reading::{Reading, Step};
use super::receipt::{End, Receipt};
use super::sink::{Sink, SinkError, Writer};
use super::snapshot;
use super::stream::{Looked, Print, SWEEP, Stream};
use crate::fanout::Rows;

/// How far the time of a record may lie ahead of the service's clock. One further ahead is written, and does not move the cursor:
/// everything before it would be passed over.
const AHEAD: SignedDuration = SignedDuration::from_mins(5);

/// How far clocks may differ before it is worth a word.
const CLOCKS_DIFFER: SignedDuration = SignedDuration::from_mins(1);

/// Collects a stream of a tenant: each call of [`pass`](Self::pass) writes the records that no pass before it has written.
///
/// | a pass | asks for |
/// | --- | --- |
/// | the first | all, or what is new since [`since`](Self::since) |
/// | later | what is new since [`Stream::overlap`] before the newest time seen |
/// | twice a day | what is new since a day before the newest time seen |
/// | each of an export by files ([`Stream::is_export`]) | the export, and reads it if the service has generated it anew |
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
    ///
    /// Where the service does not look back so far, the receipt says so. An export by files is read whole in any case.
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
        let cursor = cursor.unwrap_or_else(Cursor::new);
        if self.stream.is_export() {
            let request = Request::new(self.stream.operation());
            let copy = Copy::new(&self.client, request, &self.tenant, &self.rows);
            return snapshot::pass(copy, cursor, writer, stop).await;
        }
        let mut pass = Pass::new(self, cursor, writer);
        let mut reading = pass.ask(pass.cursor.is_sweep_due(pass.cursor.read()));
        let ended = pass.read(&mut reading, stop).await?;
        pass.receipt.pages = reading.pages();
        let (missing, clock) = (reading.missing(), reading.clock());
        drop(reading);
        pass.receipt.misfits = pass.writer.misfits();
        pass.close(ended, &missing, clock)?;
        let Pass {
            receipt,
            cursor,
            writer,
            ..
        } = pass;
        writer.commit(&cursor, &receipt).await?;
        Ok(receipt)
    }
}

/// A pass under way.
struct Pass<'a> {
    collector: &'a Collector,
    lines: Lines,
    receipt: Receipt,
    cursor: Cursor,
    writer: Box<dyn Writer>,
    /// Whether no pass before it has read the list whole.
    is_first: bool,
    /// From when on the passes before it know what they have written.
    horizon: Option<Timestamp>,
    /// The newest time of this pass.
    newest: Option<Timestamp>,
    /// Records whose time lies ahead of the service's clock.
    ahead: u64,
    /// Whether records of this pass are remembered no more, because they are too old.
    has_forgotten: bool,
    /// From when on records are wanted.
    wanted: Option<Timestamp>,
    /// This machine's clock, until the service refuses what it asks for: then the service's.
    now: Timestamp,
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

impl<'a> Pass<'a> {
    fn new(collector: &'a Collector, cursor: Cursor, writer: Box<dyn Writer>) -> Self {
        let Collector { stream, tenant, .. } = collector;
        let now = Timestamp::now();
        Self {
            collector,
            now,
            lines: Lines::new(tenant, stream.operation().id),
            receipt: Receipt::begin(tenant, stream.name(), now),
            writer,
            is_first: cursor.newest().is_none(),
            horizon: cursor.horizon(),
            newest: None,
            ahead: 0,
            has_forgotten: false,
            wanted: None,
            cursor,
        }
    }

    /// Asks for what is new, or for a sweep over a day.
    fn ask(&mut self, is_sweep: bool) -> Reading {
        let stream = &self.collector.stream;
        let back = if is_sweep { SWEEP } else { stream.overlap() };
        let wanted = match self.is_first {
            true => self.collector.since,
            false => self.cursor.since(back),
        };
        let since = match stream.is_bounded() {
            true => wanted.max(stream.reach(self.now)),
            false => wanted,
        };
        self.wanted = wanted;
        self.receipt.since = since;
        self.receipt.is_sweep = !self.is_first && back >= SWEEP;
        stream.read(&self.collector.client, since)
    }

    /// Reads the list to its end, an error, or `stop`.
    async fn read(
        &mut self,
        reading: &mut Reading,
        stop: impl Future<Output = ()> + Send,
    ) -> Result<Ended, SinkError> {
        let mut stop = pin!(stop);
        let mut is_begun = false;
        loop {
            let step = reading.step(&mut stop).await;
            if let Some(clock) = self.refused_by_clock(&step) {
                self.now = clock;
                *reading = self.ask(self.receipt.is_sweep);
                continue;
            }
            // Only the first answer has the service's clock, which says whether a sweep is due.
            if !std::mem::replace(&mut is_begun, true) && self.has_to_sweep(&step, reading) {
                *reading = self.ask(true);
                continue;
            }
            match step {
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

    /// The service's clock, if this machine's is behind it and the service refuses a time that lies further back than it looks.
    fn refused_by_clock(&self, step: &Step) -> Option<Timestamp> {
        let Step::Broken(error) = step else {
            return None;
        };
        let is_refused = error.kind() == ErrorKind::Refused && self.collector.stream.is_bounded();
        let clock = error
            .date()
            .and_then(|date| Timestamp::try_from(date).ok())?;
        (is_refused && clock.duration_since(self.now) > CLOCKS_DIFFER).then_some(clock)
    }

    /// Whether the first answer shows that a day has to be asked for, and was not.
    fn has_to_sweep(&self, first: &Step, reading: &Reading) -> bool {
        let is_answer = matches!(first, Step::Rows(_) | Step::Lost(_) | Step::Whole);
        let is_short = !self.is_first && !self.receipt.is_sweep;
        is_answer && is_short && self.cursor.is_sweep_due(Some(reading.clock()))
    }

    /// Writes a record, unless it is known, or so old that nobody can tell.
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
        let is_ahead = time.is_some_and(|time| time.duration_since(clock) > AHEAD);
        let dated = time.filter(|_| !is_ahead);
        if self.cursor.knows(&print) {
            self.receipt.duplicates += 1;
            self.remember(print, dated, clock);
            return Ok(());
        }
        if self
            .horizon
            .is_some_and(|horizon| time.is_some_and(|time| time < horizon))
        {
            self.receipt.older += 1;
            return Ok(());
        }
        match dated {
            Some(time) => self.newest = self.newest.max(Some(time.min(clock))),
            None if is_ahead => self.ahead += 1,
            None => self.receipt.undated += 1,
        }
        self.remember(print, dated, clock);
        self.has_forgotten |= self.cursor.bound(self.newest);
        let line = self.lines.line(row, version.as_deref(), clock);
        self.writer.write(&line).await?;
        self.receipt.rows_written += 1;
        self.collector.rows.add(1);
        Ok(())
    }

    /// Remembers a record by its time, if it has one that does not lie ahead of the service's clock.
    fn remember(&mut self, print: Print, dated: Option<Timestamp>, clock: Timestamp) {
        match dated {
            Some(time) => self.cursor.add(print, time),
            None => self.cursor.add_odd(print, clock),
        }
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
        missing: &[Missing],
        clock: Timestamp,
    ) -> Result<(), CollectError> {
        // What is not remembered would be written again by the next pass, which asks for the same time.
        let can_tell = !self.has_forgotten && self.cursor.remembered() <= MOST_KNOWN;
        let lacks = missing.iter().find(|one| one.is_lost);
        let newest = match (ended, lacks) {
            (Ended::Whole, None) => self.newest,
            (Ended::Whole, Some(lacks)) if self.is_first && !can_tell => {
                return Err(CollectError::Gap(lacks.what.clone()));
            }
            (Ended::Whole, Some(_)) if self.is_first => None,
            (Ended::Whole, Some(_)) if !can_tell => self.newest,
            // What the service fails to return is asked for again for a day, and no longer.
            (Ended::Whole, Some(_)) => self
                .newest
                .and_then(|newest| newest.checked_sub(SWEEP).ok()),
            // What a first pass has read may be a part that no later one can tell from the rest.
            (Ended::Broken(error), _) if self.is_first || !can_tell => {
                return Err(CollectError::Call(error));
            }
            (Ended::Stopped, _) if self.is_first || !can_tell => {
                return Err(CollectError::Interrupted);
            }
            (Ended::Broken(error), _) => {
                self.receipt.end = End::Partial;
                self.receipt.say(error.to_string());
                None
            }
            (Ended::Stopped, _) => {
                self.receipt.end = End::Interrupted;
                None
            }
        };
        let is_read = self.receipt.end == End::Done;
        let spans = [self.missed(clock), self.unasked(clock)];
        self.receipt.is_degraded = self.cursor.advance(newest);
        if is_read && lacks.is_none() {
            let is_sweep = self.receipt.is_sweep || self.is_first;
            self.cursor.set_read(clock, is_sweep);
        }
        self.tell(missing, spans.into_iter().flatten());
        self.receipt.reach(self.cursor.newest(), clock);
        self.receipt.finish();
        Ok(())
    }

    /// Names the time whose records were wanted, and which the service no longer returns.
    fn missed(&self, clock: Timestamp) -> Option<String> {
        let stream = &self.collector.stream;
        let (wanted, reach) = self.wanted.zip(stream.reach(clock))?;
        let reach = match stream.is_bounded() {
            true => reach.min(self.receipt.since?),
            false => reach,
        };
        // Up to the last pass nothing is missing, however long ago the newest record is.
        let seen = self.cursor.read().max(self.wanted);
        let why = "are no longer to be had: the service looks back only so far";
        (seen < Some(reach)).then(|| span(wanted, reach, why))
    }

    /// Names the time for which the service could have been asked and was not.
    fn unasked(&self, clock: Timestamp) -> Option<String> {
        let stream = &self.collector.stream;
        let reach = stream.reach(clock).filter(|_| stream.is_bounded())?;
        let begin = self.wanted.map_or(reach, |wanted| wanted.max(reach));
        let asked = self.receipt.since?;
        let why = "were not asked for: this machine's clock is ahead of the service's";
        (asked.duration_since(begin) > CLOCKS_DIFFER).then(|| span(begin, asked, why))
    }

    /// Says what is missing, and what is odd.
    fn tell(&mut self, missing: &[Missing], spans: impl Iterator<Item = String>) {
        let Self { receipt, .. } = self;
        let lacks: Vec<String> = missing
            .iter()
            .map(|one| one.what.clone())
            .chain(spans)
            .collect();
        let is_incomplete = receipt.lost > 0 || !lacks.is_empty();
        if is_incomplete && receipt.end == End::Done {
            receipt.end = End::Partial;
        }
        for what in lacks {
            receipt.say(what);
        }
        if self.ahead > 0 {
            let ahead = self.ahead;
            receipt.say(format!(
                "{ahead} records have a time ahead of the service's clock"
            ));
        }
    }
}

/// A sentence about the records of a time.
fn span(from: Timestamp, to: Timestamp, why: &str) -> String {
    let second = |time: Timestamp| time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    format!("records from {} to {} {why}", second(from), second(to))
}
