//! A file at one address of storage, with resumption on that address.
//!
//! Storage identifies a version of a file by `ETag`, `Last-Modified` and length. A rest is
//! requested with `Range: bytes=N-` and `If-Range`, which returns the whole file (200) if the
//! version is another one (RFC 9110, section 13.1.5). The code does not rely on that alone: the
//! answer's own version and start are compared, because a proxy may ignore either header.
//!
//! A file that breaks off is resumed here twice; a megabyte of progress resets the count. Beyond
//! that the caller asks for a new address.

use bytes::Bytes;
use futures_util::stream;
use http::{HeaderMap, StatusCode, header};
use serde::{Deserialize, Serialize};
use url::Url;

use super::{FILE, resume_pause};
use crate::base;
use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::pipeline::pause;
use crate::request::Request;
use crate::transport::body::Body;
use crate::transport::{TransportError, TransportErrorKind};

/// Consecutive resumptions without a megabyte of progress.
const MAX_RESUMES: u32 = 2;
/// Bytes that count as progress: 1 MiB.
const PROGRESS: u64 = 1024 * 1024;

/// What distinguishes one version of a file from another. Stored as JSON beside a part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Version {
    /// The strong entity tag.
    etag: Option<String>,
    /// `Last-Modified`, as text. Its resolution is a second.
    modified: Option<String>,
    /// Bytes of the whole file.
    pub(super) length: Option<u64>,
}

impl Version {
    /// The version that an answer declares.
    fn of(headers: &HeaderMap, length: Option<u64>) -> Self {
        let text = |name| {
            let value = headers.get(name).and_then(|value| value.to_str().ok());
            value.map(str::to_owned)
        };
        Self {
            // A weak tag does not promise the same bytes, and `If-Range` refuses it.
            etag: text(header::ETAG).filter(|tag| !tag.starts_with("W/")),
            modified: text(header::LAST_MODIFIED),
            length,
        }
    }

    /// The value for `If-Range`. `None` if storage does not identify its versions; then no rest is
    /// requested.
    fn validator(&self) -> Option<&str> {
        self.etag.as_deref().or(self.modified.as_deref())
    }

    /// Whether both are certainly the same version.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.validator().is_some() && self == other
    }

    /// Whether both can be the same version: nothing that both declare differs.
    pub(super) fn may_be(&self, other: &Self) -> bool {
        fn alike<T: PartialEq>(a: Option<&T>, b: Option<&T>) -> bool {
            a.zip(b).is_none_or(|(a, b)| a == b)
        }
        alike(self.etag.as_ref(), other.etag.as_ref())
            && alike(self.modified.as_ref(), other.modified.as_ref())
            && alike(self.length.as_ref(), other.length.as_ref())
    }

    /// Whether storage declares another version. Lengths are not compared: the length of a cut file
    /// may be declared wrong.
    pub(crate) fn is_another(&self, other: &Self) -> bool {
        match (&self.etag, &other.etag) {
            (Some(one), Some(two)) => one != two,
            _ => {
                let dates = self.modified.as_ref().zip(other.modified.as_ref());
                dates.is_some_and(|(one, two)| one != two)
            }
        }
    }

    /// Fills what this version does not declare from another.
    fn or(self, other: Self) -> Self {
        Self {
            etag: self.etag.or(other.etag),
            modified: self.modified.or(other.modified),
            length: self.length.or(other.length),
        }
    }

    /// Whether a rest of this version can be requested.
    pub(super) fn can_resume(&self) -> bool {
        self.validator().is_some()
    }
}

/// An answer of storage: the whole file, or a rest.
struct Stored {
    body: Body,
    /// Offset of its first byte in the file.
    start: u64,
    version: Version,
}

impl Stored {
    /// Requests the whole file, or its rest from a byte on. Storage may answer with the whole file
    /// in either case; `start` says what it sent.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] for an invalid address, [`ErrorKind::Decode`] for a part without
    /// `Content-Range`, and the errors of the call, with a hint if the address may have expired.
    async fn get(client: &Client, link: &str, from: Option<(u64, &str)>) -> Result<Self> {
        let url = Url::parse(link)
            .map_err(|_| Error::usage("invalid address of a file").with_operation(&FILE))?;
        base::check(&url)?;
        let mut request = Request::new(&FILE)
            .set("url", link)
            .header("accept", "*/*")
            .unpacked();
        if let Some((at, validator)) = from {
            request = request
                .header("range", &format!("bytes={at}-"))
                .header("if-range", validator);
        }
        let (head, body) =
            client
                .anonymous()
                .download(request)
                .await
                .map_err(|error| {
                    match error.kind() {
                ErrorKind::Denied | ErrorKind::NotFound => error.with_hint(
                    "signed addresses expire: request a new one with the operation that returned it",
                ),
                _ => error,
            }
                })?;
        let headers = &head.headers;
        // Offsets of an unpacked body differ from those in storage, so it cannot be resumed.
        if headers.contains_key(header::CONTENT_ENCODING) {
            return Ok(Self {
                body,
                start: 0,
                version: Version::default(),
            });
        }
        let (start, length) = match head.status {
            StatusCode::PARTIAL_CONTENT => part(headers).ok_or_else(|| {
                Error::decode("storage sent a part without `Content-Range`").with_operation(&FILE)
            })?,
            _ => (0, number(headers, header::CONTENT_LENGTH)),
        };
        let version = Version::of(headers, length);
        Ok(Self {
            body,
            start,
            version,
        })
    }
}

/// Start of a part and length of the whole, from `Content-Range: bytes 5-9/10`. The length may be
/// `*`.
fn part(headers: &HeaderMap) -> Option<(u64, Option<u64>)> {
    let range = headers.get(header::CONTENT_RANGE)?.to_str().ok()?;
    let (places, length) = range.strip_prefix("bytes ")?.split_once('/')?;
    let (start, _) = places.split_once('-')?;
    Some((start.parse().ok()?, length.parse().ok()))
}

/// A header that holds a whole number.
fn number(headers: &HeaderMap, name: header::HeaderName) -> Option<u64> {
    headers.get(name)?.to_str().ok()?.parse().ok()
}

/// The bytes behind one address. If they break off, the rest is requested, if storage supports it.
pub(crate) struct StoredFile {
    client: Client,
    /// The signed address; a secret.
    link: String,
    stored: Stored,
    /// Offset of the next byte.
    at: u64,
    /// Offset at the last resumption; progress is counted from here.
    progress_from: u64,
    /// Resumptions since the last progress.
    resumed: u32,
}

impl StoredFile {
    /// Opens an address at its start.
    pub(crate) async fn open(client: &Client, link: &str) -> Result<Self> {
        let stored = Stored::get(client, link, None).await?;
        Ok(Self::new(client, link, stored))
    }

    /// Opens an address at a byte of a known version, or at the start if storage does not give that
    /// rest. The caller compares [`at`](Self::at) and [`version`](Self::version) to find out which.
    pub(super) async fn open_at(
        client: &Client,
        link: &str,
        at: u64,
        version: &Version,
    ) -> Result<Self> {
        let from = version.validator().filter(|_| at > 0);
        let rest = Stored::get(client, link, from.map(|validator| (at, validator))).await;
        let stored = match rest {
            // The headers of a rest may declare less about the file than those of the whole.
            Ok(rest) if at > 0 && rest.start == at && rest.version.may_be(version) => Stored {
                version: version.clone().or(rest.version),
                ..rest
            },
            Ok(rest) if rest.start == 0 => rest,
            // Storage sent another part, or the file is shorter now. The whole file says what
            // storage has.
            Ok(_) => Stored::get(client, link, None).await?,
            Err(error) if at > 0 && error.kind() == ErrorKind::Refused => {
                Stored::get(client, link, None).await?
            }
            Err(error) => return Err(error),
        };
        Ok(Self::new(client, link, stored))
    }

    /// An open answer as a file, at the answer's start.
    fn new(client: &Client, link: &str, stored: Stored) -> Self {
        Self {
            client: client.clone(),
            link: link.to_owned(),
            at: stored.start,
            progress_from: stored.start,
            stored,
            resumed: 0,
        }
    }

    /// The version of the open file, as far as storage declares it.
    pub(crate) fn version(&self) -> &Version {
        &self.stored.version
    }

    /// Offset of the next byte.
    pub(super) fn at(&self) -> u64 {
        self.at
    }

    /// The next piece, `None` at the end. A declared length must be reached.
    ///
    /// # Errors
    /// The error of the connection, once resuming has failed.
    pub(super) async fn chunk(&mut self) -> Option<Result<Bytes, TransportError>> {
        loop {
            let fault = match self.stored.body.chunk().await {
                Some(Ok(chunk)) => {
                    self.at += chunk.len() as u64;
                    return Some(Ok(chunk));
                }
                None if self.version().length.is_none_or(|length| length == self.at) => {
                    return None;
                }
                None => TransportError::new(
                    TransportErrorKind::Interrupted,
                    format!("it ended after {} bytes", self.at),
                ),
                Some(Err(error)) => error,
            };
            if !self.resume().await {
                return Some(Err(fault));
            }
        }
    }

    /// Continues at the current offset after a pause. `false` if that is not possible or was tried
    /// too often.
    async fn resume(&mut self) -> bool {
        if self.at >= self.progress_from + PROGRESS {
            self.resumed = 0;
        }
        if self.resumed >= MAX_RESUMES || self.at == 0 || !self.version().can_resume() {
            return false;
        }
        self.resumed += 1;
        self.progress_from = self.at;
        pause::lasting(resume_pause(self.resumed)).await;
        self.go_to(self.at).await
    }

    /// Continues at another byte of the same version. `false`, with nothing changed, if storage
    /// does not give that rest.
    ///
    /// The error of a refused rest is dropped: the caller falls back to the whole file, whose error
    /// says more.
    pub(super) async fn go_to(&mut self, at: u64) -> bool {
        let Some(validator) = self.version().validator() else {
            return false;
        };
        let rest = Stored::get(&self.client, &self.link, Some((at, validator))).await;
        match rest {
            Ok(rest) if rest.start == at && rest.version.may_be(self.version()) => {
                self.stored.body = rest.body;
                self.stored.version = self.version().clone().or(rest.version);
                self.at = at;
                true
            }
            _ => false,
        }
    }

    /// The bytes as a body, for the code that unpacks and splits.
    pub(crate) fn into_body(self) -> Body {
        Body::from_stream(stream::unfold(Some(self), |file| async move {
            let mut file = file?;
            match file.chunk().await? {
                Ok(chunk) => Some((Ok(chunk), Some(file))),
                Err(error) => Some((Err(error), None)),
            }
        }))
    }
}
