//! Mends the text of strings.
//!
//! Values of security data come from elsewhere: command lines, file names, registry keys. Some hold bytes
//! that no JSON string may hold, and the services pass them through.

use super::{Flaw, escape};

/// Rewrites what JSON does not allow in strings: bytes that are not UTF-8 and halves of surrogate pairs
/// become U+FFFD, control characters and stray backslashes are escaped.
pub(crate) fn mend(text: &[u8]) -> Vec<u8> {
    let decoded = String::from_utf8_lossy(text);
    let text = decoded.as_bytes();
    let mut mended = Vec::with_capacity(text.len() + 64);
    let mut in_string = false;
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        let length = match byte {
            b'\\' if in_string => mend_escape(text, at, &mut mended),
            0..b' ' if in_string => {
                mended.extend_from_slice(format!("\\u{byte:04x}").as_bytes());
                1
            }
            _ => {
                in_string ^= byte == b'"';
                mended.push(byte);
                1
            }
        };
        at += length;
    }
    mended
}

/// Appends the escape at `at`, or its replacement, and returns the number of bytes it replaces.
fn mend_escape(text: &[u8], at: usize, into: &mut Vec<u8>) -> usize {
    match escape(text, at + 1) {
        Ok(end) => {
            into.extend_from_slice(&text[at..end]);
            end - at
        }
        Err(Flaw::Surrogate) => {
            into.extend_from_slice(b"\\ufffd");
            6
        }
        Err(_) => {
            into.extend_from_slice(b"\\\\");
            1
        }
    }
}
