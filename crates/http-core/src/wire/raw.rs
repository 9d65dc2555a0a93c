//! A row's own bytes, decoded when asked.

use std::fmt;
use std::marker::PhantomData;

use bytes::Bytes;
use serde::de::DeserializeOwned;

use crate::error::{Error, Result};

/// One row as the service sent it, with the type it can be decoded into.
///
/// Passing rows on costs no parsing and loses nothing: unknown members, unknown values, number spellings and
/// member order are all still there.
pub struct Raw<T> {
    bytes: Bytes,
    of: PhantomData<fn() -> T>,
}

impl<T> Raw<T> {
    /// Takes a row's bytes as they are.
    pub fn new(bytes: Bytes) -> Self {
        Self {
            bytes,
            of: PhantomData,
        }
    }

    /// The row's JSON text.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The row's JSON text, without a copy.
    pub fn into_bytes(self) -> Bytes {
        self.bytes
    }
}

impl<T: DeserializeOwned> Raw<T> {
    /// Decodes the row.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`](crate::ErrorKind::Decode) with the path of the member that did not fit.
    pub fn decode(&self) -> Result<T> {
        decode(&self.bytes)
    }
}

/// Decodes JSON text; only when that fails is it read again to name the member that did not fit.
///
/// A byte order mark is passed over: gateways and storage hosts put one in front.
pub(crate) fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    // Checking the encoding once costs less than once for each string.
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

/// What a decoder says, without the value that it quotes: that is a part of the body.
///
/// `invalid type: string "wks-7", expected i64 at line 1 column 9` becomes `invalid type: string, expected i64 at …`.
pub(crate) fn without_value(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let quote = text.find(['"', '`']);
    // A value may hold the words that follow it, so the last ones count.
    let expected = text.rfind(", expected ");
    match (quote, expected) {
        (Some(from), Some(to)) if from < to => {
            format!("{}{}", text[..from].trim_end(), &text[to..])
        }
        _ => text,
    }
}

/// The path of a member. Keys of a map are a part of the body, too: long ones are cut.
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
    /// Rows are customer data: only their size is shown.
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
