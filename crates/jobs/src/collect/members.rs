//! Some members of a record as their JSON, without a tree of the rest: a pass looks into each record for three or four of them.

use std::collections::BTreeMap;
use std::fmt;

use http_core::jiff::Timestamp;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

/// The values of these members, in the order of the names. `None` for one that is missing or `null`. Of a member that comes twice the
/// last counts.
///
/// `None` as a whole if the record is no object.
pub(super) fn of<'a, const N: usize>(
    row: &'a [u8],
    names: [&str; N],
) -> Option<[Option<&'a str>; N]> {
    let mut found = [None; N];
    fill(row, &names, &mut found)?;
    Some(found)
}

/// The same for any number of names.
pub(super) fn fill<'a>(row: &'a [u8], names: &[&str], found: &mut [Option<&'a str>]) -> Option<()> {
    let mut reader = serde_json::Deserializer::from_slice(row);
    reader.deserialize_map(Wanted { names, found }).ok()?;
    // A name may stand among the names twice: the time that is compared can be the version, or part of the key.
    for later in 1..names.len().min(found.len()) {
        if let Some(first) = names[..later].iter().position(|name| *name == names[later]) {
            found[later] = found[first];
        }
    }
    reader.end().ok()
}

/// The names of a record's members. Empty for a value that is not an object.
pub(super) fn names(row: &[u8]) -> Vec<String> {
    let members: BTreeMap<String, IgnoredAny> = serde_json::from_slice(row).unwrap_or_default();
    members.into_keys().collect()
}

/// A time in JSON: text in a form of the services, or milliseconds since 1970.
pub(super) fn instant(json: &str) -> Option<Timestamp> {
    operations::instant(&serde_json::from_str(json).ok()?)
}

struct Wanted<'n, 'f, 'a> {
    names: &'n [&'n str],
    found: &'f mut [Option<&'a str>],
}

impl<'a> Visitor<'a> for Wanted<'_, '_, 'a> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(place) = map.next_key_seed(Place(self.names))? {
            match place.and_then(|place| self.found.get_mut(place)) {
                Some(value) => {
                    let text = map.next_value::<&RawValue>()?.get();
                    *value = (text != "null").then_some(text);
                }
                None => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}

/// The index of a key among the names.
struct Place<'n>(&'n [&'n str]);

impl<'a> serde::de::DeserializeSeed<'a> for Place<'_> {
    type Value = Option<usize>;

    fn deserialize<D: Deserializer<'a>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Place<'_> {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_str<E>(self, key: &str) -> Result<Self::Value, E> {
        Ok(self.0.iter().position(|name| *name == key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_found_by_their_decoded_names_and_keep_their_text() {
        let row = br#" {"a":1.50,"\u0062":"x\ny","c":null,"a":{"b":7},"d":[{"b":1}]} "#;
        let found = of(row, ["b", "a", "c", "e"]).unwrap();
        assert_eq!(found, [Some(r#""x\ny""#), Some(r#"{"b":7}"#), None, None]);
        assert_eq!(of(row, ["d", "d"]).unwrap()[1], Some(r#"[{"b":1}]"#));
        assert!(of(b"7", ["a"]).is_none());
        assert!(of(br#"{"a":1} 2"#, ["a"]).is_none());
    }

    #[test]
    fn times_are_text_or_milliseconds() {
        let expected: Timestamp = "2026-03-01T00:00:00.5Z".parse().unwrap();
        assert_eq!(instant("\"2026-03-01T00:00:00.5000000Z\""), Some(expected));
        assert_eq!(instant("1772323200500"), Some(expected));
        assert_eq!(instant("true"), None);
    }
}
