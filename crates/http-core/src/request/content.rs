//! Content of an upload, read in pieces: a file, a reader, or bytes.
//!
//! Traffic logs for Defender for Cloud Apps are uploaded in blocks and may be larger than memory. The
//! length must be known first, since it decides the number of blocks.

use std::fmt;
use std::io;
use std::path::Path;

use bytes::{Bytes, BytesMut};
use tokio::io::{AsyncRead, AsyncReadExt};

use crate::error::{Error, ErrorKind, Result};

/// Bytes of known length that are read in pieces.
///
/// One piece at a time is in memory, whatever the length.
///
/// ```no_run
/// # async fn run() -> http_core::Result<()> {
/// use http_core::Content;
///
/// let log = Content::file("proxy.log").await?;
/// println!("{} bytes", log.length());
/// # Ok(())
/// # }
/// ```
pub struct Content {
    /// Read strictly forward.
    reader: Box<dyn AsyncRead + Send + Unpin>,
    length: u64,
    /// Bytes returned so far.
    given: u64,
}

impl Content {
    /// The content of a file. Its length is taken now: bytes appended later are not sent, and a file
    /// that shrinks is an error of [`piece`](Self::piece).
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] if the file cannot be opened or is a directory.
    pub async fn file(path: impl AsRef<Path>) -> Result<Self> {
        let path = path.as_ref();
        let opened = async {
            let file = tokio::fs::File::open(path).await?;
            let about = file.metadata().await?;
            if about.is_dir() {
                return Err(io::Error::from(io::ErrorKind::IsADirectory));
            }
            Ok((file, about.len()))
        };
        let (file, length) = opened.await.map_err(|error: io::Error| {
            Error::usage(format!("`{}`: {error}", path.display())).with_source(error)
        })?;
        Ok(Self::reader(file, length))
    }

    /// The next `length` bytes of a reader.
    pub fn reader(reader: impl AsyncRead + Send + Unpin + 'static, length: u64) -> Self {
        Self {
            reader: Box::new(reader),
            length,
            given: 0,
        }
    }

    /// Total number of bytes.
    pub fn length(&self) -> u64 {
        self.length
    }

    /// The next `most` bytes, fewer only at the end. `None` after the last.
    ///
    /// Not cancel safe: bytes read by a dropped future are lost.
    ///
    /// # Errors
    /// [`ErrorKind::Truncated`] if the reader ends before its length, [`ErrorKind::Interrupted`] if it
    /// fails.
    pub async fn piece(&mut self, most: usize) -> Result<Option<Bytes>> {
        let left = self.length - self.given;
        if left == 0 || most == 0 {
            return Ok(None);
        }
        let wanted = usize::try_from(left).map_or(most, |left| left.min(most));
        let mut piece = BytesMut::with_capacity(wanted);
        while piece.len() < wanted {
            let mut rest = (&mut self.reader).take((wanted - piece.len()) as u64);
            let read = rest.read_buf(&mut piece).await.map_err(|error| {
                Error::new(ErrorKind::Interrupted, format!("reading failed: {error}"))
                    .with_source(error)
            })?;
            if read == 0 {
                let (given, length) = (self.given + piece.len() as u64, self.length);
                let message = format!("the content ends after {given} of {length} bytes");
                return Err(Error::new(ErrorKind::Truncated, message).with_hint(
                    "the file was shortened while it was read: start again once nothing writes to it",
                ));
            }
        }
        self.given += piece.len() as u64;
        Ok(Some(piece.freeze()))
    }
}

impl From<Bytes> for Content {
    fn from(bytes: Bytes) -> Self {
        let length = bytes.len() as u64;
        Self::reader(io::Cursor::new(bytes), length)
    }
}

impl From<Vec<u8>> for Content {
    fn from(bytes: Vec<u8>) -> Self {
        Bytes::from(bytes).into()
    }
}

impl From<&'static [u8]> for Content {
    fn from(bytes: &'static [u8]) -> Self {
        Bytes::from_static(bytes).into()
    }
}

impl fmt::Debug for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Content")
            .field("length", &self.length)
            .field("given", &self.given)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn pieces(mut content: Content, most: usize) -> Result<Vec<Bytes>> {
        let mut pieces = Vec::new();
        while let Some(piece) = content.piece(most).await? {
            pieces.push(piece);
        }
        Ok(pieces)
    }

    #[tokio::test]
    async fn pieces_are_full_but_for_the_last() {
        // A reader that never gives as much as is asked for.
        let slow = (&b"abc"[..]).chain(&b"d"[..]).chain(&b"efghij"[..]);
        let read = pieces(Content::reader(slow, 10), 4).await.unwrap();
        assert_eq!(read, ["abcd", "efgh", "ij"]);
        assert!(pieces(Vec::new().into(), 4).await.unwrap().is_empty());
    }

    #[tokio::test]
    async fn a_reader_gives_what_was_promised_or_fails() {
        let longer = Content::reader(&b"abcdef"[..], 4);
        assert_eq!(pieces(longer, 3).await.unwrap(), ["abc", "d"]);
        let shorter = pieces(Content::reader(&b"ab"[..], 4), 3).await;
        let error = shorter.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Truncated);
        assert!(error.message().contains("2 of 4 bytes"), "{error}");
    }

    #[tokio::test]
    async fn a_file_tells_its_length_and_a_folder_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.log");
        std::fs::write(&path, "some lines").unwrap();
        let content = Content::file(&path).await.unwrap();
        assert_eq!(content.length(), 10);
        assert_eq!(pieces(content, 64).await.unwrap(), ["some lines"]);
        for wrong in [folder.path(), &folder.path().join("none")] {
            let error = Content::file(wrong).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Usage);
            assert!(
                error.message().contains(&*wrong.to_string_lossy()),
                "{error}"
            );
        }
    }
}
