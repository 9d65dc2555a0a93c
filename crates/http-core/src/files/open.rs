//! A file of an export on its way: unpacked, cut into rows.

use std::collections::VecDeque;

use bytes::{Bytes, BytesMut};
use futures_util::stream::{self, StreamExt};

use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::files::download::{StoredFile, Version};
use crate::list::paging::Gaps;
use crate::list::rows::{RowBatch, RowFault, Splitter};
use crate::transport::body::{Body, GZIP};

/// A file on its way.
pub(super) struct Open {
    body: Body,
    splitter: Splitter,
    /// Rows around those that are not JSON.
    parts: VecDeque<Result<RowBatch, RowFault>>,
    gaps: Gaps,
    batch: RowBatch,
    next: usize,
    /// Rows of the file that have come, returned before or not.
    pub(super) met: u64,
    ended: bool,
    /// Which making of the file it is, as far as storage tells.
    pub(super) version: Version,
}

impl Open {
    pub(super) async fn begin(client: &Client, link: &str, gaps: &Gaps) -> Result<Self> {
        if link.is_empty() {
            return Err(Error::new(
                ErrorKind::NotFound,
                "the service gives no address for it",
            ));
        }
        let stored = StoredFile::open(client, link).await?;
        let version = stored.version().clone();
        let body = stored.into_body();
        // The splitter cuts the elements out of an array: lines are one but for its brackets and commas.
        let mut splitter = Splitter::new("value").lines().with_limits(client.limits());
        let batch = splitter
            .feed(&Bytes::from_static(b"["))
            .map_err(unreadable)?;
        Ok(Self {
            body: unpacked(body).await?,
            splitter,
            parts: batch.parted().into(),
            gaps: gaps.clone(),
            batch: RowBatch::default(),
            next: 0,
            met: 0,
            ended: false,
            version,
        })
    }

    pub(super) async fn next_row(&mut self) -> Result<Option<Bytes>> {
        loop {
            if let Some(row) = self.batch.get(self.next) {
                self.next += 1;
                self.met += 1;
                return Ok(Some(row));
            }
            match self.parts.pop_front() {
                Some(Ok(batch)) => {
                    (self.batch, self.next) = (batch, 0);
                    continue;
                }
                Some(Err(fault)) => {
                    self.met += 1;
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
                    batch.tell(&self.gaps, 0);
                    self.parts = batch.parted().into();
                }
                Some(Err(error)) => {
                    return Err(truncated(&format!("it broke off: {error}")).with_source(error));
                }
                None => self.end()?,
            }
        }
    }

    /// A line that the closing bracket ends was not whole.
    fn end(&mut self) -> Result<()> {
        let splitter = std::mem::replace(&mut self.splitter, Splitter::new("value"));
        let mut splitter = splitter;
        let cut = splitter
            .feed(&Bytes::from_static(b"]"))
            .map_err(unreadable)?;
        if !cut.is_nothing() || splitter.finish().is_err() {
            return Err(truncated("it ended within a row"));
        }
        self.ended = true;
        Ok(())
    }
}

/// The text of a file, which may have been unpacked on the way already. One without a single byte is none.
async fn unpacked(mut body: Body) -> Result<Body> {
    let mut start = BytesMut::new();
    while start.len() < GZIP.len() {
        match body.chunk().await {
            Some(Ok(chunk)) => start.extend_from_slice(&chunk),
            Some(Err(error)) => {
                return Err(truncated(&format!("it broke off: {error}")).with_source(error));
            }
            None if start.is_empty() => return Err(truncated("it came empty")),
            None => break,
        }
    }
    let packed = start.starts_with(GZIP);
    let whole = Body::from_stream(stream::iter([Ok(start.freeze())]).chain(body));
    Ok(if packed { whole.gunzip() } else { whole })
}

pub(crate) fn truncated(message: &str) -> Error {
    Error::new(ErrorKind::Truncated, message)
}

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
