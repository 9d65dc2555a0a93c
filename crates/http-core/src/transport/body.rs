//! The body of an answer: a stream of chunks, with gzip undone on the way.
//!
//! Gzip is decoded here and not by the HTTP library, so that every transport behaves alike, a file that
//! is itself an archive arrives unchanged, and a body that breaks off is an error instead of a short
//! answer. Memory is bounded: at most 64 KiB are unpacked at a time, whatever the ratio.

use std::fmt;
use std::pin::Pin;

use bytes::{Buf, Bytes, BytesMut};
use flate2::{Decompress, FlushDecompress, Status};
use futures_util::stream::{self, BoxStream};
use futures_util::{Stream, StreamExt};

use crate::transport::{TransportError, TransportErrorKind};

/// The body of an answer, as a stream of chunks of any size.
///
/// The end of the stream means that the body is complete; a connection that breaks is an error item.
///
/// ```
/// use http_core::Body;
///
/// # async fn run() -> Result<(), http_core::TransportError> {
/// let mut body = Body::from("abc");
/// assert_eq!(body.chunk().await.transpose()?.unwrap(), "abc");
/// assert!(body.chunk().await.is_none());
///
/// assert_eq!(Body::from("abc").collect_within(2).await?, None);
/// # Ok(())
/// # }
/// # tokio::runtime::Runtime::new().unwrap().block_on(run()).unwrap();
/// ```
pub struct Body(Chunks);

type Chunks = BoxStream<'static, Result<Bytes, TransportError>>;

impl Body {
    /// A body from a stream of chunks. Nothing is read after the first error.
    pub fn from_stream<S>(chunks: S) -> Self
    where
        S: Stream<Item = Result<Bytes, TransportError>> + Send + 'static,
    {
        Self(chunks.boxed())
    }

    /// The next chunk, `None` at the end. Cancel safe: no chunk is lost.
    pub async fn chunk(&mut self) -> Option<Result<Bytes, TransportError>> {
        self.0.next().await
    }

    /// The whole body, of any size; [`collect_within`](Self::collect_within) has a limit.
    ///
    /// # Errors
    /// Returns the first error of the stream; what arrived before it is lost.
    pub async fn collect(self) -> Result<Bytes, TransportError> {
        let whole = self.collect_within(usize::MAX).await?;
        Ok(whole.unwrap_or_default())
    }

    /// The whole body, or `None` if it is larger than `most` bytes. At most that much is kept in memory.
    /// A body of one chunk is not copied.
    ///
    /// # Errors
    /// Returns the first error of the stream.
    pub async fn collect_within(mut self, most: usize) -> Result<Option<Bytes>, TransportError> {
        let Some(first) = self.chunk().await.transpose()? else {
            return Ok(Some(Bytes::new()));
        };
        let mut whole: Option<BytesMut> = None;
        let mut length = first.len();
        while length <= most {
            let Some(chunk) = self.chunk().await.transpose()? else {
                return Ok(Some(whole.map_or(first, BytesMut::freeze)));
            };
            length = length.saturating_add(chunk.len());
            if length <= most {
                let whole = whole.get_or_insert_with(|| BytesMut::from(&first[..]));
                whole.extend_from_slice(&chunk);
            }
        }
        Ok(None)
    }

    /// Undoes gzip. A packed body that breaks off is `Interrupted`, also between chunks.
    pub(crate) fn gunzip(self) -> Self {
        let state = Gunzip {
            packed: self.0,
            inflate: None,
            rest: Bytes::new(),
            ended: false,
        };
        Self(stream::try_unfold(state, Gunzip::step).boxed())
    }
}

impl From<Bytes> for Body {
    fn from(whole: Bytes) -> Self {
        Self::from_stream(stream::iter((!whole.is_empty()).then_some(Ok(whole))))
    }
}

impl From<&'static str> for Body {
    fn from(whole: &'static str) -> Self {
        Bytes::from_static(whole.as_bytes()).into()
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Body")
    }
}

impl Stream for Body {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(
        mut self: Pin<&mut Self>,
        cx: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        self.0.poll_next_unpin(cx)
    }
}

/// The magic number of gzip (RFC 1952).
pub(crate) const GZIP: &[u8] = &[0x1f, 0x8b];

/// Maximum number of bytes unpacked at a time.
const UNPACKED: usize = 64 * 1024;

/// State of decoding.
struct Gunzip {
    packed: Chunks,
    /// Decoder of the current member, `None` before the first byte.
    inflate: Option<Decompress>,
    /// Packed bytes that have arrived and are not decoded yet.
    rest: Bytes,
    /// The current member is complete.
    ended: bool,
}

impl Gunzip {
    /// The next unpacked chunk.
    async fn step(mut self) -> Result<Option<(Bytes, Self)>, TransportError> {
        loop {
            if self.rest.is_empty() {
                match self.packed.next().await.transpose()? {
                    Some(chunk) => self.rest = chunk,
                    None if self.inflate.is_some() && !self.ended => {
                        return Err(broken("the packed answer breaks off"));
                    }
                    None => return Ok(None),
                }
                continue;
            }
            let unpacked = self.unpack()?;
            if !unpacked.is_empty() {
                return Ok(Some((unpacked, self)));
            }
        }
    }

    /// Unpacks a part of the bytes that have arrived. Several members in a row are one body, as
    /// RFC 1952 allows.
    fn unpack(&mut self) -> Result<Bytes, TransportError> {
        if self.ended {
            self.inflate = None;
            self.ended = false;
        }
        let inflate = self.inflate.get_or_insert_with(|| Decompress::new_gzip(15));
        let before = inflate.total_in();
        let mut unpacked = Vec::with_capacity(UNPACKED);
        let status = inflate
            .decompress_vec(&self.rest, &mut unpacked, FlushDecompress::None)
            .map_err(|error| broken("the packed answer is damaged").with_source(error))?;
        let taken = usize::try_from(inflate.total_in() - before).unwrap_or(0);
        if taken == 0 && unpacked.is_empty() && status != Status::StreamEnd {
            return Err(broken("the packed answer is damaged"));
        }
        self.rest.advance(taken);
        self.ended = status == Status::StreamEnd;
        Ok(unpacked.into())
    }
}

fn broken(message: &str) -> TransportError {
    TransportError::new(TransportErrorKind::Interrupted, message)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn packed(text: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        encoder.write_all(text).unwrap();
        encoder.finish().unwrap()
    }

    async fn unpacked(bytes: &[u8], chunk: usize) -> Result<Bytes, TransportError> {
        let chunks: Vec<_> = bytes
            .chunks(chunk)
            .map(|c| Ok(Bytes::copy_from_slice(c)))
            .collect();
        Body::from_stream(stream::iter(chunks))
            .gunzip()
            .collect()
            .await
    }

    #[tokio::test]
    async fn any_chunking_and_several_members_unpack_alike() {
        let text: Vec<u8> = (0..200_000_u32).flat_map(u32::to_le_bytes).collect();
        let mut bytes = packed(&text);
        bytes.extend(packed(b"tail"));
        for chunk in [1, 7, 4096, bytes.len()] {
            let whole = unpacked(&bytes, chunk).await.unwrap();
            assert!(
                whole.starts_with(&text) && whole.ends_with(b"tail"),
                "chunks of {chunk}"
            );
        }
    }

    #[tokio::test]
    async fn a_packed_body_that_breaks_off_is_an_error() {
        let bytes = packed(b"some text that is long enough to be cut");
        let error = unpacked(&bytes[..bytes.len() - 9], 16).await.unwrap_err();
        assert_eq!(error.kind(), TransportErrorKind::Interrupted);
    }

    #[tokio::test]
    async fn a_body_is_kept_up_to_its_limit_and_not_beyond() {
        for (most, kept) in [(0, false), (5, false), (6, true), (7, true)] {
            let chunks = ["ab", "cd", "ef"].map(|chunk| Ok(Bytes::from_static(chunk.as_bytes())));
            let body = Body::from_stream(stream::iter(chunks));
            let whole = body.collect_within(most).await.unwrap();
            assert_eq!(whole.is_some(), kept, "{most}");
            assert!(whole.is_none_or(|whole| whole == "abcdef"));
        }
        let one = Body::from("abc").collect_within(2).await.unwrap();
        assert_eq!(one, None);
    }

    #[tokio::test]
    async fn an_empty_body_stays_empty() {
        assert_eq!(unpacked(&[], 1).await.unwrap(), Bytes::new());
    }
}
