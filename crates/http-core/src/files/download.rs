//! Files behind signed addresses: fetched without a credential, resumed where they break off.

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
use crate::operation::Operation;
use crate::operation::Param;
use crate::request::Request;

/// Fetches a file from a signed address. It is not in the tables, because storage belongs to no product.
static FILE: Operation = Operation::get("storage.files.get", "{url}")
    .summary("Fetch a file from a signed address")
    .inputs(&[Param::path("url")]);

/// How often in a row a file is asked for without a byte that is new, before it is given up.
pub(crate) const FILE_ATTEMPTS: u32 = 4;
/// How often it is asked for at all: a line that gives a few bytes at a time never gets a file of any size across.
const MOST_ATTEMPTS: u32 = 1_000;
/// How long a file is waited for that storage does not have yet.
pub(crate) const PATIENCE: Duration = Duration::from_secs(300);
/// How long an operation is asked for an address that it does not give yet, and storage for a file that nobody
/// announced.
const SHORT_PATIENCE: Duration = Duration::from_secs(30);
/// The longest pause between two looks for it.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// The pause before another attempt.
pub(crate) fn pause(attempt: u32) -> Duration {
    Duration::from_millis(500) * attempt
}

/// The pause after another pause of waiting for a file: from one second on, twice as long each time.
pub(crate) fn longer(pause: Duration) -> Duration {
    (pause * 2).clamp(Duration::from_secs(1), LONGEST_PAUSE)
}

/// Whether storage may have the file in a while: it is still being copied, storage is busy, or cannot be reached. Where
/// storage fails (500, 502, 504) the attempts of the call were enough.
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
    /// Fetches a signed address (https, or http to this machine). No credential goes with it: the address is its own
    /// proof, and storage refuses a token beside it. A file that storage is busy with is waited for.
    ///
    /// # Errors
    /// As [`send`](Client::send). A signature that has run out is [`ErrorKind::Denied`] with the service's code
    /// `AuthenticationFailed`.
    pub async fn fetch(&self, link: &str) -> Result<Download> {
        let source = Source::Address(self.clone(), link.to_owned());
        let file = source.open_in_time(0, &Version::default()).await?;
        Ok(Download::new(source, file))
    }

    /// The file whose address a request answers with, an operation with [`AnswerKind::Link`](crate::AnswerKind::Link).
    pub fn linked(&self, request: Request) -> Linked {
        Linked {
            client: self.clone(),
            request,
        }
    }
}

/// Whether storage no longer takes an address, so that a new one may help.
pub(crate) fn has_run_out(error: &Error) -> bool {
    error.is_denied() || error.is_not_found()
}

/// A file whose address an operation answers with.
///
/// The address lasts for minutes and can be asked for again: a file that breaks off, comes empty or whose address runs
/// out is asked for anew and goes on where it stood. One that is not there yet, although its address was given, is
/// waited for: five minutes at most, and half a minute where the operation knows no address yet.
#[derive(Clone, Debug)]
#[must_use = "nothing is fetched until the file is opened"]
pub struct Linked {
    client: Client,
    request: Request,
}

impl Linked {
    /// The address itself: a secret as long as it lasts.
    ///
    /// # Errors
    /// Returns the errors of the operation.
    pub async fn link(&self) -> Result<String> {
        let link: String = self.client.send_scalar(self.request.clone()).await?;
        // Seen inside a second pair of quotation marks.
        Ok(link.trim_matches('"').to_owned())
    }

    /// Asks for the address and begins to fetch the file.
    ///
    /// # Errors
    /// Returns the errors of the operation, and of [`Client::fetch`].
    pub async fn open(self) -> Result<Download> {
        let source = Source::Operation(Box::new(self));
        let file = source.open_in_time(0, &Version::default()).await?;
        Ok(Download::new(source, file))
    }

    /// Fetches the whole file to disk; gives its length in bytes.
    ///
    /// # Errors
    /// As [`open`](Self::open) and [`Download::save`].
    pub async fn save(self, path: impl AsRef<Path>) -> Result<u64> {
        self.open().await?.save(path).await
    }
}

/// Where a file can be had once more.
enum Source {
    /// An operation that gives an address.
    Operation(Box<Linked>),
    /// The address, the only one there is.
    Address(Client, String),
}

impl Source {
    /// Opens the file at a byte, and waits for it where it is not there yet.
    async fn open_in_time(&self, at: u64, version: &Version) -> Result<StoredFile> {
        let begun = Instant::now();
        let mut pause = Duration::ZERO;
        loop {
            let error = match self.open_at(at, version).await {
                Ok(file) => return Ok(file),
                Err(error) => error,
            };
            pause = longer(pause);
            if !is_not_ready(&error) || begun.elapsed() + pause > self.patience(&error) {
                return Err(error);
            }
            tracing::info!(seconds = pause.as_secs(), "the file is not there yet");
            tokio::time::sleep(pause).await;
        }
    }

    fn patience(&self, error: &Error) -> Duration {
        let is_of_storage = error.operation().is_none_or(|known| known.id == FILE.id);
        match (self, is_of_storage) {
            (Self::Operation(_), true) => PATIENCE,
            (Self::Address(..), true) if !error.is_not_found() => PATIENCE,
            // Its own failures were waited out already.
            (Self::Operation(_), false) if error.status().is_none_or(|one| one.as_u16() >= 429) => {
                Duration::ZERO
            }
            _ => SHORT_PATIENCE,
        }
    }

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

/// A file on its way.
pub struct Download {
    source: Source,
    file: StoredFile,
    /// Bytes that were returned.
    taken: u64,
    /// Attempts since a byte that was new, and all of them.
    attempts: u32,
    all_attempts: u32,
    /// Storage has another version than the one whose bytes were returned.
    is_another: bool,
}

impl Download {
    fn new(source: Source, file: StoredFile) -> Self {
        Self {
            source,
            file,
            taken: 0,
            attempts: 1,
            all_attempts: 1,
            is_another: false,
        }
    }

    /// The file's length in bytes, where the answer tells.
    pub fn length(&self) -> Option<u64> {
        self.file.version().length
    }

    /// The next piece, `None` at the end of a file that is whole.
    ///
    /// A file that breaks off goes on where it stood: by its rest where storage gives rests (`Range` with `If-Range`),
    /// else from its start, leaving out the bytes that were returned.
    ///
    /// # Errors
    /// [`ErrorKind::Truncated`] for a file that breaks off for good, or that was made anew meanwhile; those of
    /// [`Linked::open`] when a new address is asked for.
    pub async fn chunk(&mut self) -> Option<Result<Bytes>> {
        loop {
            let place = self.file.at();
            let fault = match self.file.chunk().await {
                Some(Ok(chunk)) => match self.new_part(place, chunk) {
                    Some(new) => return Some(Ok(new)),
                    None => continue,
                },
                None if self.is_whole() => return None,
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

    /// Writes the file to disk as it comes; gives its length in bytes. The name appears once the file is whole.
    ///
    /// Until then it is called `<name>.part`, and `<name>.part.json` notes which version it is a part of. What an
    /// earlier run left behind is gone on with where storage still has that version and gives rests, and replaced
    /// where not. Without a length from storage the end of a packed file is looked for.
    ///
    /// # Errors
    /// As [`chunk`](Self::chunk), and [`ErrorKind::File`] where the disk says no or another process writes the same
    /// file; [`ErrorKind::Usage`] if pieces were taken before.
    pub async fn save(mut self, path: impl AsRef<Path>) -> Result<u64> {
        let path = path.as_ref();
        if self.taken > 0 {
            return Err(Error::usage(
                "pieces of the file were taken: it can only be saved whole",
            ));
        }
        let mut part = Part::open(path, self.file.version()).await?;
        match self.fill(&mut part).await {
            Ok(()) => part.finish(path).await.map(|()| self.taken),
            Err(error) => {
                let keep = error.kind() != ErrorKind::File && self.file.version().can_go_on();
                Err(part.give_up(keep, error).await)
            }
        }
    }

    async fn fill(&mut self, part: &mut Part) -> Result<()> {
        if part.kept > 0 && self.length() == Some(part.kept) {
            self.taken = part.kept;
            return Ok(());
        }
        if part.kept > 0 && self.file.go_to(part.kept).await {
            self.taken = part.kept;
        } else if part.kept > 0 {
            part.restart(self.file.version()).await?;
        }
        while let Some(chunk) = self.chunk().await {
            match chunk {
                Ok(chunk) => part.write(&chunk).await?,
                Err(_) if self.is_another => {
                    (self.taken, self.is_another) = (0, false);
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

    /// The rest of a piece, not returned yet.
    fn new_part(&mut self, place: u64, mut chunk: Bytes) -> Option<Bytes> {
        let known = self.taken.saturating_sub(place);
        let known = usize::try_from(known).map_or(chunk.len(), |known| known.min(chunk.len()));
        chunk.advance(known);
        self.taken += chunk.len() as u64;
        if !chunk.is_empty() {
            self.attempts = 1;
        }
        (!chunk.is_empty()).then_some(chunk)
    }

    fn is_whole(&self) -> bool {
        let as_told = self.length().is_none_or(|length| length == self.taken);
        // No file behind an operation's link is empty; an empty answer was seen in place of a file.
        let empty = matches!(self.source, Source::Operation(_)) && self.taken == 0;
        as_told && self.file.at() == self.taken && !empty
    }

    async fn reopen(&mut self, fault: Error) -> Result<()> {
        if self.attempts >= FILE_ATTEMPTS || self.all_attempts >= MOST_ATTEMPTS {
            return Err(fault);
        }
        tokio::time::sleep(pause(self.attempts)).await;
        self.attempts += 1;
        self.all_attempts += 1;
        let version = self.file.version().clone();
        self.file = self.source.open_in_time(self.taken, &version).await?;
        self.is_another = self.taken > 0 && !self.file.version().may_be(&version);
        if self.is_another {
            let message = format!(
                "storage has made the file anew; {} bytes of the old one had come",
                self.taken
            );
            return Err(truncated(message).with_hint("fetch it again from its start"));
        }
        Ok(())
    }
}

impl fmt::Debug for Download {
    /// Contents are customer data: only how far it is.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Download({} bytes of {:?})", self.taken, self.length())
    }
}

fn truncated(message: String) -> Error {
    Error::new(ErrorKind::Truncated, message).with_operation(&FILE)
}

#[cfg(test)]
mod tests;
