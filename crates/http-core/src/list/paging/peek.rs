//! Reads key and time of a row without parsing the rest.
//!
//! Every row of a list with a key is looked at, so the cost matters: serde skips the other members
//! without building values.

use std::fmt;

use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;

use crate::wire::Timestamp;

/// Key and time of a row, if it has them.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Peek {
    /// The key as text; a number is written as in JSON.
    pub(super) key: Option<String>,
    /// The time as the service spelled it.
    pub(super) time: Option<Timestamp>,
}

/// The members to look for, at the top level of the row. An empty name is never found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Members {
    /// The member with the key.
    pub(super) key: &'static str,
    /// The member with the time.
    pub(super) time: &'static str,
}

impl Members {
    /// Reads the members of a row. Empty if the row is not an object, or if a member has another
    /// type than expected: the list then cannot compare this row, and returns it.
    pub(super) fn of(self, row: &[u8]) -> Peek {
        let mut reader = serde_json::Deserializer::from_slice(row);
        self.deserialize(&mut reader).unwrap_or_default()
    }
}

/// Usual names of keys, for operations that do not name one: `id` (OData), `_id` (Cloud Apps), `Id`
/// (older exports).
const KEYS: [&str; 3] = ["id", "_id", "Id"];

/// The key of a row: from the member `named`, then from the usual ones. `None` if it has none.
pub(crate) fn key_of(row: &[u8], named: &'static str) -> Option<String> {
    let names = std::iter::once(named).chain(KEYS);
    names
        .filter(|name| !name.is_empty())
        .find_map(|key| Members { key, time: "" }.of(row).key)
}

impl<'de> DeserializeSeed<'de> for Members {
    type Value = Peek;

    fn deserialize<D: serde::Deserializer<'de>>(self, row: D) -> Result<Peek, D::Error> {
        row.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Members {
    type Value = Peek;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a record")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Peek, A::Error> {
        let mut peek = Peek::default();
        while let Some(name) = members.next_key::<String>()? {
            if name == self.key {
                peek.key = match members.next_value()? {
                    Value::String(text) => Some(text),
                    Value::Null => None,
                    other => Some(other.to_string()),
                };
            } else if name == self.time {
                peek.time = members.next_value()?;
            } else {
                members.next_value::<IgnoredAny>()?;
            }
        }
        Ok(peek)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MEMBERS: Members = Members {
        key: "id",
        time: "changed",
    };

    #[test]
    fn members_are_found_beside_others_and_not_inside_them() {
        let row = br#"{"inner":{"id":"no"},"id":7,"changed":"2026-01-01T00:00:00.5Z","x":[1]}"#;
        let peek = MEMBERS.of(row);
        assert_eq!(peek.key.as_deref(), Some("7"));
        assert_eq!(peek.time, Some("2026-01-01T00:00:00.5Z".into()));
    }

    #[test]
    fn a_row_without_them_has_none() {
        for row in ["{}", "3", r#"{"id":null,"changed":null}"#, "{"] {
            assert_eq!(MEMBERS.of(row.as_bytes()), Peek::default(), "{row}");
        }
    }
}
