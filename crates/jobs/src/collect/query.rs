//! Queries of advanced hunting as streams.
//!
//! A query has no pages, no key, and an answer of 100,000 rows at most, without a word when it left some out. So each answer is asked for
//! in the order of time, from a time on, with a number of rows of our own:
//!
//! ```text
//! QUERY
//! | where Timestamp >= datetime(2026-03-01T00:00:00Z)
//! | top 100000 by Timestamp asc
//! ```
//!
//! An answer of that many rows is followed by one from the time of its last row on; rows of that time are known by then. Both operators
//! look at the result of the query, so this holds for each query, also one that summarizes.

use std::sync::Arc;
use std::time::SystemTime;

use http_core::jiff::{SignedDuration, Timestamp};
use http_core::rows::{RowBatch, TableRows};
use http_core::{Client, Error, Operation, Request, Result};
use kql::syntax::{Form, OperatorForm, StatementForm};
use kql::{Column, Kind, Schema};

use super::members;
use super::missing::Missing;

/// The time column of the documented tables.
pub const TIME_COLUMN: &str = "Timestamp";

/// Rows of an answer. The service returns no more.
///
/// Source: microsoft-graph-docs, `security-security-runhuntingquery.md`.
const MOST_ROWS: usize = 100_000;

/// Rows of an answer below which a failure is not about its size.
const LEAST_ROWS: usize = 1_000;

/// How far back the tables go.
///
/// Source: defender-docs, `advanced-hunting-overview.md`.
pub(super) const REACH: SignedDuration = SignedDuration::from_hours(30 * 24);

/// The resolution of time in the service.
const TICK: SignedDuration = SignedDuration::from_nanos(100);

/// The member of the answer with the rows, in any case.
const ROWS: &str = "results";

/// The input with the text.
const QUERY: &str = "Query";

/// A query whose rows have a time.
#[derive(Debug)]
pub(super) struct Query {
    pub(super) operation: &'static Operation,
    /// Up to the end of its last statement.
    text: String,
    /// The name of the time column.
    pub(super) column: String,
    /// The columns of the result. The time column alone if the others are not known.
    pub(super) columns: Vec<Column>,
}

impl Query {
    /// Reads a query.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`](http_core::ErrorKind::Usage) with what is wrong: see [`Stream::query`](super::Stream::query).
    pub(super) fn new(
        operation: &'static Operation,
        text: &str,
        column: &str,
        schema: Option<&Schema>,
    ) -> Result<Self> {
        if operation.input(QUERY).is_none() || !operation.is_read() {
            return Err(Error::usage("it runs no queries").with_operation(operation));
        }
        let is_plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
        if column.is_empty() || !column.chars().all(is_plain) {
            return Err(Error::usage(format!("`{column}` is no name of a column")));
        }
        let end = end(text)?;
        let columns = match schema.and_then(|schema| kql::columns(text, schema)) {
            Some(columns) => with_time(columns, column)?,
            None => vec![Column::new(column, Kind::Time)],
        };
        Ok(Self {
            operation,
            text: text.get(..end).unwrap_or(text).to_owned(),
            column: column.to_owned(),
            columns,
        })
    }

    /// The request for so many rows from a time on, oldest first. Without a time rows come first that have none.
    fn request(&self, since: Option<Timestamp>, rows: usize) -> Request {
        let Self { text, column, .. } = self;
        let from = since.map(|since| format!("| where {column} >= datetime({since})\n"));
        let from = from.unwrap_or_default();
        // On a line of its own, because the query may end in a comment.
        let text = format!("{text}\n{from}| top {rows} by {column} asc");
        Request::new(self.operation).set(QUERY, text)
    }
}

/// The columns of a result, one of which has to be the time.
///
/// # Errors
/// If none of that name is a time, with those that there are.
fn with_time(mut columns: Vec<Column>, time: &str) -> Result<Vec<Column>> {
    let found = columns.iter_mut().find(|one| one.name == time);
    let why = match found {
        // What only the service knows has to be a time, or no row is found by it.
        Some(one) if matches!(one.kind, Kind::Time | Kind::Unknown) => {
            one.kind = Kind::Time;
            return Ok(columns);
        }
        Some(_) => format!("the column `{time}` of the result is no time"),
        None => format!("the result has no column `{time}`"),
    };
    let names: Vec<_> = columns.iter().map(|one| one.name.as_str()).collect();
    let hint = format!("the result has {}", names.join(", "));
    Err(Error::usage(why).with_hint(hint))
}

/// The end of the last statement, without the semicolon and the comments behind it.
///
/// # Errors
/// If the text is no query with one result, or one to which operators cannot be added.
fn end(text: &str) -> Result<usize> {
    let query = kql::parse(text).map_err(|problem| Error::usage(problem.render(text)))?;
    let results = query.statements.iter();
    let mut results = results.filter_map(|statement| match &statement.form {
        StatementForm::Expression(result) => Some((statement.span.end, result)),
        _ => None,
    });
    let (Some((end, result)), None) = (results.next(), results.next()) else {
        return Err(Error::usage("the query has not exactly one result"));
    };
    let operators = match &result.form {
        Form::Pipeline(pipeline) => &pipeline.operators[..],
        _ => &[],
    };
    let names = kql::operators(text).into_iter().map(|(name, _)| name);
    if let Some(name) = names.into_iter().find(|name| BY_CHANCE.contains(name)) {
        return Err(refused(name, "returns any rows, others each time"));
    }
    for operator in operators {
        let name = &operator.name.text;
        let why = match operator.form {
            OperatorForm::Top(..) | OperatorForm::TopNested(_) => "leaves rows out by their rank",
            OperatorForm::Render(_) => "ends a query",
            _ => continue,
        };
        return Err(refused(name, why));
    }
    Ok(end)
}

/// Operators that choose rows by chance, in a subquery as well.
const BY_CHANCE: [&str; 4] = ["take", "limit", "sample", "sample-distinct"];

fn refused(operator: &str, why: &str) -> Error {
    let message = format!("`{operator}` {why}, so the result cannot be collected");
    Error::usage(message).with_hint(format!("leave `| {operator}` out of the query"))
}

/// The rows of a query, answer after answer. Memory holds a piece of an answer.
///
/// An answer that fails because of its size is asked for again with half of the rows, and so are all after it.
pub(super) struct Answers {
    client: Client,
    query: Arc<Query>,
    /// From when on rows are asked for.
    since: Option<Timestamp>,
    /// How many rows are asked for.
    most: usize,
    /// The answer that is being read, and the number of its rows so far.
    open: Option<(TableRows, usize)>,
    /// The time of the last row.
    last: Option<Timestamp>,
    /// Answers that were read to their end.
    answers: u64,
    missing: Vec<Missing>,
    date: Option<SystemTime>,
    is_over: bool,
}

impl Answers {
    /// The rows from a time on; all without one. Nothing is sent before the first is asked for.
    pub(super) fn new(client: &Client, query: Arc<Query>, since: Option<Timestamp>) -> Self {
        Self {
            client: client.clone(),
            query,
            since,
            most: MOST_ROWS,
            open: None,
            last: None,
            answers: 0,
            missing: Vec::new(),
            date: None,
            is_over: false,
        }
    }

    /// Asks for so many rows at a time.
    #[cfg(test)]
    pub(super) fn of_rows(mut self, most: usize) -> Self {
        self.most = most;
        self
    }

    /// The next rows, `None` after the last. Cancel safe.
    pub(super) async fn next_batch(&mut self) -> Option<Result<RowBatch>> {
        while !self.is_over {
            let (table, rows) = self.open.get_or_insert_with(|| {
                let request = self.query.request(self.since, self.most);
                (self.client.table_rows(request, ROWS), 0)
            });
            let part = table.next_batch().await;
            self.date = table.date().or(self.date);
            match part {
                Some(Ok(batch)) => {
                    *rows += batch.len();
                    self.last = self.time(&batch).or(self.last);
                    return Some(Ok(batch));
                }
                Some(Err(error)) if error.row().is_some() => {
                    *rows += 1;
                    return Some(Err(error));
                }
                // Fewer rows may be no more than the service allows.
                Some(Err(error)) if *rows == 0 && error.is_too_much() && self.most > LEAST_ROWS => {
                    self.most /= 2;
                    self.open = None;
                }
                Some(Err(error)) => {
                    self.is_over = true;
                    return Some(Err(error));
                }
                None => self.turn(),
            }
        }
        None
    }

    /// The time of the last row of a batch.
    fn time(&self, batch: &RowBatch) -> Option<Timestamp> {
        let last = batch.get(batch.len().checked_sub(1)?)?;
        let [time] = members::of(&last, [&self.query.column])?;
        members::instant(time?)
    }

    /// Turns from an answer that was read to its end to the next one, if there is one.
    fn turn(&mut self) {
        let Some((table, rows)) = self.open.take() else {
            return;
        };
        self.answers += 1;
        self.missing
            .extend(table.gaps().get().into_iter().map(Missing::from));
        if rows < self.most {
            self.is_over = true;
            return;
        }
        let Some(last) = self.last else {
            self.is_over = true;
            self.lack("without a time");
            return;
        };
        if self.since.is_none_or(|since| last > since) {
            self.since = Some(last);
            return;
        }
        // All rows of the answer have the time that was asked for, so asking for it again would return them again.
        self.lack(&format!("with the time {last}"));
        match last.checked_add(TICK) {
            Ok(next) => self.since = Some(next),
            Err(_) => self.is_over = true,
        }
    }

    /// Notes that there are more rows of a kind than an answer can have. Which of them are missing is not known.
    fn lack(&mut self, which: &str) {
        let what = format!(
            "rows are missing: there are more {which} than the {} that an answer can have",
            self.most
        );
        self.missing.push(Missing {
            what,
            is_lost: true,
        });
    }

    /// Answers that were read to their end.
    pub(super) fn pages(&self) -> u64 {
        self.answers
    }

    /// What is missing of rows that have ended.
    pub(super) fn missing(&self) -> Vec<Missing> {
        self.missing.clone()
    }

    /// The service's clock at the last answer.
    pub(super) fn date(&self) -> Option<SystemTime> {
        self.date
    }
}
