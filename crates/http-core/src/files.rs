//! Rows of an export that an operation returns as files.
//!
//! Vulnerability exports of Defender for Endpoint answer with signed addresses of files in Azure
//! Storage: gzip, one JSON object per line, no enclosing array. [`FileRows`] reads them one after
//! the other as a stream of rows.
//!
//! What the service does, and what follows:
//!
//! - The number and size of the files have no bound. Files are unpacked and split as they arrive;
//!   memory holds one piece of a file and one row, plus a hash and a count per file.
//! - An address is valid for 1 to 6 hours (`sasValidHours`), and the list may be requested 20 times
//!   an hour. A read that takes longer asks for new addresses and continues; after two requests
//!   without a new row it gives up.
//! - The service rebuilds a snapshot every few hours. New addresses can belong to new files, whose
//!   rows must not be mixed with rows already returned. Same paths mean same files; other paths end
//!   the export with an error, unless no row was returned.
//! - A file can break off, arrive empty, or be missing while storage still copies it. It is
//!   requested again, by its rest where storage supports ranges, otherwise from the start with the
//!   known rows skipped. A chain of hashes proves that they are the same rows.
//! - A file that is late is put off for up to five minutes while the others are read, and one that
//!   fails for good does not keep back the rest. The error at the end names all missing files.

pub(crate) mod download;
mod open;
mod reader;
pub(crate) mod received;
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
    /// The rows of all files that a request answers with. The operation must have the answer
    /// [`AnswerKind::Files`](crate::AnswerKind::Files). Nothing is sent before the first row is
    /// requested.
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

/// The rows of an export as a stream, file after file, each row as the bytes of its JSON text.
///
/// Lazy: nothing is sent before the first row is requested. Rows of one file come in the order of
/// the file; files come in the order of the list, except for files that are late. Memory does not
/// grow with the export.
///
/// # Errors
///
/// - A row that is not JSON is an error in its place ([`Error::row`](crate::Error::row)); reading
///   continues.
/// - A file that cannot be read does not keep back the others. After the last row, one error names
///   what is missing.
/// - After any other error the stream ends. Rows returned before it are valid.
///
/// [`snapshot`](Self::snapshot) says at any time how much was read, and at the end whether it is
/// complete.
///
/// # Examples
///
/// ```
/// # use http_core::{Client, Request, Result};
/// # async fn run(client: Client, export: Request) -> Result<()> {
/// let mut rows = client.file_rows(export);
/// while let Some(row) = rows.next_row().await {
///     println!("{}", String::from_utf8_lossy(&row?));
/// }
/// if let Some(snapshot) = rows.snapshot() {
///     assert!(snapshot.complete);
///     println!("{} rows of {} files", snapshot.rows, snapshot.files);
/// }
/// # Ok(())
/// # }
/// ```
pub struct FileRows {
    rows: Peekable<BoxStream<'static, Result<Bytes>>>,
    operation: &'static Operation,
    tally: Tally,
    gaps: Gaps,
}

impl FileRows {
    /// How much of the export was read, and whether that is all. `None` before the first row was
    /// requested.
    pub fn snapshot(&self) -> Option<Snapshot> {
        self.tally.get()
    }

    /// The operation that returns the files.
    pub fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// The next row, `None` after the last. Cancel safe: a dropped future loses no row and repeats
    /// no request.
    pub async fn next_row(&mut self) -> Option<Result<Bytes>> {
        self.next().await
    }

    /// Whether rows remain. May fetch the next row to find out; that row is kept and not counted as
    /// returned. Cancel safe.
    ///
    /// # Errors
    /// Returns the errors of [`next_row`](Self::next_row) that end the rows. An invalid row counts
    /// as one that remains; its error is returned by the next call of [`next_row`](Self::next_row).
    pub async fn has_more(&mut self) -> Result<bool> {
        let next = Pin::new(&mut self.rows);
        let ends = next.next_if(|row| matches!(row, Err(error) if error.row().is_none()));
        match ends.await {
            Some(Err(error)) => Err(error),
            _ => Ok(Pin::new(&mut self.rows).peek().await.is_some()),
        }
    }

    /// Rows whose text was repaired to be JSON. Complete once the rows have ended.
    pub fn gaps(&self) -> Gaps {
        self.gaps.clone()
    }

    /// The rows as a stream of [`Raw`](crate::Raw) values that decode on demand.
    pub fn into_raw_items<T>(self) -> RawItems<T> {
        let operation = self.operation;
        let (tally, gaps) = (self.tally.clone(), self.gaps());
        RawItems::of_rows(self)
            .of_operation(operation)
            .of_export(tally, gaps)
    }

    /// The rows as a stream of decoded items. A row that does not fit `T` is an error in its place.
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
    /// Shows numbers only: addresses are secrets and rows are customer data.
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
