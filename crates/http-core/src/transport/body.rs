//! An answer's body: chunks as they arrive, unpacked on the way where the service packed them.

use std::fmt;
use std::pin::Pin;

use bytes::{Buf, Bytes, BytesMut};
use flate2::{Decompress, FlushDecompress, Status};
use futures_util::stream::{self, BoxStream};
use futures_util::{Stream, StreamExt};

use crate::transport::{TransportError, TransportErrorKind};

/// The body of an answer.
pub struct Body(Chunks);

type Chunks = BoxStream<'static, Result<Bytes, TransportError>>;

impl Body {
    /// A body that comes in chunks.
    pub fn from_stream<S>(chunks: S) -> Self
    where
        S: Stream<Item = Result<Bytes, TransportError>> + Send + 'static,
    {
        Self(chunks.boxed())
    }

    /// The next chunk, `None` at the end.
    pub async fn chunk(&mut self) -> Option<Result<Bytes, TransportError>> {
        self.0.next().await
    }

    /// The whole body, however large it is; [`collect_within`](Self::collect_within) has a limit. A body that breaks off
    /// is an error, with what had come lost.
    ///
    /// # Errors
    /// Those of the transport.
    pub async fn collect(self) -> Result<Bytes, TransportError> {
        let whole = self.collect_within(usize::MAX).await?;
        Ok(whole.unwrap_or_default())
    }

    /// The whole body, or `None` where it has more than so many bytes. No more than that is kept in memory.
    ///
    /// # Errors
    /// Those of the transport.
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

    /// Unpacks a gzip body.
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

/// The first bytes of gzip.
pub(crate) const GZIP: &[u8] = &[0x1f, 0x8b];

/// How much is unpacked at a time: the memory a list needs does not grow with its pages.
const UNPACKED: usize = 64 * 1024;

struct Gunzip {
    packed: Chunks,
    inflate: Option<Decompress>,
    rest: Bytes,
    ended: bool,
}

impl Gunzip {
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

    /// Unpacks some of what is at hand; several members in a row are one body.
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
