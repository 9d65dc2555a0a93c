//! Files behind signed addresses, fetched without a credential and resumed when they break off.
//!
//! Investigation packages, results of live response and export files are not served by the API. The
//! API returns an address in Azure Storage whose query is a signature (SAS). Rules that follow from
//! that:
//!
//! - No credential is sent. Storage refuses a bearer token beside a signature, and a token must not
//!   reach another host.
//! - An address lives for minutes: 30 for live response, "a short time" for packages. The operation
//!   can be called again for another one, so a [`Linked`] file survives its address; a bare address
//!   ([`Client::fetch`]) does not.
//! - The address can come before the file: storage answers 404 or 409 while the file is copied. It
//!   is requested again with growing pauses, for up to five minutes.
//! - Large files break off. The rest is requested with `Range` and `If-Range` (RFC 9110, sections
//!   13.1.5 and 14.2), so a rest is never joined to another version. Without ranges the file is
//!   read again from its start, and the known bytes are dropped.
//!
//! Layers: `stored` is one address, with resumption on that address; this module adds new addresses
//! and waiting; `part` writes to disk. Memory holds one piece of the body.

mod part;
mod stored;

use std::fmt;
use std::path::Path;
use std::time::Duration;

use bytes::{Buf, Bytes};
use tokio::time::Instant;

use self::part::Part;
pub(crate) use self::stored::{StoredFile, Version};
use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::files::received::Received;
use crate::operation::Operation;
use crate::operation::Param;
use crate::pipeline::pause;
use crate::request::Request;

/// The request for a signed address. Not in the reference tables, because storage belongs to no
/// product.
static FILE: Operation = Operation::get("storage.files.get", "{url}")
    .summary("Fetch a file from a signed address")
    .inputs(&[Param::path("url")]);

/// Consecutive attempts without a new byte before a file is given up.
pub(crate) const FILE_ATTEMPTS: u32 = 4;
/// Attempts in total. A connection that breaks every few bytes would otherwise go on for days.
const MAX_ATTEMPTS: u32 = 1_000;
/// How long to wait for a file that was announced but is not available yet.
pub(crate) const LONGEST_WAIT: Duration = Duration::from_secs(300);
/// How long to wait for an address that an operation does not return yet, and for a file of a bare
/// address that storage does not know.
const SHORT_WAIT: Duration = Duration::from_secs(30);
/// The longest pause between two attempts while waiting.
const LONGEST_LOOK_PAUSE: Duration = Duration::from_secs(30);

/// The pause before an attempt to resume, in proportion to the number of failures: 0.5 s, 1 s, 1.5
/// s, …
pub(crate) fn resume_pause(attempt: u32) -> Duration {
    Duration::from_millis(500) * attempt
}

/// The pause after `before` while waiting for a file: 1 s first, doubled each time, at most 30 s.
pub(crate) fn next_look_pause(before: Duration) -> Duration {
    (before * 2).clamp(Duration::from_secs(1), LONGEST_LOOK_PAUSE)
}

/// Whether the file may become available: storage still copies it, is busy, or cannot be reached.
/// For 500, 502 and 504 the retries of the call were enough.
pub(crate) fn is_not_ready(error: &Error) -> bool {
    let status = error.status().map(|status| status.as_u16());
    match status {
        Some(status) => error.is_not_found() || matches!(status, 408 | 409 | 425 | 429 | 503),
        None => matches!(
            error.kind(),
            ErrorKind::NotFound
                | ErrorKind::Timeout
                | ErrorKind::Interrupted
                | ErrorKind::Unsent
                | ErrorKind::Throttled
        ),
    }
}

impl Client {
    /// Fetches a signed address (https, or http to this machine). No credential is sent. Waits
    /// while storage is busy: up to five minutes, or 30 seconds for a 404.
    ///
    /// # Errors
    /// - Errors of [`send`](Client::send). An expired signature is [`ErrorKind::Denied`] with the
    ///   service's code `AuthenticationFailed`.
    /// - [`ErrorKind::Usage`] if `link` is not such an address.
    pub async fn fetch(&self, link: &str) -> Result<Download> {
        let source = Source::Address(self.clone(), link.to_owned());
        let file = source.open_in_time(0, &Version::default()).await?;
        Ok(Download::new(source, file))
    }

    /// The file whose address a request answers with. The operation must have the answer
    /// [`AnswerKind::Link`](crate::AnswerKind::Link). Nothing is sent before the file is opened.
    pub fn linked(&self, request: Request) -> Linked {
        Linked {
            client: self.clone(),
            request,
        }
    }
}

/// Whether storage refuses the address, so that a new one may help.
pub(crate) fn needs_new_address(error: &Error) -> bool {
    error.is_denied() || error.is_not_found()
}

/// A file whose address an operation returns.
///
/// The address is valid for minutes and can be requested again. A file that breaks off, is empty,
/// or whose address expires continues with a new address. A file that is not available yet is
/// waited for: five minutes, or 30 seconds if the operation does not return an address yet.
///
/// ```
/// # use http_core::{Client, Request, Result};
/// # async fn run(client: Client, package_uri: Request) -> Result<()> {
/// let bytes = client.linked(package_uri).save("package.zip").await?;
/// println!("{bytes} bytes");
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
#[must_use = "nothing is fetched until `open` or `save` is called"]
pub struct Linked {
    client: Client,
    request: Request,
}

impl Linked {
    /// The address. Treat it as a secret until it expires.
    ///
    /// # Errors
    /// Returns the errors of the operation that gives the address.
    pub async fn link(&self) -> Result<String> {
        let link: String = self.client.send_scalar(self.request.clone()).await?;
        // Some answers were seen with a second pair of quotation marks.
        Ok(link.trim_matches('"').to_owned())
    }

    /// Requests the address and starts to fetch the file.
    ///
    /// # Errors
    /// Returns the errors of the operation that gives the address, and of [`Client::fetch`].
    pub async fn open(self) -> Result<Download> {
        let source = Source::Operation(Box::new(self));
        let file = source.open_in_time(0, &Version::default()).await?;
        Ok(Download::new(source, file))
    }

    /// Saves the whole file to disk and returns its length in bytes. See [`Download::save`].
    ///
    /// # Errors
    /// Returns the errors of [`open`](Self::open) and [`Download::save`].
    pub async fn save(self, path: impl AsRef<Path>) -> Result<u64> {
        self.open().await?.save(path).await
    }
}

/// Where to request the file again.
enum Source {
    /// An operation that returns a new address.
    Operation(Box<Linked>),
    /// The only address there is.
    Address(Client, String),
}

impl Source {
    /// Opens the file at a byte, and waits while it is not available.
    async fn open_in_time(&self, at: u64, version: &Version) -> Result<StoredFile> {
        let begun = Instant::now();
        let mut wait = Duration::ZERO;
        loop {
            let error = match self.open_at(at, version).await {
                Ok(file) => return Ok(file),
                Err(error) => error,
            };
            wait = next_look_pause(wait);
            if !is_not_ready(&error) || begun.elapsed() + wait > self.longest_wait(&error) {
                return Err(error);
            }
            tracing::info!(
                seconds = wait.as_secs(),
                "the file is not available yet; waiting"
            );
            pause::lasting(wait).await;
        }
    }

    /// How long to wait after an error. The short wait applies if nothing says that the file
    /// exists; zero if the operation's own retries have waited already.
    fn longest_wait(&self, error: &Error) -> Duration {
        let is_from_storage = error.operation().is_none_or(|known| known.id == FILE.id);
        match (self, is_from_storage) {
            (Self::Operation(_), true) => LONGEST_WAIT,
            (Self::Address(..), true) if !error.is_not_found() => LONGEST_WAIT,
            // The pipeline has waited for these already.
            (Self::Operation(_), false) if error.status().is_none_or(|one| one.as_u16() >= 429) => {
                Duration::ZERO
            }
            _ => SHORT_WAIT,
        }
    }

    /// Opens the file at a byte, with a new address if the source has one.
    async fn open_at(&self, at: u64, version: &Version) -> Result<StoredFile> {
        match self {
            Self::Operation(linked) => {
                let link = linked.link().await?;
                StoredFile::open_at(&linked.client, &link, at, version).await
            }
            Self::Address(client, link) => StoredFile::open_at(client, link, at, version).await,
        }
    }
}

/// A file that is being fetched. Read it with [`chunk`](Self::chunk), or write it to disk with
/// [`save`](Self::save).
///
/// ```
/// # use http_core::{Client, Result};
/// # async fn run(client: Client, address: &str) -> Result<()> {
/// let mut file = client.fetch(address).await?;
/// let mut received = 0;
/// while let Some(chunk) = file.chunk().await {
///     received += chunk?.len();
/// }
/// # let _ = received;
/// # Ok(())
/// # }
/// ```
pub struct Download {
    /// Where to request the file again.
    source: Source,
    /// The open answer of storage.
    file: StoredFile,
    /// Bytes returned to the caller.
    delivered: u64,
    /// The same number for those who watch.
    received: Received,
    /// Attempts since the last new byte, and in total.
    attempts: u32,
    all_attempts: u32,
    /// Whether storage now has another version than the one whose bytes were returned.
    is_another: bool,
}

impl Download {
    fn new(source: Source, file: StoredFile) -> Self {
        Self {
            source,
            file,
            delivered: 0,
            received: Received::default(),
            attempts: 1,
            all_attempts: 1,
            is_another: false,
        }
    }

    /// Length of the file in bytes, if storage declares it.
    pub fn length(&self) -> Option<u64> {
        self.file.version().length
    }

    /// How much of the file has arrived, for a display while [`save`](Self::save) runs.
    ///
    /// ```
    /// # use http_core::{Client, Result};
    /// # async fn run(client: Client, address: &str) -> Result<()> {
    /// let file = client.fetch(address).await?;
    /// let (received, length) = (file.received(), file.length());
    /// let saving = tokio::spawn(file.save("package.zip"));
    /// println!("{} of {length:?} bytes", received.bytes());
    /// # let _ = saving;
    /// # Ok(())
    /// # }
    /// ```
    pub fn received(&self) -> Received {
        self.received.clone()
    }

    /// The next piece, `None` at the end of a complete file.
    ///
    /// A file that breaks off continues: with its rest if storage supports ranges, otherwise from
    /// its start without the bytes already returned. Cancel safe: a piece is either returned or not
    /// yet read.
    ///
    /// # Errors
    /// - [`ErrorKind::Truncated`] if the file cannot be completed, or if storage has replaced it
    ///   meanwhile.
    /// - Errors of [`Linked::open`] when a new address is requested.
    pub async fn chunk(&mut self) -> Option<Result<Bytes>> {
        loop {
            let place = self.file.at();
            let fault = match self.file.chunk().await {
                Some(Ok(chunk)) => match self.new_bytes(place, chunk) {
                    Some(new) => return Some(Ok(new)),
                    None => continue,
                },
                None if self.is_complete() => return None,
                None => truncated(format!("the file ended after {} bytes", self.file.at())),
                Some(Err(error)) => {
                    truncated(format!("the file broke off: {error}")).with_source(error)
                }
            };
            if let Err(error) = self.reopen(fault).await {
                return Some(Err(error));
            }
        }
    }

    /// Writes the file to disk as it arrives and returns its length in bytes. The file gets its
    /// name once it is complete.
    ///
    /// Until then it is `<name>.part`, beside `<name>.part.json` with the version it belongs to. A
    /// part of an earlier run is continued if storage still has that version and supports ranges,
    /// otherwise replaced. If storage declares no length, the end of a gzip file is verified
    /// instead.
    ///
    /// Dropping the future leaves the part for the next run.
    ///
    /// # Errors
    /// - [`ErrorKind::File`] if the disk refuses, or another process writes the same file.
    /// - [`ErrorKind::Usage`] if pieces were read before.
    /// - Errors of [`chunk`](Self::chunk). The part is kept if it can be resumed; the hint says so.
    pub async fn save(mut self, path: impl AsRef<Path>) -> Result<u64> {
        let path = path.as_ref();
        if self.delivered > 0 {
            return Err(Error::usage(
                "part of the file was already read; save it before the first chunk",
            ));
        }
        let mut part = Part::open(path, self.file.version()).await?;
        match self.fill(&mut part).await {
            Ok(()) => part.finish(path).await.map(|()| self.delivered),
            Err(error) => {
                let keep = error.kind() != ErrorKind::File && self.file.version().can_resume();
                Err(part.give_up(keep, error).await)
            }
        }
    }

    /// Writes what is missing to the part. Starts again if the part cannot be continued, or if
    /// storage replaces the file.
    async fn fill(&mut self, part: &mut Part) -> Result<()> {
        if part.kept > 0 && self.length() == Some(part.kept) {
            self.deliver(part.kept);
            return Ok(());
        }
        if part.kept > 0 && self.file.go_to(part.kept).await {
            self.deliver(part.kept);
        } else if part.kept > 0 {
            part.restart(self.file.version()).await?;
        }
        while let Some(chunk) = self.chunk().await {
            match chunk {
                Ok(chunk) => part.write(&chunk).await?,
                Err(_) if self.is_another => {
                    self.deliver(0);
                    self.is_another = false;
                    part.restart(self.file.version()).await?;
                }
                Err(error) => return Err(error),
            }
        }
        if self.length().is_none() {
            part.check_end().await?;
        }
        Ok(())
    }

    /// Sets how many bytes were returned.
    fn deliver(&mut self, bytes: u64) {
        self.delivered = bytes;
        self.received.set(bytes);
    }

    /// The bytes of a piece that were not returned yet. `place` is the offset of the piece in the
    /// file.
    fn new_bytes(&mut self, place: u64, mut chunk: Bytes) -> Option<Bytes> {
        let known = self.delivered.saturating_sub(place);
        let known = usize::try_from(known).map_or(chunk.len(), |known| known.min(chunk.len()));
        chunk.advance(known);
        self.deliver(self.delivered + chunk.len() as u64);
        if !chunk.is_empty() {
            self.attempts = 1;
        }
        (!chunk.is_empty()).then_some(chunk)
    }

    /// Whether the whole file was returned: no byte is missing, and it is not an empty answer in
    /// place of a file.
    fn is_complete(&self) -> bool {
        let has_all_bytes = self.length().is_none_or(|length| length == self.delivered);
        // A linked file is never empty; storage was seen to answer with no bytes in place of a
        // file.
        let empty = matches!(self.source, Source::Operation(_)) && self.delivered == 0;
        has_all_bytes && self.file.at() == self.delivered && !empty
    }

    /// Opens the file again at the first missing byte, after a pause. Returns `fault` if the
    /// attempts are used up.
    ///
    /// # Errors
    /// [`ErrorKind::Truncated`] if storage has replaced the file.
    async fn reopen(&mut self, fault: Error) -> Result<()> {
        if self.attempts >= FILE_ATTEMPTS || self.all_attempts >= MAX_ATTEMPTS {
            return Err(fault);
        }
        pause::lasting(resume_pause(self.attempts)).await;
        self.attempts += 1;
        self.all_attempts += 1;
        let version = self.file.version().clone();
        self.file = self.source.open_in_time(self.delivered, &version).await?;
        self.is_another = self.delivered > 0 && !self.file.version().may_be(&version);
        if self.is_another {
            let message = format!(
                "storage has replaced the file; {} bytes of the old one were read",
                self.delivered
            );
            return Err(truncated(message).with_hint("fetch it again from the start"));
        }
        Ok(())
    }
}

impl fmt::Debug for Download {
    /// Shows only how much was read: contents are customer data.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Download({} bytes of {:?})",
            self.delivered,
            self.length()
        )
    }
}

/// An error of kind [`ErrorKind::Truncated`] about a file in storage.
fn truncated(message: String) -> Error {
    Error::new(ErrorKind::Truncated, message).with_operation(&FILE)
}

#[cfg(test)]
mod tests;
