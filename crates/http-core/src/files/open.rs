//! One file of an export as rows: fetched, unpacked, split.
//!
//! The files are JSON Lines, usually gzip. The splitter for lists cuts elements out of an array, so
//! the opening and closing bracket are fed to it around the lines, and commas are optional. That
//! reuses one tested scanner, with its limits and repairs, and detects a cut: a closing bracket
//! inside a row is not the end of a list.
//!
//! gzip is recognised by its first bytes, not by a header: storage serves the file itself and may
//! or may not declare `Content-Encoding`.

use std::collections::VecDeque;

use bytes::{Bytes, BytesMut};
use futures_util::stream::{self, StreamExt};

use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::files::download::{StoredFile, Version};
use crate::list::paging::Gaps;
use crate::list::rows::{RowBatch, RowFault, Splitter};
use crate::transport::body::{Body, GZIP};

/// A file that is being read.
pub(super) struct Open {
    /// Unpacked text.
    body: Body,
    splitter: Splitter,
    /// Batches that were split and not returned, with the errors of rows between them.
    parts: VecDeque<Result<RowBatch, RowFault>>,
    /// Where repaired rows are recorded.
    gaps: Gaps,
    /// The batch that is being returned, and the index of its next row.
    batch: RowBatch,
    next: usize,
    /// Rows read so far, invalid ones and ones that were returned earlier included.
    pub(super) rows_read: u64,
    ended: bool,
    /// The version of the file, as storage identifies it.
    pub(super) version: Version,
}

impl Open {
    /// Requests a file and reads its first bytes.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] for an empty address, [`ErrorKind::Truncated`] for an empty file,
    /// and the errors of the request.
    pub(super) async fn begin(client: &Client, link: &str, gaps: &Gaps) -> Result<Self> {
        if link.is_empty() {
            return Err(Error::new(
                ErrorKind::NotFound,
                "the service returned no address for it",
            ));
        }
        let stored = StoredFile::open(client, link).await?;
        let version = stored.version().clone();
        let body = stored.into_body();
        // Lines are an array without brackets and commas.
        let mut splitter = Splitter::new("value").lines().with_limits(client.limits());
        let batch = splitter
            .feed(&Bytes::from_static(b"["))
            .map_err(unreadable)?;
        Ok(Self {
            body: unpacked(body).await?,
            splitter,
            parts: batch.split_at_faults().into(),
            gaps: gaps.clone(),
            batch: RowBatch::default(),
            next: 0,
            rows_read: 0,
            ended: false,
            version,
        })
    }

    /// The next row, `None` at the end of a complete file. Cancel safe.
    ///
    /// # Errors
    /// The error of a row that is not JSON has [`Error::row`]; reading continues after it. After
    /// any other error the file has to be requested again.
    pub(super) async fn next_row(&mut self) -> Result<Option<Bytes>> {
        loop {
            if let Some(row) = self.batch.get(self.next) {
                self.next += 1;
                self.rows_read += 1;
                return Ok(Some(row));
            }
            match self.parts.pop_front() {
                Some(Ok(batch)) => {
                    (self.batch, self.next) = (batch, 0);
                    continue;
                }
                Some(Err(fault)) => {
                    self.rows_read += 1;
                    return Err(fault.into_error(0));
                }
                None => {}
            }
            if self.ended {
                return Ok(None);
            }
            let piece = self.body.chunk().await;
            match piece {
                Some(Ok(piece)) => {
                    let mut batch = self.splitter.feed(&piece).map_err(unreadable)?;
                    batch.report_mended(&self.gaps, 0);
                    self.parts = batch.split_at_faults().into();
                }
                Some(Err(error)) => {
                    return Err(truncated(&format!("it broke off: {error}")).with_source(error));
                }
                None => self.end()?,
            }
        }
    }

    /// Closes the array. A row that the closing bracket completes was cut off.
    fn end(&mut self) -> Result<()> {
        let splitter = std::mem::replace(&mut self.splitter, Splitter::new("value"));
        let mut splitter = splitter;
        let cut = splitter
            .feed(&Bytes::from_static(b"]"))
            .map_err(unreadable)?;
        if !cut.is_nothing() || splitter.finish().is_err() {
            return Err(truncated("it ended inside a row"));
        }
        self.ended = true;
        Ok(())
    }
}

/// The text of a file. The transport may have unpacked it already, so the first bytes decide. A
/// file without any byte is an error: an empty answer was seen in place of a file.
async fn unpacked(mut body: Body) -> Result<Body> {
    let mut start = BytesMut::new();
    while start.len() < GZIP.len() {
        match body.chunk().await {
            Some(Ok(chunk)) => start.extend_from_slice(&chunk),
            Some(Err(error)) => {
                return Err(truncated(&format!("it broke off: {error}")).with_source(error));
            }
            None if start.is_empty() => return Err(truncated("it is empty")),
            None => break,
        }
    }
    let packed = start.starts_with(GZIP);
    let whole = Body::from_stream(stream::iter([Ok(start.freeze())]).chain(body));
    Ok(if packed { whole.gunzip() } else { whole })
}

/// An error of kind [`ErrorKind::Truncated`].
pub(crate) fn truncated(message: &str) -> Error {
    Error::new(ErrorKind::Truncated, message)
}

/// Converts an error of the splitter; keeps its kind and hint.
fn unreadable(error: crate::list::rows::SplitError) -> Error {
    let error = Error::from(error);
    let message = format!("a file of the export: {}", error.message());
    let hint = error.hint().map(str::to_owned);
    let made = Error::new(error.kind(), message).with_source(error);
    match hint {
        Some(hint) => made.with_hint(hint),
        None => made,
    }
}
