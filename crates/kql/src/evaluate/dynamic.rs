//! Dynamic values: literals, members and items.
//!
//! Dynamic values are JSON values. Members keep the order of the text. A time or timespan in a list is its text,
//! because JSON has no such types: `make_list(Timestamp)` holds texts, which `todatetime` reads.
//!
//! # Examples
//!
//! ```
//! # let now = "2026-01-01T00:00:00Z".parse()?;
//! # let rows = |query: &str| -> Result<Vec<String>, kql::Problem> {
//! #     let table = kql::evaluate(query, &kql::Schema::new(), kql::Limits::default(), now)?;
//! #     let row = |cells: &Vec<kql::Cell>| cells.iter().map(kql::Cell::to_text).collect::<Vec<_>>().join(",");
//! #     Ok(table.rows.iter().map(row).collect())
//! # };
//! let value = |text: &str| -> Result<String, kql::Problem> { Ok(rows(&format!("print {text}"))?.concat()) };
//! assert_eq!(value("dynamic({'a': {'b': 5}}).a.b")?, "5");
//! assert_eq!(value("dynamic({'a b': 5})['a b']")?, "5");
//! assert_eq!(value("dynamic([5, 6, 7])[0]")?, "5");
//! assert_eq!(value("dynamic([5, 6, 7])[-1]")?, "7");
//! assert_eq!(value("isnull(dynamic([5])[3])")?, "true");
//! assert_eq!(value("isnull(dynamic({'a': 5}).A)")?, "true");
//! // A text that holds JSON has members too.
//! assert_eq!(value("parse_json('[1, {\"a\": 2}]')[1].a")?, "2");
//! assert_eq!(value("dynamic({'a': 5}).a + 1")?, "6");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde_json::Value;

use crate::cell::Cell;
use crate::token::{TokenKind, text_value, tokens};

/// The value of `dynamic(...)`: JSON, in which texts may also be in single quotes or verbatim.
///
/// `null` inside is JSON's null. Literals of the language (`datetime(...)`) make the value invalid.
pub(super) fn literal(raw: &str) -> Option<Value> {
    if let Ok(value) = serde_json::from_str(raw) {
        return Some(value);
    }
    let mut json = String::with_capacity(raw.len());
    for token in tokens(raw) {
        match token.kind {
            TokenKind::Text => json.push_str(&Value::from(text_value(token.text)).to_string()),
            TokenKind::Unclosed | TokenKind::Invalid => return None,
            _ => json.push_str(token.text),
        }
    }
    serde_json::from_str(&json).ok()
}

/// A value read from JSON text. Text that is not JSON stays a text.
///
/// As `parse_json` does: nothing is refused.
pub(super) fn parsed(text: &str) -> Cell {
    match serde_json::from_str(text) {
        Ok(value) => Cell::dynamic(value),
        Err(_) if text.is_empty() => Cell::Null,
        Err(_) => Cell::Dynamic(Value::from(text)),
    }
}

/// The dynamic value of a cell. Texts are read as JSON: columns that are documented as text hold JSON too.
///
/// Only texts that begin with a brace or bracket are read.
pub(super) fn of_cell(cell: &Cell) -> Value {
    match cell {
        Cell::Dynamic(Value::String(text)) | Cell::Text(text) if text.starts_with(['{', '[']) => {
            serde_json::from_str(text).unwrap_or_default()
        }
        Cell::Dynamic(value) => value.clone(),
        Cell::Text(_) => Value::Null,
        other => other.to_dynamic(),
    }
}

/// A member of an object. Null without it.
///
/// Names are matched exactly.
pub(super) fn member(cell: &Cell, name: &str) -> Cell {
    let found = match cell {
        Cell::Dynamic(Value::Object(members)) => members.get(name).cloned(),
        other => of_cell(other).get(name).cloned(),
    };
    Cell::dynamic(found.unwrap_or_default())
}

/// An item of a list by its number, from the end if negative, or a member by its name.
///
/// Out of range is null.
pub(super) fn item(cell: &Cell, index: &Cell) -> Cell {
    match index {
        Cell::Text(name) | Cell::Dynamic(Value::String(name)) => member(cell, name),
        index => {
            let (Some(index), Value::Array(items)) = (index.whole(), of_cell(cell)) else {
                return Cell::Null;
            };
            let count = i64::try_from(items.len()).unwrap_or(i64::MAX);
            let place = if index < 0 { count + index } else { index };
            let found = usize::try_from(place)
                .ok()
                .and_then(|place| items.into_iter().nth(place));
            Cell::dynamic(found.unwrap_or_default())
        }
    }
}

/// The items of a list. A single value is a list of one; null is empty.
///
/// An object is one item.
pub(super) fn items(cell: &Cell) -> Vec<Value> {
    match cell {
        Cell::Null => Vec::new(),
        Cell::Dynamic(Value::Array(items)) => items.clone(),
        other => match of_cell(other) {
            Value::Array(items) => items,
            Value::Null => vec![other.to_dynamic()],
            value => vec![value],
        },
    }
}
