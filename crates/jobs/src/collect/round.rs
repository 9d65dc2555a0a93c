//! A pass over each of several streams of one tenant.
//!
//! | a pass | is counted as | the round |
//! | --- | --- | --- |
//! | read its list to the end | well | goes on |
//! | lost rows, or its list broke off | partial | goes on |
//! | was refused, the rows there are of another tenant, or what is there of the stream is broken | failed | goes on |
//! | is done by another process, or was told to end | well | goes on |
//! | could not be written | | ends with the error |
//!
//! The caller makes the client of each stream: only it knows where tokens come from, and which of its streams share a service.

use async_trait::async_trait;
use http_core::jiff::Timestamp;
use http_core::{Client, Request};

use super::collector::Collector;
use super::cursor::Cursor;
use super::error::CollectError;
use super::export::Export;
use super::receipt::{End, Receipt};
use super::sink::{Sink, SinkError, Writer};
use super::source::name;
use super::stream::Stream;
use crate::fanout::{Rows, Verdict, Waiting};
use crate::stop::Stop;

/// Collects streams of one tenant, one after the other: they share the budgets of the services. A stream that fails keeps no other
/// from being collected.
///
/// ```
/// use http_core::testing::Script;
/// # use http_core::{Operation, Param, Record, RecordKind, Since, SinceForm};
/// use jobs::Verdict;
/// use jobs::collect::{Passed, Round, Spool, Stream};
///
/// # static RECORD: Record = Record::new(RecordKind::Mutable).key(&["id"]).version("changed")
/// #     .since(Since::new("changed", SinceForm::Filter("changed")));
/// # static LIST: Operation = Operation::get("x.alerts.list", "/alerts").collection("value").record(&RECORD)
/// #     .inputs(&[Param::query("$filter")]);
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let folder = tempfile::tempdir()?;
/// # let streams = vec![Stream::of(&LIST).ok_or("a list with a time")?];
/// let spool = Spool::new(folder.path());
/// let mut round = Round::new(&spool);
/// for stream in &streams {
///     let client = Script::new([r#"{"value":[{"id":"a"}]}"#]).client()?;
///     match round.pass(client, stream, "52eaad04-13a2-4a2f-9ce8-93a294fadf36").await? {
///         Passed::Done(receipt) => assert_eq!(receipt.rows_written, 1),
///         other => return Err(format!("{other:?}").into()),
///     }
/// }
/// assert_eq!(round.verdict(), Verdict::Ok);
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct Round<'a> {
    sink: &'a dyn Sink,
    since: Option<Timestamp>,
    rows: Rows,
    waiting: Waiting,
    stop: Stop,
    /// Passes that wrote nothing because something was wrong.
    failed: usize,
    /// Passes that wrote less than there is.
    partial: usize,
    /// All passes.
    all: usize,
}

/// How a pass of a round ended.
#[derive(Debug)]
#[non_exhaustive]
pub enum Passed {
    /// Rows, cursor and receipt are in the store.
    Done(Receipt),
    /// Nothing was written, for this reason, which the receipt has as well.
    Failed(CollectError, Receipt),
    /// Nothing was written and nothing is wrong: another process does it, or the pass was told to end.
    Left(CollectError),
}

impl<'a> Round<'a> {
    /// A round into this sink.
    pub fn new(sink: &'a dyn Sink) -> Self {
        Self {
            sink,
            since: None,
            rows: Rows::default(),
            waiting: Waiting::default(),
            stop: Stop::new(),
            failed: 0,
            partial: 0,
            all: 0,
        }
    }

    /// Where the first pass of a stream begins. Default: all that the service has.
    #[must_use]
    pub fn since(mut self, since: Option<Timestamp>) -> Self {
        self.since = since;
        self
    }

    /// Counts the rows that are written.
    #[must_use]
    pub fn counting(mut self, rows: Rows) -> Self {
        self.rows = rows;
        self
    }

    /// Says when a commit is waited for: see [`Task::waiting`](crate::Task::waiting).
    #[must_use]
    pub fn waiting(mut self, waiting: Waiting) -> Self {
        self.waiting = waiting;
        self
    }

    /// What ends a pass early. Default: nothing.
    #[must_use]
    pub fn stopped_by(mut self, stop: Stop) -> Self {
        self.stop = stop;
        self
    }

    /// Runs one pass over a stream. `client` is that of the tenant with this id.
    ///
    /// # Errors
    /// If the store failed: it would for every stream.
    pub async fn pass(
        &mut self,
        client: Client,
        stream: &Stream,
        tenant: &str,
    ) -> Result<Passed, SinkError> {
        self.all += 1;
        let begun = Receipt::begin(tenant, stream.name(), Timestamp::now());
        let mut collector =
            Collector::new(client, stream.clone(), tenant).counting(self.rows.clone());
        if let Some(since) = self.since {
            collector = collector.since(since);
        }
        let sink = self.marked();
        let ended = collector.pass(&sink, self.stop.told()).await;
        self.count(ended, begun).await
    }

    /// Exports what a request answers with: see [`Export`].
    ///
    /// # Errors
    /// If the store failed.
    pub async fn export(
        &mut self,
        client: Client,
        request: Request,
        tenant: &str,
    ) -> Result<Passed, SinkError> {
        self.all += 1;
        let begun = Receipt::begin(tenant, name(request.operation()), Timestamp::now());
        let ended = match Export::new(client, request, tenant) {
            Ok(export) => {
                let sink = self.marked();
                let export = export.counting(self.rows.clone());
                export.run(&sink, self.stop.told()).await
            }
            Err(error) => Err(CollectError::Call(error)),
        };
        self.count(ended, begun).await
    }

    /// The sink, with the mark of this round.
    fn marked(&self) -> Marked<'a> {
        Marked {
            sink: self.sink,
            waiting: self.waiting.clone(),
        }
    }

    /// Counts how a pass ended. `begun` is its receipt if it failed.
    async fn count(
        &mut self,
        ended: Result<Receipt, CollectError>,
        begun: Receipt,
    ) -> Result<Passed, SinkError> {
        match ended {
            Ok(receipt) => {
                self.partial += usize::from(receipt.end == End::Partial);
                Ok(Passed::Done(receipt))
            }
            Err(CollectError::Sink(error)) if !error.is_of_one() => Err(error),
            Err(CollectError::Sink(error)) if error.is_busy() => {
                Ok(Passed::Left(CollectError::Sink(error)))
            }
            Err(CollectError::Interrupted) => Ok(Passed::Left(CollectError::Interrupted)),
            Err(error) => {
                self.failed += 1;
                let receipt = begun.fail(error.to_string());
                self.sink.note(&receipt).await?;
                Ok(Passed::Failed(error, receipt))
            }
        }
    }

    /// Counts a stream whose pass could not begin, such as for want of a token. The tenant is named as well as it is known.
    ///
    /// # Errors
    /// If the store failed.
    pub async fn fail(
        &mut self,
        stream: &str,
        tenant: &str,
        why: &str,
    ) -> Result<Receipt, SinkError> {
        self.all += 1;
        self.failed += 1;
        let receipt = Receipt::begin(tenant, stream, Timestamp::now()).fail(why.to_owned());
        self.sink.note(&receipt).await?;
        Ok(receipt)
    }

    /// The outcome of all passes: [`Verdict::None`] if every one failed.
    pub fn verdict(&self) -> Verdict {
        match (self.failed, self.partial) {
            (0, 0) => Verdict::Ok,
            (failed, _) if failed == self.all => Verdict::None,
            _ => Verdict::Some,
        }
    }
}

/// A sink whose commits are waits: a store may put those of several tenants together.
#[derive(Debug)]
struct Marked<'a> {
    sink: &'a dyn Sink,
    waiting: Waiting,
}

#[async_trait]
impl Sink for Marked<'_> {
    async fn open(
        &self,
        tenant: &str,
        stream: &str,
    ) -> Result<(Option<Cursor>, Box<dyn Writer>), SinkError> {
        let (cursor, writer) = self.sink.open(tenant, stream).await?;
        let waiting = self.waiting.clone();
        Ok((cursor, Box::new(MarkedWriter { writer, waiting })))
    }
}

/// The rows of a pass whose commit is a wait.
struct MarkedWriter {
    writer: Box<dyn Writer>,
    waiting: Waiting,
}

#[async_trait]
impl Writer for MarkedWriter {
    async fn write(&mut self, row: &[u8]) -> Result<(), SinkError> {
        self.writer.write(row).await
    }

    fn misfits(&self) -> u64 {
        self.writer.misfits()
    }

    async fn commit(self: Box<Self>, cursor: &Cursor, receipt: &Receipt) -> Result<(), SinkError> {
        let Self { writer, waiting } = *self;
        let _guard = waiting.begin();
        writer.commit(cursor, receipt).await
    }
}
