//! Rows that an operation hands out as files: addresses, gzip, one JSON object a line.
//!
//! The files are read one after the other in constant memory. A file that is empty or breaks off is fetched again, and
//! one whose address has run out is looked up in a new list; rows that were handed on are left out then, so that no
//! row comes twice.

use std::fmt;

use bytes::{Bytes, BytesMut};
use futures_util::stream::{self, StreamExt};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::body::Body;
use crate::client::Client;
use crate::download::{FILE_ATTEMPTS, has_run_out, pause};
use crate::error::{Error, ErrorKind, Result};
use crate::operation::Answer;
use crate::paging::{Items, RawItems};
use crate::request::Request;
use crate::rows::{RowBatch, Splitter};
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
            over: false,
        }
    }
}

/// What is known of an export once its list of files is there.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Snapshot {
    /// When the service made the files: how fresh their rows are.
    pub made: Option<Timestamp>,
    /// How many files there are.
    pub files: usize,
    /// How many of them have been read to their end.
    pub files_read: usize,
    /// How many rows have been handed on.
    pub rows: u64,
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
    over: bool,
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
        })
    }

    /// The next row, `None` after the last.
    pub async fn next_row(&mut self) -> Option<Result<Bytes>> {
        if self.over {
            return None;
        }
        match self.advance().await {
            Ok(Some(row)) => {
                self.rows += 1;
                self.taken += 1;
                self.renewals = 0;
                Some(Ok(row))
            }
            Ok(None) => {
                self.over = true;
                None
            }
            Err(error) => {
                self.over = true;
                self.file = None;
                Some(Err(error
                    .with_operation(self.request.operation())
                    .with_rows(self.rows)))
            }
        }
    }

    /// The rows as a stream of their own bytes.
    pub fn into_raw_items<T>(self) -> RawItems<T> {
        RawItems::of_rows(stream::unfold(self, |mut rows| async move {
            let row = rows.next_row().await?;
            Some((row, rows))
        }))
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
                match Open::begin(&self.client, link).await {
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
    async fn begin(client: &Client, link: &str) -> Result<Self> {
        let (_, body) = client.fetch_body(link).await?;
        // The splitter cuts the elements out of an array: lines are one but for its brackets.
        let mut splitter = Splitter::new("value");
        let batch = splitter
            .feed(&Bytes::from_static(b"["))
            .map_err(unreadable)?;
        Ok(Self {
            body: unpacked(body).await?,
            splitter,
            batch,
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
            if self.ended {
                return Ok(None);
            }
            let piece = self.body.chunk().await;
            match piece {
                Some(Ok(piece)) => {
                    self.batch = self.splitter.feed(&piece).map_err(unreadable)?;
                    self.next = 0;
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
        if !cut.is_empty() || splitter.finish().is_err() {
            return Err(truncated("it ended within a row"));
        }
        self.ended = true;
        Ok(())
    }
}

/// The first bytes of gzip.
const GZIP: &[u8] = &[0x1f, 0x8b];

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
    Error::decode(format!("a file of the export: {error}")).with_source(error)
}

#[cfg(test)]
mod tests {
    use std::collections::VecDeque;
    use std::sync::{Arc, Mutex};

    use futures_util::future::BoxFuture;
    use url::Url;

    use super::*;
    use crate::operation::Operation;
    use crate::transport::{Transport, TransportError};

    static EXPORT: Operation = Operation::get("t.things.export", "/export").answer(Answer::Files {
        links: "files",
        made: "made",
    });

    const TWO: &str = r#"{"files":["https://s.example/1?sig=a","https://s.example/2?sig=a"],"made":"2026-03-02T06:00:00Z"}"#;

    /// Answers with these, in their order.
    #[derive(Debug)]
    struct Answers(Mutex<VecDeque<&'static str>>);

    impl Transport for Answers {
        fn send(
            &self,
            _: http::Request<Bytes>,
        ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
            let answer = self.0.lock().unwrap().pop_front().unwrap();
            Box::pin(async move { Ok(http::Response::new(answer.into())) })
        }
    }

    async fn read(answers: &[&'static str]) -> (Vec<String>, Option<Error>, Option<Snapshot>) {
        let answers = Answers(Mutex::new(answers.iter().copied().collect()));
        let client = Client::builder(Url::parse("https://api.example").unwrap());
        let client = client.transport(Arc::new(answers)).build().unwrap();
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
    }

    #[tokio::test(start_paused = true)]
    async fn a_line_that_is_cut_is_no_row_and_those_before_it_come_once() {
        let cut = "{\"a\":1}\n{\"a\":{\"b\":2}";
        let whole = "{\"a\":1}\n{\"a\":{\"b\":2}}\n";
        let (rows, error, _) = read(&[TWO, cut, "", whole, "{}"]).await;
        assert!(error.is_none(), "{error:?}");
        assert_eq!(rows, [r#"{"a":1}"#, r#"{"a":{"b":2}}"#, "{}"]);
        let (rows, error, _) = read(&[TWO, cut, cut, cut, cut]).await;
        assert_eq!(
            (rows.len(), error.unwrap().kind()),
            (1, ErrorKind::Truncated)
        );
    }

    #[tokio::test(start_paused = true)]
    async fn a_file_with_fewer_rows_than_were_handed_on_is_another_file() {
        let (rows, error, _) = read(&[TWO, "{}\n{}\n{\"a\"", "{}\n"]).await;
        assert_eq!(rows.len(), 2);
        assert!(error.unwrap().message().contains("fewer rows than before"));
    }
}
