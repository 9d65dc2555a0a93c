//! The bytes of a record, decoded on demand.
//!
//! Programs that store or forward records need not parse them, and parsing would lose number spellings
//! and member order. Decoding errors name the member by its path and never quote a value.

use std::fmt;
use std::marker::PhantomData;

use bytes::Bytes;
use serde::de::DeserializeOwned;

use crate::error::{Error, Result};

/// A record as the service sent it, with the type to decode it into.
///
/// Passing it on costs no parsing and loses nothing: unknown members, unknown words, spellings of numbers
/// and the order of members stay. Cloning shares the bytes. `Debug` shows the size only.
///
/// ```
/// use http_core::{Raw, Value};
///
/// let raw = Raw::<Value>::new(r#"{"score": 1.50}"#.into());
/// assert_eq!(raw.decode()?["score"], 1.5);
/// assert_eq!(raw.as_bytes(), br#"{"score": 1.50}"#);
///
/// let error = Raw::<Vec<String>>::new(r#"["a", 7]"#.into()).decode().unwrap_err();
/// assert!(error.message().contains("[1]"));
/// # Ok::<(), http_core::Error>(())
/// ```
pub struct Raw<T> {
    bytes: Bytes,
    of: PhantomData<fn() -> T>,
}

impl<T> Raw<T> {
    /// Wraps JSON text. It is not checked.
    pub fn new(bytes: Bytes) -> Self {
        Self {
            bytes,
            of: PhantomData,
        }
    }

    /// The JSON text.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The JSON text, without a copy.
    pub fn into_bytes(self) -> Bytes {
        self.bytes
    }
}

impl<T: DeserializeOwned> Raw<T> {
    /// Decodes the record.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`](crate::ErrorKind::Decode) with the path of the member that has another type.
    pub fn decode(&self) -> Result<T> {
        decode(&self.bytes)
    }
}

/// Decodes JSON text. On failure the text is decoded a second time, more slowly, to find the path of the
/// member.
///
/// A byte order mark at the beginning is skipped: some gateways and storage hosts send one.
///
/// # Errors
/// `Decode` with the path of the member.
pub(crate) fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    // Validating UTF-8 once is cheaper than for each string.
    let read = match std::str::from_utf8(bytes) {
        Ok(text) => serde_json::from_str(text),
        Err(_) => serde_json::from_slice(bytes),
    };
    read.map_err(|plain| {
        let mut reader = serde_json::Deserializer::from_slice(bytes);
        match serde_path_to_error::deserialize::<_, T>(&mut reader) {
            Err(located) if located.path().to_string() != "." => {
                let path = shown_path(&located.path().to_string());
                let why = located.into_inner();
                Error::decode(format!("member `{path}`: {}", without_value(&why)))
            }
            _ => Error::decode(without_value(&plain)),
        }
    })
}

/// The message of a decoder without the value that it quotes, which is part of the body.
///
/// `invalid type: string "wks-7", expected i64 at line 1 column 9` becomes `invalid type: string, expected i64 at …`.
pub(crate) fn without_value(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let quote = text.find(['"', '`']);
    // A value may contain the words that follow it, so the last ones count.
    let expected = text.rfind(", expected ");
    match (quote, expected) {
        (Some(from), Some(to)) if from < to => {
            format!("{}{}", text[..from].trim_end(), &text[to..])
        }
        _ => text,
    }
}

/// The path of a member, at most 120 characters. Keys of maps are part of the body, too.
fn shown_path(path: &str) -> String {
    let plain = path.chars().filter(|letter| !letter.is_control());
    let mut shown: String = plain.take(120).collect();
    if shown.len() < path.len() {
        shown.push('…');
    }
    shown
}

impl<T> Clone for Raw<T> {
    fn clone(&self) -> Self {
        Self {
            bytes: self.bytes.clone(),
            of: PhantomData,
        }
    }
}

impl<T> fmt::Debug for Raw<T> {
    /// Shows the size only: records are customer data.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Raw({} bytes)", self.bytes.len())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    #[derive(Debug, serde::Deserialize)]
    #[expect(dead_code, reason = "only whether it decodes counts")]
    struct Record {
        score: i64,
        kind: Kind,
        #[serde(default)]
        seen: Option<crate::wire::Timestamp>,
    }

    #[derive(Debug, serde::Deserialize)]
    enum Kind {
        Known,
    }

    #[test]
    fn an_error_names_the_member_and_never_its_value() {
        let canary = "canary, expected `canary\"\\";
        for (member, value) in [
            ("score", Value::from(canary)),
            ("score", serde_json::json!([canary])),
            ("score", serde_json::json!({ canary: canary })),
            ("score", Value::from(1.5)),
            ("kind", Value::from(canary)),
            ("seen", Value::from(true)),
        ] {
            let mut record = serde_json::json!({"score": 1, "kind": "Known"});
            record[member] = value;
            let raw = Raw::<Record>::new(record.to_string().into());
            let said = raw.decode().unwrap_err().to_string();
            assert!(said.contains(&format!("member `{member}`")), "{said}");
            assert!(!said.contains("canary"), "{said}");
        }
        let known = Raw::<Record>::new(r#"{"score":1,"kind":"Known"}"#.into());
        assert!(matches!(known.decode().unwrap().kind, Kind::Known));
        let whole = Raw::<Vec<Record>>::new(r#""canary""#.into());
        assert!(!whole.decode().unwrap_err().to_string().contains("canary"));
    }
}
