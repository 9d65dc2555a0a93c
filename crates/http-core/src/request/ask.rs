//! Which part of a list is asked for, and in what order.

use serde_json::{Map, Value, json};

use super::Request;
use crate::operation::SinceForm;
use crate::wire::Timestamp;

impl Request {
    /// Asks for the newest record first.
    ///
    /// A mistake where the list cannot be ordered by time; [`Record::newest`](crate::Record::newest) says so.
    #[must_use]
    pub fn newest_first(mut self) -> Self {
        let Some(newest) = self.operation.list.record.and_then(|record| record.newest) else {
            self.blame("this list cannot be ordered by time".to_owned());
            return self;
        };
        let inputs = newest.inputs.iter();
        inputs.fold(self, |request, (name, value)| request.set(name, *value))
    }

    /// Asks for the records from a time on, that time included; the member that is compared is
    /// [`Since::member`](crate::Since::member). Conditions that were set before stay.
    ///
    /// A mistake where the list takes no time.
    #[must_use]
    pub fn since(mut self, time: &Timestamp) -> Self {
        let since = self.operation.list.record.and_then(|record| record.since);
        match since.map(|since| since.form) {
            Some(SinceForm::Input(name)) => self.set(name, time.clone()),
            Some(SinceForm::Filter(property)) => self.and_filter(&format!("{property} ge {time}")),
            Some(SinceForm::Field(field)) => self.since_field(field, time),
            None => {
                self.blame("this list cannot be asked for records from a time on".to_owned());
                self
            }
        }
    }

    fn since_field(mut self, field: &str, time: &Timestamp) -> Self {
        let Some(instant) = time.instant() else {
            self.blame(format!("`{time}` is not a time"));
            return self;
        };
        self.condition(field, "gte", instant.as_millisecond())
    }

    /// Adds an OData condition to `$filter`. A condition that was set before stays: both must hold.
    #[must_use]
    pub fn and_filter(self, condition: &str) -> Self {
        let both = match self.query_value("$filter") {
            Some(own) => format!("({own}) and {condition}"),
            None => condition.to_owned(),
        };
        self.set("$filter", both)
    }

    /// Adds a condition to the input `filters` of an operation with a filter language of its own: a field, an operator and
    /// its value as the service takes them. Conditions that were set before stay.
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
