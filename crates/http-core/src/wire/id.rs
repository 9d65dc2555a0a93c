//! Ids typed by what they identify.
//!
//! An alert id where a device id is wanted gives a 404 at best, and acts on another record at worst. The
//! type parameter moves that mistake to the compiler.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

/// The id of a `T`: opaque text as the service gave it.
///
/// The empty id, [`Id::default`], means that a record has none. A request with an empty id in its path is
/// rejected before it is sent, as are `.` and `..`. Ids are compared byte by byte; the services are not
/// consistent about letter case.
///
/// ```
/// use http_core::Id;
///
/// struct Alert;
///
/// let alert: Id<Alert> = "da637472900382838869_1364969609".into();
/// assert_eq!(alert.as_str(), "da637472900382838869_1364969609");
/// assert!(Id::<Alert>::default().is_empty());
/// ```
///
/// An id of one type is not accepted for another:
///
/// ```compile_fail
/// # use http_core::Id;
/// # struct Alert;
/// # struct Machine;
/// fn isolate(machine: Id<Machine>) {}
/// isolate(Id::<Alert>::from("da1"));
/// ```
pub struct Id<T> {
    text: Box<str>,
    of: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// The text of the id.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether there is no id.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

impl<T> Default for Id<T> {
    fn default() -> Self {
        Self::from("")
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        Self {
            text: self.text.clone(),
            of: PhantomData,
        }
    }
}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl<T> Eq for Id<T> {}

impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.text.cmp(&other.text)
    }
}

impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text, f)
    }
}

impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl<T> AsRef<str> for Id<T> {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

impl<T> From<&str> for Id<T> {
    fn from(text: &str) -> Self {
        Self {
            text: text.into(),
            of: PhantomData,
        }
    }
}

impl<T> From<String> for Id<T> {
    fn from(text: String) -> Self {
        Self {
            text: text.into(),
            of: PhantomData,
        }
    }
}

impl<T> From<&Id<T>> for Id<T> {
    fn from(id: &Id<T>) -> Self {
        id.clone()
    }
}

impl<T> From<Id<T>> for Value {
    fn from(id: Id<T>) -> Self {
        Value::String(id.text.into())
    }
}

impl<T> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de, T> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self {
            text: Box::<str>::deserialize(deserializer)?,
            of: PhantomData,
        })
    }
}
