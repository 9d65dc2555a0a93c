//! What is to be sent, read piece by piece: a file, a reader, or bytes at hand.

use std::fmt;
use std::io;
use std::path::Path;

use bytes::{Bytes, BytesMut};
use tokio::io::{AsyncRead, AsyncReadExt};

use crate::error::{Error, ErrorKind, Result};

/// Bytes to be sent whose number is known and which are read only as they are needed.
///
/// What takes one of these keeps a single piece in memory, however long the whole is.
///
/// ```no_run
/// # async fn run() -> http_core::Result<()> {
/// use http_core::Content;
///
/// let log = Content::file("proxy.log").await?;
/// println!("{} bytes to be sent", log.length());
/// # Ok(())
/// # }
/// ```
pub struct Content {
    reader: Box<dyn AsyncRead + Send + Unpin>,
    length: u64,
    given: u64,
}

impl Content {
    /// A file's content. Its length is that of the file at this moment.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] where the file cannot be opened or is a folder.
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

    /// What a reader gives: `length` bytes of it, neither more nor less.
    pub fn reader(reader: impl AsyncRead + Send + Unpin + 'static, length: u64) -> Self {
        Self {
            reader: Box::new(reader),
            length,
            given: 0,
        }
    }

    /// How many bytes there are in all.
    pub fn length(&self) -> u64 {
        self.length
    }

    /// The next bytes, `most` of them or as many as are left; `None` after the last.
    ///
    /// # Errors
    /// [`ErrorKind::Truncated`] where the reader ends before its length, [`ErrorKind::Interrupted`] where it fails.
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
                    "it was cut while it was read: begin again once nothing writes to it",
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
