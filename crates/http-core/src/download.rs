//! Files behind signed addresses: fetched without a credential, taken up again where they break off.

use std::fmt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use bytes::{Buf, Bytes};
use tokio::io::AsyncWriteExt;
use url::Url;

use crate::body::Body;
use crate::client::{Client, check_base};
use crate::error::{Error, ErrorKind, Result};
use crate::operation::Operation;
use crate::param::Param;
use crate::request::Request;

/// What a signed address is asked with. It has no row in the tables: storage is no part of any product.
static FILE: Operation = Operation::get("storage.files.get", "{url}")
    .summary("Fetch a file from a signed address")
    .params(&[Param::path("url")]);

/// How often a file is asked for before it is given up.
pub(crate) const FILE_ATTEMPTS: u32 = 4;

/// The pause before another attempt.
pub(crate) fn pause(attempt: u32) -> Duration {
    Duration::from_millis(500) * attempt
}

impl Client {
    /// Fetches a signed address (https, or http to this machine). No credential goes with it: the address is its own
    /// proof, and storage refuses a token beside it.
    ///
    /// # Errors
    /// As [`send`](Client::send). A signature that has run out is [`ErrorKind::Denied`] with the service's code
    /// `AuthenticationFailed`.
    pub async fn fetch(&self, link: &str) -> Result<Download> {
        let (length, body) = self.fetch_body(link).await?;
        Ok(Download {
            source: None,
            body,
            length,
            taken: 0,
            skip: 0,
            attempts: 1,
        })
    }

    /// The file whose address a request answers with, an operation with [`Answer::Link`](crate::Answer::Link).
    pub fn linked(&self, request: Request) -> Linked {
        Linked {
            client: self.clone(),
            request,
        }
    }

    pub(crate) async fn fetch_body(&self, link: &str) -> Result<(Option<u64>, Body)> {
        let url = Url::parse(link)
            .map_err(|_| Error::usage("that is no address of a file").with_operation(&FILE))?;
        check_base(&url)?;
        let request = Request::new(&FILE).set("url", link).header("accept", "*/*");
        let (head, body) = self
            .anonymous()
            .download(request)
            .await
            .map_err(|error| match error.kind() {
                ErrorKind::Denied | ErrorKind::NotFound => error.with_hint(
                    "signed addresses run out: ask for a new one with the operation that gave it",
                ),
                _ => error,
            })?;
        let unpacked = head.headers.contains_key(http::header::CONTENT_ENCODING);
        let length = head.headers.get(http::header::CONTENT_LENGTH);
        let length = length.and_then(|length| length.to_str().ok()?.parse().ok());
        Ok((length.filter(|_| !unpacked), body))
    }
}

/// Whether storage no longer takes an address, so that a new one may help.
pub(crate) fn has_run_out(error: &Error) -> bool {
    error.is_denied() || error.is_not_found()
}

/// A file whose address an operation answers with.
///
/// The address lasts for minutes and can be asked for again: a file that breaks off, comes empty or whose address runs
/// out is asked for anew and goes on where it stood.
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
    /// Those of the operation that gives it.
    pub async fn link(&self) -> Result<String> {
        let link: String = self.client.send_scalar(self.request.clone()).await?;
        // Seen inside a second pair of quotation marks.
        Ok(link.trim_matches('"').to_owned())
    }

    /// Asks for the address and begins to fetch the file.
    ///
    /// # Errors
    /// Those of the operation that gives the address, and of [`Client::fetch`].
    pub async fn open(self) -> Result<Download> {
        let (length, body) = self.fetch().await?;
        Ok(Download {
            source: Some(self),
            body,
            length,
            taken: 0,
            skip: 0,
            attempts: 1,
        })
    }

    /// Fetches the whole file to disk; gives its length in bytes.
    ///
    /// # Errors
    /// As [`open`](Self::open) and [`Download::save`].
    pub async fn save(self, path: impl AsRef<Path>) -> Result<u64> {
        self.open().await?.save(path).await
    }

    async fn fetch(&self) -> Result<(Option<u64>, Body)> {
        self.client.fetch_body(&self.link().await?).await
    }
}

/// A file on its way.
pub struct Download {
    /// Who gives a new address; none for a file that was fetched by its address.
    source: Option<Linked>,
    body: Body,
    length: Option<u64>,
    /// Bytes handed on.
    taken: u64,
    /// Bytes of the present body that were handed on before.
    skip: u64,
    attempts: u32,
}

impl Download {
    /// The file's length in bytes, where the answer tells.
    pub fn length(&self) -> Option<u64> {
        self.length
    }

    /// The next piece, `None` at the end of a file that is whole.
    ///
    /// # Errors
    /// [`ErrorKind::Truncated`] for a file that breaks off for good; those of [`Linked::open`] when a new address is
    /// asked for.
    pub async fn chunk(&mut self) -> Option<Result<Bytes>> {
        loop {
            let fault = match self.body.chunk().await {
                Some(Ok(chunk)) => match self.new_part(chunk) {
                    Some(new) => return Some(Ok(new)),
                    None => continue,
                },
                None if self.is_whole() => return None,
                None => truncated(format!("the file ended after {} bytes", self.taken)),
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
    /// # Errors
    /// As [`chunk`](Self::chunk), and [`ErrorKind::File`] where the disk says no; nothing is left behind then.
    pub async fn save(mut self, path: impl AsRef<Path>) -> Result<u64> {
        let path = path.as_ref();
        let part = beside(path);
        let written = match self.write(&part).await {
            Ok(()) => tokio::fs::rename(&part, path)
                .await
                .map_err(|error| file_error(path, error)),
            Err(error) => Err(error),
        };
        match written {
            Ok(()) => Ok(self.taken),
            Err(error) => {
                // What cannot be removed either was never made.
                let _ = tokio::fs::remove_file(&part).await;
                Err(error)
            }
        }
    }

    async fn write(&mut self, part: &Path) -> Result<()> {
        let failed = |error| file_error(part, error);
        let mut file = tokio::fs::File::create(part).await.map_err(failed)?;
        while let Some(chunk) = self.chunk().await {
            file.write_all(&chunk?).await.map_err(failed)?;
        }
        file.sync_all().await.map_err(failed)
    }

    /// What of a piece has not been handed on.
    fn new_part(&mut self, mut chunk: Bytes) -> Option<Bytes> {
        let known = usize::try_from(self.skip).map_or(chunk.len(), |skip| skip.min(chunk.len()));
        self.skip -= known as u64;
        chunk.advance(known);
        self.taken += chunk.len() as u64;
        (!chunk.is_empty()).then_some(chunk)
    }

    fn is_whole(&self) -> bool {
        let as_told = self.length.is_none_or(|length| length == self.taken);
        // No file behind an operation's link is empty; an empty answer was seen in place of a file.
        let empty = self.source.is_some() && self.taken == 0;
        as_told && self.skip == 0 && !empty
    }

    async fn reopen(&mut self, fault: Error) -> Result<()> {
        let Some(source) = &self.source else {
            return Err(fault);
        };
        if self.attempts >= FILE_ATTEMPTS {
            return Err(fault);
        }
        tokio::time::sleep(pause(self.attempts)).await;
        self.attempts += 1;
        (self.length, self.body) = source.fetch().await?;
        self.skip = self.taken;
        Ok(())
    }
}

impl fmt::Debug for Download {
    /// Contents are customer data: only how far it is.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Download({} bytes of {:?})", self.taken, self.length)
    }
}

fn truncated(message: String) -> Error {
    Error::new(ErrorKind::Truncated, message).with_operation(&FILE)
}

fn file_error(path: &Path, error: std::io::Error) -> Error {
    let message = format!("`{}`: {error}", path.display());
    Error::new(ErrorKind::File, message).with_source(error)
}

/// The name that a file has until it is whole.
fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".part");
    name.into()
}
