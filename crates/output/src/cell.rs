//! Values as text for tables and separated values.
//!
//! A cell has no JSON syntax: a person reads `High`, not `"High"`. What a program could misread is handled where the
//! cell is written: quotes by CSV, unsafe characters by [`escape`], formulas by [`unformula`].

use std::borrow::Cow;

use serde_json::value::RawValue;

use crate::terminal::{self, Notation, is_unsafe};
use crate::text::compact;

/// JSON text as plain text: strings without quotes, nothing for null, compact JSON for objects and arrays. Numbers keep
/// their digits.
pub(crate) fn plain(text: &str) -> Cow<'_, str> {
    if text == "null" {
        return Cow::Borrowed("");
    }
    if text.starts_with('"') {
        if !text.contains('\\') {
            return Cow::Borrowed(text.trim_matches('"'));
        }
        return serde_json::from_str(text).map_or(Cow::Borrowed(text), Cow::Owned);
    }
    if text.starts_with(['{', '[']) && text.contains(char::is_whitespace) {
        let mut short = Vec::with_capacity(text.len());
        compact(text.as_bytes(), &mut short);
        return String::from_utf8(short).map_or(Cow::Borrowed(text), Cow::Owned);
    }
    Cow::Borrowed(text)
}

/// JSON text as a person reads it in a table: like [`plain`], and a list of plain values as `a, b`.
pub(crate) fn readable(text: &str) -> Cow<'_, str> {
    let Some(elements) = plain_elements(text) else {
        return plain(text);
    };
    let elements: Vec<_> = elements
        .iter()
        .map(|element| plain(element.get()))
        .collect();
    elements.join(", ").into()
}

/// The elements of an array without objects and arrays. `None` for anything else.
pub(crate) fn plain_elements(text: &str) -> Option<Vec<&RawValue>> {
    if !text.starts_with('[') {
        return None;
    }
    let elements: Vec<&RawValue> = serde_json::from_str(text).ok()?;
    let is_plain = |element: &&RawValue| !element.get().starts_with(['{', '[']);
    elements.iter().all(is_plain).then_some(elements)
}

/// Escapes every [unsafe](is_unsafe) character, so that the text stays on one line of a terminal: ESC becomes
/// `\u{1b}`, a line end `\n`.
///
/// Use it for single texts of a service in messages and prompts. Text without such characters is not copied.
///
/// ```
/// assert_eq!(output::escape("a\u{1b}[2Jb\n"), "a\\u{1b}[2Jb\\n");
/// ```
pub fn escape(text: &str) -> Cow<'_, str> {
    escape_unless(text, |_| false)
}

/// Like [`escape`], but keeps line ends, for texts of several lines such as descriptions.
///
/// ```
/// assert_eq!(output::escape_lines("one\ntwo\r"), "one\ntwo\\r");
/// ```
pub fn escape_lines(text: &str) -> Cow<'_, str> {
    escape_unless(text, |character| character == '\n')
}

fn escape_unless(text: &str, keep: impl Fn(char) -> bool) -> Cow<'_, str> {
    let is_unsafe = |character: char| !keep(character) && is_unsafe(character);
    if !text.contains(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        if is_unsafe(character) {
            terminal::push(character, Notation::Text, &mut safe);
        } else {
            safe.push(character);
        }
    }
    Cow::Owned(safe)
}

/// Puts a quote before text that a spreadsheet would evaluate as a formula. Numbers such as `-1` are left alone.
pub(crate) fn unformula(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) && text.parse::<f64>().is_err() {
        Cow::Owned(format!("'{text}"))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain_of(text: &str) -> String {
        plain(text).into_owned()
    }

    #[test]
    fn values_become_plain_text() {
        assert_eq!(plain_of("null"), "");
        assert_eq!(plain_of("\"\""), "");
        assert_eq!(plain_of("1.50"), "1.50");
        assert_eq!(plain_of(r#""a\"b\u00e9""#), "a\"bé");
        assert_eq!(plain_of("[ 1, {\"a\": \"x y\"} ]"), "[1,{\"a\":\"x y\"}]");
    }

    #[test]
    fn text_cannot_act_on_a_terminal() {
        assert_eq!(
            escape("a\u{1b}[31mb\u{7}\r\n\tc"),
            "a\\u{1b}[31mb\\u{7}\\r\\n\\tc"
        );
        assert_eq!(
            escape("exe\u{202e}gnp.\u{200b}\u{9b}"),
            "exe\\u{202e}gnp.\\u{200b}\\u{9b}"
        );
        assert_eq!(escape("Ünïcode 日本"), "Ünïcode 日本");
        assert_eq!(escape_lines("a\nb\u{1b}"), "a\nb\\u{1b}");
    }

    #[test]
    fn formulas_are_quoted_and_numbers_are_not() {
        for text in ["=1+1", "+cmd", "-x", "@a", "\tb"] {
            assert_eq!(unformula(text.into()), format!("'{text}"));
        }
        for text in ["-5", "+1.5", "a=b", ""] {
            assert_eq!(unformula(text.into()), text);
        }
    }
}
