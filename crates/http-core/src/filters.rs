//! The filter language of Defender for Cloud Apps: fields, what each can be asked, and values in the form it takes.
//!
//! `{"severity": {"eq": [2]}, "date": {"gte_ndays": 7}}`: fields are joined by *and*, operators of a field too, the
//! values of a list by *or*. What the service does not know it answers with a bare 400, or ignores; so fields and
//! operators are checked against the tables before anything is sent.

use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};

pub use crate::operation::{FilterField, FilterKind};
use crate::wire::Timestamp;

impl FilterField {
    /// Reads the values of a condition as a person wrote them: separated by commas, a range as `A..B`, JSON as it is.
    ///
    /// `time` turns a time as written into one in RFC 3339.
    ///
    /// # Errors
    /// What is wrong with operator or values, with what is allowed.
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

    fn check_operator(&self, operator: &str) -> Result<(), String> {
        if self.operators.contains(&operator) {
            return Ok(());
        }
        Err(format!(
            "`{}` cannot be asked `{operator}`; it takes {}",
            self.name,
            self.operators.join(", ")
        ))
    }

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

/// The field of that name; letter case counts, as it does for the service.
///
/// # Errors
/// The names there are.
pub fn field<'a>(fields: &'a [FilterField], name: &str) -> Result<&'a FilterField, String> {
    fields
        .iter()
        .find(|field| field.name == name)
        .ok_or_else(|| {
            let names: Vec<_> = fields.iter().map(|field| field.name).collect();
            format!(
                "there is no filter `{name}`; there are {}",
                names.join(", ")
            )
        })
}

/// Whether filters are of the form that the service takes.
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

/// Conditions on fields; the types that [`filter_set!`](crate::filter_set) makes are built on it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filters(Map<String, Value>);

impl Filters {
    /// Adds a condition; a second one with the same field and operator replaces the first.
    pub fn set(&mut self, field: &str, operator: &str, value: Value) {
        let entry = self.0.entry(field).or_insert_with(|| json!({}));
        if let Value::Object(operators) = entry {
            operators.insert(operator.to_owned(), value);
        }
    }

    /// The conditions as they are sent.
    pub fn members(&self) -> &Map<String, Value> {
        &self.0
    }

    /// Whether there is no condition: everything matches.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Filters {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

/// A time as the service takes it; `None` where the text is no time.
#[doc(hidden)]
pub fn milliseconds(time: &Timestamp) -> Option<Value> {
    time.instant()
        .map(|instant| instant.as_millisecond().into())
}

/// Makes a type of filters: a method for each field and operator, so that no wrong pair can be written.
#[doc(hidden)]
#[macro_export]
macro_rules! filter_set {
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            $( $(#[$doc:meta])* $wire:literal: $kind:ident { $( $operator:ident => $method:ident, )* } )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name($crate::filters::Filters);

        impl $name {
            /// The fields and what each can be asked.
            pub const FIELDS: &'static [$crate::filters::FilterField] = &[
                $( $crate::filters::FilterField {
                    name: $wire,
                    kind: $crate::filters::FilterKind::$kind,
                    operators: &[$( stringify!($operator), )*],
                }, )*
            ];

            /// No condition: everything matches.
            pub fn new() -> Self {
                Self::default()
            }

            /// Whether there is no condition.
            pub fn is_empty(&self) -> bool {
                self.0.is_empty()
            }

            /// The conditions as they are sent.
            pub fn members(&self) -> &$crate::Extra {
                self.0.members()
            }

            $( $crate::filter_set! { @field [$(#[$doc])*] $wire $kind $( $operator $method )* } )*
        }

        impl $crate::macros::serde::Serialize for $name {
            fn serialize<S: $crate::macros::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::macros::serde::Serialize::serialize(&self.0, serializer)
            }
        }
    };
    (@field $doc:tt $wire:literal $kind:ident $( $operator:ident $method:ident )*) => {
        $( $crate::filter_set! { @method $doc $wire $kind $operator $method } )*
    };
    (@method [$($doc:tt)*] $wire:literal $kind:ident isset $method:ident) => {
        $crate::filter_set! { @flag [$($doc)*] $wire isset $method "The field has a value." }
    };
    (@method [$($doc:tt)*] $wire:literal $kind:ident isnotset $method:ident) => {
        $crate::filter_set! { @flag [$($doc)*] $wire isnotset $method "The field has no value." }
    };
    (@flag [$($doc:tt)*] $wire:literal $operator:ident $method:ident $what:literal) => {
        $($doc)*
        #[doc = ""]
        #[doc = $what]
        #[must_use]
        pub fn $method(mut self) -> Self {
            self.0.set($wire, stringify!($operator), true.into());
            self
        }
    };
    (@method [$($doc:tt)*] $wire:literal $kind:ident gte_ndays $method:ident) => {
        $crate::filter_set! { @days [$($doc)*] $wire gte_ndays $method "At most so many days ago." }
    };
    (@method [$($doc:tt)*] $wire:literal $kind:ident lte_ndays $method:ident) => {
        $crate::filter_set! { @days [$($doc)*] $wire lte_ndays $method "At least so many days ago." }
    };
    (@days [$($doc:tt)*] $wire:literal $operator:ident $method:ident $what:literal) => {
        $($doc)*
        #[doc = ""]
        #[doc = $what]
        #[must_use]
        pub fn $method(mut self, days: u32) -> Self {
            self.0.set($wire, stringify!($operator), days.into());
            self
        }
    };
    (@method [$($doc:tt)*] $wire:literal $kind:ident range $method:ident) => {
        $($doc)*
        #[doc = ""]
        #[doc = "From one time to another. What is no time is refused when the request is made."]
        #[must_use]
        pub fn $method(
            mut self,
            from: impl Into<$crate::Timestamp>,
            to: impl Into<$crate::Timestamp>,
        ) -> Self {
            let time = |time: $crate::Timestamp| $crate::filters::milliseconds(&time).unwrap_or_default();
            let range = $crate::macros::serde_json::json!([{"start": time(from.into()), "end": time(to.into())}]);
            self.0.set($wire, "range", range);
            self
        }
    };
    (@method [$($doc:tt)*] $wire:literal Time $operator:ident $method:ident) => {
        $($doc)*
        #[doc = ""]
        #[doc = concat!("Operator `", stringify!($operator), "`. What is no time is refused when the request is made.")]
        #[must_use]
        pub fn $method(mut self, time: impl Into<$crate::Timestamp>) -> Self {
            let time: $crate::Timestamp = time.into();
            let value = $crate::filters::milliseconds(&time).unwrap_or_default();
            self.0.set($wire, stringify!($operator), value);
            self
        }
    };
    (@method [$($doc:tt)*] $wire:literal Bool $operator:ident $method:ident) => {
        $($doc)*
        #[must_use]
        pub fn $method(mut self, yes: bool) -> Self {
            self.0.set($wire, stringify!($operator), yes.into());
            self
        }
    };
    (@method [$($doc:tt)*] $wire:literal Integer $operator:ident $method:ident) => {
        $crate::filter_set! { @list [$($doc)*] $wire $operator $method i64 }
    };
    (@method [$($doc:tt)*] $wire:literal Text $operator:ident $method:ident) => {
        $crate::filter_set! { @list [$($doc)*] $wire $operator $method String }
    };
    (@method [$($doc:tt)*] $wire:literal Key $operator:ident $method:ident) => {
        $crate::filter_set! { @list [$($doc)*] $wire $operator $method $crate::Value }
    };
    (@list [$($doc:tt)*] $wire:literal $operator:ident $method:ident $item:ty) => {
        $($doc)*
        #[doc = ""]
        #[doc = concat!("Operator `", stringify!($operator), "`; one of the values is enough.")]
        #[must_use]
        pub fn $method(mut self, values: impl IntoIterator<Item = impl Into<$item>>) -> Self {
            let values = values.into_iter().map(|value| {
                let value: $item = value.into();
                $crate::Value::from(value)
            });
            self.0.set($wire, stringify!($operator), values.collect());
            self
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[expect(
        dead_code,
        unreachable_pub,
        reason = "the macro makes public items, of which the tests use some"
    )]
    mod things {
        crate::filter_set! {
            /// Filters of things.
            pub struct ThingFilters {
                /// How bad.
                "severity": Integer { eq => severity_eq, neq => severity_neq, }
                /// When.
                "date": Time { lte => date_lte, range => date_range, gte_ndays => date_gte_ndays, }
                /// Who.
                "user.name": Text { eq => user_name_eq, isset => user_name_isset, }
                /// Open.
                "open": Bool { eq => open_eq, }
                /// Which.
                "entity": Key { eq => entity_eq, }
            }
        }
    }
    use things::ThingFilters;

    #[test]
    fn methods_make_the_form_that_the_service_takes() {
        let filters = ThingFilters::new()
            .severity_eq([1, 2])
            .date_lte("2026-01-01T00:00:00Z")
            .date_gte_ndays(7)
            .date_range("1970-01-01T00:00:00Z", "1970-01-01T00:00:01Z")
            .user_name_eq(["a"])
            .user_name_isset()
            .open_eq(true);
        let value = serde_json::to_value(&filters).unwrap();
        let expected = json!({
            "severity": {"eq": [1, 2]},
            "date": {"lte": 1_767_225_600_000_i64, "gte_ndays": 7, "range": [{"start": 0, "end": 1000}]},
            "user.name": {"eq": ["a"], "isset": true},
            "open": {"eq": true},
        });
        assert_eq!(value, expected);
        assert_eq!(check(ThingFilters::FIELDS, &value), Ok(()));
        assert!(ThingFilters::new().is_empty());
        let not_a_time = serde_json::to_value(ThingFilters::new().date_lte("soon")).unwrap();
        assert!(check(ThingFilters::FIELDS, &not_a_time).is_err());
    }

    #[test]
    fn what_a_person_writes_is_read() {
        let time = |text: &str| Ok(text.to_owned());
        let read = |name: &str, operator: &str, values: &str| {
            field(ThingFilters::FIELDS, name)?.parse(operator, values, &time)
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
