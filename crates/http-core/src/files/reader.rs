//! Reads the files of an export one after the other.

use bytes::Bytes;
use serde_json::Value;

use super::open::{Open, truncated};
use super::turns::{Turn, Turns};
use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::files::download::has_run_out;
use crate::list::paging::Gaps;
use crate::list::rows::fingerprint::{hash, mix};
use crate::operation::AnswerKind;
use crate::request::Request;
use crate::snapshot::{MissingFile, Tally};
use crate::wire::Timestamp;

/// How often new addresses are asked for without a row in between: the list has a small budget.
const MOST_RENEWALS: u32 = 2;

/// Where the reading of an export stands.
pub(super) struct Reader {
    client: Client,
    request: Request,
    tally: Tally,
    gaps: Gaps,
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
    over: bool,
    /// Rows that are not JSON and were reported as errors.
    refused: u64,
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

impl Reader {
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
            refused: 0,
        }
    }

    /// The next row, `None` after the last.
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
            Err(error) if error.row().is_some() => Some(Err(self.refuse(error))),
            Err(error) => Some(Err(self.end_with(error))),
        }
    }

    /// Leaves out a row that is not JSON; the export is not complete then, but goes on.
    fn refuse(&mut self, error: Error) -> Error {
        self.refused += 1;
        let error = error
            .with_operation(self.request.operation())
            .with_row(self.rows + self.refused);
        self.tally.update(|snapshot| {
            snapshot.reason.get_or_insert_with(|| error.to_string());
        });
        error
    }

    fn end_with(&mut self, error: Error) -> Error {
        self.over = true;
        self.file = None;
        let error = error.with_operation(self.request.operation());
        let error = error.with_rows(self.rows);
        self.tally
            .update(|snapshot| snapshot.reason = Some(error.to_string()));
        error
    }

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
                    self.note();
                }
                // A row that is not JSON is reported once: it counts among those that were met.
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

    /// Puts what was read and what is missing into the snapshot.
    fn note(&self) {
        self.tally.update(|snapshot| {
            snapshot.files_read = self.files_read;
            snapshot.missing.clone_from(&self.missing);
        });
    }

    fn give_up(&mut self, (turn, error): (Turn, Error)) {
        let missing = MissingFile::new(turn.at + 1, turn.taken, error.to_string());
        self.missing.push(missing);
        self.missing.sort_by_key(|missing| missing.file);
        self.cause.get_or_insert(error);
        self.note();
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
        self.tally.begin(new.made.clone(), new.links.len());
        self.list = Some(new);
        self.note();
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

    /// Whether a row was not returned before. Rows that were returned before must come again unchanged: a file that was
    /// replaced under its address is not mixed with the one before it.
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
        // An invalid address counts as a file that cannot be fetched.
        links: links
            .iter()
            .map(|link| link.as_str().unwrap_or_default().to_owned())
            .collect(),
        made: made.map(Timestamp::from),
    })
}
