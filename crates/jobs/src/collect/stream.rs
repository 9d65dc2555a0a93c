//! What can be collected: lists whose records have a time that the service can be asked for.
//!
//! No stream is written by hand. The operations say how records are told apart, when they changed, and how to ask for those since
//! a time (`record` of the tables).

use std::fmt;
use std::time::Duration;

use aws_lc_rs::digest::{Context, SHA256};
use http_core::jiff::{self, SignedDuration};
use http_core::{
    AnswerKind, Client, Operation, Record, RecordKind, Request, Since, SinceForm, Timestamp,
};
use operations::Catalog;

use super::reading::Reading;
use super::{members, source};

/// How far back a pass asks again: services show some records only minutes after the time that stands in them.
const OVERLAP: Duration = Duration::from_secs(15 * 60);

/// How far back a sweep asks again, and each pass of a stream whose changes the service cannot be asked for.
pub(crate) const SWEEP: Duration = Duration::from_secs(24 * 3600);

/// What tells a record in a version from all others: the begin of a SHA-256.
pub(crate) type Print = [u8; 12];

/// A list that is collected again and again.
#[derive(Clone, Debug)]
pub struct Stream {
    operation: &'static Operation,
    record: &'static Record,
    since: Since,
}

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

    /// The stream of a list. `None` for operations that are none: changes, lists that need an input, that cannot be asked for a time,
    /// or that another operation reads as well.
    pub fn of(operation: &'static Operation) -> Option<Self> {
        let record = operation.list.record?;
        let since = record.since?;
        let verb = operation.id.rsplit('.').next().unwrap_or_default();
        let is_list = verb == "list" || verb.starts_with("list_");
        let is_collection = matches!(operation.answer.kind, AnswerKind::Collection { .. });
        let needs =
            source::needed(operation).any(|param| since.form != SinceForm::Input(param.name));
        let is_one = is_list && is_collection && operation.is_read() && !needs;
        (is_one && operation.conduct.retired.is_empty()).then_some(Self {
            operation,
            record,
            since,
        })
    }

    /// The name: the id of the list without `.list`.
    pub fn name(&self) -> &str {
        source::name(self.operation)
    }

    /// The members that name a record. Empty if nothing does.
    pub fn key(&self) -> &'static [&'static str] {
        self.record.key
    }

    /// Whether a member of the records changes with each version. If not, everything in a record counts, and two versions may have the
    /// same `_version`.
    pub fn has_version(&self) -> bool {
        !self.record.version.is_empty()
    }

    /// The list.
    pub fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// Whether the service can be asked for what has changed. If not, it is asked for what was created, and changes are seen for a day
    /// after that.
    pub fn sees_changes(&self) -> bool {
        self.record.kind == RecordKind::Event || self.since.member == self.record.version
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
        let SinceForm::Input(name) = self.since.form else {
            return None;
        };
        let days = self.operation.input(name)?.within_days;
        let reach = SignedDuration::from_hours(24 * i64::from(days));
        // A minute less, because the clocks differ.
        let reach = now.checked_sub(reach - SignedDuration::from_mins(1)).ok()?;
        let reach = jiff::Timestamp::from_second(reach.as_second());
        reach.ok().filter(|_| days > 0)
    }

    /// Whether the service refuses a time before its reach.
    pub(super) fn is_bounded(&self) -> bool {
        matches!(self.since.form, SinceForm::Input(_))
    }

    /// The records since a time; all without one. Filters that a person gets by default are not set.
    pub(super) fn read(&self, client: &Client, since: Option<jiff::Timestamp>) -> Reading {
        let request = Request::new(self.operation);
        let request = match since {
            Some(since) => request.since(&Timestamp::from(since)),
            None => request,
        };
        Reading::new(client, request)
    }

    /// Looks into a record. `None` if it is no object.
    ///
    /// Its print is made of the key and the version. Without a version anything in the record counts, and without a key all of it.
    pub(crate) fn look(&self, row: &[u8]) -> Option<Looked> {
        let Self { record, since, .. } = self;
        let names = [record.key, &[record.version, since.member]].concat();
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
            time: time.and_then(instant),
            version: version.or(time).map(str::to_owned),
        })
    }
}

impl fmt::Display for Stream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A time in JSON: text in a form of the services, or milliseconds since 1970.
fn instant(json: &str) -> Option<jiff::Timestamp> {
    operations::instant(&serde_json::from_str(json).ok()?)
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
    fn times_are_text_or_milliseconds() {
        let expected: jiff::Timestamp = "2026-03-01T00:00:00.5Z".parse().unwrap();
        assert_eq!(instant("\"2026-03-01T00:00:00.5000000Z\""), Some(expected));
        assert_eq!(instant("1772323200500"), Some(expected));
        assert_eq!(instant("true"), None);
    }

    #[test]
    fn only_one_of_the_lists_of_a_group_is_a_stream() {
        assert_eq!(Stream::of(&LIST).unwrap().name(), "t.alerts");
        assert!(Stream::of(&QUERY).is_none());
    }
}
