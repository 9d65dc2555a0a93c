//! Rows of an export that an operation returns as files.
//!
//! Vulnerability exports of Defender for Endpoint answer with signed addresses of files in Azure
//! Storage: gzip, one JSON object per line, no enclosing array. [`FileRows`] reads them one after
//! the other as a stream of rows.
//!
//! What the service does, and what follows:
//!
//! - The number and size of the files have no bound. Files are unpacked and split as they arrive;
//!   memory holds one piece of a file and one row, plus a hash and a count per file.
//! - An address is valid for one hour by default (`sasValidHours`), and the list may be requested
//!   20 times an hour. A read that takes longer requests new addresses and continues; after two
//!   requests without a new row it gives up.
//! - The service rebuilds a snapshot every few hours. New addresses can belong to new files, whose
//!   rows must not be mixed with rows already returned. Same paths mean same files; other paths end
//!   the export with an error, unless no row was returned.
//! - A file can break off, arrive empty, or be missing while storage still copies it. It is
//!   requested again, by its rest where storage supports ranges, otherwise from the start with the
//!   known rows skipped. A chain of hashes proves that they are the same rows.
//! - A file that is late is put off for up to five minutes while the others are read, and one that
//!   fails for good does not keep back the rest. The error at the end names all missing files.

pub(crate) mod download;
mod open;
mod snapshot;
mod turns;

use std::fmt;

use bytes::Bytes;
use futures_util::stream;
use serde::de::DeserializeOwned;
use serde_json::Value;

use self::open::Open;
pub(crate) use self::open::truncated;
pub use self::snapshot::{MissingFile, Snapshot};
use self::turns::{Turn, Turns};
use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::files::download::needs_new_address;
use crate::list::paging::{Gaps, Items, RawItems};
use crate::list::rows::fingerprint::{hash, mix};
use crate::operation::{AnswerKind, Operation};
use crate::request::Request;
use crate::wire::Timestamp;

/// Number of times new addresses are requested without a new row in between. The list has a budget
/// of 20 calls an hour.
const MAX_RENEWALS: u32 = 2;

impl Client {
    /// The rows of all files that a request answers with. The operation must have the answer
    /// [`AnswerKind::Files`]. Nothing is sent before the first row is requested.
    pub fn file_rows(&self, request: Request) -> FileRows {
        FileRows {
            client: self.clone(),
            request,
            list: None,
            turns: Turns::default(),
            file: None,
            files_read: 0,
            missing: Vec::new(),
            cause: None,
            renewals: 0,
            rows: 0,
            bytes: 0,
            ahead: None,
            over: false,
            fault: None,
            invalid_rows: 0,
            gaps: Gaps::default(),
        }
    }
}

/// The rows of an export, file after file, each row as the bytes of its JSON text.
///
/// Lazy: nothing is sent before the first row is requested. Rows of one file come in the order of
/// the file; files come in the order of the list, except for files that are late. Memory does not
/// grow with the export.
///
/// # Errors
///
/// - A row that is not JSON is an error in its place ([`Error::row`]); reading continues.
/// - A file that cannot be read does not keep back the others. After the last row, one error names
///   what is missing.
/// - After any other error the rows end. Rows returned before it are valid.
///
/// [`snapshot`](Self::snapshot) says at any time how much was read and whether it is complete.
///
/// # Examples
///
/// ```
/// # use http_core::{Client, Request, Result};
/// # async fn run(client: Client, export: Request) -> Result<()> {
/// let mut rows = client.file_rows(export);
/// while let Some(row) = rows.next_row().await {
///     println!("{}", String::from_utf8_lossy(&row?));
/// }
/// if let Some(snapshot) = rows.snapshot() {
///     assert!(snapshot.complete);
///     println!("{} rows of {} files", snapshot.rows, snapshot.files);
/// }
/// # Ok(())
/// # }
/// ```
pub struct FileRows {
    client: Client,
    request: Request,
    /// The addresses; `None` before the first request.
    list: Option<List>,
    /// The files that are not being read, in the order in which they will be.
    turns: Turns,
    /// The file that is being read.
    file: Option<Reading>,
    /// Files read to their end.
    files_read: usize,
    /// Files given up, ordered by number.
    missing: Vec<MissingFile>,
    /// The error of the first file that was given up.
    cause: Option<Error>,
    /// Requests for new addresses since the last new row.
    renewals: u32,
    /// Rows returned, and their size without separators.
    rows: u64,
    bytes: u64,
    /// A row that [`has_more`](Self::has_more) fetched and that was not returned yet.
    ahead: Option<Result<Bytes>>,
    /// Whether the rows have ended.
    over: bool,
    /// Why the export is incomplete: the first row error, or the error that ended it.
    fault: Option<String>,
    /// Rows returned as errors because they are not JSON.
    invalid_rows: u64,
    gaps: Gaps,
}

/// The answer of the operation: the addresses of one snapshot.
struct List {
    /// Signed addresses; secrets until they expire.
    links: Vec<String>,
    /// When the service generated the files.
    made: Option<Timestamp>,
}

/// The file that is being read.
struct Reading {
    /// Its place in the list and what was returned of it.
    turn: Turn,
    /// The unpacked and split body.
    open: Open,
    /// Hash over the rows read so far, each mixed into the hash of those before it.
    rows_hash: u64,
}

impl FileRows {
    /// How much of the export was read, and whether that is all. `None` before the first row was
    /// requested.
    pub fn snapshot(&self) -> Option<Snapshot> {
        let list = self.list.as_ref()?;
        Some(Snapshot {
            made: list.made.clone(),
            files: list.links.len(),
            files_read: self.files_read,
            rows: self.rows,
            bytes: self.bytes,
            complete: self.over && self.fault.is_none(),
            reason: self.fault.clone(),
            missing: self.missing.clone(),
        })
    }

    /// The operation that returns the files.
    pub fn operation(&self) -> &'static Operation {
        self.request.operation()
    }

    /// The next row, `None` after the last.
    ///
    /// Cancel safe: a row is either returned or kept for the next call. A file that was being
    /// opened is opened again.
    pub async fn next_row(&mut self) -> Option<Result<Bytes>> {
        if self.over {
            return None;
        }
        let next = match self.ahead.take() {
            Some(row) => row.map(Some),
            None => self.advance().await,
        };
        match next {
            Ok(Some(row)) => {
                self.rows += 1;
                self.bytes += row.len() as u64;
                Some(Ok(row))
            }
            Ok(None) => {
                self.over = true;
                None
            }
            Err(error) if error.row().is_some() => Some(Err(self.row_error(error))),
            Err(error) => Some(Err(self.end_with(error))),
        }
    }

    /// Whether rows remain. May fetch the next row to find out; that row is kept and not counted as
    /// returned. Cancel safe.
    ///
    /// # Errors
    /// Returns the errors of [`next_row`](Self::next_row) except those of single rows. After an
    /// error the rows end.
    pub async fn has_more(&mut self) -> Result<bool> {
        if self.over || self.ahead.is_some() {
            return Ok(self.ahead.is_some());
        }
        match self.advance().await {
            Ok(row) => {
                self.over = row.is_none();
                self.ahead = row.map(Ok);
                Ok(self.ahead.is_some())
            }
            Err(error) if error.row().is_some() => {
                self.ahead = Some(Err(error));
                Ok(true)
            }
            Err(error) => Err(self.end_with(error)),
        }
    }

    /// Rows whose text was repaired to be JSON. Complete once the rows have ended.
    pub fn gaps(&self) -> Gaps {
        self.gaps.clone()
    }

    /// Numbers the error of a row that is not JSON, and marks the export as incomplete.
    fn row_error(&mut self, error: Error) -> Error {
        self.invalid_rows += 1;
        let error = error
            .with_operation(self.request.operation())
            .with_row(self.rows + self.invalid_rows);
        self.fault.get_or_insert_with(|| error.to_string());
        error
    }

    /// Ends the rows with an error that says how many came before.
    fn end_with(&mut self, error: Error) -> Error {
        self.over = true;
        self.file = None;
        let error = error.with_operation(self.request.operation());
        let error = error.with_rows(self.rows);
        self.fault = Some(error.to_string());
        error
    }

    /// The rows as a stream of [`Raw`](crate::Raw) values that decode on demand.
    pub fn into_raw_items<T>(self) -> RawItems<T> {
        let operation = self.operation();
        let rows = stream::unfold(self, |mut rows| async move {
            let row = rows.next_row().await?;
            Some((row, rows))
        });
        RawItems::of_rows(rows).of_operation(operation)
    }

    /// The rows as a stream of decoded items. A row that does not fit `T` is an error in its place.
    pub fn into_items<T: DeserializeOwned>(self) -> Items<T> {
        self.into_raw_items().into_items()
    }

    /// Reads on until a new row or the end: fetches the list, opens the next file, or takes a row
    /// of the open one.
    ///
    /// `None` after the last row of the last file, if no file is missing.
    async fn advance(&mut self) -> Result<Option<Bytes>> {
        loop {
            let Some(list) = &self.list else {
                let list = list(&self.client, &self.request).await?;
                self.turns = Turns::of(list.links.len());
                self.list = Some(list);
                continue;
            };
            let Some(file) = &mut self.file else {
                if !self.turns.next_due().await {
                    return self.missing_files().map_or(Ok(None), Err);
                }
                let Some(turn) = self.turns.first() else {
                    continue;
                };
                let link = list.links.get(turn.at).map_or("", String::as_str);
                let opened = Open::begin(&self.client, link, &self.gaps).await;
                let Some(turn) = self.turns.take_first() else {
                    continue;
                };
                match opened {
                    Ok(open) => self.file = Some(Reading::begin(turn, open)?),
                    Err(error) => self.put_off(turn, error).await?,
                }
                continue;
            };
            match file.open.next_row().await {
                Ok(Some(row)) => {
                    if file.is_new(&row)? {
                        self.renewals = 0;
                        return Ok(Some(row));
                    }
                }
                Ok(None) if file.open.rows_read < file.turn.delivered => {
                    return Err(truncated(
                        "a file that was requested again has fewer rows than before",
                    ));
                }
                Ok(None) => {
                    self.file = None;
                    self.files_read += 1;
                }
                // The error of an invalid row is returned once: the row counts among those read.
                Err(error) if error.row().is_some() => {
                    if file.is_new(b"")? {
                        return Err(error);
                    }
                }
                // It would be as large if fetched again.
                Err(error) if error.kind() == ErrorKind::TooLarge => return Err(error),
                Err(error) => {
                    if let Some(file) = self.file.take() {
                        self.put_off(file.turn, error).await?;
                    }
                }
            }
        }
    }

    /// Schedules another attempt for a file, now with new addresses or later, or gives the file up.
    async fn put_off(&mut self, turn: Turn, error: Error) -> Result<()> {
        if needs_new_address(&error) && self.renewals < MAX_RENEWALS && turn.may_be_renewed(&error)
        {
            self.turns.back_in_front(turn);
            return self.renew(error).await;
        }
        if let Some(error) = self.turns.put_off(turn, error) {
            self.give_up(error);
        }
        Ok(())
    }

    /// Records a file as missing.
    fn give_up(&mut self, (turn, error): (Turn, Error)) {
        self.missing.push(MissingFile {
            file: turn.at + 1,
            rows: turn.delivered,
            reason: error.to_string(),
        });
        self.missing.sort_by_key(|missing| missing.file);
        self.cause.get_or_insert(error);
    }

    /// The error that names the missing files, once all others were read. `None` if none is
    /// missing.
    ///
    /// It has the kind of its cause if nothing could be read at all, such as 403 for every address,
    /// otherwise [`ErrorKind::Truncated`].
    fn missing_files(&mut self) -> Option<Error> {
        let first = self.missing.first()?;
        let files = self.list.as_ref().map_or(0, |list| list.links.len());
        let mut message = format!("file {} of {files}: {}", first.file, first.reason);
        if let [_, others @ ..] = &self.missing[..]
            && !others.is_empty()
        {
            let numbers: Vec<_> = others.iter().map(|one| one.file.to_string()).collect();
            message += &format!("; also missing: {}", numbers.join(", "));
        }
        let cause = self.cause.take();
        let kind = match &cause {
            Some(cause) if self.rows == 0 && self.files_read == 0 => cause.kind(),
            _ => ErrorKind::Truncated,
        };
        let hint = cause
            .as_ref()
            .and_then(Error::hint)
            .filter(|_| self.files_read == 0);
        let error = Error::new(kind, message).with_hint(
            hint.unwrap_or("the rows of the other files are complete; start the export again"),
        );
        Some(match cause {
            Some(cause) => error.with_source(cause),
            None => error,
        })
    }

    /// Requests new addresses and continues with them, if they belong to the same files.
    ///
    /// Files are compared by their paths: the query of an address is its signature and changes each
    /// time.
    async fn renew(&mut self, error: Error) -> Result<()> {
        self.renewals += 1;
        let new = list(&self.client, &self.request).await?;
        let Some(old) = &self.list else {
            return Ok(());
        };
        let path = |link: &String| link.split('?').next().map(str::to_owned);
        let same = old.links.iter().map(path).eq(new.links.iter().map(path));
        if !same && self.rows > 0 {
            let message = format!(
                "the service has generated new files; {} of {} had been read",
                self.files_read,
                old.links.len()
            );
            return Err(truncated(&message).with_source(error).with_hint(
                "start again, with addresses that are valid longer (`sasValidHours`) if the operation has that input",
            ));
        }
        if !same {
            self.turns = Turns::of(new.links.len());
            self.missing.clear();
            self.files_read = 0;
        }
        self.list = Some(new);
        Ok(())
    }
}

impl Reading {
    /// Starts or continues a file.
    ///
    /// # Errors
    /// [`ErrorKind::Truncated`] if rows were returned and storage now has another version of the
    /// file.
    fn begin(mut turn: Turn, open: Open) -> Result<Self> {
        let version = turn.version.as_ref().filter(|_| turn.delivered > 0);
        if version.is_some_and(|known| known.is_another(&open.version)) {
            return Err(replaced());
        }
        turn.version = Some(open.version.clone());
        Ok(Self {
            turn,
            open,
            rows_hash: 0,
        })
    }

    /// Whether a row was not returned before, when a file is read again.
    ///
    /// The rows that were returned must come again unchanged: at the last of them the hashes of
    /// both readings are compared. A file that was replaced under its address is an error, and its
    /// rows are not mixed with the earlier ones.
    fn is_new(&mut self, row: &[u8]) -> Result<bool> {
        self.rows_hash = mix(self.rows_hash, hash(row));
        if self.open.rows_read > self.turn.delivered {
            self.turn.row_delivered(self.rows_hash);
            return Ok(true);
        }
        if self.open.rows_read == self.turn.delivered && self.rows_hash != self.turn.hash {
            return Err(replaced());
        }
        Ok(false)
    }
}

/// The error for a file that changed between two readings.
fn replaced() -> Error {
    truncated("a file was replaced while it was read; its rows were not returned")
        .with_hint("start the export again")
}

impl fmt::Debug for FileRows {
    /// Shows numbers only: addresses are secrets and rows are customer data.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FileRows")
            .field("operation", &self.request.operation().id)
            .field("files_read", &self.files_read)
            .field("rows", &self.rows)
            .finish_non_exhaustive()
    }
}

/// Requests the addresses of the files.
///
/// # Errors
/// [`ErrorKind::Usage`] if the operation returns no files, [`ErrorKind::Decode`] if the answer has
/// no list of them, and the errors of [`Client::send`].
async fn list(client: &Client, request: &Request) -> Result<List> {
    let (links, made) = match request.operation().answer.kind {
        AnswerKind::Files { links, made } => (links, made),
        _ => return Err(Error::usage("this operation does not return files")),
    };
    let answer: Value = client.send(request.clone()).await?;
    let links = answer.get(links).and_then(Value::as_array);
    let links = links.ok_or_else(|| Error::decode("the answer has no list of files"))?;
    let made = answer.get(made).and_then(Value::as_str);
    Ok(List {
        // A value that is not text counts as a file without an address, which is reported as
        // missing.
        links: links
            .iter()
            .map(|link| link.as_str().unwrap_or_default().to_owned())
            .collect(),
        made: made.map(Timestamp::from),
    })
}

#[cfg(test)]
mod tests;
