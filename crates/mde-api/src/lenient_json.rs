//! JSON with unescaped control characters in its strings.
//!
//! Scripts print such characters, and the service copies their output into a JSON text without escaping it. Strict
//! parsers refuse the result, so the characters are escaped before the text is parsed.

use http_core::{Error, ErrorKind, Result};
use serde::de::DeserializeOwned;

/// Reads JSON after escaping the control characters inside its strings. A byte order mark is skipped.
///
/// # Errors
/// [`ErrorKind::Decode`] if the text is not such a record even then.
pub(crate) fn from_slice<T: DeserializeOwned>(text: &[u8]) -> Result<T> {
    let text = text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(text);
    serde_json::from_slice(&escaped(text))
        .map_err(|error| Error::new(ErrorKind::Decode, error.to_string()))
}

/// The text with control characters inside strings escaped. Those between tokens are white space and stay.
fn escaped(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let (mut in_text, mut after_backslash) = (false, false);
    for &byte in text {
        if in_text && byte < b' ' {
            out.extend_from_slice(format!("\\u{byte:04x}").as_bytes());
            after_backslash = false;
            continue;
        }
        out.push(byte);
        if after_backslash {
            after_backslash = false;
        } else if byte == b'\\' {
            after_backslash = in_text;
        } else if byte == b'"' {
            in_text = !in_text;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn control_characters_in_texts_are_read_and_those_between_are_left() {
        let text = b"{\n\"a\": \"one\r\ntwo\0\",\t\"b\": \"\\\"\\\\\n\"}";
        let value: Value = from_slice(text).unwrap();
        assert_eq!(value, json!({"a": "one\r\ntwo\u{0}", "b": "\"\\\n"}));
        assert!(from_slice::<Value>(b"nothing").is_err());
    }
}
