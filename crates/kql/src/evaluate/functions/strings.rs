//! Functions of texts and regular expressions.
//!
//! Positions and lengths count characters. Text operators such as `has` are in `text`. A null argument is the empty
//! text. Regular expressions have the syntax of RE2, as at the service; `\1` in a replacement is the first group.
//!
//! - `tolower`, `toupper`: by Unicode. `reverse`, `strlen` (characters), `string_size` (bytes of UTF-8).
//! - `strcat(...)`, `strcat_delim(delimiter, ...)`, `strcat_array(list, delimiter)`: arguments of any type, as
//!   `tostring` gives them.
//! - `strrep(text, count, delimiter?)`: at most 1,024 repetitions, as documented.
//! - `strcmp(a, b)`: -1, 0 or 1 by code points.
//! - `substring(text, start, length?)`: a negative start counts from the end; a start beyond the end gives the empty
//!   text.
//! - `indexof(text, part, start?, length?, occurrence?)`: -1 if it is not found; a negative start counts from the
//!   end; null for an occurrence below 0 or a length below -1.
//! - `countof(text, part, kind?)`: places of plain text may overlap, matches of `regex` do not.
//! - `split(text, delimiter, index?)`: a list; with an index a list of that part, empty if there is none. An empty
//!   delimiter splits into characters.
//! - `replace_string(text, from, to)`, `replace_strings(text, froms, tos)` one pair after the other,
//!   `replace_regex(text, pattern, to)` and the older `replace(pattern, to, text)` with its other order.
//! - `extract(pattern, group, text, typeof(t)?)`: a group of the first match, 0 for all of it; without a match the
//!   empty text, or null for another type.
//! - `extract_all(pattern, groups?, text)`: a list of texts for one group, of lists for several; null without a
//!   match. The pattern needs a group.
//! - `trim(pattern, text)`, `trim_start`, `trim_end`: remove matches of a regular expression, again and again.
//! - `regex_quote(text)`, `isascii(text)`, `isutf8(text)` (always true here),
//!   `unicode_codepoints_from_string(text)`.
//! - `has_any_index(text, list)`: the place in the list of the first item that the text [has](Search::Has), or -1.
//!
//! Not evaluated: `indexof_regex`, `translate`, `to_utf8`, `make_string`, `format_bytes`,
//! `unicode_codepoints_to_string`.
//!
//! # Examples
//!
//! ```
//! # let now = "2026-01-01T00:00:00Z".parse()?;
//! # let value = |text: &str| -> Result<String, kql::Problem> {
//! #     let query = format!("print {text}");
//! #     let table = kql::evaluate(&query, &kql::Schema::new(), kql::Limits::default(), now)?;
//! #     Ok(table.rows[0][0].to_text())
//! # };
//! for (text, expected) in [
//!     ("strlen('äb')", "2"),
//!     ("string_size('äb')", "3"),
//!     ("toupper('äb')", "ÄB"),
//!     ("reverse('abc')", "cba"),
//!     ("strcat('a', 1, true)", "a1true"),
//!     ("strcat_delim('-', 'a', 'b')", "a-b"),
//!     ("strcat_array(dynamic([1, 'b']), '+')", "1+b"),
//!     ("strrep('ab', 2, '-')", "ab-ab"),
//!     ("strcmp('a', 'b')", "-1"),
//!     ("substring('abcdef', 1, 3)", "bcd"),
//!     ("substring('abcdef', -2)", "ef"),
//!     ("indexof('abcabc', 'c', 3)", "5"),
//!     ("indexof('abc', 'x')", "-1"),
//!     ("countof('aaaa', 'aa')", "3"),
//!     ("countof('aaaa', 'aa', 'regex')", "2"),
//!     ("split('a_b__c', '_')", "[\"a\",\"b\",\"\",\"c\"]"),
//!     ("split('a_b', '_', 1)", "[\"b\"]"),
//!     ("replace_string('a.b.c', '.', '-')", "a-b-c"),
//!     ("replace_strings('abc', dynamic(['a', 'b']), dynamic(['b', 'x']))", "xxc"),
//!     ("replace_regex('a1b22', @'(\\d+)', @'<\\1>')", "a<1>b<22>"),
//!     ("extract(@'(\\d+)-(\\d+)', 2, 'a 12-34', typeof(long))", "34"),
//!     ("extract('x', 0, 'abc')", ""),
//!     ("extract_all(@'(\\d)', 'a1b2')", "[\"1\",\"2\"]"),
//!     ("extract_all(@'(\\w)(\\d)', 'a1b2')", "[[\"a\",\"1\"],[\"b\",\"2\"]]"),
//!     ("trim(' ', '  a b ')", "a b"),
//!     ("trim_start('[^a]', 'xxab')", "ab"),
//!     ("regex_quote('a.b')", "a\\.b"),
//!     ("unicode_codepoints_from_string('aé')", "[97,233]"),
//!     ("has_any_index('this is it', dynamic(['x', 'is']))", "1"),
//! ] {
//!     assert_eq!(value(text)?, expected, "{text}");
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::cmp::Ordering;

use serde_json::Value;

use super::super::dynamic;
use super::{Window, at, length, number, text};
use crate::cell::Cell;
use crate::evaluate::context::Context;
use crate::evaluate::node::Builtin;
use crate::evaluate::text::finds;
use crate::kind::Kind;
use crate::syntax::{Search, Word};

#[expect(clippy::too_many_lines, reason = "one arm for each function")]
pub(super) fn find(name: &str) -> Option<Builtin> {
    Some(match name {
        "tolower" => |_, of| Cell::Text(text(of, 0).to_lowercase()),
        "toupper" => |_, of| Cell::Text(text(of, 0).to_uppercase()),
        "strlen" => |_, of| length(text(of, 0).chars().count()),
        "string_size" => |_, of| length(text(of, 0).len()),
        "strcat" => |_, of| Cell::Text(of.iter().map(Cell::to_text).collect()),
        "strcat_delim" => |context, of| {
            let parts: Vec<String> = of.iter().skip(1).map(Cell::to_text).collect();
            joined(context, &parts, &text(of, 0))
        },
        "strcat_array" => |context, of| {
            let parts = dynamic::items(at(of, 0))
                .into_iter()
                .map(|item| Cell::dynamic(item).to_text());
            joined(context, &parts.collect::<Vec<_>>(), &text(of, 1))
        },
        "strrep" => |context, of| {
            let times = usize::try_from(number(of, 1).unwrap_or(0))
                .unwrap_or(0)
                .min(1024);
            joined(context, &vec![text(of, 0); times], &text(of, 2))
        },
        "strcmp" => |_, of| {
            Cell::Long(match text(of, 0).cmp(&text(of, 1)) {
                Ordering::Less => -1,
                Ordering::Equal => 0,
                Ordering::Greater => 1,
            })
        },
        "reverse" => |_, of| Cell::Text(text(of, 0).chars().rev().collect()),
        "isascii" => |_, of| Cell::Bool(text(of, 0).is_ascii()),
        "isutf8" => |_, _| Cell::Bool(true),
        "substring" => substring,
        "indexof" => index_of,
        "countof" => count_of,
        "split" => split,
        "replace_string" => |context, of| {
            let (subject, from, to) = (text(of, 0), text(of, 1), text(of, 2));
            let grown = subject.matches(&from).count().saturating_mul(to.len());
            if from.is_empty() || !context.budget.take_each(grown / 4) {
                return Cell::Text(subject);
            }
            Cell::Text(subject.replace(&from, &to))
        },
        "replace_strings" => |context, of| {
            let (from, to) = (dynamic::items(at(of, 1)), dynamic::items(at(of, 2)));
            let mut subject = text(of, 0);
            for (from, to) in from.into_iter().zip(to) {
                let (from, to) = (Cell::dynamic(from).to_text(), Cell::dynamic(to).to_text());
                let grown = subject.matches(&from).count().saturating_mul(to.len());
                if !from.is_empty() && context.budget.take_each((grown + subject.len()) / 4) {
                    subject = subject.replace(&from, &to);
                }
            }
            Cell::Text(subject)
        },
        "replace" => |context, of| replace(context, &text(of, 2), &text(of, 0), &text(of, 1)),
        "replace_regex" => |context, of| replace(context, &text(of, 0), &text(of, 1), &text(of, 2)),
        "regex_quote" => |_, of| Cell::Text(regex::escape(&text(of, 0))),
        "extract" => extract,
        "extract_all" => extract_all,
        "trim" => |context, of| trim(context, of, true, true),
        "trim_start" => |context, of| trim(context, of, true, false),
        "trim_end" => |context, of| trim(context, of, false, true),
        "unicode_codepoints_from_string" => |context, of| {
            let text = text(of, 0);
            context.budget.take_each(text.len());
            Cell::Dynamic(
                text.chars()
                    .map(|letter| Value::from(u32::from(letter)))
                    .collect(),
            )
        },
        "has_any_index" => |_, of| {
            let word = Word {
                search: Search::Has,
                negated: false,
                cased: false,
            };
            let subject = text(of, 0);
            let mut items = dynamic::items(at(of, 1))
                .into_iter()
                .map(|item| Cell::dynamic(item).to_text());
            let found = items.position(|item| finds(word, &subject, &item));
            found.map_or(Cell::Long(-1), length)
        },
        _ => return None,
    })
}

/// Texts with another between them.
///
/// Costs a step for four bytes of the result, taken before it is built.
fn joined(context: &Context, parts: &[String], between: &str) -> Cell {
    let size =
        parts.iter().map(String::len).sum::<usize>() + parts.len().saturating_mul(between.len());
    if !context.budget.take_each(size / 4) {
        return Cell::Null;
    }
    Cell::Text(parts.join(between))
}

/// Characters from a place on. A negative place counts from the end.
///
/// A length below 0 counts as 0.
fn substring(_: &Context, of: &[Cell]) -> Cell {
    let subject = text(of, 0);
    let count = i64::try_from(subject.chars().count()).unwrap_or(i64::MAX);
    let start = number(of, 1).unwrap_or(0);
    let start = if start < 0 {
        (count + start).max(0)
    } else {
        start
    };
    let length = if of.len() > 2 {
        number(of, 2).unwrap_or(0).max(0)
    } else {
        i64::MAX
    };
    let (skip, take) = (
        usize::try_from(start).unwrap_or(usize::MAX),
        usize::try_from(length).unwrap_or(usize::MAX),
    );
    Cell::Text(subject.chars().skip(skip).take(take).collect())
}

/// The place of a text in another, in characters; -1 without it.
fn index_of(_: &Context, of: &[Cell]) -> Cell {
    let (subject, part) = (text(of, 0), text(of, 1));
    let Some(window) = Window::of(of, subject.chars().count()) else {
        return Cell::Null;
    };
    // The byte at which a character begins.
    let byte = |place: usize| {
        let at = subject.char_indices().nth(place);
        at.map_or(subject.len(), |(at, _)| at)
    };
    let (from, end) = (byte(window.start), byte(window.end));
    let found = subject[from..end].match_indices(&part).nth(window.skipped);
    let Some((found, _)) = found else {
        return Cell::Long(-1);
    };
    length(subject[..from + found].chars().count())
}

/// The number of places of a text. An empty text has none. `regex` as the third argument makes the part a pattern.
fn count_of(context: &Context, of: &[Cell]) -> Cell {
    let (subject, part) = (text(of, 0), text(of, 1));
    if text(of, 2) == "regex" {
        context.take_search(&part, &subject);
        return context.regex(&part).map_or(Cell::Null, |regex| {
            length(regex.find_iter(&subject).count())
        });
    }
    // Overlapping places count.
    let starts = subject.char_indices().map(|(at, _)| at);
    length(
        starts
            .filter(|at| !part.is_empty() && subject[*at..].starts_with(&part))
            .count(),
    )
}

/// The parts between delimiters. Two delimiters in a row have an empty part between them.
fn split(context: &Context, of: &[Cell]) -> Cell {
    let (subject, between) = (text(of, 0), text(of, 1));
    if !context.budget.take_each(subject.len()) {
        return Cell::Null;
    }
    let parts: Vec<Value> = match between.is_empty() {
        true => subject
            .chars()
            .map(|letter| letter.to_string().into())
            .collect(),
        false => subject.split(&between).map(Value::from).collect(),
    };
    match number(of, 2) {
        Some(wanted) => {
            let part = usize::try_from(wanted)
                .ok()
                .and_then(|wanted| parts.into_iter().nth(wanted));
            Cell::Dynamic(part.into_iter().collect())
        }
        None => Cell::Dynamic(Value::Array(parts)),
    }
}

/// Replaces matches. Groups are written `\1` in the language and `${1}` in the library.
///
/// A backslash before another character stands for that character. The size of the result is estimated and paid
/// before it is built.
fn replace(context: &Context, subject: &str, pattern: &str, rewrite: &str) -> Cell {
    if !context.take_search(pattern, subject) {
        return Cell::Null;
    }
    let Some(regex) = context.regex(pattern) else {
        return Cell::Null;
    };
    let mut by = String::new();
    let mut letters = rewrite.chars().peekable();
    let mut groups = 0_usize;
    while let Some(letter) = letters.next() {
        match (letter, letters.peek().copied()) {
            ('\\', Some(digit)) if digit.is_ascii_digit() => {
                letters.next();
                groups += 1;
                by.push_str(&format!("${{{digit}}}"));
            }
            ('\\', Some(other)) => {
                letters.next();
                by.push(other);
            }
            ('$', _) => by.push_str("$$"),
            (other, _) => by.push(other),
        }
    }
    let matches = regex.find_iter(subject).count();
    let grown = matches
        .saturating_mul(by.len())
        .saturating_add(groups.saturating_mul(subject.len()));
    if !context.budget.take_each(grown / 4) {
        return Cell::Null;
    }
    Cell::Text(regex.replace_all(subject, by.as_str()).into_owned())
}

/// A group of the first match, converted to a type if one is given.
///
/// Groups are counted from 1. A group that took part in no match is like no match.
fn extract(context: &Context, of: &[Cell]) -> Cell {
    let (pattern, subject) = (text(of, 0), text(of, 2));
    let group = usize::try_from(number(of, 1).unwrap_or(0)).unwrap_or(0);
    context.take_search(&pattern, &subject);
    let regex = context.regex(&pattern);
    let found = regex.and_then(|regex| {
        let captures = regex.captures(&subject)?;
        Some(captures.get(group)?.as_str().to_owned())
    });
    let kind = Kind::of(&text(of, 3)).unwrap_or(Kind::Text);
    match (found, kind) {
        (Some(found), kind) => Cell::Text(found).converted(kind),
        (None, Kind::Text) => Cell::Text(String::new()),
        (None, _) => Cell::Null,
    }
}

/// The groups of all matches: texts for one group, lists of texts for several.
///
/// Groups by name are not read: the list has numbers.
fn extract_all(context: &Context, of: &[Cell]) -> Cell {
    let pattern = text(of, 0);
    let (wanted, subject) = match of.len() {
        2 => (None, text(of, 1)),
        _ => (Some(dynamic::items(at(of, 1))), text(of, 2)),
    };
    context.take_search(&pattern, &subject);
    if !context.budget.take_each(subject.len()) {
        return Cell::Null;
    }
    let Some(regex) = context.regex(&pattern) else {
        return Cell::Null;
    };
    let groups: Vec<usize> = match wanted {
        Some(wanted) => {
            let places = wanted
                .iter()
                .filter_map(|one| usize::try_from(one.as_u64()?).ok());
            places.collect()
        }
        None => (1..regex.captures_len()).collect(),
    };
    let found: Vec<Value> = regex
        .captures_iter(&subject)
        .map(|captures| {
            let mut texts = groups
                .iter()
                .map(|group| captures.get(*group).map_or("", |part| part.as_str()));
            match groups.len() {
                1 => texts.next().unwrap_or_default().into(),
                _ => texts.map(Value::from).collect(),
            }
        })
        .collect();
    if found.is_empty() {
        Cell::Null
    } else {
        Cell::Dynamic(Value::Array(found))
    }
}

/// Removes matches of a regular expression from the ends.
///
/// The pattern is put into `^(?:...)+` and `(?:...)+$`.
fn trim(context: &Context, of: &[Cell], start: bool, end: bool) -> Cell {
    let (pattern, mut subject) = (text(of, 0), text(of, 1));
    for (wanted, anchored) in [
        (start, format!("^(?:{pattern})+")),
        (end, format!("(?:{pattern})+$")),
    ] {
        if !wanted || !context.take_search(&anchored, &subject) {
            continue;
        }
        if let Some(regex) = context.regex(&anchored) {
            subject = regex.replace(&subject, "").into_owned();
        }
    }
    Cell::Text(subject)
}
