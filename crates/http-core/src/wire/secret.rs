//! A secret in a record.
//!
//! Some answers hold secrets as members: keys of packages, tokens, upload addresses. The records derive
//! `Debug`, and debug output ends up in logs.

use std::fmt;

use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A secret text in a record. `Debug` shows `***`; the memory is cleared on drop.
///
/// Serializing writes the text: JSON is how it is sent. Do not write such a record to a log as JSON. For
/// settings and credentials use [`SecretString`], which cannot be serialized.
///
/// ```
/// let key = http_core::Secret::from("4711");
/// assert_eq!(format!("{key:?}"), "***");
/// assert_eq!(key.expose(), "4711");
/// ```
#[derive(Clone)]
pub struct Secret(SecretString);

impl Secret {
    /// The secret text. Keep it out of messages and logs.
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }

    /// The secret as the type that credentials take.
    pub fn into_secret_string(self) -> SecretString {
        self.0
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl From<SecretString> for Secret {
    fn from(text: SecretString) -> Self {
        Self(text)
    }
}

impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        self.expose() == other.expose()
    }
}

impl Eq for Secret {}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

impl Serialize for Secret {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.expose())
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_goes_over_the_wire_and_into_no_log() -> Result<(), serde_json::Error> {
        let secret: Option<Secret> = serde_json::from_str("\"canary\"")?;
        assert_eq!(format!("{secret:?}"), "Some(***)");
        assert_eq!(serde_json::to_string(&secret)?, "\"canary\"");
        assert_eq!(secret, Some("canary".into()));
        Ok(())
    }
}
