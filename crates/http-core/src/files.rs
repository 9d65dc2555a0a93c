//! Rows that an operation hands out as files: addresses, gzip, one JSON object a line.
//!
//! The files are read one after the other in constant memory. A file that breaks off goes on by its rest where storage
//! gives rests. One that is empty or not whole is fetched again, and one whose address has run out is looked up in a new
//! list; rows that were handed on are left out then, so that no row comes twice. A file that storage does not have yet
//! is put off, for minutes, while the others are read. What is missing at the end is an error that names it.

pub(crate) mod download;
mod open;
mod turns;

use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use futures_util::stream;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use self::open::Open;
pub(crate) use self::open::truncated;
use self::turns::{Turn, Turns};
use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::files::download::has_run_out;
use crate::list::paging::{Gaps, Items, RawItems};
use crate::list::rows::fingerprint::{hash, mix};
use crate::operation::{AnswerKind, Operation};
use crate::request::Request;
use crate::wire::Timestamp;

/// How often new addresses are asked for without a row in between: the list has a small budget.
const MOST_RENEWALS: u32 = 2;

impl Client {
    /// The rows of all files that a request answers with, an operation with [`AnswerKind::Files`]. Nothing is sent before
    /// the first one is asked for.
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
            refused: 0,
            gaps: Gaps::default(),
        }
    }
}

/// What is known of an export once its list of files is there: how fresh it is, how much of it came, and whether that is
/// all. As JSON it is the manifest that is kept beside the rows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Snapshot {
    /// When the service made the files: how fresh their rows are.
    #[serde(rename = "generatedTime")]
    pub made: Option<Timestamp>,
    /// How many files there are.
    pub files: usize,
    /// How many of them have been read to their end.
    pub files_read: usize,
    /// How many rows have been handed on.
    pub rows: u64,
    /// The bytes of those rows, unpacked and without what stands between them.
    pub bytes: u64,
    /// Whether these are all rows of the snapshot.
    pub complete: bool,
    /// Why they are not: the error that ended the export, or nothing yet.
    pub reason: Option<String>,
    /// The files that were given up, in their order. The others were read all the same.
    pub missing: Vec<MissingFile>,
}

/// A file of an export that was given up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct MissingFile {
    /// Its place in the list of files, from one.
    pub file: usize,
    /// How many of its rows had been handed on.
    pub rows: u64,
    /// Why it was given up.
    pub reason: String,
}

impl Snapshot {
    /// How old the rows are at an instant, in whole seconds; none where the service does not say when it made them.
    pub fn age(&self, at: jiff::Timestamp) -> Option<Duration> {
        let made = self.made.as_ref()?.instant()?;
        let seconds = at.as_second().saturating_sub(made.as_second());
        Some(Duration::from_secs(u64::try_from(seconds).unwrap_or(0)))
    }
}

/// The rows of an export, file after file, each row its own bytes.
///
/// Lazy; the rows of a file in the order served, the files too unless one has to be waited for. A file that cannot be
/// had does not keep back the others: once they are read, an error tells what is missing. After an error it ends, and
/// what was handed on before stands.
pub struct FileRows {
    client: Client,
    request: Request,
    list: Option<List>,
    /// The files that are not being read, in their turn.
    turns: Turns,
    file: Option<Reading>,
    files_read: usize,
    missing: Vec<MissingFile>,
    /// What the first file was given up for.
    cause: Option<Error>,
    renewals: u32,
    rows: u64,
    bytes: u64,
    /// A row that was looked for and not handed on yet.
    ahead: Option<Result<Bytes>>,
    over: bool,
    fault: Option<String>,
    /// Rows that are not JSON and were told of as errors.
    refused: u64,
    gaps: Gaps,
}

/// The addresses of one snapshot.
struct List {
    links: Vec<String>,
    made: Option<Timestamp>,
}

/// The file that is being read.
struct Reading {
    turn: Turn,
    open: Open,
    /// The rows met so far, each hashed into the hash of those before it.
    met: u64,
}

impl FileRows {
    /// What is known of the export; nothing before the first row was asked for.
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

    /// The operation whose files these are.
    pub fn operation(&self) -> &'static Operation {
        self.request.operation()
    }

    /// The next row, `None` after the last.
    ///
    /// Cancel safe: rows are handed on or kept.
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
            Err(error) if error.row().is_some() => Some(Err(self.refuse(error))),
            Err(error) => Some(Err(self.end_with(error))),
        }
    }

    /// Whether rows remain. The next one may have to be fetched for that; it is not handed on, nor counted.
    ///
    /// # Errors
    /// As [`next_row`](Self::next_row), after which it ends.
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

    /// Rows whose text was mended; complete once the rows have ended.
    pub fn gaps(&self) -> Gaps {
        self.gaps.clone()
    }

    /// Leaves out a row that is not JSON; the export is not complete then, but goes on.
    fn refuse(&mut self, error: Error) -> Error {
        self.refused += 1;
        let error = error
            .with_operation(self.request.operation())
            .with_row(self.rows + self.refused);
        self.fault.get_or_insert_with(|| error.to_string());
        error
    }

    fn end_with(&mut self, error: Error) -> Error {
        self.over = true;
        self.file = None;
        let error = error.with_operation(self.request.operation());
        let error = error.with_rows(self.rows);
        self.fault = Some(error.to_string());
        error
    }

    /// The rows as a stream of their own bytes.
    pub fn into_raw_items<T>(self) -> RawItems<T> {
        let operation = self.operation();
        let rows = stream::unfold(self, |mut rows| async move {
            let row = rows.next_row().await?;
            Some((row, rows))
        });
        RawItems::of_rows(rows).of_operation(operation)
    }

    /// The rows as a stream of decoded items.
    pub fn into_items<T: DeserializeOwned>(self) -> Items<T> {
        self.into_raw_items().into_items()
    }

    async fn advance(&mut self) -> Result<Option<Bytes>> {
        loop {
            let Some(list) = &self.list else {
                let list = list(&self.client, &self.request).await?;
                self.turns = Turns::of(list.links.len());
                self.list = Some(list);
                continue;
            };
            let Some(file) = &mut self.file else {
                if !self.turns.are_due().await {
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
                Ok(None) if file.open.met < file.turn.taken => {
                    return Err(truncated(
                        "a file that was fetched again holds fewer rows than before",
                    ));
                }
                Ok(None) => {
                    self.file = None;
                    self.files_read += 1;
                }
                // A row that is not JSON is told of once: it counts among those that were met.
                Err(error) if error.row().is_some() => {
                    if file.is_new(b"")? {
                        return Err(error);
                    }
                }
                // Fetched again it would be no smaller.
                Err(error) if error.kind() == ErrorKind::TooLarge => return Err(error),
                Err(error) => {
                    if let Some(file) = self.file.take() {
                        self.put_off(file.turn, error).await?;
                    }
                }
            }
        }
    }

    /// Lets a file be fetched once more, now or later, or gives it up.
    async fn put_off(&mut self, turn: Turn, error: Error) -> Result<()> {
        if has_run_out(&error) && self.renewals < MOST_RENEWALS && turn.may_be_renewed(&error) {
            self.turns.back_in_front(turn);
            return self.renew(error).await;
        }
        if let Some(error) = self.turns.put_off(turn, error) {
            self.give_up(error);
        }
        Ok(())
    }

    fn give_up(&mut self, (turn, error): (Turn, Error)) {
        self.missing.push(MissingFile {
            file: turn.at + 1,
            rows: turn.taken,
            reason: error.to_string(),
        });
        self.missing.sort_by_key(|missing| missing.file);
        self.cause.get_or_insert(error);
    }

    /// The account of the files that were given up, once all others are read.
    fn missing_files(&mut self) -> Option<Error> {
        let first = self.missing.first()?;
        let files = self.list.as_ref().map_or(0, |list| list.links.len());
        let mut message = format!("file {} of {files}: {}", first.file, first.reason);
        if let [_, others @ ..] = &self.missing[..]
            && !others.is_empty()
        {
            let numbers: Vec<_> = others.iter().map(|one| one.file.to_string()).collect();
            message += &format!("; missing as well: {}", numbers.join(", "));
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
            hint.unwrap_or("the rows of the other files are whole; begin the export again"),
        );
        Some(match cause {
            Some(cause) => error.with_source(cause),
            None => error,
        })
    }

    /// Asks for new addresses and finds the files among them.
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
                "the service has made the files anew since; {} of {} had been read",
                self.files_read,
                old.links.len()
            );
            return Err(truncated(&message).with_source(error).with_hint(
                "begin again, and ask for addresses that last longer (sasValidHours) where the operation takes it",
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
    fn begin(mut turn: Turn, open: Open) -> Result<Self> {
        let version = turn.version.as_ref().filter(|_| turn.taken > 0);
        if version.is_some_and(|known| known.is_another(&open.version)) {
            return Err(replaced());
        }
        turn.version = Some(open.version.clone());
        Ok(Self { turn, open, met: 0 })
    }

    /// Whether a row was not handed on before. Those that were must be the same ones: a file that was replaced under
    /// its address is not mixed with the one before it.
    fn is_new(&mut self, row: &[u8]) -> Result<bool> {
        self.met = mix(self.met, hash(row));
        if self.open.met > self.turn.taken {
            self.turn.took(self.met);
            return Ok(true);
        }
        if self.open.met == self.turn.taken && self.met != self.turn.hash {
            return Err(replaced());
        }
        Ok(false)
    }
}

fn replaced() -> Error {
    truncated("a file was made anew while it was read: its rows are not mixed with those before")
        .with_hint("begin the export again")
}

impl fmt::Debug for FileRows {
    /// Addresses are secrets and rows are customer data: only numbers are shown.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FileRows")
            .field("operation", &self.request.operation().id)
            .field("files_read", &self.files_read)
            .field("rows", &self.rows)
            .finish_non_exhaustive()
    }
}

async fn list(client: &Client, request: &Request) -> Result<List> {
    let (links, made) = match request.operation().answer.kind {
        AnswerKind::Files { links, made } => (links, made),
        _ => return Err(Error::usage("this operation answers with no files")),
    };
    let answer: Value = client.send(request.clone()).await?;
    let links = answer.get(links).and_then(Value::as_array);
    let links = links.ok_or_else(|| Error::decode("the answer holds no list of files"))?;
    let made = answer.get(made).and_then(Value::as_str);
    Ok(List {
        // What is no address counts as a file that cannot be had.
        links: links
            .iter()
            .map(|link| link.as_str().unwrap_or_default().to_owned())
            .collect(),
        made: made.map(Timestamp::from),
    })
}

#[cfg(test)]
mod tests;
