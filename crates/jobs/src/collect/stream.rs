//! What can be collected: lists whose records have a time that the service can be asked for, exports by files, and queries of the
//! caller.
//!
//! No stream is written by hand. The operations say how records are told apart, when they changed, and how to ask for those since
//! a time (`record` of the tables).

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use aws_lc_rs::digest::{Context, SHA256};
use http_core::jiff::{self, SignedDuration};
use http_core::{
    AnswerKind, Client, Operation, Record, RecordKind, Request, Since, SinceForm, Timestamp,
};
use operations::Catalog;

use super::query::{Answers, Query, REACH};
use super::reading::Reading;
use super::source::Source;
use super::{members, source};

/// How far back a pass asks again: services show some records only minutes after the time that stands in them.
const OVERLAP: Duration = Duration::from_secs(15 * 60);

/// How far back a sweep asks again, and each pass of a stream whose changes the service cannot be asked for.
pub(crate) const SWEEP: Duration = Duration::from_secs(24 * 3600);

/// What tells a record in a version from all others: the begin of a SHA-256.
pub(crate) type Print = [u8; 12];

/// A list, an export by files, or a query of advanced hunting, that is collected again and again.
#[derive(Clone, Debug)]
pub struct Stream {
    name: Arc<str>,
    asked: Asked,
}

/// How the records since a time are asked for.
#[derive(Clone, Debug)]
enum Asked {
    List(&'static Operation, &'static Record, Since),
    Query(Arc<Query>),
    /// All of it, as often as the service generates it.
    Export(&'static Operation),
}

/// A row of a query has no key, and says nothing of changes. Nor does one of an export that is not described.
static ROW: Record = Record::new(RecordKind::Event);

/// A record, as far as a collector looks into it.
pub(crate) struct Looked {
    pub(crate) print: Print,
    /// The time that the stream compares.
    pub(crate) time: Option<jiff::Timestamp>,
    /// The time of the last change, or else the one above, as the service wrote it in JSON.
    pub(crate) version: Option<String>,
}

impl Stream {
    /// The streams of a catalog, by name.
    ///
    /// ```
    /// use http_core::{Operation, Param, Record, RecordKind, Since, SinceForm};
    /// use jobs::collect::Stream;
    /// use operations::Catalog;
    ///
    /// static RECORD: Record = Record::new(RecordKind::Mutable)
    ///     .key(&["id"])
    ///     .version("changed")
    ///     .since(Since::new("changed", SinceForm::Filter("changed")));
    /// static LIST: Operation = Operation::get("x.alerts.list", "/alerts")
    ///     .collection("value")
    ///     .inputs(&[Param::query("$filter")])
    ///     .record(&RECORD);
    ///
    /// const OPERATIONS: &[&Operation] = &[&LIST];
    /// let streams = Stream::all(&Catalog::new([OPERATIONS]));
    /// assert_eq!(streams[0].name(), "x.alerts");
    /// ```
    pub fn all(catalog: &Catalog) -> Vec<Self> {
        let mut streams: Vec<Self> = catalog.operations().filter_map(Self::of).collect();
        streams.sort_by(|one, other| one.name().cmp(other.name()));
        streams
    }

    /// The stream of a list or of an export by files. `None` for operations that are none: changes, those that need an input, and lists
    /// that cannot be asked for a time or that another operation reads as well.
    pub fn of(operation: &'static Operation) -> Option<Self> {
        if let AnswerKind::Files { .. } = operation.answer.kind {
            let source = Source::of(operation)?;
            return source.needs().is_empty().then(|| Self {
                name: source.name().into(),
                asked: Asked::Export(operation),
            });
        }
        let record = operation.list.record?;
        let since = record.since?;
        let verb = operation.id.rsplit('.').next().unwrap_or_default();
        let is_list = verb == "list" || verb.starts_with("list_");
        let is_collection = matches!(operation.answer.kind, AnswerKind::Collection { .. });
        let needs =
            source::needed(operation).any(|param| since.form != SinceForm::Input(param.name));
        let is_one = is_list && is_collection && operation.is_read() && !needs;
        (is_one && operation.conduct.retired.is_empty()).then(|| Self {
            name: source::name(operation).into(),
            asked: Asked::List(operation, record, since),
        })
    }

    /// The rows of a query of advanced hunting. Its name is `hunt.` and the given one, of letters, digits, `-` and `_`.
    ///
    /// `operation` runs queries: it takes the text as `Query`. `column` is the time in the rows of the result, usually [`TIME_COLUMN`](super::TIME_COLUMN).
    /// Each pass asks for the rows from a time on. Rows have no key: two that are equal in all columns are one.
    ///
    /// The service looks back 30 days and returns 100,000 rows at most. A pass asks for as many answers as it needs, oldest rows first;
    /// more rows at one time than an answer can have are a gap, and the receipt says so.
    ///
    /// ```
    /// use http_core::{BodyKind, Effect, EffectKind, Operation, Param};
    /// use jobs::collect::{Stream, TIME_COLUMN};
    ///
    /// static RUN: Operation = Operation::post("x.hunting.run", "/run")
    ///     .body(BodyKind::Json)
    ///     .effect(Effect::new(EffectKind::Read))
    ///     .inputs(&[Param::body("Query")]);
    ///
    /// let text = "DeviceEvents | where ActionType == 'A' // since ever";
    /// let stream = Stream::query(&RUN, "a", text, TIME_COLUMN, None)?;
    /// assert_eq!(stream.name(), "hunt.a");
    /// assert!(Stream::query(&RUN, "a", "DeviceEvents | take 5", TIME_COLUMN, None).is_err());
    ///
    /// let mut schema = kql::Schema::new();
    /// schema.insert("T", [("At", kql::Kind::Time)]);
    /// let stream = Stream::query(&RUN, "a", "T | extend Day = bin(At, 1d)", "At", Some(&schema))?;
    /// assert_eq!(stream.columns().unwrap_or_default()[1], kql::Column::new("Day", kql::Kind::Time));
    /// let error = Stream::query(&RUN, "a", "T", TIME_COLUMN, Some(&schema)).unwrap_err();
    /// assert_eq!(error.message(), "the result has no column `Timestamp`");
    /// # Ok::<(), http_core::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Usage`](http_core::ErrorKind::Usage) for an invalid name or column, a text that is no query with one result, one whose
    /// operators leave rows out by chance or by rank (`take`, `sample`, `top`), and one whose result is known to lack the column.
    pub fn query(
        operation: &'static Operation,
        name: &str,
        text: &str,
        column: &str,
        schema: Option<&kql::Schema>,
    ) -> http_core::Result<Self> {
        let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_".contains(letter);
        if name.is_empty() || !name.chars().all(is_plain) {
            let message = format!("`{name}` is no name: it has letters, digits, `-` and `_`");
            return Err(http_core::Error::usage(message));
        }
        let query = Query::new(operation, text, column, schema)?;
        Ok(Self {
            name: format!("hunt.{name}").into(),
            asked: Asked::Query(Arc::new(query)),
        })
    }

    /// The name: the id of the operation without `.list`, or `hunt.` and the name of the query.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The members that name a record. Empty if nothing does.
    pub fn key(&self) -> &'static [&'static str] {
        self.record().0.key
    }

    /// Whether a member of the records changes with each version. If not, everything in a record counts, and two versions may have the
    /// same `_version`.
    pub fn has_version(&self) -> bool {
        !self.record().0.version.is_empty()
    }

    /// The member that changes with each version of a record, if there is one.
    #[cfg(feature = "lake")]
    pub(crate) fn version(&self) -> Option<&'static str> {
        let version = self.record().0.version;
        (!version.is_empty()).then_some(version)
    }

    /// Whether its records can be told apart by a key and found again in a store: not those of a query, which have none, and not those of
    /// an export, which the service generates anew.
    pub fn is_named(&self) -> bool {
        !self.key().is_empty() && !self.is_export()
    }

    /// Whether it is an export by files: all there is, and not what is new. A pass writes it if the service has generated it anew since
    /// the pass before, and then all rows of it, with the time of the generation as their `_version`.
    pub fn is_export(&self) -> bool {
        matches!(self.asked, Asked::Export(_))
    }

    /// The list, the export, or the operation that runs the query.
    pub fn operation(&self) -> &'static Operation {
        match &self.asked {
            Asked::List(operation, ..) | Asked::Export(operation) => operation,
            Asked::Query(query) => query.operation,
        }
    }

    /// The columns of the result of a query, as far as they are known before it runs: at least its time. `None` for a list or an export,
    /// whose records are described by tables of their own.
    ///
    /// Services write truth values as `true` or as `1`, and values of the type `dynamic` as text or as they are.
    pub fn columns(&self) -> Option<&[kql::Column]> {
        match &self.asked {
            Asked::List(..) | Asked::Export(_) => None,
            Asked::Query(query) => Some(&query.columns),
        }
    }

    /// What the records are, and the member with the time that is compared.
    fn record(&self) -> (&'static Record, &str) {
        match &self.asked {
            Asked::List(_, record, since) => (record, since.member),
            Asked::Query(query) => (&ROW, &query.column),
            Asked::Export(operation) => (operation.list.record.unwrap_or(&ROW), ""),
        }
    }

    /// Whether the service can be asked for what has changed. An export has every change. If not, it is asked for what was created, and changes are seen for a day
    /// after that.
    pub fn sees_changes(&self) -> bool {
        let (record, time) = self.record();
        self.is_export() || record.kind == RecordKind::Event || time == record.version
    }

    /// How far back each pass asks again.
    pub fn overlap(&self) -> Duration {
        match self.sees_changes() {
            true => OVERLAP,
            false => SWEEP,
        }
    }

    /// The oldest time that the service can be asked for, if it has a limit. `now` is this machine's clock.
    pub(super) fn reach(&self, now: jiff::Timestamp) -> Option<jiff::Timestamp> {
        let reach = match &self.asked {
            Asked::List(operation, _, since) => {
                let SinceForm::Input(name) = since.form else {
                    return None;
                };
                let days = operation.input(name)?.within_days;
                SignedDuration::from_hours(24 * i64::from((days > 0).then_some(days)?))
            }
            Asked::Query(_) => REACH,
            Asked::Export(_) => return None,
        };
        // A minute less, because the clocks differ.
        let reach = now.checked_sub(reach - SignedDuration::from_mins(1)).ok()?;
        jiff::Timestamp::from_second(reach.as_second()).ok()
    }

    /// Whether the service refuses a time before its reach.
    pub(super) fn is_bounded(&self) -> bool {
        match &self.asked {
            Asked::List(_, _, since) => matches!(since.form, SinceForm::Input(_)),
            Asked::Query(_) | Asked::Export(_) => false,
        }
    }

    /// The records since a time; all without one. Filters that a person gets by default are not set.
    pub(super) fn read(&self, client: &Client, since: Option<jiff::Timestamp>) -> Reading {
        match &self.asked {
            Asked::Export(operation) => Reading::new(client, Request::new(operation)),
            Asked::List(operation, ..) => {
                let request = Request::new(operation);
                let request = match since {
                    Some(since) => request.since(&Timestamp::from(since)),
                    None => request,
                };
                Reading::new(client, request)
            }
            Asked::Query(query) => {
                Reading::Query(Box::new(Answers::new(client, Arc::clone(query), since)))
            }
        }
    }

    /// Looks into a record. `None` if it is no object.
    ///
    /// Its print is made of the key and the version. Without a version anything in the record counts, and without a key all of it.
    pub(crate) fn look(&self, row: &[u8]) -> Option<Looked> {
        let (record, time) = self.record();
        let names = [record.key, &[record.version, time]].concat();
        let mut found = vec![None; names.len()];
        members::fill(row, &names, &mut found)?;
        let (key, times) = found.split_at(record.key.len());
        let [version, time] = *times else { return None };
        let mut print = Context::new(&SHA256);
        for part in key.iter().flatten() {
            print.update(part.as_bytes());
            print.update(b"\n");
        }
        let is_named = key.iter().any(Option::is_some);
        let whole = row.trim_ascii();
        print.update(version.filter(|_| is_named).map_or(whole, str::as_bytes));
        let mut begin = Print::default();
        begin.copy_from_slice(&print.finish().as_ref()[..size_of::<Print>()]);
        Some(Looked {
            print: begin,
            time: time.and_then(members::instant),
            version: version.or(time).map(str::to_owned),
        })
    }
}

impl fmt::Display for Stream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::RECORD;
    use super::*;

    static LIST: Operation = Operation::get("t.alerts.list", "/alerts")
        .collection("value")
        .record(&RECORD);
    static QUERY: Operation = Operation::get("t.alerts.query", "/alerts")
        .collection("value")
        .record(&RECORD);

    fn print(row: &str) -> Print {
        let stream = Stream::of(&LIST).unwrap();
        stream.look(row.as_bytes()).unwrap().print
    }

    #[test]
    fn a_record_is_known_by_key_and_version_alone() {
        let first = print(r#"{"id":"1","changed":"2026-03-01T00:00:00Z","score":1}"#);
        assert_eq!(
            first,
            print(r#"{"score":2,"changed":"2026-03-01T00:00:00Z","id":"1"}"#)
        );
        assert_ne!(
            first,
            print(r#"{"id":"1","changed":"2026-03-01T00:00:01Z","score":1}"#)
        );
        assert_ne!(
            first,
            print(r#"{"id":"2","changed":"2026-03-01T00:00:00Z","score":1}"#)
        );
        // Without a version anything counts.
        let bare = print(r#"{"id":"1","changed":null,"score":1}"#);
        assert_ne!(bare, print(r#"{"id":"1","changed":null,"score":2}"#));
    }

    #[test]
    fn only_one_of_the_lists_of_a_group_is_a_stream() {
        assert_eq!(Stream::of(&LIST).unwrap().name(), "t.alerts");
        assert!(Stream::of(&QUERY).is_none());
    }
}
