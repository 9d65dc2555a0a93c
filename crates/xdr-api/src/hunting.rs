//! Advanced hunting beyond the single call.
//!
//! `graph.hunting.run` takes a query as text and returns rows. Four problems are left to the caller, and solved here:
//!
//! - **Values.** Text from a user must not become part of the query. [`Parameter`] writes each value as a literal.
//! - **Types.** Columns depend on the query. [`HuntingRow`] reads values by name, [`Cell`] by the type of the column.
//! - **Size.** An answer may have 100,000 rows. [`HuntRows`] returns them while they arrive, in constant memory.
//! - **Completeness.** The service leaves rows out and does not report it: those above its limit, and those older than 30
//!   days. The first is detected and can be solved by [splitting](Hunt::split) the time; the second is refused.
//!
//! | type | holds |
//! | --- | --- |
//! | [`Hunt`] | a query, its parameters, its time range, and whether it may be split |
//! | [`HuntRows`] | the rows as they arrive; decoded into a type with `into_items` |
//! | [`HuntingTable`] | the whole answer: columns, rows, whether it was cut |
//! | [`HuntingRow`] | one row with the columns of the query |
//! | [`Cell`] | one value, typed by its column |
//! | [`library`] | ready hunts with parameters |
//! | [`HuntingSchema`] | the tables and columns of the tenant |
//! | [`QueryReview`] | names that the query has wrong, and times out of reach |
//! | [`DocumentedTable`], [`DocumentedFunction`] | what the vendor documents, without a request |
//!
//! Hunting uses Microsoft Graph (`graph.hunting.run`). The vendor is retiring the older route of Defender XDR
//! ([`advanced_hunting`](crate::advanced_hunting)).

mod documented;
pub mod library;
mod listed;
mod parameter;
mod reach;
mod reference;
mod review;
mod rows;
mod schema;
mod splitting;
mod table;
mod wire;

use std::fmt::Write as _;

use http_core::{Client, Error, Request, Result, Timestamp};

pub use documented::{DocumentedFunction, DocumentedTable};
pub use listed::{ListedColumn, ListedHunt, ListedName, ListedParameter};
pub use parameter::Parameter;
pub use reach::REACH_DAYS;
pub use review::{QueryFinding, QueryReview};
pub use rows::HuntRows;
pub use schema::{HuntingSchema, TABLES};
use splitting::Window;
pub use table::{Cell, ColumnType, HuntingColumn, HuntingRow, HuntingTable};

use crate::graph::hunting::{Hunting, RUN};

/// The most rows that the service returns for one query.
///
/// Source: microsoft-graph-docs, `security-security-runhuntingquery.md`.
pub const ROW_LIMIT: usize = 100_000;

/// Number of failures in a row after which halving stops: the cause is then not the size of the answer.
const MOST_FAILURES: u32 = 4;

/// A hunting query that has not been sent, see the [module](self).
///
/// The service returns at most 100,000 rows, has no pages, and does not report that it left rows out: an answer with as
/// many rows as the limit is marked as [truncated](HuntingTable::is_truncated).
///
/// The default time range is the last 30 days. A condition on time in the query narrows it further; it cannot widen it.
/// A range that begins earlier is refused, see [`any_age`](Hunt::any_age).
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
    /// Begins a hunt with parameters, a time range and typed rows. Nothing is sent yet. [`run`](Hunting::run) is the
    /// plain call.
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
    /// The query as it was given, without its parameters.
    pub fn query(&self) -> &str {
        &self.query
    }

    /// Binds a name that the query uses to a value, with a `let` statement in front of the query.
    ///
    /// The value is written as a literal of the language, so no text can become part of the query. A name must consist
    /// of ASCII letters, digits and `_`; it is checked when the hunt is sent.
    ///
    /// ```
    /// # use xdr_api::{Client, Result};
    /// # fn hunt(client: &Client) -> Result<()> {
    /// let hunt = client
    ///     .graph()
    ///     .hunting()
    ///     .hunt("UrlClickEvents | where Url contains url and Timestamp > ago(days * 1d)")
    ///     .parameter("url", "bad.example")
    ///     .parameter("days", 7_i64);
    /// assert!(hunt.request()?.body_value("Query").is_some());
    /// # Ok(())
    /// # }
    /// ```
    pub fn parameter(mut self, name: impl Into<String>, value: impl Into<Parameter>) -> Self {
        self.parameters.push((name.into(), value.into()));
        self
    }

    /// The names of parameters that the query does not use. The service accepts them, so a typing error would go unnoticed.
    ///
    /// ```
    /// # use xdr_api::{Client, Result};
    /// # fn hunt(client: &Client) -> Result<()> {
    /// let hunt = client
    ///     .graph()
    ///     .hunting()
    ///     .hunt("DeviceInfo | where DeviceName == device")
    ///     .parameter("devise", "wks-7");
    /// assert_eq!(hunt.unused_parameters(), ["devise"]);
    /// # Ok(())
    /// # }
    /// ```
    pub fn unused_parameters(&self) -> Vec<&str> {
        let tokens = kql::tokens(&self.query);
        let is_used = |name: &str| {
            tokens
                .iter()
                .any(|token| token.kind == kql::TokenKind::Name && token.text == name)
        };
        let names = self.parameters.iter().map(|(name, _)| name.as_str());
        names.filter(|name| !is_used(name)).collect()
    }

    /// The time range in ISO 8601: a duration up to now (`P7D`), two instants, a duration and an end, or a start and a
    /// duration, each pair with `/` between (`2026-01-01T00:00:00Z/P7D`), or a start. Replaces
    /// [`within`](Self::within).
    ///
    /// The text is sent as it is. A form that is none of these is an error of the service.
    pub fn timespan(mut self, timespan: impl Into<String>) -> Self {
        (self.timespan, self.within) = (Some(timespan.into()), None);
        self
    }

    /// The time range from one instant to another, both included. Replaces [`timespan`](Self::timespan).
    pub fn within(mut self, from: impl Into<Timestamp>, to: impl Into<Timestamp>) -> Self {
        (self.timespan, self.within) = (None, Some((from.into(), to.into())));
        self
    }

    /// Sends the query again for each half of the time range if the answer was cut or the service failed because of its
    /// size, and joins the rows, oldest part first. Halving stops at one second.
    ///
    /// Requires [`within`](Self::within), and a query that treats each row by itself: `summarize`, `top` and `join`
    /// give other results for two halves than for the whole, so a query with them is refused. The rows of a part are
    /// kept in memory until it is known whether the part was cut.
    ///
    /// ```
    /// # use xdr_api::{Client, Result};
    /// # fn hunts(client: &Client) -> Result<()> {
    /// let range = ("2026-01-01T00:00:00Z", "2026-01-08T00:00:00Z");
    /// let hunt = |query: &str| client.graph().hunting().hunt(query).within(range.0, range.1).any_age().split();
    /// assert!(hunt("DeviceEvents | where ActionType == 'A'").request().is_ok());
    /// assert!(hunt("DeviceEvents | summarize count()").request().is_err());
    /// # Ok(())
    /// # }
    /// ```
    pub fn split(mut self) -> Self {
        self.split = true;
        self
    }

    /// Allows a time range that begins more than [30 days](REACH_DAYS) ago, for tenants whose data reaches further
    /// back, such as those with a connected workspace. Without it such a hunt is refused before it is sent, because the
    /// service would leave out what is older and not report it.
    pub fn any_age(mut self) -> Self {
        self.any_age = true;
        self
    }

    /// Number of rows from which an answer counts as cut. Default: [`ROW_LIMIT`]; minimum: 1. Set it to the limit of
    /// the query if it has one (`take 1000`).
    pub fn row_limit(mut self, rows: usize) -> Self {
        self.row_limit = rows.max(1);
        self
    }

    /// The first request that the hunt sends. A split hunt may send more.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`](http_core::ErrorKind::Usage) for an invalid parameter name or value, a time range that is invalid or begins
    /// before the last 30 days, and a query that cannot be split.
    pub fn request(&self) -> Result<Request> {
        let window = self.window()?;
        Ok(self.run(self.text()?, window.as_ref()))
    }

    /// Runs the query and collects its rows into a table. [`rows`](Hunt::rows) returns them as they arrive.
    ///
    /// # Errors
    /// Returns the errors of `graph.hunting.run`; [`ErrorKind::Usage`](http_core::ErrorKind::Usage) as [`request`](Self::request),
    /// with nothing sent; [`ErrorKind::TooLarge`](http_core::ErrorKind::TooLarge) if the rows exceed
    /// [`Limits::hunt`](http_core::Limits::hunt). The first row that is not JSON ends the hunt with an error, which has its number.
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

    /// The request for a part of the time range, or for the whole.
    fn run(&self, text: String, window: Option<&Window>) -> Request {
        let timespan = window
            .map(Window::to_string)
            .or_else(|| self.timespan.clone());
        let request = self.request.clone();
        request.set("Query", text).set("Timespan", timespan)
    }

    /// The query after the `let` statements of its parameters.
    fn text(&self) -> Result<String> {
        let mut text = String::new();
        for (name, value) in &self.parameters {
            parameter::check(name)?;
            value.check(name)?;
            // Writing to a string cannot fail.
            let _ = writeln!(text, "let {name} = {value};");
        }
        Ok(text + &self.query)
    }

    /// Checks time range and query. Returns the range if it is known as two instants.
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
                "a hunt that is split needs a time range; set it with `within`",
            )),
            None => Ok(None),
        }
    }
}

http_core::call_options!(Hunt);

/// Adds the possible causes to a failure that has no message.
fn explained(error: Error) -> Error {
    if error.is_too_much() {
        return error.with_hint(
            "the service fails in this way for slow queries, large answers and missing permissions: narrow the \
             time, allow splitting, and check ThreatHunting.Read.All",
        );
    }
    error
}

#[cfg(test)]
mod tests;
