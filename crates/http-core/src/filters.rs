//! Filters in the body of a list (Defender for Cloud Apps): fields, operators, and values in the
//! form the service accepts.
//!
//! `{"severity": {"eq": [2]}, "date": {"gte_ndays": 7}}`: fields are joined by *and*, operators of
//! a field too, values of an array by *or*. Times are milliseconds since 1970.
//!
//! The service answers an unknown field or operator with a bare 400, or ignores it and returns
//! everything. So fields, operators and the types of values are checked against the operation's
//! [`FilterField`]s before anything is sent.
//!
//! ```
//! use http_core::filters::{FilterField, FilterKind, field};
//!
//! const FIELDS: &[FilterField] = &[
//!     FilterField::new("severity", FilterKind::Integer, &["eq", "neq"]),
//!     FilterField::new("date", FilterKind::Time, &["lte", "gte", "range"]),
//! ];
//! let severity = field(FIELDS, "severity")?;
//! let values = severity.parse("eq", "1, 2", &|text| Ok(text.to_owned()))?;
//! assert_eq!(values.to_string(), "[1,2]");
//! assert!(severity.parse("like", "1", &|text| Ok(text.to_owned())).is_err());
//! # Ok::<(), String>(())
//! ```

use serde_json::{Value, json};

pub use crate::operation::{FilterField, FilterKind};
use crate::wire::Timestamp;

impl FilterField {
    /// Reads the values of a condition as a person writes them, and returns them as JSON.
    ///
    /// - Several values are separated by commas; text with a comma has to be a JSON array.
    /// - A range is `FROM..TO`. Times are numbers of milliseconds, or whatever `time` accepts.
    /// - `isset` and `isnotset` take no value, or `true` or `false`.
    ///
    /// `time` converts a time as written, such as `7d`, into RFC 3339.
    ///
    /// # Errors
    /// A sentence that says what is wrong with the operator or the values, and what is allowed.
    pub fn parse(
        &self,
        operator: &str,
        values: &str,
        time: &dyn Fn(&str) -> Result<String, String>,
    ) -> Result<Value, String> {
        self.check_operator(operator)?;
        let name = self.name;
        let values = values.trim();
        if ["isset", "isnotset"].contains(&operator) {
            return match values {
                "" | "true" => Ok(true.into()),
                "false" => Ok(false.into()),
                _ => Err(format!("`{name} {operator}` takes no value")),
            };
        }
        if values.is_empty() {
            return Err(format!("`{name} {operator}` needs a value"));
        }
        if values.starts_with(['[', '{']) {
            let value =
                serde_json::from_str(values).map_err(|error| format!("`{name}`: {error}"))?;
            self.check_value(operator, &value)?;
            return Ok(value);
        }
        let millis = |text: &str| -> Result<Value, String> {
            let text = text.trim();
            if let Ok(number) = text.parse::<i64>() {
                return Ok(number.into());
            }
            let time = Timestamp::from(time(text)?);
            milliseconds(&time).ok_or_else(|| format!("`{text}` is not a time"))
        };
        match (operator, self.kind) {
            ("gte_ndays" | "lte_ndays", _) => values
                .parse::<u32>()
                .map(Value::from)
                .map_err(|_| format!("`{name} {operator}` takes a number of days, not `{values}`")),
            ("range", _) => {
                let (start, end) = values
                    .split_once("..")
                    .ok_or_else(|| format!("`{name} range` takes FROM..TO, not `{values}`"))?;
                Ok(json!([{"start": millis(start)?, "end": millis(end)?}]))
            }
            (_, FilterKind::Time) => millis(values),
            (_, FilterKind::Bool) => values
                .parse::<bool>()
                .map(Value::from)
                .map_err(|_| format!("`{name}` takes true or false, not `{values}`")),
            _ => values.split(',').map(|one| self.one(one.trim())).collect(),
        }
    }

    /// Reads a single value.
    fn one(&self, text: &str) -> Result<Value, String> {
        match self.kind {
            FilterKind::Integer => text
                .parse::<i64>()
                .map(Value::from)
                .map_err(|_| format!("`{}` takes whole numbers, not `{text}`", self.name)),
            FilterKind::Key => Ok(json!({"id": text, "inst": 0})),
            _ => Ok(text.into()),
        }
    }

    /// # Errors
    /// The operators that the field accepts.
    fn check_operator(&self, operator: &str) -> Result<(), String> {
        if self.operators.contains(&operator) {
            return Ok(());
        }
        Err(format!(
            "`{}` does not accept the operator `{operator}`; it takes {}",
            self.name,
            self.operators.join(", ")
        ))
    }

    /// Checks the types of values. A scalar is accepted where the documents show an array, because
    /// the service does.
    ///
    /// # Errors
    /// The type that the field accepts.
    fn check_value(&self, operator: &str, value: &Value) -> Result<(), String> {
        let all = |test: &dyn Fn(&Value) -> bool| match value {
            Value::Array(items) => items.iter().all(test),
            single => test(single),
        };
        let (fits, wanted) = match (operator, self.kind) {
            ("isset" | "isnotset", _) => (value.is_boolean(), "true or false"),
            ("gte_ndays" | "lte_ndays", _) => (all(&Value::is_number), "a number of days"),
            ("range", _) => (
                value
                    .as_array()
                    .is_some_and(|ranges| ranges.iter().all(Value::is_object)),
                "a list of {start, end}",
            ),
            (_, FilterKind::Integer) => {
                (all(&|one| one.is_i64() || one.is_null()), "whole numbers")
            }
            (_, FilterKind::Bool) => (
                all(&|one| one.is_boolean() || one.is_null()),
                "true or false",
            ),
            (_, FilterKind::Time) => (all(&Value::is_number), "milliseconds since 1970"),
            (_, FilterKind::Key) => (
                all(&|one| one.is_object() || one.is_string()),
                "keys: {\"id\": …, \"inst\": …}",
            ),
            (_, FilterKind::Text) => (all(&|one| !one.is_object() && !one.is_array()), "text"),
        };
        if fits {
            return Ok(());
        }
        Err(format!(
            "`{} {operator}` takes {wanted}, not {value}",
            self.name
        ))
    }
}

/// The field with this name. Letter case counts, as it does for the service.
///
/// # Errors
/// The existing names.
pub fn field<'a>(fields: &'a [FilterField], name: &str) -> Result<&'a FilterField, String> {
    fields
        .iter()
        .find(|field| field.name == name)
        .ok_or_else(|| {
            let names: Vec<_> = fields.iter().map(|field| field.name).collect();
            format!("unknown filter `{name}`; there are {}", names.join(", "))
        })
}

/// Checks filters given as JSON, or as text with JSON.
///
/// # Errors
/// The first mistake, as a sentence.
pub(crate) fn check(fields: &[FilterField], filters: &Value) -> Result<(), String> {
    let text;
    let filters = match filters {
        Value::String(written) => {
            text = serde_json::from_str(written)
                .map_err(|error| format!("`filters` takes JSON: {error}"))?;
            &text
        }
        other => other,
    };
    let form = || "`filters` has the form {\"field\": {\"operator\": values}}".to_owned();
    for (name, conditions) in filters.as_object().ok_or_else(form)? {
        let field = field(fields, name)?;
        for (operator, value) in conditions.as_object().ok_or_else(form)? {
            field.check_operator(operator)?;
            field.check_value(operator, value)?;
        }
    }
    Ok(())
}

/// A time in milliseconds since 1970-01-01T00:00:00Z. `None` if the text is not a time.
pub fn milliseconds(time: &Timestamp) -> Option<Value> {
    time.instant()
        .map(|instant| instant.as_millisecond().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIELDS: &[FilterField] = &[
        of("severity", FilterKind::Integer, &["eq", "neq"]),
        of("date", FilterKind::Time, &["lte", "range", "gte_ndays"]),
        of("user.name", FilterKind::Text, &["eq", "isset"]),
        of("open", FilterKind::Bool, &["eq"]),
        of("entity", FilterKind::Key, &["eq"]),
    ];

    const fn of(
        name: &'static str,
        kind: FilterKind,
        operators: &'static [&'static str],
    ) -> FilterField {
        FilterField::new(name, kind, operators)
    }

    #[test]
    fn values_of_another_form_are_refused() {
        let good =
            json!({"date": {"lte": 1_767_225_600_000_i64, "range": [{"start": 0, "end": 1000}]}});
        assert_eq!(check(FIELDS, &good), Ok(()));
        for bad in [
            json!({"date": {"lte": null}}),
            json!({"open": true}),
            json!([]),
        ] {
            assert!(check(FIELDS, &bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn what_a_person_writes_is_read() {
        let time = |text: &str| Ok(text.to_owned());
        let read = |name: &str, operator: &str, values: &str| {
            field(FIELDS, name)?.parse(operator, values, &time)
        };
        assert_eq!(read("severity", "eq", "1, 2"), Ok(json!([1, 2])));
        assert_eq!(read("user.name", "eq", "a,b"), Ok(json!(["a", "b"])));
        assert_eq!(read("user.name", "eq", "[\"a,b\"]"), Ok(json!(["a,b"])));
        assert_eq!(read("user.name", "isset", ""), Ok(json!(true)));
        assert_eq!(
            read("date", "range", "1970-01-01T00:00:00Z..5"),
            Ok(json!([{"start": 0, "end": 5}]))
        );
        assert_eq!(read("open", "eq", "false"), Ok(json!(false)));
        assert_eq!(
            read("entity", "eq", "u1"),
            Ok(json!([{"id": "u1", "inst": 0}]))
        );
        for (name, operator, values, complaint) in [
            ("sevrity", "eq", "1", "there are severity, date"),
            ("severity", "gt", "1", "it takes eq, neq"),
            ("severity", "eq", "high", "whole numbers"),
            ("severity", "eq", "[\"high\"]", "whole numbers"),
            ("open", "eq", "maybe", "true or false"),
            ("date", "gte_ndays", "week", "number of days"),
            ("date", "lte", "soon", "not a time"),
            ("user.name", "eq", "", "needs a value"),
        ] {
            let message = read(name, operator, values).unwrap_err();
            assert!(message.contains(complaint), "{message}");
        }
    }
}
