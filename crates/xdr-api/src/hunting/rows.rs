//! Rows of a hunt, returned while the answer arrives.
//!
//! An answer may be hundreds of megabytes. [`HuntRows`] parses it as a stream and returns batches of rows as they come.
//! A hunt that may be split works differently: the rows of a part are kept until its end, because a part that was cut
//! is discarded and requested in halves. Parts are a stack with the oldest on top, so rows come in the order of time.

use std::collections::VecDeque;
use std::fmt;

use futures_util::stream;
use http_core::rows::{RowBatch, TableRows};
use http_core::{Bytes, Error, Gaps, Items, LimitExceeded, RawItems, Result};
use serde::de::DeserializeOwned;

use super::splitting::Window;
use super::wire::Rewriter;
use super::{Hunt, HuntingColumn, HuntingRow, MOST_FAILURES, explained};
use crate::graph::hunting::RUN;

/// The rows of a [`Hunt`] as they arrive, in the order of the service.
///
/// Each row is a JSON object with every column in the order of the query and every value as it came. Members that only
/// describe others (`Count@odata.type`) are left out. A row that is not JSON is an error in its place
/// ([`Error::row`](crate::Error::row)), and the next rows follow; any other error is the last item.
///
/// Nothing is sent before the first row, batch or column is requested. Memory does not grow with the answer, unless the
/// hunt is [split](Hunt::split). Dropping the value ends the request.
///
/// ```no_run
/// # async fn run(client: xdr_api::Client) -> xdr_api::Result<()> {
/// let mut rows = client.graph().hunting().hunt("DeviceInfo | project DeviceName").rows();
/// while let Some(row) = rows.next_row().await {
///     println!("{:?}", row?.text("DeviceName"));
/// }
/// if rows.is_truncated() {
///     eprintln!("only the first {} rows", rows.count());
/// }
/// # Ok(())
/// # }
/// ```
pub struct HuntRows {
    hunt: Hunt,
    /// Parts of the time range that have not been requested, the oldest on top. `None` is a hunt without a known range.
    parts: Vec<Option<Window>>,
    /// Failures in a row that led to halving.
    failures: u32,
    /// The most bytes of rows that may be kept.
    most: usize,
    answer: Option<Open>,
    columns: Vec<HuntingColumn>,
    /// Rows that can be returned.
    ready: VecDeque<Result<RowBatch>>,
    /// Mended rows of each answer.
    gaps: Vec<Gaps>,
    rows: u64,
    truncated: bool,
    /// Whether the first part was chosen.
    begun: bool,
    /// The rest of the batch that [`next_row`](Self::next_row) takes its rows from.
    batch: std::vec::IntoIter<Bytes>,
}

/// An answer that is being read.
struct Open {
    table: TableRows,
    rewriter: Rewriter,
    part: Option<Window>,
}

impl Hunt {
    /// Runs the query and returns its rows as they arrive. [`send`](Hunt::send) collects them into a table.
    pub fn rows(self) -> HuntRows {
        HuntRows {
            hunt: self,
            parts: Vec::new(),
            failures: 0,
            most: usize::MAX,
            answer: None,
            columns: Vec::new(),
            ready: VecDeque::new(),
            gaps: Vec::new(),
            rows: 0,
            truncated: false,
            begun: false,
            batch: Vec::new().into_iter(),
        }
    }
}

impl HuntRows {
    /// The columns, in the order of the query. Sends the query if that has not happened. Empty if the answer does not
    /// list the columns before its rows.
    ///
    /// # Errors
    /// As [`Hunt::send`].
    pub async fn columns(&mut self) -> Result<&[HuntingColumn]> {
        while self.columns.is_empty() && self.ready.is_empty() && !self.is_over() {
            let is_streamed = !self.hunt.split;
            if self.answer.is_some() && is_streamed {
                break;
            }
            if let Err(error) = self.advance().await {
                self.end();
                return Err(error);
            }
        }
        Ok(&self.columns)
    }

    /// The next rows, `None` after the last. A batch is never empty. Batches are cheaper than single rows, because a
    /// batch shares one buffer.
    pub async fn next_batch(&mut self) -> Option<Result<RowBatch>> {
        loop {
            if let Some(batch) = self.ready.pop_front() {
                self.rows += batch.as_ref().map_or(0, RowBatch::len) as u64;
                return Some(batch);
            }
            if self.is_over() {
                return None;
            }
            if let Err(error) = self.advance().await {
                self.end();
                let error = match self.rows {
                    0 => error,
                    rows => error.with_rows(rows),
                };
                return Some(Err(error));
            }
        }
    }

    /// The next row, `None` after the last. Do not mix it with [`next_batch`](Self::next_batch): rows of a batch that
    /// was begun would come later than those of the next one.
    pub async fn next_row(&mut self) -> Option<Result<HuntingRow>> {
        let row = self.next_text().await?;
        Some(row.and_then(|row| HuntingRow::read(&row).map_err(|error| self.numbered(error))))
    }

    /// The text of the next row.
    async fn next_text(&mut self) -> Option<Result<Bytes>> {
        loop {
            if let Some(row) = self.batch.next() {
                return Some(Ok(row));
            }
            match self.next_batch().await? {
                Ok(batch) => self.batch = batch.into_iter(),
                Err(error) => return Some(Err(error)),
            }
        }
    }

    /// The rows as a stream of their bytes. `T` is the type that each can be decoded into.
    pub fn into_raw_items<T>(self) -> RawItems<T> {
        let rows = stream::unfold(self, |mut rows| async move {
            let row = rows.next_text().await?;
            Some((row, rows))
        });
        RawItems::of_rows(rows).of_operation(&RUN)
    }

    /// The rows as a stream of records of a type. A row that does not decode is an error in its place, with the member
    /// that did not fit and the number of the row, and the stream continues.
    ///
    /// ```no_run
    /// # async fn run(client: xdr_api::Client) -> xdr_api::Result<()> {
    /// #[derive(serde::Deserialize)]
    /// struct Device {
    ///     #[serde(rename = "DeviceName")]
    ///     name: String,
    /// }
    ///
    /// let hunt = client.graph().hunting().hunt("DeviceInfo | project DeviceName");
    /// let mut devices = hunt.rows().into_items::<Device>();
    /// while let Some(device) = devices.next_item().await {
    ///     println!("{}", device?.name);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn into_items<T: DeserializeOwned>(self) -> Items<T> {
        self.into_raw_items().into_items()
    }

    /// Number of rows returned so far, with those of a batch that was begun.
    pub fn count(&self) -> u64 {
        self.rows
    }

    /// Whether an answer had as many rows as the service returns at most, so that rows are probably missing. Final once
    /// the rows have ended; a split hunt is only truncated if one second of time has too many rows.
    pub fn is_truncated(&self) -> bool {
        self.truncated
    }

    /// Rows whose text was repaired, by answer. Complete once the rows have ended.
    pub fn gaps(&self) -> Vec<http_core::Gap> {
        self.gaps.iter().flat_map(Gaps::get).collect()
    }

    /// The most bytes of rows that may be kept in memory.
    pub(super) fn most(&self) -> usize {
        self.most
    }

    /// Whether no more rows follow.
    fn is_over(&self) -> bool {
        self.begun && self.answer.is_none() && self.parts.is_empty()
    }

    /// Ends the rows after an error.
    fn end(&mut self) {
        self.begun = true;
        self.answer = None;
        self.parts.clear();
    }

    /// Adds the number of the row that was returned last to an error.
    fn numbered(&self, error: Error) -> Error {
        let waiting = self.batch.len() as u64;
        error
            .with_operation(&RUN)
            .with_row(self.rows.saturating_sub(waiting))
    }

    /// One step: choose the first part, request the next one, or read a batch.
    async fn advance(&mut self) -> Result<()> {
        if !self.begun {
            let window = self.hunt.window()?;
            self.hunt.text()?;
            self.begun = true;
            self.parts.push(window);
        }
        if self.answer.is_none() {
            return self.open().await;
        }
        if self.hunt.split {
            return self.whole_part().await;
        }
        let Some(open) = &mut self.answer else {
            return Ok(());
        };
        match open.next().await {
            Some(batch) => self.take(batch),
            None => {
                self.truncated |= open.is_cut(self.hunt.row_limit);
                if self.columns.is_empty() {
                    self.columns = HuntingColumn::all_of(open.table.members());
                }
                self.answer = None;
                Ok(())
            }
        }
    }

    /// Makes a batch, or the error of a single row, ready. Any other error ends the rows.
    fn take(&mut self, batch: Result<RowBatch>) -> Result<()> {
        match batch {
            Err(error) if error.row().is_none() => Err(explained(error)),
            batch => {
                self.ready.push_back(batch);
                Ok(())
            }
        }
    }

    /// Requests the next part and reads the answer up to its columns.
    async fn open(&mut self) -> Result<()> {
        let Some(part) = self.parts.pop() else {
            return Ok(());
        };
        let request = self.hunt.run(self.hunt.text()?, part.as_ref());
        let mut table = self.hunt.client.table_rows(request, "results");
        self.most = table.limits().hunt;
        let columns = match table.head().await {
            Ok(head) => HuntingColumn::all_of(head),
            Err(error) => return self.fail(part.as_ref(), error),
        };
        if !table.has_list() {
            return match table.next_batch().await {
                Some(Err(error)) => Err(error),
                _ => Ok(()),
            };
        }
        table.expect(columns.iter().map(|column| column.name.as_str()));
        if self.columns.is_empty() {
            self.columns.clone_from(&columns);
        }
        self.gaps.push(table.gaps());
        self.answer = Some(Open {
            table,
            rewriter: Rewriter::new(columns.into_iter().map(|column| column.name).collect()),
            part,
        });
        Ok(())
    }

    /// Reads a part to its end before any of its rows is returned. A part that was cut is discarded and requested in
    /// halves.
    async fn whole_part(&mut self) -> Result<()> {
        let Some(mut open) = self.answer.take() else {
            return Ok(());
        };
        let mut size = 0;
        let mut batches = VecDeque::new();
        while let Some(batch) = open.next().await {
            match batch {
                Err(error) if error.row().is_none() => return self.fail(open.part.as_ref(), error),
                batch => {
                    let rows = batch.iter().flat_map(RowBatch::iter);
                    size += rows.map(<[u8]>::len).sum::<usize>();
                    batches.push_back(batch);
                }
            }
            if size > self.most {
                return Err(too_large(self.most));
            }
        }
        self.failures = 0;
        if self.columns.is_empty() {
            self.columns = HuntingColumn::all_of(open.table.members());
        }
        let is_cut = open.is_cut(self.hunt.row_limit);
        let halves = open.part.as_ref().and_then(Window::halves);
        match halves.filter(|_| is_cut) {
            Some((older, newer)) => {
                self.gaps.pop();
                self.parts.extend([Some(newer), Some(older)]);
            }
            None => {
                self.truncated |= is_cut;
                self.ready.extend(batches);
            }
        }
        Ok(())
    }

    /// Requests the halves of a part that failed because of its size.
    fn fail(&mut self, part: Option<&Window>, error: Error) -> Result<()> {
        let halves = part.and_then(Window::halves);
        match halves.filter(|_| self.hunt.split && self.failures < MOST_FAILURES) {
            Some((older, newer)) if error.is_too_much() => {
                self.failures += 1;
                self.parts.extend([Some(newer), Some(older)]);
                Ok(())
            }
            _ => Err(explained(error)),
        }
    }
}

impl Open {
    /// The next rows in the returned form.
    async fn next(&mut self) -> Option<Result<RowBatch>> {
        let batch = self.table.next_batch().await?;
        Some(batch.map(|batch| self.rewriter.rewrite(batch)))
    }

    /// Whether the answer has as many rows as the limit, so that rows may be missing.
    fn is_cut(&self, row_limit: usize) -> bool {
        usize::try_from(self.table.rows_read()).is_ok_and(|rows| rows >= row_limit)
    }
}

/// The error for rows that exceed the memory limit.
pub(super) fn too_large(most: usize) -> Error {
    Error::from(LimitExceeded::new("hunt", most)).with_operation(&RUN)
}

impl fmt::Debug for HuntRows {
    /// Query and rows may be customer data: only numbers are shown.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HuntRows")
            .field("columns", &self.columns.len())
            .field("rows", &self.rows)
            .finish_non_exhaustive()
    }
}
