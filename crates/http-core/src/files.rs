//! Rows that an operation hands out as files: addresses, gzip, one JSON object a line.
//!
//! The files are read one after the other in constant memory. A file that breaks off goes on by its rest where storage
//! gives rests. One that is empty or not whole is fetched again, and one whose address has run out is looked up in a new
//! list; rows that were handed on are left out then, so that no row comes twice.

use std::collections::VecDeque;
use std::fmt;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use futures_util::stream::{self, StreamExt};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::body::Body;
use crate::client::Client;
use crate::download::{FILE_ATTEMPTS, StoredFile, has_run_out, pause};
use crate::error::{Error, ErrorKind, Result};
use crate::operation::{Answer, Operation};
use crate::paging::{Items, Losses, RawItems};
use crate::request::Request;
use crate::rows::{RowBatch, RowFault, Splitter};
use crate::wire::Timestamp;

/// How often new addresses are asked for without a row in between: the list has a small budget.
const MOST_RENEWALS: u32 = 2;

impl Client {
    /// The rows of all files that a request answers with, an operation with [`Answer::Files`]. Nothing is sent before
    /// the first one is asked for.
    pub fn file_rows(&self, request: Request) -> FileRows {
        FileRows {
            client: self.clone(),
            request,
            list: None,
            at: 0,
            file: None,
            taken: 0,
            attempts: 0,
            renewals: 0,
            rows: 0,
            bytes: 0,
            ahead: None,
            over: false,
            fault: None,
            refused: 0,
            losses: Losses::default(),
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
/// Lazy; order as served; after an error it ends, and what was handed on before stands.
pub struct FileRows {
    client: Client,
    request: Request,
    list: Option<List>,
    /// The file that is being read.
    at: usize,
    file: Option<Open>,
    /// Rows of that file that were handed on.
    taken: u64,
    attempts: u32,
    renewals: u32,
    rows: u64,
    bytes: u64,
    /// A row that was looked for and not handed on yet.
    ahead: Option<Result<Bytes>>,
    over: bool,
    fault: Option<String>,
    /// Rows that are not JSON and were told of as errors.
    refused: u64,
    losses: Losses,
}

/// The addresses of one snapshot.
struct List {
    links: Vec<String>,
    made: Option<Timestamp>,
}

/// A file on its way.
struct Open {
    body: Body,
    splitter: Splitter,
    /// Rows around those that are not JSON.
    parts: VecDeque<Result<RowBatch, RowFault>>,
    losses: Losses,
    batch: RowBatch,
    next: usize,
    /// Rows of it that have been met, handed on before or not.
    met: u64,
    ended: bool,
}

impl FileRows {
    /// What is known of the export; nothing before the first row was asked for.
    pub fn snapshot(&self) -> Option<Snapshot> {
        let list = self.list.as_ref()?;
        Some(Snapshot {
            made: list.made.clone(),
            files: list.links.len(),
            files_read: self.at,
            rows: self.rows,
            bytes: self.bytes,
            complete: self.over && self.fault.is_none(),
            reason: self.fault.clone(),
        })
    }

    /// The operation whose files these are.
    pub fn operation(&self) -> &'static Operation {
        self.request.operation()
    }

    /// The next row, `None` after the last.
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
                self.taken += 1;
                self.renewals = 0;
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
    pub fn losses(&self) -> Losses {
        self.losses.clone()
    }

    /// Leaves out a row that is not JSON; the export is not complete then, but goes on.
    fn refuse(&mut self, error: Error) -> Error {
        self.taken += 1;
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
                self.list = Some(list(&self.client, &self.request).await?);
                continue;
            };
            let Some(link) = list.links.get(self.at) else {
                return Ok(None);
            };
            let Some(file) = &mut self.file else {
                match Open::begin(&self.client, link, &self.losses).await {
                    Ok(file) => self.file = Some(file),
                    Err(error) if has_run_out(&error) => self.renew(error).await?,
                    Err(error) if error.kind() == ErrorKind::Truncated => self.again(error).await?,
                    Err(error) => return Err(error),
                }
                continue;
            };
            match file.next_row().await {
                Ok(Some(row)) if file.met > self.taken => return Ok(Some(row)),
                Ok(Some(_)) => {}
                Ok(None) if file.met < self.taken => {
                    return Err(Error::new(
                        ErrorKind::Truncated,
                        "a file that was fetched again holds fewer rows than before",
                    ));
                }
                Ok(None) => {
                    self.file = None;
                    (self.at, self.taken, self.attempts) = (self.at + 1, 0, 0);
                }
                Err(error) if error.row().is_some() => {
                    if file.met > self.taken {
                        return Err(error);
                    }
                }
                Err(error) if error.kind() == ErrorKind::TooLarge => return Err(error),
                Err(error) => self.again(error).await?,
            }
        }
    }

    /// Lets the file at hand be fetched once more.
    async fn again(&mut self, error: Error) -> Result<()> {
        self.file = None;
        self.attempts += 1;
        if self.attempts >= FILE_ATTEMPTS {
            let (number, files) = (
                self.at + 1,
                self.list.as_ref().map_or(0, |one| one.links.len()),
            );
            let message = format!("file {number} of {files}: {}", error.message());
            return Err(Error::new(ErrorKind::Truncated, message)
                .with_source(error)
                .with_hint("the rows before it are whole; begin the export again"));
        }
        tokio::time::sleep(pause(self.attempts)).await;
        Ok(())
    }

    /// Asks for new addresses and finds the file at hand among them.
    async fn renew(&mut self, error: Error) -> Result<()> {
        if self.renewals >= MOST_RENEWALS {
            return Err(error);
        }
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
                self.at,
                old.links.len()
            );
            return Err(Error::new(ErrorKind::Truncated, message)
                .with_source(error)
                .with_hint(
                    "begin again, and ask for addresses that last longer (sasValidHours) where the operation takes it",
                ));
        }
        if !same {
            (self.at, self.taken) = (0, 0);
        }
        self.list = Some(new);
        Ok(())
    }
}

impl fmt::Debug for FileRows {
    /// Addresses are secrets and rows are customer data: only numbers are shown.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FileRows")
            .field("operation", &self.request.operation().id)
            .field("file", &self.at)
            .field("rows", &self.rows)
            .finish_non_exhaustive()
    }
}

async fn list(client: &Client, request: &Request) -> Result<List> {
    let (links, made) = match request.operation().answer {
        Answer::Files { links, made } => (links, made),
        _ => return Err(Error::usage("this operation answers with no files")),
    };
    let answer: Value = client.send(request.clone()).await?;
    let links = answer.get(links).and_then(Value::as_array);
    let links = links.ok_or_else(|| Error::decode("the answer holds no list of files"))?;
    let made = answer.get(made).and_then(Value::as_str);
    Ok(List {
        links: links
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect(),
        made: made.map(Timestamp::from),
    })
}

impl Open {
    async fn begin(client: &Client, link: &str, losses: &Losses) -> Result<Self> {
        let body = StoredFile::open(client, link).await?.into_body();
        // The splitter cuts the elements out of an array: lines are one but for its brackets and commas.
        let mut splitter = Splitter::new("value").lines().with_limits(client.limits());
        let batch = splitter
            .feed(&Bytes::from_static(b"["))
            .map_err(unreadable)?;
        Ok(Self {
            body: unpacked(body).await?,
            splitter,
            parts: batch.parted().into(),
            losses: losses.clone(),
            batch: RowBatch::default(),
            next: 0,
            met: 0,
            ended: false,
        })
    }

    async fn next_row(&mut self) -> Result<Option<Bytes>> {
        loop {
            if let Some(row) = self.batch.get(self.next) {
                self.next += 1;
                self.met += 1;
                return Ok(Some(row));
            }
            match self.parts.pop_front() {
                Some(Ok(batch)) => {
                    (self.batch, self.next) = (batch, 0);
                    continue;
                }
                Some(Err(fault)) => {
                    self.met += 1;
                    return Err(fault.into_error(0));
                }
                None => {}
            }
            if self.ended {
                return Ok(None);
            }
            let piece = self.body.chunk().await;
            match piece {
                Some(Ok(piece)) => {
                    let mut batch = self.splitter.feed(&piece).map_err(unreadable)?;
                    batch.tell(&self.losses, 0);
                    self.parts = batch.parted().into();
                }
                Some(Err(error)) => {
                    return Err(truncated(&format!("it broke off: {error}")).with_source(error));
                }
                None => self.end()?,
            }
        }
    }

    /// A line that the closing bracket ends was not whole.
    fn end(&mut self) -> Result<()> {
        let splitter = std::mem::replace(&mut self.splitter, Splitter::new("value"));
        let mut splitter = splitter;
        let cut = splitter
            .feed(&Bytes::from_static(b"]"))
            .map_err(unreadable)?;
        if !cut.is_nothing() || splitter.finish().is_err() {
            return Err(truncated("it ended within a row"));
        }
        self.ended = true;
        Ok(())
    }
}

/// The first bytes of gzip.
pub(crate) const GZIP: &[u8] = &[0x1f, 0x8b];

/// The text of a file, which may have been unpacked on the way already. One without a single byte is none.
async fn unpacked(mut body: Body) -> Result<Body> {
    let mut start = BytesMut::new();
    while start.len() < GZIP.len() {
        match body.chunk().await {
            Some(Ok(chunk)) => start.extend_from_slice(&chunk),
            Some(Err(error)) => {
                return Err(truncated(&format!("it broke off: {error}")).with_source(error));
            }
            None if start.is_empty() => return Err(truncated("it came empty")),
            None => break,
        }
    }
    let packed = start.starts_with(GZIP);
    let whole = Body::from_stream(stream::iter([Ok(start.freeze())]).chain(body));
    Ok(if packed { whole.gunzip() } else { whole })
}

fn truncated(message: &str) -> Error {
    Error::new(ErrorKind::Truncated, message)
}

fn unreadable(error: crate::rows::SplitError) -> Error {
    let error = Error::from(error);
    let message = format!("a file of the export: {}", error.message());
    let hint = error.hint().map(str::to_owned);
    let made = Error::new(error.kind(), message).with_source(error);
    match hint {
        Some(hint) => made.with_hint(hint),
        None => made,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script::Script;

    static EXPORT: Operation = Operation::get("t.things.export", "/export").answer(Answer::Files {
        links: "files",
        made: "made",
    });

    const TWO: &str = r#"{"files":["https://s.example/1?sig=a","https://s.example/2?sig=a"],"made":"2026-03-02T06:00:00Z"}"#;

    async fn read(answers: &[&'static str]) -> (Vec<String>, Option<Error>, Option<Snapshot>) {
        let (_, client) = Script::new(answers.iter().copied());
        let mut rows = client.file_rows(Request::new(&EXPORT));
        let mut read = Vec::new();
        while let Some(row) = rows.next_row().await {
            match row {
                Ok(row) => read.push(String::from_utf8(row.to_vec()).unwrap()),
                Err(error) => return (read, Some(error), rows.snapshot()),
            }
        }
        (read, None, rows.snapshot())
    }

    #[tokio::test(start_paused = true)]
    async fn lines_are_rows_whatever_stands_between_them() {
        let (rows, error, snapshot) = read(&[TWO, "{\"a\":1}\r\n\n{\"a\":\"x\\ny\"}", " \n"]).await;
        assert!(error.is_none(), "{error:?}");
        assert_eq!(rows, [r#"{"a":1}"#, r#"{"a":"x\ny"}"#]);
        let snapshot = snapshot.unwrap();
        assert_eq!(
            (snapshot.files, snapshot.files_read, snapshot.rows),
            (2, 2, 2)
        );
        assert_eq!(snapshot.made, Some(Timestamp::from("2026-03-02T06:00:00Z")));
        let at = |text: &str| snapshot.age(text.parse().unwrap()).unwrap().as_secs();
        assert_eq!(at("2026-03-02T08:00:01Z"), 7201);
        assert_eq!(at("2026-03-02T05:00:00Z"), 0, "clocks differ");
        let manifest = serde_json::json!({
            "generatedTime": "2026-03-02T06:00:00Z", "files": 2, "filesRead": 2, "rows": 2, "bytes": 19,
            "complete": true, "reason": null,
        });
        assert_eq!(serde_json::to_value(&snapshot).unwrap(), manifest);
    }

    #[tokio::test(start_paused = true)]
    async fn whether_rows_remain_is_told_without_taking_one() {
        let (_, client) = Script::new([TWO, "{\"a\":1}\n", "{\"a\":2}\n"]);
        let mut rows = client.file_rows(Request::new(&EXPORT));
        for number in 1..=2 {
            assert!(rows.has_more().await.unwrap() && rows.has_more().await.unwrap());
            assert_eq!(rows.snapshot().unwrap().rows, number - 1);
            let row = rows.next_row().await.unwrap().unwrap();
            assert_eq!(row, format!("{{\"a\":{number}}}"));
        }
        assert!(
            !rows.snapshot().unwrap().complete,
            "nobody has looked behind it"
        );
        assert!(!rows.has_more().await.unwrap());
        assert!(rows.snapshot().unwrap().complete);
        assert!(rows.next_row().await.is_none());
    }

    #[tokio::test(start_paused = true)]
    async fn a_line_that_is_cut_is_no_row_and_those_before_it_come_once() {
        let cut = "{\"a\":1}\n{\"a\":{\"b\":2}";
        let whole = "{\"a\":1}\n{\"a\":{\"b\":2}}\n";
        let (rows, error, _) = read(&[TWO, cut, "", whole, "{}"]).await;
        assert!(error.is_none(), "{error:?}");
        assert_eq!(rows, [r#"{"a":1}"#, r#"{"a":{"b":2}}"#, "{}"]);
        let (rows, error, snapshot) = read(&[TWO, cut, cut, cut, cut]).await;
        let (error, snapshot) = (error.unwrap(), snapshot.unwrap());
        assert_eq!((rows.len(), error.kind()), (1, ErrorKind::Truncated));
        assert!(!snapshot.complete && snapshot.rows == 1);
        assert_eq!(snapshot.reason, Some(error.to_string()));
    }

    #[tokio::test(start_paused = true)]
    async fn a_file_with_fewer_rows_than_were_handed_on_is_another_file() {
        let (rows, error, _) = read(&[TWO, "{}\n{}\n{\"a\"", "{}\n"]).await;
        assert_eq!(rows.len(), 2);
        assert!(error.unwrap().message().contains("fewer rows than before"));
    }
}
