//! A file of an export on its way: unpacked, cut into rows.

use bytes::{Bytes, BytesMut};
use futures_util::stream::{self, StreamExt};

use crate::body::Body;
use crate::client::Client;
use crate::download::StoredFile;
use crate::error::{Error, ErrorKind, Result};
use crate::rows::{RowBatch, Splitter};

/// A file on its way.
pub(super) struct Open {
    body: Body,
    splitter: Splitter,
    batch: RowBatch,
    next: usize,
    /// Rows of it that have been met, handed on before or not.
    pub(super) met: u64,
    ended: bool,
}

impl Open {
    pub(super) async fn begin(client: &Client, link: &str) -> Result<Self> {
        if link.is_empty() {
            return Err(Error::new(
                ErrorKind::NotFound,
                "the service gives no address for it",
            ));
        }
        let body = StoredFile::open(client, link).await?.into_body();
        // The splitter cuts the elements out of an array: lines are one but for its brackets.
        let mut splitter = Splitter::new("value");
        let batch = splitter
            .feed(&Bytes::from_static(b"["))
            .map_err(unreadable)?;
        Ok(Self {
            body: unpacked(body).await?,
            splitter,
            batch,
            next: 0,
            met: 0,
            ended: false,
        })
    }

    pub(super) async fn next_row(&mut self) -> Result<Option<Bytes>> {
        loop {
            if let Some(row) = self.batch.get(self.next) {
                self.next += 1;
                self.met += 1;
                return Ok(Some(row));
            }
            if self.ended {
                return Ok(None);
            }
            let piece = self.body.chunk().await;
            match piece {
                Some(Ok(piece)) => {
                    self.batch = self.splitter.feed(&piece).map_err(unreadable)?;
                    self.next = 0;
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
        if !cut.is_empty() || splitter.finish().is_err() {
            return Err(truncated("it ended within a row"));
        }
        self.ended = true;
        Ok(())
    }
}

/// The first bytes of gzip.
pub(crate) const GZIP: &[u8] = &[0x1f, 0x8b];

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

fn unreadable(error: crate::rows::SplitError) -> Error {
    Error::decode(format!("a file of the export: {error}")).with_source(error)
}
