//! Checks that text is one JSON value, without decoding it, and mends strings.
//!
//! Records pass through as their own bytes. Unchecked, a single `NaN` or control character would end a
//! reader downstream, hours after the program reported success. The checker covers the whole grammar of
//! RFC 8259 and the encoding, in the pass that finds the end of a record.
//!
//! # How it is fast
//!
//! - UTF-8 is validated by SIMD, and control characters are searched for once per text. Few texts have
//!   any, so the walk is compiled twice, and the usual one need not look for them.
//! - Most bytes are inside strings, which are skipped 16 at a time to the next quote or backslash.
//! - Functions of the walk return `Option<usize>`, which fits into registers; the reason of a failure is
//!   stored in the checker.
//!
//! # Mending
//!
//! Where only the text of a string is wrong, [`mend`] rewrites it: bytes that are not UTF-8 and lone
//! surrogates become U+FFFD, control characters and stray backslashes are escaped. Any other flaw is
//! final. The result must be checked again.

mod mend;

use std::fmt;

use wide::u8x16;

pub(crate) use self::mend::mend;
use crate::limits::{LimitExceeded, Limits};

/// Why a text is not one JSON value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flaw {
    /// Bytes that are not UTF-8.
    Encoding,
    /// A control character in a string that is not escaped.
    Control,
    /// A backslash in a string that does not begin an escape.
    Escape,
    /// Half of a surrogate pair. The grammar allows it, but readers disagree about it.
    Surrogate,
    /// Any other violation of the grammar, at this byte.
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
            Self::Grammar(at) => write!(f, "unexpected character at byte {at}"),
            Self::Limit(limit) => limit.fmt(f),
        }
    }
}

/// Checks texts one after the other, reusing its memory.
#[derive(Debug)]
pub(crate) struct Checker {
    depth: usize,
    cell: usize,
    /// The open brackets, outermost first. Nesting uses this stack and not that of the thread.
    open: Vec<u8>,
    /// The flaw of the last text that failed.
    flaw: Flaw,
    /// Expected names of the members of a record, in order. Empty: none are expected.
    expected: Vec<Box<[u8]>>,
    /// Number of members that matched so far, `None` once one did not.
    as_expected: Option<usize>,
}

impl Checker {
    /// A checker with the limits `depth` and `cell`.
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

    /// Sets the expected members. Tables have the same columns in each record, which is cheaper to verify
    /// during the walk than to decode.
    pub(crate) fn expect(&mut self, names: impl Iterator<Item = Box<[u8]>>) {
        self.expected = names.collect();
    }

    /// Whether the last text had exactly the expected members, in order.
    pub(crate) fn was_as_expected(&self) -> bool {
        self.as_expected == Some(self.expected.len())
    }

    /// Checks that a text is one value, with white space around it at most.
    ///
    /// # Errors
    /// The first [`Flaw`], though encoding comes before all others.
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

    /// The end of the object or array at the beginning of the text. `None` if it is incomplete or flawed:
    /// the slower path then finds out which.
    #[inline]
    pub(crate) fn end_of(&mut self, text: &[u8]) -> Option<usize> {
        let end = self.walk::<false>(text, 0)?;
        let value = text.get(..end)?;
        let is_clean = simdutf8::basic::from_utf8(value).is_ok() && !has_control(value);
        is_clean.then_some(end)
    }

    /// Walks over the value at `begun` and returns its end. On `None` the reason is in `self.flaw`.
    /// Control characters in strings are detected only with `CONTROL`.
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

    /// Enters nested values down to the first scalar or empty bracket, and returns its end.
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

    /// Opens a bracket, within the limit `depth`.
    fn enter(&mut self, bracket: u8) -> Option<()> {
        if self.open.len() == self.depth {
            return self.fail(Flaw::Limit(LimitExceeded::new("depth", self.depth)));
        }
        self.open.push(bracket);
        Some(())
    }

    /// Closes the innermost bracket and returns the position behind it.
    fn leave(&mut self, at: usize) -> usize {
        self.open.pop();
        at + 1
    }

    /// Walks over the name of a member and its colon, and returns the position of the value.
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

    /// Compares a name with the expected one, byte by byte: an escaped spelling does not match.
    fn compare(&mut self, name: &[u8]) {
        self.as_expected = self.as_expected.and_then(|count| {
            let expected = self.expected.get(count)?;
            (**expected == *name).then_some(count + 1)
        });
    }

    /// Walks from behind an opening quote and returns the position behind the closing one.
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

    /// Stores the flaw. Kept out of line, so that the walk stays small.
    #[cold]
    #[inline(never)]
    fn fail<T>(&mut self, flaw: Flaw) -> Option<T> {
        self.flaw = flaw;
        None
    }
}

/// Whether a text holds control characters. The minimum of all bytes is vectorized by the compiler.
fn has_control(text: &[u8]) -> bool {
    text.iter().fold(u8::MAX, |least, byte| least.min(*byte)) < b' '
}

/// The position of the next quote, backslash or, with `CONTROL`, control character; else the end.
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

/// Reads an escape from behind its backslash and returns the position behind it. A surrogate must be
/// followed by its other half.
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

/// The UTF-16 unit of four hexadecimal digits.
fn unit(text: &[u8], at: usize) -> Option<u16> {
    let digits = text.get(at..at + 4)?;
    let mut digits = digits.iter().map(|&digit| char::from(digit).to_digit(16));
    digits.try_fold(0, |unit, digit| {
        let digit = u16::try_from(digit?).ok()?;
        Some(unit << 4 | digit)
    })
}

/// The position of the next byte that is not white space.
#[inline]
fn blank(text: &[u8], mut at: usize) -> usize {
    while matches!(text.get(at), Some(b' ' | b'\t' | b'\r' | b'\n')) {
        at += 1;
    }
    at
}

/// Reads `true`, `false` or `null`.
fn word(text: &[u8], at: usize, word: &[u8]) -> Result<usize, Flaw> {
    let rest = text.get(at..).unwrap_or_default();
    if rest.starts_with(word) {
        Ok(at + word.len())
    } else {
        Err(Flaw::Grammar(at))
    }
}

/// Reads a number. Only its form is checked; its digits are passed through, however many.
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

#[cfg(test)]
mod tests;
