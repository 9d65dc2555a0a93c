//! Checks the values in a `$filter` before it is sent.
//!
//! The services answer a word in another case, an age such as `7d` and text in double quotes with an empty list or a
//! bare 400. This module reads the comparisons of a filter by the types that the table gives its properties:
//!
//! | value | outcome |
//! | --- | --- |
//! | a known word in another case, or another word for it | replaced by the service's word, with a note |
//! | a misspelt word | an error with the word that is meant |
//! | an unknown word | sent, with a warning that lists the known ones |
//! | a word without quotes, text in double quotes | an error that shows the quotes |
//! | a time that is none, or in quotes | an error with the form |
//!
//! Only comparisons of the form `PROPERTY OPERATOR VALUE` and `PROPERTY in (VALUE, ...)` are read; everything else is
//! sent as it is.

use std::ops::Range;
use std::time::SystemTime;

use http_core::odata::properties;
use http_core::{FilterProperty, Kind, Operation, Param};

use super::{Filling, Note};
use crate::error::Result;
use crate::spelled::{Spelled, spelled};
use crate::time;

/// The operators that compare a property with a value.
const OPERATORS: [&str; 6] = ["eq", "ne", "gt", "ge", "lt", "le"];

impl Filling {
    /// Sets an OData filter, with known words as the service spells them.
    pub(super) fn filter(&mut self, param: &'static Param, label: &str, text: &str) -> Result<()> {
        let unknown = unfilterable(self.operation(), label, text);
        self.notes.extend(unknown.map(Note::Undocumented));
        let read = mended(self.operation(), text, self.now);
        let read = read.map_err(|message| self.invalid(format!("{label}: {message}")))?;
        self.notes.extend(read.notes);
        self.set(param, read.text.into());
        Ok(())
    }
}

/// A warning about the properties of a filter. The documents do not list every property that works, so none is refused.
pub(super) fn unfilterable(operation: &Operation, label: &str, filter: &str) -> Option<String> {
    let is_known = |property: &&str| {
        let mut known = operation.list.filterable.iter();
        known.any(|known| known.eq_ignore_ascii_case(property))
    };
    let mut unknown = properties(filter);
    unknown.retain(|property| !is_known(property));
    if operation.list.filterable.is_empty() || unknown.is_empty() {
        return None;
    }
    Some(format!(
        "{label}: {} not documented as filterable, sent as it is; documented are {}",
        match unknown[..] {
            [one] => format!("`{one}` is"),
            _ => format!("`{}` are", unknown.join("`, `")),
        },
        operation.list.filterable.join(", ")
    ))
}

/// A filter that can be sent, with what was noticed.
pub(super) struct Mended {
    pub(super) text: String,
    pub(super) notes: Vec<Note>,
}

/// The filter with known words as the service spells them.
///
/// # Errors
/// A sentence about the first value that cannot be right.
pub(super) fn mended(
    operation: &Operation,
    filter: &str,
    now: SystemTime,
) -> Result<Mended, String> {
    let tokens = tokens(filter)?;
    let mut mended = Mended {
        text: filter.to_owned(),
        notes: Vec::new(),
    };
    // From the end, so that the places of earlier values stay valid.
    for comparison in comparisons(operation, &tokens).iter().rev() {
        let Comparison { property, value } = comparison;
        match property.kind {
            Kind::Time => check_time(property, value, now)?,
            _ => word(property, value, &mut mended)?,
        }
    }
    mended.notes.reverse();
    Ok(mended)
}

/// A value that a property is compared with.
struct Comparison<'a> {
    property: &'static FilterProperty,
    value: &'a Token<'a>,
}

/// The comparisons whose property has a known type.
fn comparisons<'a>(operation: &Operation, tokens: &'a [Token<'a>]) -> Vec<Comparison<'a>> {
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let mut known = operation.list.filter_types.iter();
        let Some(property) = known.find(|known| {
            token.kind == TokenKind::Word && known.name.eq_ignore_ascii_case(token.text)
        }) else {
            continue;
        };
        let behind = tokens.get(at + 1..).unwrap_or_default();
        let [operator, values @ ..] = behind else {
            continue;
        };
        if OPERATORS.contains(&operator.text) {
            // `namespace'word'`, the long form of an enum, and `now()` are two tokens side by side.
            let is_long = matches!(values, [first, second, ..]
                if first.place.end == second.place.start && second.text.starts_with(['\'', '(']));
            let value = values.first().filter(|_| !is_long);
            found.extend(value.map(|value| Comparison { property, value }));
        } else if operator.text == "in" {
            let list = values.iter().take_while(|value| value.text != ")");
            let values = list.filter(|value| value.kind != TokenKind::Mark);
            found.extend(values.map(|value| Comparison { property, value }));
        }
    }
    found
}

/// Spells a word as the service does.
fn word(property: &FilterProperty, value: &Token<'_>, mended: &mut Mended) -> Result<(), String> {
    let name = property.name;
    if value.kind == TokenKind::Word {
        let is_plain = value.text.bytes().all(|byte| byte.is_ascii_alphabetic());
        return match is_plain && value.text != "null" {
            true => Err(format!(
                "text stands in single quotes: {name} '{}'",
                value.text
            )),
            false => Ok(()),
        };
    }
    if value.kind != TokenKind::Quoted {
        return Ok(());
    }
    let words = property.words();
    let inner = value.text.trim_matches('\'');
    match spelled(words, property.aliases, inner) {
        Spelled::Exact => {}
        Spelled::Known(word) => {
            mended
                .text
                .replace_range(value.place.clone(), &format!("'{word}'"));
            let note = format!("`{name}` '{inner}' is sent as '{word}'");
            mended.notes.push(Note::Read(note));
        }
        Spelled::Near(word) => {
            return Err(format!(
                "`{name}` has no word '{inner}'; do you mean '{word}'? An `api` call sends the filter as it is"
            ));
        }
        Spelled::Unknown => mended.notes.push(Note::Undocumented(format!(
            "`{name}` has no documented word '{inner}', sent as it is; documented are {}",
            words.join(", ")
        ))),
    }
    Ok(())
}

/// # Errors
/// A time in quotes, and a value that no service reads as a time.
fn check_time(property: &FilterProperty, value: &Token<'_>, now: SystemTime) -> Result<(), String> {
    let name = property.name;
    let inner = value.text.trim_matches('\'');
    // Dates, null and functions such as `now()` and `duration'P1D'` are left to the service.
    let is_date = inner.len() >= "2026-01-31".len()
        && inner.as_bytes().get(4) == Some(&b'-')
        && inner.starts_with(|first: char| first.is_ascii_digit());
    let is_function = inner.starts_with(|first: char| first.is_ascii_alphabetic())
        && time::absolute(inner, now).is_err()
        && value.kind == TokenKind::Word;
    match value.kind {
        TokenKind::Word if is_date || is_function => Ok(()),
        TokenKind::Quoted if is_date => Err(format!(
            "`{name}` is a time, which stands without quotes: {inner}"
        )),
        TokenKind::Mark => Ok(()),
        _ => Err(match time::absolute(inner, now) {
            Ok(time) => format!(
                "`{name}` takes no `{inner}`; that time is {time}, and --since and --until take it as it is written"
            ),
            Err(_) => format!(
                "`{name}` takes a time such as 2026-01-31T09:30:00Z, not `{}`",
                value.text
            ),
        }),
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TokenKind {
    /// A name, an operator, a number or a time.
    Word,
    /// Text in single quotes, with them.
    Quoted,
    /// A parenthesis or a comma.
    Mark,
}

/// A piece of a filter and its place in bytes.
struct Token<'a> {
    kind: TokenKind,
    text: &'a str,
    place: Range<usize>,
}

/// The pieces of a filter.
///
/// # Errors
/// Double quotes, and a single quote without its partner.
fn tokens(filter: &str) -> Result<Vec<Token<'_>>, String> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = filter[at..].chars().next() {
        let rest = &filter[at..];
        let (kind, length) = match first {
            '\'' => (TokenKind::Quoted, quoted(rest)?),
            '"' => {
                let inner = rest[1..].split('"').next().unwrap_or_default();
                return Err(format!("text stands in single quotes: '{inner}'"));
            }
            '(' | ')' | ',' => (TokenKind::Mark, 1),
            _ if first.is_whitespace() => {
                at += first.len_utf8();
                continue;
            }
            _ => {
                let ends = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',' | '\'' | '"');
                (TokenKind::Word, rest.find(ends).unwrap_or(rest.len()))
            }
        };
        let place = at..at + length;
        found.push(Token {
            kind,
            text: &filter[place.clone()],
            place,
        });
        at += length;
    }
    Ok(found)
}

/// The length of the text in single quotes that a filter begins with. A doubled quote is part of the text.
fn quoted(rest: &str) -> Result<usize, String> {
    let mut at = 1;
    while let Some(next) = rest[at..].find('\'') {
        at += next + 1;
        match rest[at..].starts_with('\'') {
            true => at += 1,
            false => return Ok(at),
        }
    }
    Err(format!("the text {rest} has no closing quote"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    static LIST: Operation = Operation::get("t.alerts.list", "/alerts").filter_types(&[
        FilterProperty::new("severity", Kind::Enum(&["Low", "High"]))
            .aliases(&[("Urgent", "High")]),
        FilterProperty::new("created", Kind::Time),
    ]);

    fn read(filter: &str) -> Result<(String, Vec<Note>), String> {
        mended(&LIST, filter, SystemTime::UNIX_EPOCH).map(|mended| (mended.text, mended.notes))
    }

    #[test]
    fn words_are_spelled_as_the_service_does() {
        for (filter, expected) in [
            ("severity eq 'high'", "severity eq 'High'"),
            ("severity eq 'High'", "severity eq 'High'"),
            (
                "severity in ('low','urgent') and x eq 'high'",
                "severity in ('Low','High') and x eq 'high'",
            ),
            (
                "not (Severity ne 'LOW') or severity eq 'high'",
                "not (Severity ne 'Low') or severity eq 'High'",
            ),
            (
                "severity eq n.s.severity'high'",
                "severity eq n.s.severity'high'",
            ),
            ("severity eq null", "severity eq null"),
            (
                "name eq 'it''s severity eq ''high'''",
                "name eq 'it''s severity eq ''high'''",
            ),
            ("created ge 2026-01-31", "created ge 2026-01-31"),
            ("created ge 2018-08-01Z", "created ge 2018-08-01Z"),
            (
                "created le now() sub duration'P1D'",
                "created le now() sub duration'P1D'",
            ),
        ] {
            let filter = read(filter).unwrap_or_else(|error| panic!("{filter}: {error}"));
            assert_eq!(filter.0, expected);
        }
    }

    #[test]
    fn what_cannot_be_right_is_refused_with_the_right_form() {
        for (filter, complaint) in [
            ("severity eq \"High\"", "single quotes: 'High'"),
            ("severity eq High", "single quotes: severity 'High'"),
            ("severity eq 'Hihg'", "do you mean 'High'"),
            ("severity in ('Low', 'Hihg')", "do you mean 'High'"),
            ("created ge 7d", "--since"),
            ("created ge today", "--since"),
            ("created ge '7d'", "--since"),
            ("created ge '2026-01-31T00:00:00Z'", "without quotes"),
            ("created ge 'soon'", "takes a time such as"),
            ("created ge 7", "takes a time such as"),
            ("name eq 'open", "no closing quote"),
        ] {
            let error = read(filter).unwrap_err();
            assert!(error.contains(complaint), "{filter}: {error}");
        }
    }

    #[test]
    fn a_word_that_resembles_no_known_one_is_sent_with_a_warning() {
        let (text, notes) = read("severity eq 'Extreme'").unwrap();
        assert_eq!(text, "severity eq 'Extreme'");
        assert!(matches!(&notes[..], [Note::Undocumented(said)] if said.ends_with("Low, High")));
    }

    proptest! {
        #[test]
        fn text_of_other_properties_is_never_touched(value in "\\PC{0,40}") {
            let filter = http_core::odata::Filter::eq("name", value.as_str()).to_string();
            prop_assert_eq!(read(&filter).unwrap().0, filter);
        }

        #[test]
        fn no_text_is_a_reason_to_panic(filter in "\\PC{0,60}") {
            let _ = read(&filter);
        }
    }
}
