//! Which part of a list to request, and in which order.
//!
//! The services express the same request differently: `$filter=lastUpdateTime ge ...`, an input such
//! as `sinceTime`, or a condition in milliseconds in `filters`. The operation's [`Record`] says which, so
//! that "since yesterday, newest first" is one call for every list.
//!
//! [`Record`]: crate::Record

use serde_json::{Map, Value, json};

use super::Request;
use crate::operation::SinceForm;
use crate::wire::Timestamp;

impl Request {
    /// Requests the newest record first.
    ///
    /// A mistake if the list cannot be ordered by time: [`Record::newest`](crate::Record::newest) is
    /// `None` then.
    #[must_use]
    pub fn newest_first(mut self) -> Self {
        let Some(newest) = self.operation.list.record.and_then(|record| record.newest) else {
            self.blame("this list cannot be ordered by time".to_owned());
            return self;
        };
        let inputs = newest.inputs.iter();
        inputs.fold(self, |request, (name, value)| request.set(name, *value))
    }

    /// Requests the records from a time on, including that time. [`Since::member`](crate::Since::member)
    /// names the time that is compared. Earlier conditions stay.
    ///
    /// The time is sent as it was written. Pass the time of a record unchanged: cut to milliseconds it
    /// would lose or repeat the record on the boundary. A mistake if the list has no such filter.
    #[must_use]
    pub fn since(mut self, time: &Timestamp) -> Self {
        let since = self.operation.list.record.and_then(|record| record.since);
        match since.map(|since| since.form) {
            Some(SinceForm::Input(name)) => self.set(name, time.clone()),
            Some(SinceForm::Filter(property)) => self.and_filter(&format!("{property} ge {time}")),
            Some(SinceForm::Field(field)) => self.field_time(field, "gte", time),
            None => {
                self.blame("this list cannot be asked for records from a time on".to_owned());
                self
            }
        }
    }

    /// Requests the records until a time, including that time. Earlier conditions stay.
    ///
    /// A mistake if the list has no such filter: see [`Since::takes_until`](crate::Since::takes_until).
    #[must_use]
    pub fn until(mut self, time: &Timestamp) -> Self {
        let since = self.operation.list.record.and_then(|record| record.since);
        match since.map(|since| since.form) {
            Some(SinceForm::Filter(property)) => self.and_filter(&format!("{property} le {time}")),
            Some(SinceForm::Field(field)) => self.field_time(field, "lte", time),
            _ => {
                self.blame("this list cannot be asked for records until a time".to_owned());
                self
            }
        }
    }

    /// Adds a condition in milliseconds since 1970.
    fn field_time(mut self, field: &str, operator: &str, time: &Timestamp) -> Self {
        let Some(instant) = time.instant() else {
            self.blame(format!("`{time}` is not a time"));
            return self;
        };
        self.condition(field, operator, instant.as_millisecond())
    }

    /// Adds an OData condition to `$filter`. An earlier filter stays, in parentheses: both must hold.
    /// The condition is not checked.
    ///
    /// ```
    /// use http_core::{Operation, Param, Request};
    ///
    /// static LIST: Operation = Operation::get("example.things.list", "/things")
    ///     .inputs(&[Param::query("$filter")]);
    ///
    /// let request = Request::new(&LIST).and_filter("a eq 1 or b eq 2").and_filter("c eq 3");
    /// assert_eq!(request.query_value("$filter"), Some("(a eq 1 or b eq 2) and c eq 3"));
    /// ```
    #[must_use]
    pub fn and_filter(self, condition: &str) -> Self {
        let both = match self.query_value("$filter") {
            Some(own) => format!("({own}) and {condition}"),
            None => condition.to_owned(),
        };
        self.set("$filter", both)
    }

    /// Adds a condition to the input `filters` of an operation with a filter language of its own: a
    /// field, an operator and a value as the service takes them. Earlier conditions stay; one with the
    /// same field and operator is replaced.
    ///
    /// ```
    /// use http_core::{Operation, Param, Request};
    ///
    /// static LIST: Operation = Operation::get("example.files.list", "/files/")
    ///     .inputs(&[Param::query("filters")]);
    ///
    /// let request = Request::new(&LIST)
    ///     .condition("size", "gt", 5)
    ///     .condition("owner", "eq", "a@example.com");
    /// assert_eq!(
    ///     request.query_value("filters"),
    ///     Some(r#"{"owner":{"eq":"a@example.com"},"size":{"gt":5}}"#)
    /// );
    /// ```
    #[must_use]
    pub fn condition(self, field: &str, operator: &str, value: impl Into<Value>) -> Self {
        let written = match self.query_value("filters") {
            Some(text) => serde_json::from_str(text).ok(),
            None => self.body_value("filters").cloned(),
        };
        let mut filters: Map<String, Value> = match written {
            Some(Value::Object(filters)) => filters,
            _ => Map::new(),
        };
        let condition = filters.entry(field).or_insert_with(|| json!({}));
        if let Value::Object(operators) = condition {
            operators.insert(operator.to_owned(), value.into());
        }
        self.set("filters", Value::Object(filters))
    }
}
