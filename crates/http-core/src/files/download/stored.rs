//! One address of a file: what it holds is known by its version, and a rest of it can be asked for.

use bytes::Bytes;
use futures_util::stream;
use http::{HeaderMap, StatusCode, header};
use serde::{Deserialize, Serialize};
use url::Url;

use super::{FILE, pause};
use crate::base;
use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::request::Request;
use crate::transport::body::Body;
use crate::transport::{TransportError, TransportErrorKind};

/// How often in a row the rest of a file is asked for without getting anywhere.
const MOST_RESUMPTIONS: u32 = 2;
/// So many bytes are getting somewhere.
const PROGRESS: u64 = 1024 * 1024;

/// What tells one making of a file from another.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Version {
    etag: Option<String>,
    modified: Option<String>,
    /// Bytes of the whole file.
    pub(super) length: Option<u64>,
}

impl Version {
    fn of(headers: &HeaderMap, length: Option<u64>) -> Self {
        let text = |name| {
            let value = headers.get(name).and_then(|value| value.to_str().ok());
            value.map(str::to_owned)
        };
        Self {
            // A weak tag does not promise the same bytes.
            etag: text(header::ETAG).filter(|tag| !tag.starts_with("W/")),
            modified: text(header::LAST_MODIFIED),
            length,
        }
    }

    /// What a rest is asked for with: none where storage does not tell its makings apart.
    fn validator(&self) -> Option<&str> {
        self.etag.as_deref().or(self.modified.as_deref())
    }

    /// Whether this is the same making for certain.
    pub(super) fn is(&self, other: &Self) -> bool {
        self.validator().is_some() && self == other
    }

    /// Whether nothing that both tell speaks against it.
    pub(super) fn may_be(&self, other: &Self) -> bool {
        fn alike<T: PartialEq>(a: Option<&T>, b: Option<&T>) -> bool {
            a.zip(b).is_none_or(|(a, b)| a == b)
        }
        alike(self.etag.as_ref(), other.etag.as_ref())
            && alike(self.modified.as_ref(), other.modified.as_ref())
            && alike(self.length.as_ref(), other.length.as_ref())
    }

    /// Whether storage tells this for another making, whatever the length: that may be of what came of it.
    pub(crate) fn is_another(&self, other: &Self) -> bool {
        match (&self.etag, &other.etag) {
            (Some(one), Some(two)) => one != two,
            _ => {
                let dates = self.modified.as_ref().zip(other.modified.as_ref());
                dates.is_some_and(|(one, two)| one != two)
            }
        }
    }

    /// What this does not tell, as the other tells it.
    fn or(self, other: Self) -> Self {
        Self {
            etag: self.etag.or(other.etag),
            modified: self.modified.or(other.modified),
            length: self.length.or(other.length),
        }
    }

    pub(super) fn can_go_on(&self) -> bool {
        self.validator().is_some()
    }
}

/// An answer of storage: a file, or its rest.
struct Stored {
    body: Body,
    /// The place of its first byte in the file.
    start: u64,
    version: Version,
}

impl Stored {
    /// Asks an address for the whole file, or for its rest from a byte on. Storage may answer with the whole file
    /// all the same.
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
                    "signed addresses run out: ask for a new one with the operation that gave it",
                ),
                _ => error,
            }
                })?;
        let headers = &head.headers;
        // Offsets in an unpacked body mean nothing to storage.
        if headers.contains_key(header::CONTENT_ENCODING) {
            return Ok(Self {
                body,
                start: 0,
                version: Version::default(),
            });
        }
        let (start, length) = match head.status {
            StatusCode::PARTIAL_CONTENT => part(headers).ok_or_else(|| {
                Error::decode("storage does not say which part it sent").with_operation(&FILE)
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

/// Where a part begins and how long the whole is: `bytes 5-9/10`.
fn part(headers: &HeaderMap) -> Option<(u64, Option<u64>)> {
    let range = headers.get(header::CONTENT_RANGE)?.to_str().ok()?;
    let (places, length) = range.strip_prefix("bytes ")?.split_once('/')?;
    let (start, _) = places.split_once('-')?;
    Some((start.parse().ok()?, length.parse().ok()))
}

fn number(headers: &HeaderMap, name: header::HeaderName) -> Option<u64> {
    headers.get(name)?.to_str().ok()?.parse().ok()
}

/// The bytes behind one address. Where they break off the rest is asked for, if storage gives rests.
pub(crate) struct StoredFile {
    client: Client,
    link: String,
    stored: Stored,
    /// The place of the next byte.
    at: u64,
    /// The place from which the next byte is progress.
    mark: u64,
    resumed: u32,
}

impl StoredFile {
    pub(crate) async fn open(client: &Client, link: &str) -> Result<Self> {
        let stored = Stored::get(client, link, None).await?;
        Ok(Self::new(client, link, stored))
    }

    /// Opens an address at a byte of a known version, or at the start where storage has it so.
    pub(super) async fn open_at(
        client: &Client,
        link: &str,
        at: u64,
        version: &Version,
    ) -> Result<Self> {
        let from = version.validator().filter(|_| at > 0);
        let rest = Stored::get(client, link, from.map(|validator| (at, validator))).await;
        let stored = match rest {
            // A rest may tell less about the file than the whole did.
            Ok(rest) if at > 0 && rest.start == at && rest.version.may_be(version) => Stored {
                version: version.clone().or(rest.version),
                ..rest
            },
            Ok(rest) if rest.start == 0 => rest,
            // Another part than asked for, or one that the file does not have: what is there instead is told by the
            // whole.
            Ok(_) => Stored::get(client, link, None).await?,
            Err(error) if at > 0 && error.kind() == ErrorKind::Refused => {
                Stored::get(client, link, None).await?
            }
            Err(error) => return Err(error),
        };
        Ok(Self::new(client, link, stored))
    }

    fn new(client: &Client, link: &str, stored: Stored) -> Self {
        Self {
            client: client.clone(),
            link: link.to_owned(),
            at: stored.start,
            mark: stored.start,
            stored,
            resumed: 0,
        }
    }

    pub(crate) fn version(&self) -> &Version {
        &self.stored.version
    }

    /// The place of the next byte.
    pub(super) fn at(&self) -> u64 {
        self.at
    }

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

    async fn resume(&mut self) -> bool {
        if self.at >= self.mark + PROGRESS {
            self.resumed = 0;
        }
        if self.resumed >= MOST_RESUMPTIONS || self.at == 0 || !self.version().can_go_on() {
            return false;
        }
        self.resumed += 1;
        self.mark = self.at;
        tokio::time::sleep(pause(self.resumed)).await;
        self.go_to(self.at).await
    }

    /// Goes on at another byte of the same version; nothing changes where storage does not give that.
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

    /// The bytes as a body.
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
