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
    /// Why the text that was checked last is not one value, where it is not.
    flaw: Flaw,
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
            flaw: Flaw::Encoding,
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
        let begun = blank(text, 0);
        let walked = match has_control(text) {
            true => self.walk::<true>(text, begun),
            false => self.walk::<false>(text, begun),
        };
        let end = walked.map(|end| blank(text, end)).ok_or(self.flaw)?;
        match end == text.len() {
            true => Ok(()),
            false => Err(Flaw::Grammar(end)),
        }
    }

    /// The end of the object or array that begins the text. `None` if it is not whole or anything is wrong with it.
    #[inline]
    pub(crate) fn end_of(&mut self, text: &[u8]) -> Option<usize> {
        let end = self.walk::<false>(text, 0)?;
        let value = text.get(..end)?;
        let is_clean = simdutf8::basic::from_utf8(value).is_ok() && !has_control(value);
        is_clean.then_some(end)
    }

    /// Reads the value that begins here and returns its end. On `None` the reason is in `self.flaw`, because an
    /// `Option<usize>` fits into registers. Control characters within strings are detected only with `CONTROL`.
    fn walk<const CONTROL: bool>(&mut self, text: &[u8], begun: usize) -> Option<usize> {
        self.open.clear();
        self.as_expected = Some(0);
        let mut at = self.value::<CONTROL>(text, begun)?;
        while let Some(bracket) = self.open.last() {
            let in_object = *bracket == b'{';
            at = blank(text, at);
            at = match text.get(at) {
                Some(b',') => {
                    at = blank(text, at + 1);
                    if in_object {
                        at = self.name::<CONTROL>(text, at)?;
                    }
                    self.value::<CONTROL>(text, at)?
                }
                Some(b'}') if in_object => self.leave(at),
                Some(b']') if !in_object => self.leave(at),
                _ => return self.fail(Flaw::Grammar(at)),
            };
        }
        Some(at)
    }

    /// Reads a value that begins here, down to the first one that has no values of its own; answers where it ends.
    #[inline]
    fn value<const CONTROL: bool>(&mut self, text: &[u8], mut at: usize) -> Option<usize> {
        loop {
            let scalar = match text.get(at) {
                Some(b'"') => return self.string::<CONTROL>(text, at + 1),
                Some(b'{') => {
                    self.enter(b'{')?;
                    at = blank(text, at + 1);
                    if text.get(at) == Some(&b'}') {
                        return Some(at);
                    }
                    at = self.name::<CONTROL>(text, at)?;
                    continue;
                }
                Some(b'[') => {
                    self.enter(b'[')?;
                    at = blank(text, at + 1);
                    if text.get(at) == Some(&b']') {
                        return Some(at);
                    }
                    continue;
                }
                Some(b'-' | b'0'..=b'9') => number(text, at),
                Some(b't') => word(text, at, b"true"),
                Some(b'f') => word(text, at, b"false"),
                Some(b'n') => word(text, at, b"null"),
                _ => Err(Flaw::Grammar(at)),
            };
            return match scalar {
                Ok(end) => Some(end),
                Err(flaw) => self.fail(flaw),
            };
        }
    }

    fn enter(&mut self, bracket: u8) -> Option<()> {
        if self.open.len() == self.depth {
            return self.fail(Flaw::Limit(LimitExceeded::new("depth", self.depth)));
        }
        self.open.push(bracket);
        Some(())
    }

    /// Closes the bracket that is open; answers where the text goes on behind it.
    fn leave(&mut self, at: usize) -> usize {
        self.open.pop();
        at + 1
    }

    /// Reads a member's name and its colon; answers where its value begins.
    #[inline]
    fn name<const CONTROL: bool>(&mut self, text: &[u8], at: usize) -> Option<usize> {
        if text.get(at) != Some(&b'"') {
            return self.fail(Flaw::Grammar(at));
        }
        let end = self.string::<CONTROL>(text, at + 1)?;
        if !self.expected.is_empty() && self.open.len() == 1 {
            self.compare(&text[at + 1..end - 1]);
        }
        let colon = blank(text, end);
        if text.get(colon) != Some(&b':') {
            return self.fail(Flaw::Grammar(colon));
        }
        Some(blank(text, colon + 1))
    }

    fn compare(&mut self, name: &[u8]) {
        self.as_expected = self.as_expected.and_then(|count| {
            let expected = self.expected.get(count)?;
            (**expected == *name).then_some(count + 1)
        });
    }

    /// Reads on from behind the opening quote; answers where behind the closing one the text goes on.
    #[inline]
    fn string<const CONTROL: bool>(&mut self, text: &[u8], begun: usize) -> Option<usize> {
        let mut at = begun;
        loop {
            at = special::<CONTROL>(text, at);
            match text.get(at) {
                Some(b'"') => {
                    if at - begun > self.cell {
                        return self.fail(Flaw::Limit(LimitExceeded::new("cell", self.cell)));
                    }
                    return Some(at + 1);
                }
                Some(b'\\') => match escape(text, at + 1) {
                    Ok(end) => at = end,
                    Err(flaw) => return self.fail(flaw),
                },
                Some(_) => return self.fail(Flaw::Control),
                None => return self.fail(Flaw::Grammar(at)),
            }
        }
    }

    #[cold]
    #[inline(never)]
    fn fail<T>(&mut self, flaw: Flaw) -> Option<T> {
        self.flaw = flaw;
        None
    }
}

/// Whether a text holds control characters. Few do.
fn has_control(text: &[u8]) -> bool {
    text.iter().fold(u8::MAX, |least, byte| least.min(*byte)) < b' '
}

/// The next quote, backslash or (with `CONTROL`) control character, or the end.
#[inline]
fn special<const CONTROL: bool>(text: &[u8], mut at: usize) -> usize {
    while let Some(block) = text.get(at..).and_then(<[u8]>::first_chunk::<16>) {
        let bytes = u8x16::new(*block);
        let mut found = bytes.simd_eq(u8x16::splat(b'"')) | bytes.simd_eq(u8x16::splat(b'\\'));
        if CONTROL {
            found |= bytes.simd_lt(u8x16::splat(b' '));
        }
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
