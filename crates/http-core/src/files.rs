//! Rows that an operation hands out as files: addresses, gzip, one JSON object a line.
//!
//! The files are read one after the other in constant memory. A file that breaks off is resumed if storage serves ranges.
//! A file that is empty or incomplete is fetched again, and a file whose address has expired is looked up in a new list;
//! rows that were returned before are skipped then, so that no row comes twice. A file that storage does not have yet is
//! put off, for minutes, while the others are read. Files that are missing at the end are an error that names them.

pub(crate) mod download;
mod open;
mod reader;
mod turns;

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_util::stream::{self, BoxStream, FusedStream, Peekable};
use futures_util::{Stream, StreamExt};
use serde::de::DeserializeOwned;

use self::reader::Reader;
use crate::client::Client;
use crate::error::Result;
use crate::list::paging::{Gaps, Items, RawItems};
use crate::operation::Operation;
use crate::request::Request;
use crate::snapshot::{Snapshot, Tally};

impl Client {
    /// The rows of all files that a request answers with, an operation with [`AnswerKind::Files`](crate::AnswerKind::Files).
    /// Nothing is sent before the first one is asked for.
    pub fn file_rows(&self, request: Request) -> FileRows {
        let operation = request.operation();
        let (tally, gaps) = (Tally::default(), Gaps::default());
        let client = self.for_request(&request);
        let reader = Reader::new(client, request, tally.clone(), gaps.clone());
        let rows = stream::unfold(reader, |mut reader| async move {
            let row = reader.next_row().await?;
            Some((row, reader))
        });
        FileRows {
            rows: rows.boxed().peekable(),
            operation,
            tally,
            gaps,
        }
    }
}

/// The rows of an export as a stream, file after file, each row its own bytes.
///
/// Lazy; the rows of a file in the order served, the files too unless one has to be waited for. A file that cannot be
/// fetched does not keep back the others: once they are read, an error says what is missing. A row that is not JSON is an
/// error in its place ([`Error::row`](crate::Error::row)); any other error ends the stream, and the rows before it are
/// valid. [`snapshot`](Self::snapshot) says whether the rows are complete.
pub struct FileRows {
    rows: Peekable<BoxStream<'static, Result<Bytes>>>,
    operation: &'static Operation,
    tally: Tally,
    gaps: Gaps,
}

impl FileRows {
    /// What is known of the export. `None` before the first row was asked for.
    pub fn snapshot(&self) -> Option<Snapshot> {
        self.tally.get()
    }

    /// The operation whose files these are.
    pub fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// The next row, `None` after the last.
    ///
    /// Cancel safe: a dropped future loses no row and repeats no request.
    pub async fn next_row(&mut self) -> Option<Result<Bytes>> {
        self.next().await
    }

    /// Whether rows remain. The next one may have to be fetched for that; it is neither returned nor counted.
    ///
    /// # Errors
    /// As [`next_row`](Self::next_row). The error ends the rows, unless it is the error of one row: that one counts as a
    /// row that remains.
    pub async fn has_more(&mut self) -> Result<bool> {
        let next = Pin::new(&mut self.rows);
        let ends = next.next_if(|row| matches!(row, Err(error) if error.row().is_none()));
        match ends.await {
            Some(Err(error)) => Err(error),
            _ => Ok(Pin::new(&mut self.rows).peek().await.is_some()),
        }
    }

    /// Rows whose text was mended; complete once the rows have ended.
    pub fn gaps(&self) -> Gaps {
        self.gaps.clone()
    }

    /// The rows as a stream of their own bytes, for records of a type.
    pub fn into_raw_items<T>(self) -> RawItems<T> {
        let operation = self.operation;
        let (tally, gaps) = (self.tally.clone(), self.gaps());
        RawItems::of_rows(self)
            .of_operation(operation)
            .of_export(tally, gaps)
    }

    /// The rows as a stream of decoded records.
    pub fn into_items<T: DeserializeOwned>(self) -> Items<T> {
        self.into_raw_items().into_items()
    }
}

impl Stream for FileRows {
    type Item = Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let row = self.rows.poll_next_unpin(cx);
        if let Poll::Ready(Some(Ok(row))) = &row {
            self.tally.update(|snapshot| {
                snapshot.rows += 1;
                snapshot.bytes += row.len() as u64;
            });
        }
        row
    }
}

impl FusedStream for FileRows {
    fn is_terminated(&self) -> bool {
        self.rows.is_terminated()
    }
}

impl fmt::Debug for FileRows {
    /// Addresses are secrets and rows are customer data: only numbers are shown.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let snapshot = self.snapshot().unwrap_or_default();
        f.debug_struct("FileRows")
            .field("operation", &self.operation.id)
            .field("files_read", &snapshot.files_read)
            .field("rows", &snapshot.rows)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
