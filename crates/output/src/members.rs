//! The members of a record in their order, with their values as JSON text.
//!
//! A value type such as `serde_json::Value` would round numbers and might reorder members. Here names are decoded and
//! values stay slices of the input, so a cell shows exactly the digits that the service sent.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// The members of an object. A name may occur twice if the service repeats it.
#[derive(Debug)]
pub(crate) struct Members<'a>(pub(crate) Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'a> Members<'a> {
    /// The members of a record. A record that is not an object becomes the only member, `value`.
    pub(crate) fn of(row: &'a [u8]) -> Result<Self, serde_json::Error> {
        if row.trim_ascii_start().first() == Some(&b'{') {
            return serde_json::from_slice(row);
        }
        let value = serde_json::from_slice(row)?;
        Ok(Self(vec![(Cow::Borrowed("value"), value)]))
    }

    /// The value of a member by exact name, or else by name in any case. People write `ID` for `id`.
    pub(crate) fn get(&self, name: &str) -> Option<&'a RawValue> {
        let exact = self.0.iter().find(|(known, _)| known == name);
        let found = exact.or_else(|| {
            self.0
                .iter()
                .find(|(known, _)| known.eq_ignore_ascii_case(name))
        });
        found.map(|(_, value)| *value)
    }

    /// The value at a path of names separated by dots. A member whose own name contains the dots is preferred.
    pub(crate) fn find(&self, path: &str) -> Option<&'a RawValue> {
        if let Some(value) = self.get(path) {
            return Some(value);
        }
        let (first, rest) = path.split_once('.')?;
        let inner = self.get(first)?.get();
        if !inner.starts_with('{') {
            return None;
        }
        let inner: Members<'a> = serde_json::from_str(inner).ok()?;
        inner.find(rest)
    }
}

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MembersVisitor)
    }
}

/// Collects the members in their order. A map type would sort or deduplicate them.
struct MembersVisitor;

impl<'de> Visitor<'de> for MembersVisitor {
    type Value = Members<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::with_capacity(32);
        while let Some(Name(name)) = map.next_key()? {
            members.push((name, map.next_value()?));
        }
        Ok(Members(members))
    }
}

/// A name that is borrowed from the text unless it contains escapes.
struct Name<'a>(Cow<'a, str>);

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(NameVisitor)
    }
}

struct NameVisitor;

impl<'de> Visitor<'de> for NameVisitor {
    type Value = Name<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_borrowed_str<E>(self, name: &'de str) -> Result<Self::Value, E> {
        Ok(Name(Cow::Borrowed(name)))
    }

    fn visit_str<E>(self, name: &str) -> Result<Self::Value, E> {
        Ok(Name(Cow::Owned(name.to_owned())))
    }
}

/// Whether a value is an object or an array.
pub(crate) fn is_nested(value: &RawValue) -> bool {
    value.get().starts_with(['{', '['])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_keep_their_order_and_text() {
        let members = Members::of(br#" {"b":1.50,"a":{"c":{"d":"x"}},"e\"f":[1, 2]}"#).unwrap();
        let names: Vec<_> = members.0.iter().map(|(name, _)| name.as_ref()).collect();
        assert_eq!(names, ["b", "a", "e\"f"]);
        assert_eq!(members.find("b").unwrap().get(), "1.50");
        assert_eq!(members.find("A.c.D").unwrap().get(), "\"x\"");
        assert_eq!(members.find("e\"f").unwrap().get(), "[1, 2]");
        assert!(members.find("b.c").is_none());
        assert!(members.find("a.x").is_none());
    }

    #[test]
    fn names_with_dots_are_names_first() {
        let members = Members::of(br#"{"@odata.type":"t"}"#).unwrap();
        assert_eq!(members.find("@odata.type").unwrap().get(), "\"t\"");
    }

    #[test]
    fn a_bare_value_is_a_row_too() {
        let members = Members::of(b" 17 ").unwrap();
        assert_eq!(members.find("value").unwrap().get(), "17");
    }
}
