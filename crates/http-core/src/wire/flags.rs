//! Several words of an enum in one string.
//!
//! OData writes values of a flags enum as one string with commas. Graph puts a blank behind the comma or
//! not, depending on the member, and some samples show a list instead.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::Deref;

use serde::de::{Deserialize, Deserializer, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

/// Words of an enum in one string, separated by commas: `"deviceId, initiatingProcess"`.
///
/// Reads a string or a list; writes a string. A value that was read keeps its separator (with or without a
/// blank), others get `, `. Equality compares the words in their order. Derefs to a slice of words.
///
/// ```
/// use http_core::Flags;
///
/// http_core::open_enum! {
///     /// A direction.
///     pub enum Direction {
///         North = "north",
///         East = "east",
///     }
/// }
///
/// let read: Flags<Direction> = serde_json::from_str(r#""north,up""#)?;
/// assert_eq!(*read, [Direction::North, Direction::Other("up".into())]);
/// assert_eq!(serde_json::to_string(&read)?, r#""north,up""#);
/// assert_eq!(Flags::from([Direction::North, Direction::East]).to_string(), "north, east");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Flags<T> {
    words: Vec<T>,
    /// The separator has no blank.
    is_dense: bool,
}

impl<T> Default for Flags<T> {
    fn default() -> Self {
        Self::from(Vec::new())
    }
}

impl<T: PartialEq> PartialEq for Flags<T> {
    fn eq(&self, other: &Self) -> bool {
        self.words == other.words
    }
}

impl<T: Eq> Eq for Flags<T> {}

impl<T: Hash> Hash for Flags<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.words.hash(state);
    }
}

impl<T> Deref for Flags<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.words
    }
}

impl<T> FromIterator<T> for Flags<T> {
    fn from_iter<I: IntoIterator<Item = T>>(words: I) -> Self {
        Self::from(words.into_iter().collect::<Vec<_>>())
    }
}

impl<T> IntoIterator for Flags<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.words.into_iter()
    }
}

impl<T, const N: usize> From<[T; N]> for Flags<T> {
    fn from(words: [T; N]) -> Self {
        Self::from(Vec::from(words))
    }
}

impl<T> From<Vec<T>> for Flags<T> {
    fn from(words: Vec<T>) -> Self {
        Self {
            words,
            is_dense: false,
        }
    }
}

impl<T: fmt::Display> From<Flags<T>> for serde_json::Value {
    fn from(words: Flags<T>) -> Self {
        words.to_string().into()
    }
}

impl<T: for<'a> From<&'a str>> From<&str> for Flags<T> {
    fn from(text: &str) -> Self {
        let words = text.split(',').map(str::trim);
        let words = words.filter(|word| !word.is_empty()).map(T::from);
        Self {
            words: words.collect(),
            is_dense: !text.contains(", "),
        }
    }
}

impl<T: fmt::Display> fmt::Display for Flags<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let comma = if self.is_dense { "," } else { ", " };
        for (place, word) in self.words.iter().enumerate() {
            let comma = if place > 0 { comma } else { "" };
            write!(f, "{comma}{word}")?;
        }
        Ok(())
    }
}

impl<T: fmt::Display> Serialize for Flags<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de, T: for<'a> From<&'a str>> Deserialize<'de> for Flags<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Words(PhantomData))
    }
}

struct Words<T>(PhantomData<T>);

impl<'de, T: for<'a> From<&'a str>> Visitor<'de> for Words<T> {
    type Value = Flags<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("words separated by commas")
    }

    fn visit_str<E>(self, text: &str) -> Result<Flags<T>, E> {
        Ok(Flags::from(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Flags<T>, A::Error> {
        let mut words = Vec::new();
        while let Some(word) = items.next_element::<std::borrow::Cow<'de, str>>()? {
            words.push(T::from(&word));
        }
        Ok(Flags::from(words))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    crate::open_enum! {
        /// A direction.
        pub enum Direction {
            North = "north",
            East = "east",
        }
    }

    #[test]
    fn words_in_one_string_come_apart_and_together() {
        let read: Flags<Direction> = serde_json::from_str(r#""North, east,upwards""#).unwrap();
        let upwards = Direction::Other("upwards".into());
        assert_eq!(*read, [Direction::North, Direction::East, upwards]);
        assert_eq!(
            serde_json::to_string(&read).unwrap(),
            r#""north, east, upwards""#
        );
        let dense: Flags<Direction> = serde_json::from_str(r#""north,east""#).unwrap();
        assert_eq!(serde_json::to_string(&dense).unwrap(), r#""north,east""#);
        assert_eq!(dense, [Direction::North, Direction::East].into());
        let listed: Flags<Direction> = serde_json::from_str(r#"["north"]"#).unwrap();
        assert_eq!(*listed, [Direction::North]);
        let none: Flags<Direction> = serde_json::from_str(r#""""#).unwrap();
        assert!(none.is_empty());
    }
}
