//! The rows of a request as they arrive: of a list, of an export by files, or of a query. Memory holds a piece of an answer.

use std::pin::Pin;
use std::time::SystemTime;

use http_core::jiff::Timestamp;
use http_core::rows::{RowBatch, Rows as List};
use http_core::{AnswerKind, Bytes, Client, Error, FileRows, Request};

use super::missing::Missing;
use super::query::Answers;

/// The rows of a request. Nothing is sent before the first step.
pub(super) enum Reading {
    /// Page after page.
    List(Box<List>),
    /// File after file.
    Files(Box<FileRows>),
    /// Answer after answer.
    Query(Box<Answers>),
}

/// What came next.
pub(super) enum Step {
    /// Rows, each a JSON value.
    Rows(Batch),
    /// A row that is not JSON. The rest follows.
    Lost(Error),
    /// The rows have ended, and all of them came.
    Whole,
    /// The rows broke off. Those before are valid.
    Broken(Error),
    /// The caller ended the reading.
    Stopped,
}

/// Some rows that arrived together.
pub(super) enum Batch {
    /// A piece of a page.
    Many(RowBatch),
    /// A row of a file.
    One(Bytes),
}

impl Batch {
    /// The rows, each as its own bytes.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[u8]> {
        let (many, one) = match self {
            Self::Many(batch) => (Some(batch), None),
            Self::One(row) => (None, Some(row.as_ref())),
        };
        many.into_iter().flat_map(RowBatch::iter).chain(one)
    }
}

impl Reading {
    /// The rows that a request answers with, in the way that its operation has.
    pub(super) fn new(client: &Client, request: Request) -> Self {
        match request.operation().answer.kind {
            AnswerKind::Files { .. } => Self::Files(Box::new(client.file_rows(request))),
            _ => Self::List(Box::new(client.rows(request))),
        }
    }

    /// Asks for the files, if the rows are those of files. What they are of is known then ([`made`](Self::made)), and no row is lost.
    pub(super) async fn begin(&mut self) -> Result<(), Error> {
        match self {
            Self::Files(rows) => rows.has_more().await.map(drop),
            Self::List(_) | Self::Query(_) => Ok(()),
        }
    }

    /// The next rows, unless `stop` comes first. After the last three kinds of step nothing follows.
    pub(super) async fn step<F: Future<Output = ()>>(&mut self, stop: &mut Pin<&mut F>) -> Step {
        let next = async {
            match self {
                Self::List(list) => list.next_batch().await.map(|part| part.map(Batch::Many)),
                Self::Files(rows) => rows.next_row().await.map(|row| row.map(Batch::One)),
                Self::Query(query) => query.next_batch().await.map(|part| part.map(Batch::Many)),
            }
        };
        let part = tokio::select! {
            biased;
            () = stop => return Step::Stopped,
            part = next => part,
        };
        match part {
            None => Step::Whole,
            Some(Ok(batch)) => Step::Rows(batch),
            Some(Err(error)) if error.row().is_some() => Step::Lost(error),
            Some(Err(error)) => Step::Broken(error),
        }
    }

    /// The service's clock at the last page. This machine's for files, which lie in a store that is no part of the service, and
    /// before the first page.
    pub(super) fn clock(&self) -> Timestamp {
        match self {
            Self::List(list) => clock(list.date()),
            Self::Query(query) => clock(query.date()),
            Self::Files(_) => Timestamp::now(),
        }
    }

    /// Pages, files or answers that were read to their end.
    pub(super) fn pages(&self) -> u64 {
        match self {
            Self::List(list) => list.pages(),
            Self::Query(query) => query.pages(),
            Self::Files(rows) => rows
                .snapshot()
                .map_or(0, |snapshot| snapshot.files_read as u64),
        }
    }

    /// What is missing or was mended, of rows that have ended.
    pub(super) fn missing(&self) -> Vec<Missing> {
        let gaps = match self {
            Self::List(list) => list.gaps(),
            Self::Files(rows) => rows.gaps(),
            Self::Query(query) => return query.missing(),
        };
        gaps.get().into_iter().map(Missing::from).collect()
    }

    /// When the service generated the rows, as JSON. `None` for a list, and if the service does not say it.
    pub(super) fn made(&self) -> Option<String> {
        let Self::Files(rows) = self else { return None };
        let made = rows.snapshot()?.made?;
        serde_json::to_string(&made).ok()
    }
}

/// The service's clock, or else this machine's.
fn clock(date: Option<SystemTime>) -> Timestamp {
    let date = date.and_then(|date| Timestamp::try_from(date).ok());
    date.unwrap_or_else(Timestamp::now)
}
