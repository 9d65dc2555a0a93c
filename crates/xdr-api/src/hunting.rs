//! Advanced hunting beyond the single call: values that go into a query safely, typed rows, answers that were cut,
//! and long times asked for in parts.
//!
//! | type | holds |
//! | --- | --- |
//! | [`Hunt`] | a query, its parameters, the time it looks at, and whether it may be split |
//! | [`HuntRows`] | the rows as they arrive, in constant memory; decoded into a type with `into_items` |
//! | [`HuntingTable`] | the answer: columns, rows, whether it was cut |
//! | [`HuntingRow`] | one row, open to whatever columns a query makes |
//! | [`Cell`] | one value, typed by its column |
//! | [`library`] | ready hunts with parameters |
//! | [`HuntingSchema`] | which tables and columns the tenant has |
//!
//! Hunting means Microsoft Graph (`graph.hunting.run`): the older route of Defender XDR
//! ([`advanced_hunting`](crate::advanced_hunting)) is being retired by the vendor.

pub mod library;
mod listed;
mod parameter;
mod reach;
mod rows;
mod schema;
mod splitting;
mod table;
mod wire;

use std::fmt::Write as _;

use http_core::{Client, Error, ErrorKind, Request, Result, Timestamp};

pub use listed::{ListedColumn, ListedHunt, ListedParameter};
pub use parameter::Parameter;
pub use reach::REACH_DAYS;
pub use rows::HuntRows;
pub use schema::{HuntingSchema, TABLES};
use splitting::Window;
pub use table::{Cell, ColumnType, HuntingColumn, HuntingRow, HuntingTable};

use crate::graph::hunting::{Hunting, RUN};

/// The most rows the service gives for one query.
///
/// Source: microsoft-graph-docs, `security-security-runhuntingquery.md`.
pub const ROW_LIMIT: usize = 100_000;

/// Halvings in a row that may fail before the failure is taken for something else than too much at once.
const MOST_FAILURES: u32 = 4;

/// A hunting query to be run, see the [module](self).
///
/// The service gives 100,000 rows at most, has no pages, and says nothing where it leaves rows out: an answer with as
/// many rows as it may have is marked as [truncated](HuntingTable::is_truncated). It looks back 30 days unless a time
/// is given; the narrower of that and of what the query itself says is looked at. A time that begins before the last
/// 30 days is refused, see [`any_age`](Hunt::any_age).
///
/// ```no_run
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let table = client
///     .graph()
///     .hunting()
///     .hunt("DeviceProcessEvents | where DeviceName == device | project Timestamp, FileName")
///     .parameter("device", "wks-7.contoso.com")
///     .within("2026-01-01T00:00:00Z", "2026-01-08T00:00:00Z")
///     .split()
///     .send()
///     .await?;
/// for row in &table.rows {
///     println!("{:?} {:?}", row.time("Timestamp"), row.text("FileName"));
/// }
/// # Ok(())
/// # }
/// ```
///
/// `timeout`, `retry` and `header` apply to each call of a hunt that is split.
#[must_use = "a query does nothing until sent"]
#[derive(Clone, Debug)]
pub struct Hunt {
    client: Client,
    /// Carries the options of the calls; query and time are set when it is sent.
    request: Request,
    query: String,
    parameters: Vec<(String, Parameter)>,
    timespan: Option<String>,
    within: Option<(Timestamp, Timestamp)>,
    split: bool,
    any_age: bool,
    row_limit: usize,
}

impl Hunting {
    /// A query with parameters, a time and typed rows. [`run`](Hunting::run) is the plain call.
    pub fn hunt(&self, query: impl Into<String>) -> Hunt {
        Hunt {
            client: self.client.clone(),
            request: Request::new(&RUN),
            query: query.into(),
            parameters: Vec::new(),
            timespan: None,
            within: None,
            split: false,
            any_age: false,
            row_limit: ROW_LIMIT,
        }
    }
}

impl Hunt {
    /// The query, without its parameters.
    pub fn query(&self) -> &str {
        &self.query
    }

    /// Gives a name that the query uses its value, as a `let` in front of it. The value is written as a literal of the
    /// language: no text can become part of the query.
    pub fn parameter(mut self, name: impl Into<String>, value: impl Into<Parameter>) -> Self {
        self.parameters.push((name.into(), value.into()));
        self
    }

    /// What to look at, in ISO 8601: `P7D`, two instants with `/` between, a duration and an end, a start and a
    /// duration, or a start.
    pub fn timespan(mut self, timespan: impl Into<String>) -> Self {
        (self.timespan, self.within) = (Some(timespan.into()), None);
        self
    }

    /// Looks from one time to another.
    pub fn within(mut self, from: impl Into<Timestamp>, to: impl Into<Timestamp>) -> Self {
        (self.timespan, self.within) = (None, Some((from.into(), to.into())));
        self
    }

    /// Asks again for each half of the time where the answer was cut or the service failed for too much at once, and
    /// puts the rows together, oldest part first.
    ///
    /// Wants [`within`](Self::within), and a query whose rows stand for themselves: the sum of two halves is not what
    /// `summarize`, `top` or `join` say of the whole, so such a query is refused.
    pub fn split(mut self) -> Self {
        self.split = true;
        self
    }

    /// Lets the time begin more than [30 days](REACH_DAYS) ago, where the tenant's data reaches further back. Without
    /// it such a hunt is refused before it is sent: the service leaves out what is older and does not say so.
    pub fn any_age(mut self) -> Self {
        self.any_age = true;
        self
    }

    /// How many rows are taken for a cut answer; [`ROW_LIMIT`] unless told.
    pub fn row_limit(mut self, rows: usize) -> Self {
        self.row_limit = rows.max(1);
        self
    }

    /// The request as it will be sent first.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] for a parameter's name that is none, a time that is none or begins before the last 30 days,
    /// or a query that cannot be split.
    pub fn request(&self) -> Result<Request> {
        let window = self.window()?;
        Ok(self.run(self.text()?, window.as_ref()))
    }

    /// Runs the query and collects its rows into a table. [`rows`](Hunt::rows) hands them on as they arrive.
    ///
    /// # Errors
    /// Those of `graph.hunting.run`; [`ErrorKind::Usage`] as [`request`](Self::request), with nothing sent;
    /// [`ErrorKind::TooLarge`] where the rows exceed [`Limits::hunt`](http_core::Limits::hunt). The first row that is not
    /// JSON is the error of the whole.
    pub async fn send(self) -> Result<HuntingTable> {
        let mut rows = self.rows();
        let mut table = HuntingTable::default();
        let mut size = 0_usize;
        while let Some(batch) = rows.next_batch().await {
            let batch = batch?;
            for (number, text) in (table.rows.len() as u64 + 1..).zip(batch.iter()) {
                size += text.len();
                let row = HuntingRow::read(text);
                let row = row.map_err(|error| error.with_operation(&RUN).with_row(number))?;
                table.rows.push(row);
            }
            if size > rows.most() {
                return Err(rows::too_large(rows.most()));
            }
        }
        table.columns = rows.columns().await?.to_vec();
        table.is_truncated = rows.is_truncated();
        Ok(table)
    }

    /// The request for a part of the time, or for the hunt as it is.
    fn run(&self, text: String, window: Option<&Window>) -> Request {
        let timespan = window
            .map(Window::to_string)
            .or_else(|| self.timespan.clone());
        let request = self.request.clone();
        request.set("Query", text).set("Timespan", timespan)
    }

    /// The query with its parameters in front.
    fn text(&self) -> Result<String> {
        let mut text = String::new();
        for (name, value) in &self.parameters {
            parameter::check(name)?;
            value.check(name)?;
            // Writing to a string does not fail.
            let _ = writeln!(text, "let {name} = {value};");
        }
        Ok(text + &self.query)
    }

    fn window(&self) -> Result<Option<Window>> {
        if self.split {
            splitting::check(&self.query)?;
        }
        let now = jiff::Timestamp::now();
        if let Some(timespan) = self.timespan.as_deref().filter(|_| !self.any_age)
            && let Some(begin) = reach::begin(timespan, now)
        {
            reach::check(begin, now)?;
        }
        match &self.within {
            Some((from, to)) => {
                let window = Window::new(from, to)?;
                if !self.any_age {
                    reach::check(window.begin(), now)?;
                }
                Ok(Some(window))
            }
            None if self.split => Err(Error::usage(
                "a query is split by time: say from when to when it looks",
            )),
            None => Ok(None),
        }
    }
}

http_core::call_options!(Hunt);

/// Whether less at once may succeed. The service says 504 or 500 without a word for slow queries, 400 for large answers.
fn is_too_much(error: &Error) -> bool {
    let message = error.message().to_ascii_lowercase();
    let is_large = || {
        ["exceed", "too large", "limit", "memory"]
            .iter()
            .any(|word| message.contains(word))
    };
    match error.status().map(|status| status.as_u16()) {
        Some(500 | 502 | 504) => true,
        Some(400 | 413) => is_large(),
        Some(_) => false,
        None => matches!(error.kind(), ErrorKind::Timeout | ErrorKind::Truncated),
    }
}

/// Says what an empty refusal may mean.
fn explained(error: Error) -> Error {
    if is_too_much(&error) {
        return error.with_hint(
            "the service fails like this for slow queries, for large answers and for missing rights alike: narrow the \
             time, allow splitting, and check ThreatHunting.Read.All",
        );
    }
    error
}

#[cfg(test)]
mod tests;
