//! Reads the files of an export one after the other.
//!
//! The reader owns the list of addresses, the queue of files ([`turns`](super::turns)) and the open
//! file ([`open`](super::open)). It decides what a failure means: request the file again, request
//! new addresses, give the file up, or end the export. What it knows goes into the shared
//! [`Tally`], so that [`FileRows`](super::FileRows) can show it while the reader is inside a
//! future.

use bytes::Bytes;
use serde_json::Value;

use super::open::{Open, truncated};
use super::turns::{Turn, Turns};
use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::files::download::needs_new_address;
use crate::list::paging::Gaps;
use crate::list::rows::fingerprint::{hash, mix};
use crate::operation::AnswerKind;
use crate::request::Request;
use crate::snapshot::{MissingFile, Tally};
use crate::wire::Timestamp;

/// Number of times new addresses are requested without a new row in between. The list has a budget
/// of 20 calls an hour.
const MAX_RENEWALS: u32 = 2;

/// State of an export that is being read.
pub(super) struct Reader {
    client: Client,
    request: Request,
    tally: Tally,
    gaps: Gaps,
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
    /// Rows returned.
    rows: u64,
    /// Whether the rows have ended.
    over: bool,
    /// Rows returned as errors because they are not JSON.
    invalid_rows: u64,
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

impl Reader {
    /// A reader that has sent nothing yet.
    pub(super) fn new(client: Client, request: Request, tally: Tally, gaps: Gaps) -> Self {
        Self {
            client,
            request,
            tally,
            gaps,
            list: None,
            turns: Turns::default(),
            file: None,
            files_read: 0,
            missing: Vec::new(),
            cause: None,
            renewals: 0,
            rows: 0,
            over: false,
            invalid_rows: 0,
        }
    }

    /// The next row, `None` after the last. A row that is not JSON is an error in its place; any
    /// other error ends the rows.
    pub(super) async fn next_row(&mut self) -> Option<Result<Bytes>> {
        if self.over {
            return None;
        }
        match self.advance().await {
            Ok(Some(row)) => {
                self.rows += 1;
                Some(Ok(row))
            }
            Ok(None) => {
                self.over = true;
                self.tally
                    .update(|snapshot| snapshot.complete = snapshot.reason.is_none());
                None
            }
            Err(error) if error.row().is_some() => Some(Err(self.row_error(error))),
            Err(error) => Some(Err(self.end_with(error))),
        }
    }

    /// Numbers the error of a row that is not JSON, and marks the export as incomplete.
    fn row_error(&mut self, error: Error) -> Error {
        self.invalid_rows += 1;
        let error = error
            .with_operation(self.request.operation())
            .with_row(self.rows + self.invalid_rows);
        self.tally.update(|snapshot| {
            snapshot.reason.get_or_insert_with(|| error.to_string());
        });
        error
    }

    /// Ends the rows with an error that says how many came before.
    fn end_with(&mut self, error: Error) -> Error {
        self.over = true;
        self.file = None;
        let error = error.with_operation(self.request.operation());
        let error = error.with_rows(self.rows);
        self.tally
            .update(|snapshot| snapshot.reason = Some(error.to_string()));
        error
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
                self.tally.begin(list.made.clone(), list.links.len());
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
                    self.update_snapshot();
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

    /// Copies the numbers of files read and missing into the snapshot.
    fn update_snapshot(&self) {
        self.tally.update(|snapshot| {
            snapshot.files_read = self.files_read;
            snapshot.missing.clone_from(&self.missing);
        });
    }

    /// Records a file as missing.
    fn give_up(&mut self, (turn, error): (Turn, Error)) {
        let missing = MissingFile::new(turn.at + 1, turn.delivered, error.to_string());
        self.missing.push(missing);
        self.missing.sort_by_key(|missing| missing.file);
        self.cause.get_or_insert(error);
        self.update_snapshot();
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
        self.tally.begin(new.made.clone(), new.links.len());
        self.list = Some(new);
        self.update_snapshot();
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
