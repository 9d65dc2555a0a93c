//! Whether a text is one JSON value, checked without reading it into one, and what can be mended where it is not.
//!
//! The whole grammar of RFC 8259 is checked, and the encoding. Most bytes of an answer lie within strings, which are
//! passed over 16 bytes at a time.

use std::fmt;

use wide::u8x16;

use crate::limits::{LimitExceeded, Limits};

/// What is wrong with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flaw {
    /// Bytes that are no UTF-8.
    Encoding,
    /// A control character within a string, which has to be escaped.
    Control,
    /// A backslash within a string that begins no escape.
    Escape,
    /// Half of a surrogate pair, which stands for no character.
    Surrogate,
    /// Anything else that the grammar does not allow, at this byte.
    Grammar(usize),
    /// A value that exceeds a limit.
    Limit(LimitExceeded),
}

impl Flaw {
    /// Whether [`mend`] may help.
    pub(crate) fn is_mendable(self) -> bool {
        !matches!(self, Self::Grammar(_) | Self::Limit(_))
    }
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Encoding => f.write_str("bytes that are not UTF-8"),
            Self::Control => f.write_str("control characters that are not escaped"),
            Self::Escape => f.write_str("unknown escapes"),
            Self::Surrogate => f.write_str("halves of surrogate pairs"),
            Self::Grammar(at) => write!(f, "another character is due at byte {at}"),
            Self::Limit(limit) => limit.fmt(f),
        }
    }
}

/// Checks texts one after the other.
#[derive(Debug)]
pub(crate) struct Checker {
    depth: usize,
    cell: usize,
    /// The brackets that are open.
    open: Vec<u8>,
    /// The names that the members of a row are expected to have, in their order; empty where none are expected.
    expected: Vec<Box<[u8]>>,
    /// How many members of the row have had the expected names so far; none where one had another.
    as_expected: Option<usize>,
}

impl Checker {
    pub(crate) fn new(limits: &Limits) -> Self {
        Self {
            depth: limits.depth,
            cell: limits.cell,
            open: Vec::new(),
            expected: Vec::new(),
            as_expected: None,
        }
    }

    /// Expects objects with these members from now on.
    pub(crate) fn expect(&mut self, names: impl Iterator<Item = Box<[u8]>>) {
        self.expected = names.collect();
    }

    /// Whether the text that was checked last has exactly the expected members in their order.
    pub(crate) fn was_as_expected(&self) -> bool {
        self.as_expected == Some(self.expected.len())
    }

    /// Checks that a text is one value and nothing else.
    pub(crate) fn check(&mut self, text: &[u8]) -> Result<(), Flaw> {
        if simdutf8::basic::from_utf8(text).is_err() {
            return Err(Flaw::Encoding);
        }
        self.open.clear();
        self.as_expected = Some(0);
        let mut at = self.value(text, blank(text, 0))?;
        loop {
            at = blank(text, at);
            at = match (self.open.last(), text.get(at)) {
                (None, None) => return Ok(()),
                (Some(b'{'), Some(b',')) => {
                    let value = self.name(text, blank(text, at + 1))?;
                    self.value(text, value)?
                }
                (Some(b'['), Some(b',')) => self.value(text, blank(text, at + 1))?,
                (Some(b'{'), Some(b'}')) | (Some(b'['), Some(b']')) => {
                    self.open.pop();
                    at + 1
                }
                _ => return Err(Flaw::Grammar(at)),
            };
        }
    }

    /// Reads a value that begins here, down to the first one that has no values of its own; answers where it ends.
    fn value(&mut self, text: &[u8], mut at: usize) -> Result<usize, Flaw> {
        loop {
            match text.get(at) {
                Some(b'"') => return self.string(text, at + 1),
                Some(b'{') => {
                    self.enter(b'{')?;
                    at = blank(text, at + 1);
                    if text.get(at) == Some(&b'}') {
                        return Ok(at);
                    }
                    at = self.name(text, at)?;
                }
                Some(b'[') => {
                    self.enter(b'[')?;
                    at = blank(text, at + 1);
                    if text.get(at) == Some(&b']') {
                        return Ok(at);
                    }
                }
                Some(b'-' | b'0'..=b'9') => return number(text, at),
                Some(b't') => return word(text, at, b"true"),
                Some(b'f') => return word(text, at, b"false"),
                Some(b'n') => return word(text, at, b"null"),
                _ => return Err(Flaw::Grammar(at)),
            }
        }
    }

    fn enter(&mut self, bracket: u8) -> Result<(), Flaw> {
        if self.open.len() == self.depth {
            return Err(Flaw::Limit(LimitExceeded::new("depth", self.depth)));
        }
        self.open.push(bracket);
        Ok(())
    }

    /// Reads a member's name and its colon; answers where its value begins.
    fn name(&mut self, text: &[u8], at: usize) -> Result<usize, Flaw> {
        if text.get(at) != Some(&b'"') {
            return Err(Flaw::Grammar(at));
        }
        let end = self.string(text, at + 1)?;
        if self.open.len() == 1 && !self.expected.is_empty() {
            self.compare(&text[at + 1..end - 1]);
        }
        let colon = blank(text, end);
        if text.get(colon) != Some(&b':') {
            return Err(Flaw::Grammar(colon));
        }
        Ok(blank(text, colon + 1))
    }

    fn compare(&mut self, name: &[u8]) {
        self.as_expected = self.as_expected.and_then(|count| {
            let expected = self.expected.get(count)?;
            (**expected == *name).then_some(count + 1)
        });
    }

    /// Reads on from behind the opening quote; answers where behind the closing one the text goes on.
    #[inline]
    fn string(&self, text: &[u8], begun: usize) -> Result<usize, Flaw> {
        let mut at = begun;
        loop {
            at = special(text, at);
            match text.get(at) {
                Some(b'"') => {
                    if at - begun > self.cell {
                        return Err(Flaw::Limit(LimitExceeded::new("cell", self.cell)));
                    }
                    return Ok(at + 1);
                }
                Some(b'\\') => at = escape(text, at + 1)?,
                Some(_) => return Err(Flaw::Control),
                None => return Err(Flaw::Grammar(at)),
            }
        }
    }
}

/// The next quote, backslash or control character, or the end.
#[inline]
fn special(text: &[u8], mut at: usize) -> usize {
    while let Some(block) = text.get(at..).and_then(<[u8]>::first_chunk::<16>) {
        let bytes = u8x16::new(*block);
        let found = bytes.simd_eq(u8x16::splat(b'"'))
            | bytes.simd_eq(u8x16::splat(b'\\'))
            | bytes.simd_lt(u8x16::splat(b' '));
        let found = found.to_bitmask();
        if found != 0 {
            return at + found.trailing_zeros() as usize;
        }
        at += 16;
    }
    let rest = text.get(at..).unwrap_or_default();
    let found = rest
        .iter()
        .position(|byte| matches!(byte, b'"' | b'\\' | 0..b' '));
    at + found.unwrap_or(rest.len())
}

/// Reads an escape from behind its backslash; answers where the text goes on.
fn escape(text: &[u8], at: usize) -> Result<usize, Flaw> {
    match text.get(at) {
        Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => Ok(at + 1),
        Some(b'u') => match unit(text, at + 1) {
            Some(0xD800..0xDC00) => {
                let is_pair = text.get(at + 5..at + 7) == Some(b"\\u")
                    && matches!(unit(text, at + 7), Some(0xDC00..0xE000));
                if is_pair {
                    Ok(at + 11)
                } else {
                    Err(Flaw::Surrogate)
                }
            }
            Some(0xDC00..0xE000) => Err(Flaw::Surrogate),
            Some(_) => Ok(at + 5),
            None => Err(Flaw::Escape),
        },
        Some(_) => Err(Flaw::Escape),
        None => Err(Flaw::Grammar(at)),
    }
}

/// Four hexadecimal digits.
fn unit(text: &[u8], at: usize) -> Option<u16> {
    let digits = text.get(at..at + 4)?;
    let mut digits = digits.iter().map(|&digit| char::from(digit).to_digit(16));
    digits.try_fold(0, |unit, digit| {
        let digit = u16::try_from(digit?).ok()?;
        Some(unit << 4 | digit)
    })
}

/// The first position from here on that is not white space.
#[inline]
fn blank(text: &[u8], mut at: usize) -> usize {
    while matches!(text.get(at), Some(b' ' | b'\t' | b'\r' | b'\n')) {
        at += 1;
    }
    at
}

fn word(text: &[u8], at: usize, word: &[u8]) -> Result<usize, Flaw> {
    let rest = text.get(at..).unwrap_or_default();
    if rest.starts_with(word) {
        Ok(at + word.len())
    } else {
        Err(Flaw::Grammar(at))
    }
}

fn number(text: &[u8], begun: usize) -> Result<usize, Flaw> {
    let digits = |from: usize| {
        let mut at = from;
        while matches!(text.get(at), Some(b'0'..=b'9')) {
            at += 1;
        }
        if at > from {
            Ok(at)
        } else {
            Err(Flaw::Grammar(at))
        }
    };
    let mut at = begun + usize::from(text.get(begun) == Some(&b'-'));
    at = match text.get(at) {
        Some(b'0') => at + 1,
        _ => digits(at)?,
    };
    if text.get(at) == Some(&b'.') {
        at = digits(at + 1)?;
    }
    if matches!(text.get(at), Some(b'e' | b'E')) {
        let sign = matches!(text.get(at + 1), Some(b'+' | b'-'));
        at = digits(at + 1 + usize::from(sign))?;
    }
    Ok(at)
}

/// The text with what JSON does not allow within strings in a form that it allows: bytes that are no UTF-8 and halves of
/// surrogate pairs become U+FFFD, control characters and backslashes that begin no escape are escaped.
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

/// Writes the escape that begins here, or what stands for it; answers how much of the text that was.
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

#[cfg(test)]
mod tests;
