//! All rows of a request, on their way from the service to a writer. Rows are never kept in memory.

use std::pin::Pin;

use http_core::jiff::Timestamp;
use http_core::{Client, Record, Request};

use super::error::CollectError;
use super::line::Lines;
use super::members;
use super::reading::{Reading, Step};
use super::receipt::{End, Receipt};
use super::sink::Writer;
use super::source::name;
use crate::fanout::Rows;

/// A request that is read whole.
pub(super) struct Copy<'a> {
    reading: Reading,
    rows: &'a Rows,
    record: Option<&'static Record>,
    lines: Lines,
    receipt: Receipt,
}

impl<'a> Copy<'a> {
    /// Nothing is sent before [`begin`](Self::begin) or [`run`](Self::run). `rows` counts the rows that are written.
    pub(super) fn new(client: &Client, request: Request, tenant: &str, rows: &'a Rows) -> Self {
        let operation = request.operation();
        Self {
            rows,
            record: operation.list.record,
            lines: Lines::new(tenant, operation.id),
            receipt: Receipt::begin(tenant, name(operation), Timestamp::now()),
            reading: Reading::new(client, request),
        }
    }

    /// Asks the service, and returns when it generated the rows. `None` for a list, and if the service does not say it.
    pub(super) async fn begin<F: Future<Output = ()>>(
        &mut self,
        stop: &mut Pin<&mut F>,
    ) -> Result<Option<Timestamp>, CollectError> {
        tokio::select! {
            biased;
            () = stop => return Err(CollectError::Interrupted),
            begun = self.reading.begin() => begun?,
        }
        let made = self.reading.made();
        Ok(made.and_then(|made| members::instant(&made)))
    }

    /// Writes all rows. One that cannot be read is counted as lost.
    pub(super) async fn run<F: Future<Output = ()>>(
        &mut self,
        writer: &mut dyn Writer,
        stop: &mut Pin<&mut F>,
    ) -> Result<(), CollectError> {
        let mut made = None;
        loop {
            match self.reading.step(stop).await {
                Step::Rows(batch) => {
                    made = made.or_else(|| self.reading.made());
                    let clock = self.reading.clock();
                    for row in batch.iter() {
                        self.take(row, made.as_deref(), clock, &mut *writer).await?;
                    }
                }
                Step::Lost(error) => self.receipt.lose(error.to_string()),
                Step::Whole => return Ok(()),
                Step::Broken(error) => return Err(CollectError::Call(error)),
                Step::Stopped => return Err(CollectError::Interrupted),
            }
        }
    }

    /// Writes a row. `made` is when the service generated it, as JSON.
    async fn take(
        &mut self,
        row: &[u8],
        made: Option<&str>,
        clock: Timestamp,
        writer: &mut dyn Writer,
    ) -> Result<(), CollectError> {
        if !row.trim_ascii_start().starts_with(b"{") {
            self.receipt.lose("a record is no object".to_owned());
            return Ok(());
        }
        let own = || self.record.and_then(|record| version(record, row));
        let line = self.lines.line(row, made.or_else(own), clock);
        writer.write(&line).await?;
        self.receipt.rows_read += 1;
        self.receipt.rows_written += 1;
        self.rows.add(1);
        Ok(())
    }

    /// The service's clock, as far as it is known.
    pub(super) fn clock(&self) -> Timestamp {
        self.reading.clock()
    }

    /// What was done, and what the rows lack.
    pub(super) fn finish(self, writer: &dyn Writer) -> Receipt {
        let Self {
            reading,
            mut receipt,
            ..
        } = self;
        receipt.pages = reading.pages();
        receipt.misfits = writer.misfits();
        if receipt.lost > 0 {
            receipt.end = End::Partial;
        }
        for missing in reading.missing() {
            receipt.end = End::Partial;
            receipt.say(missing.what);
        }
        receipt.finish();
        receipt
    }
}

/// The time of a record's last change, or else the one that the list goes by, as JSON.
fn version<'a>(record: &Record, row: &'a [u8]) -> Option<&'a str> {
    let names = [record.version, record.time().unwrap_or_default()];
    let [version, time] = members::of(row, names)?;
    version.or(time)
}
