//! Protects a terminal from the text of a service.
//!
//! Names of devices, subjects of mail and command lines are written by strangers. Printed as they are, they could move
//! the cursor, set the title, or hide and reverse text. [`Out`] escapes such characters when its reader is a terminal,
//! and passes all bytes when it is a file or a pipe: a program must get what the service sent.

use std::fmt::Write as _;
use std::io::{self, BufWriter, Write};

/// Bytes that are collected before they are written, so that a long list needs few system calls.
const BUFFER: usize = 64 * 1024;

/// How an unsafe character is escaped.
///
/// ```
/// use output::Notation;
///
/// let layout = output::Layout::new(output::Format::Ndjson);
/// assert_eq!(layout.notation(), Notation::Json);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Notation {
    /// `\u{1b}`, and `\x9b` for a byte that is not UTF-8.
    Text,
    /// `\u001b`, which leaves the value of JSON text unchanged.
    Json,
}

/// Whether a terminal may act on the character: control characters, line separators, direction marks and characters
/// without width.
///
/// Invisible characters are included because two names that differ only in them look the same.
///
/// ```
/// assert!(output::is_unsafe('\u{202e}'));
/// assert!(!output::is_unsafe('é'));
/// ```
pub fn is_unsafe(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}')
}

/// Appends the escaped form of a character. Line ends and tabs have short forms in both notations.
pub(crate) fn push(character: char, notation: Notation, into: &mut String) {
    let short = match character {
        '\n' => Some("\\n"),
        '\r' => Some("\\r"),
        '\t' => Some("\\t"),
        _ => None,
    };
    if let Some(short) = short {
        into.push_str(short);
        return;
    }
    // Writing into a string cannot fail.
    match notation {
        Notation::Text => {
            let _ = write!(into, "\\u{{{:x}}}", u32::from(character));
        }
        Notation::Json => {
            for unit in character.encode_utf16(&mut [0; 2]) {
                let _ = write!(into, "\\u{unit:04x}");
            }
        }
    }
}

/// Escapes JSON text for a terminal. The value stays the same; line ends and tabs between tokens are kept. Bytes that
/// are not UTF-8 cannot occur in a `str`, so nothing is lost.
///
/// ```
/// assert_eq!(output::json("[\"a\u{202e}b\"]"), "[\"a\\u202eb\"]");
/// ```
pub fn json(text: &str) -> String {
    let mut safe = Vec::with_capacity(text.len());
    let mut guard = Guard::new(Notation::Json);
    guard.pass(text.as_bytes(), &mut safe);
    guard.finish(&mut safe);
    String::from_utf8_lossy(&safe).into_owned()
}

/// Escapes bytes on their way to a terminal. Line ends and tabs pass; a character may be split between two calls.
#[derive(Debug)]
struct Guard {
    notation: Notation,
    /// The first bytes of a character that is not complete yet.
    begun: Vec<u8>,
}

impl Guard {
    fn new(notation: Notation) -> Self {
        Self {
            notation,
            begun: Vec::new(),
        }
    }

    /// Appends the escaped form of the bytes. An incomplete character at the end waits for the next call.
    fn pass(&mut self, bytes: &[u8], into: &mut Vec<u8>) {
        let joined;
        let bytes = if self.begun.is_empty() {
            bytes
        } else {
            self.begun.extend_from_slice(bytes);
            joined = std::mem::take(&mut self.begun);
            &joined
        };
        let mut chunks = bytes.utf8_chunks().peekable();
        while let Some(chunk) = chunks.next() {
            self.text(chunk.valid(), into);
            let invalid = chunk.invalid();
            if chunks.peek().is_none() && may_go_on(invalid) {
                self.begun = invalid.to_vec();
            } else {
                self.no_text(invalid, into);
            }
        }
    }

    /// Writes the bytes of a character that was never completed.
    fn finish(&mut self, into: &mut Vec<u8>) {
        let begun = std::mem::take(&mut self.begun);
        self.no_text(&begun, into);
    }

    fn text(&self, text: &str, into: &mut Vec<u8>) {
        let acts = |character: char| !matches!(character, '\n' | '\t') && is_unsafe(character);
        let mut escaped = String::new();
        let mut rest = text;
        while let Some(at) = rest.find(acts) {
            into.extend_from_slice(&rest.as_bytes()[..at]);
            let mut characters = rest[at..].chars();
            escaped.clear();
            if let Some(character) = characters.next() {
                push(character, self.notation, &mut escaped);
            }
            into.extend_from_slice(escaped.as_bytes());
            rest = characters.as_str();
        }
        into.extend_from_slice(rest.as_bytes());
    }

    /// Escapes bytes that are not UTF-8: as numbers in text, as replacement characters in JSON.
    fn no_text(&self, bytes: &[u8], into: &mut Vec<u8>) {
        for byte in bytes {
            match self.notation {
                Notation::Text => into.extend_from_slice(format!("\\x{byte:02x}").as_bytes()),
                Notation::Json => into.extend_from_slice(b"\\ufffd"),
            }
        }
    }
}

/// Whether the bytes are an incomplete character rather than invalid UTF-8.
fn may_go_on(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_none())
}

/// A buffered destination of records: a file or a pipe, or a terminal that is protected from its text.
///
/// Flush it to see errors of the last bytes; they are lost when it is dropped.
///
/// ```
/// use std::io::Write;
/// use output::{Notation, Out};
///
/// let mut shown = Vec::new();
/// let mut out = Out::for_terminal(&mut shown, Notation::Text);
/// out.write_all(b"title: \x1b]0;owned\x07\n")?;
/// out.flush()?;
/// drop(out);
/// assert_eq!(shown, b"title: \\u{1b}]0;owned\\u{7}\n");
/// # Ok::<(), std::io::Error>(())
/// ```
pub struct Out<'a> {
    inner: BufWriter<Box<dyn Write + Send + 'a>>,
    guard: Option<Guard>,
    scratch: Vec<u8>,
}

impl std::fmt::Debug for Out<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Out")
            .field("guard", &self.guard)
            .finish_non_exhaustive()
    }
}

impl<'a> Out<'a> {
    /// A file, a pipe or a buffer: bytes are written as they are. The stream is buffered here, so pass it unbuffered.
    pub fn new(stream: impl Write + Send + 'a) -> Self {
        Self {
            inner: BufWriter::with_capacity(BUFFER, Box::new(stream)),
            guard: None,
            scratch: Vec::new(),
        }
    }

    /// A terminal: [unsafe](is_unsafe) characters are escaped, except for line ends and tabs. `notation` must be that
    /// of the [layout](crate::Layout::notation), or JSON would become invalid.
    pub fn for_terminal(stream: impl Write + Send + 'a, notation: Notation) -> Self {
        let mut out = Self::new(stream);
        out.guard = Some(Guard::new(notation));
        out
    }

    /// Writes a sequence that the terminal is meant to act on, past the guard. Never pass text of a service.
    pub(crate) fn act(&mut self, sequence: impl std::fmt::Display) -> io::Result<()> {
        write!(self.inner, "{sequence}")
    }
}

impl Write for Out<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.guard {
            None => self.inner.write(bytes),
            Some(_) => self.write_all(bytes).map(|()| bytes.len()),
        }
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        let Some(guard) = &mut self.guard else {
            return self.inner.write_all(bytes);
        };
        self.scratch.clear();
        guard.pass(bytes, &mut self.scratch);
        self.inner.write_all(&self.scratch)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

impl Drop for Out<'_> {
    fn drop(&mut self) {
        if let Some(guard) = &mut self.guard {
            self.scratch.clear();
            guard.finish(&mut self.scratch);
            // Best effort: `drop` cannot report an error.
            let _ = self.inner.write_all(&self.scratch);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guarded(notation: Notation, parts: &[&[u8]]) -> String {
        let mut guard = Guard::new(notation);
        let mut into = Vec::new();
        for part in parts {
            guard.pass(part, &mut into);
        }
        guard.finish(&mut into);
        String::from_utf8(into).unwrap()
    }

    #[test]
    fn json_stays_the_same_json() {
        for character in [
            '\u{7f}',
            '\u{80}',
            '\u{9b}',
            '\u{ad}',
            '\u{61c}',
            '\u{200b}',
            '\u{200e}',
            '\u{2028}',
            '\u{202e}',
            '\u{2066}',
            '\u{feff}',
            '\u{e0041}',
        ] {
            let text = format!("{{\"a\":\"x{character}y\"}}");
            let shown = json(&text);
            assert!(!shown.contains(character), "{shown}");
            let value = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
            assert_eq!(value(&shown), value(&text));
        }
        // An unescaped control character is not valid JSON.
        assert_eq!(json("\"a\u{1b}[2J\r\""), "\"a\\u001b[2J\\r\"");
        assert_eq!(json("[\n\t1\n]"), "[\n\t1\n]");
    }

    #[test]
    fn every_unsafe_character_is_escaped_wherever_the_bytes_are_split() {
        let text = "é\u{9b}日\u{202e}x\u{e0001}\u{1b}";
        let expected = "é\\u{9b}日\\u{202e}x\\u{e0001}\\u{1b}";
        for at in 0..=text.len() {
            let (left, right) = text.as_bytes().split_at(at);
            assert_eq!(guarded(Notation::Text, &[left, right]), expected, "{at}");
        }
        let single: Vec<&[u8]> = text.as_bytes().chunks(1).collect();
        assert_eq!(guarded(Notation::Text, &single), expected);
    }

    #[test]
    fn bytes_that_are_no_text_are_shown_as_such() {
        assert_eq!(
            guarded(Notation::Text, &[b"a\x9b1m\xff", b"b\xe6\x97"]),
            "a\\x9b1m\\xffb\\xe6\\x97"
        );
        assert_eq!(guarded(Notation::Json, &[b"\"\x9b\""]), "\"\\ufffd\"");
    }

    #[test]
    fn what_people_read_is_left_alone() {
        let text = "Ünïcode 日本 👩 ₿ \u{fe0f}";
        assert_eq!(guarded(Notation::Text, &[text.as_bytes()]), text);
    }
}
