//! Whole numbers that come as a number or as text.

use std::fmt;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A whole number of a member that documents type as text and the service's metadata as a number.
///
/// Reads both; writes a number.
///
/// ```
/// use http_core::Integer;
///
/// let read: Vec<Integer> = serde_json::from_str(r#"[7, "7"]"#)?;
/// assert_eq!(read, [Integer(7), Integer(7)]);
/// assert_eq!(serde_json::to_string(&read)?, "[7,7]");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Integer(pub i64);

impl From<i64> for Integer {
    fn from(number: i64) -> Self {
        Self(number)
    }
}

impl From<Integer> for i64 {
    fn from(number: Integer) -> Self {
        number.0
    }
}

impl fmt::Display for Integer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Integer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(self.0)
    }
}

impl<'de> Deserialize<'de> for Integer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

impl Visitor<'_> for Reader {
    type Value = Integer;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number, or one as text")
    }

    fn visit_i64<E>(self, number: i64) -> Result<Integer, E> {
        Ok(Integer(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Integer, E> {
        i64::try_from(number).map(Integer).map_err(E::custom)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Integer, E> {
        text.trim().parse().map(Integer).map_err(E::custom)
    }
}
