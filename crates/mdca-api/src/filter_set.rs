//! Filters of lists as types, with a method for each field and operator that the documents list together.
//!
//! The service takes filters as JSON, `{"severity": {"eq": [2]}, "date": {"gte_ndays": 7}}`. Fields are joined by
//! *and*, the operators of a field too; the values of a list are joined by *or*. The service
//! ignores an unknown field or operator and returns the list unfiltered. A typed method for each pair prevents that.

use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};

/// Conditions on fields, in the form that is sent. The types that [`filter_set!`] makes wrap it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Filters(Map<String, Value>);

impl Filters {
    /// Adds a condition. A second one with the same field and operator replaces the first.
    pub(crate) fn set(&mut self, field: &str, operator: &str, value: Value) {
        let entry = self.0.entry(field).or_insert_with(|| json!({}));
        if let Value::Object(operators) = entry {
            operators.insert(operator.to_owned(), value);
        }
    }

    /// The conditions as they are sent.
    pub(crate) fn members(&self) -> &Map<String, Value> {
        &self.0
    }

    /// Whether there is no condition, so that everything matches.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Filters {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

/// Defines a type of filters. The kind of a field decides what its methods take:
///
/// | kind | argument |
/// | --- | --- |
/// | `Integer`, `Text`, `Key` | any number of values, of which one is enough |
/// | `Bool` | `true` or `false` |
/// | `Time` | a time, sent as milliseconds since 1970 |
///
/// Operators with an argument of their own: `isset` and `isnotset` take none, `gte_ndays` and `lte_ndays` a number of
/// days, `range` two times. Text that is not a time becomes `null`, which the request's check refuses.
macro_rules! filter_set {
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            $( $(#[$doc:meta])* $wire:literal: $kind:ident { $( $operator:ident => $method:ident, )* }
               $( words { $( $word:literal = $value:literal, )* } )? )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name($crate::filter_set::Filters);

        impl $name {
            /// The fields, their kinds, and the operators that each takes.
            pub const FIELDS: &'static [http_core::filters::FilterField] = &[
                $( http_core::filters::FilterField::new(
                    $wire,
                    http_core::filters::FilterKind::$kind,
                    &[$( stringify!($operator), )*],
                )$( .words(&[$( ($word, $value), )*]) )?, )*
            ];

            /// No condition: everything matches. Each method adds one, and all of them have to hold.
            pub fn new() -> Self {
                Self::default()
            }

            /// Whether there is no condition, so that everything matches.
            pub fn is_empty(&self) -> bool {
                self.0.is_empty()
            }

            /// The conditions as they are sent.
            pub fn members(&self) -> &http_core::Extra {
                self.0.members()
            }

            $( $crate::filter_set::filter_set! { @field [$(#[$doc])*] $wire $kind $( $operator $method )* } )*
        }

        impl http_core::macros::serde::Serialize for $name {
            fn serialize<S: http_core::macros::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                http_core::macros::serde::Serialize::serialize(&self.0, serializer)
            }
        }
    };
    (@field $doc:tt $wire:literal $kind:ident $( $operator:ident $method:ident )*) => {
        $( $crate::filter_set::filter_set! { @method $doc $wire $kind $operator $method } )*
    };
    (@method [$($doc:tt)*] $wire:literal $kind:ident isset $method:ident) => {
        $crate::filter_set::filter_set! { @flag [$($doc)*] $wire isset $method "The field has a value." }
    };
    (@method [$($doc:tt)*] $wire:literal $kind:ident isnotset $method:ident) => {
        $crate::filter_set::filter_set! { @flag [$($doc)*] $wire isnotset $method "The field has no value." }
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
        $crate::filter_set::filter_set! { @days [$($doc)*] $wire gte_ndays $method "At most so many days ago." }
    };
    (@method [$($doc:tt)*] $wire:literal $kind:ident lte_ndays $method:ident) => {
        $crate::filter_set::filter_set! { @days [$($doc)*] $wire lte_ndays $method "At least so many days ago." }
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
        #[doc = "From one time to another. Text that is not a time is refused before anything is sent."]
        #[must_use]
        pub fn $method(
            mut self,
            from: impl Into<http_core::Timestamp>,
            to: impl Into<http_core::Timestamp>,
        ) -> Self {
            let time = |time: http_core::Timestamp| http_core::filters::milliseconds(&time).unwrap_or_default();
            let range = http_core::macros::serde_json::json!([{"start": time(from.into()), "end": time(to.into())}]);
            self.0.set($wire, "range", range);
            self
        }
    };
    (@method [$($doc:tt)*] $wire:literal Time $operator:ident $method:ident) => {
        $($doc)*
        #[doc = ""]
        #[doc = concat!("Operator `", stringify!($operator), "`. Text that is not a time is refused before anything is sent.")]
        #[must_use]
        pub fn $method(mut self, time: impl Into<http_core::Timestamp>) -> Self {
            let time: http_core::Timestamp = time.into();
            let value = http_core::filters::milliseconds(&time).unwrap_or_default();
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
        $crate::filter_set::filter_set! { @list [$($doc)*] $wire $operator $method i64 }
    };
    (@method [$($doc:tt)*] $wire:literal Text $operator:ident $method:ident) => {
        $crate::filter_set::filter_set! { @list [$($doc)*] $wire $operator $method String }
    };
    (@method [$($doc:tt)*] $wire:literal Key $operator:ident $method:ident) => {
        $crate::filter_set::filter_set! { @list [$($doc)*] $wire $operator $method http_core::Value }
    };
    (@list [$($doc:tt)*] $wire:literal $operator:ident $method:ident $item:ty) => {
        $($doc)*
        #[doc = ""]
        #[doc = concat!("Operator `", stringify!($operator), "`; one of the values is enough.")]
        #[must_use]
        pub fn $method(mut self, values: impl IntoIterator<Item = impl Into<$item>>) -> Self {
            let values = values.into_iter().map(|value| {
                let value: $item = value.into();
                http_core::Value::from(value)
            });
            self.0.set($wire, stringify!($operator), values.collect());
            self
        }
    };
}

pub(crate) use filter_set;

#[cfg(test)]
mod tests {
    #[expect(
        dead_code,
        unreachable_pub,
        reason = "the macro makes public items, of which the tests use some"
    )]
    mod things {
        crate::filter_set::filter_set! {
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
    use super::*;
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
        assert!(ThingFilters::new().is_empty());
        let not_a_time = serde_json::to_value(ThingFilters::new().date_lte("soon")).unwrap();
        assert!(not_a_time["date"]["lte"].is_null());
    }
}
