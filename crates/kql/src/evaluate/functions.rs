//! Scalar functions by name. A name that is missing here is not evaluated.
//!
//! `geo_info_from_ip_address` returns an empty object, which the service does for addresses it does not know.
//!
//! Sources: the vendor's KQL reference of Azure Data Explorer, a page for each function (`indexof-function`,
//! `array-slice-function` and so on). The modules list what each function does with nulls, limits and odd arguments.
//! A deviation from a page is named there.
//!
//! # Rules of all functions
//!
//! - Names are matched exactly: the language distinguishes letter case here.
//! - The check has tested number and types of arguments before. An argument whose type only the data shows can still
//!   be wrong; the result is then null, never an error.
//! - A null gives null unless the list below says otherwise. Functions that return text give the empty text:
//!   `string` has no null.
//! - Texts are counted in characters (code points), places begin at 0.
//! - A function is pure: the same arguments give the same value. `now()`, `ago()`, `rand()` and `new_guid()` depend
//!   on the time of the query only.
//! - Work that grows with the size of an argument takes steps. Without steps left the function returns null at once,
//!   and the operator then refuses the query.
//!
//! # Conversions and tests of values
//!
//! - `tostring(x)`: empty for null; a list or object as JSON; a time in ISO 8601 with seven digits of a second; a
//!   timespan as `d.hh:mm:ss.fffffff`.
//! - `toint(x)`, `tolong(x)`: fractions of numbers are cut off, `0x1f` is read as hexadecimal, a bool is 0 or 1, a
//!   timespan is its ticks of 100 ns. Null for other text, and for numbers beyond 32 bits in `toint`.
//! - `toreal(x)`, `todouble(x)`, `todecimal(x)`: all three have the precision of `f64`.
//! - `tobool(x)`: `true` and `false` in any case, numbers other than 0 are true.
//! - `todatetime(x)`: text in the forms of a `datetime` literal. Null for numbers; use
//!   `unixtime_seconds_todatetime`.
//! - `totimespan(x)`: text such as `7d` or `1.02:03:04`.
//! - `toguid(x)`: 32 hexadecimal digits, braces allowed, letters become small.
//! - `parse_json(x)`, `todynamic(x)`: text that is not JSON stays a text; the empty text is null.
//! - `dynamic_to_json(x)`: JSON text.
//! - `isempty(x)`: true for null and the empty text. `isnull(x)`: true for null; of a `string` column it is always
//!   false at the service, where a missing text is empty.
//! - `not(x)`: null stays null. As a condition neither `x` nor `not(x)` holds then.
//! - `gettype(x)`: the type of the value and not of its column: `array` and `dictionary` for dynamic values, `null`
//!   for null.
//! - `new_guid()`: a GUID of version 4, which is the same in each run with the same time.
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
//!     ("tostring(dynamic({'a': [1, 2]}))", "{\"a\":[1,2]}"),
//!     ("tostring(datetime(2026-01-02))", "2026-01-02T00:00:00.0000000Z"),
//!     ("tostring(90m)", "01:30:00"),
//!     ("tostring(1.5d)", "1.12:00:00"),
//!     ("toint('0x1f')", "31"),
//!     ("toint(2.9)", "2"),
//!     ("toint(3000000000)", ""),
//!     ("tolong('five')", ""),
//!     ("toreal('1.5')", "1.5"),
//!     ("tobool('TRUE')", "true"),
//!     ("tobool(0)", "false"),
//!     ("todatetime('2026-01-02 03:04')", "2026-01-02T03:04:00.0000000Z"),
//!     ("isnull(todatetime('2026'))", "true"),
//!     ("totimespan('1.02:03:04')", "1.02:03:04"),
//!     ("parse_json('{\"a\": {\"b\": 7}}').a.b", "7"),
//!     ("parse_json('plain')", "plain"),
//!     ("isempty('')", "true"),
//!     ("isnull(long(null))", "true"),
//!     ("not(1 == 2)", "true"),
//!     ("not(bool(null))", ""),
//!     ("gettype(dynamic([1]))", "array"),
//!     ("gettype(dynamic({'a': 1}))", "dictionary"),
//!     ("toguid('74BE27DE-1E4E-49D9-B579-FE0B331D3642')", "74be27de-1e4e-49d9-b579-fe0b331d3642"),
//! ] {
//!     assert_eq!(value(text)?, expected, "{text}");
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod encode;
mod lists;
mod network;
mod numbers;
mod strings;
mod times;

use serde_json::{Map, Value};

use super::context::Context;
use super::dynamic;
use super::node::Builtin;
use crate::cell::Cell;
use crate::kind::Kind;

pub(super) use lists::pack;
pub(super) use network::is_in;

/// A function by its name.
///
/// The families are asked one after the other. A name stands in one of them only.
///
/// Calls that must not evaluate all their arguments (`iff`, `case`, `coalesce`), that see other rows (`row_number`,
/// `prev`) or names of columns (`pack_all`, `column_ifexists`) take names instead of values. `bind` reads them before
/// it asks here.
pub(super) fn find(name: &str) -> Option<Builtin> {
    general(name)
        .or_else(|| strings::find(name))
        .or_else(|| times::find(name))
        .or_else(|| lists::find(name))
        .or_else(|| numbers::find(name))
        .or_else(|| network::find(name))
        .or_else(|| encode::find(name))
}

/// Whether the first argument is a regular expression.
///
/// A pattern that is written out is compiled once, before a row is read, so that an invalid one is a problem of the
/// query. An invalid pattern from the data gives null.
pub(super) fn takes_regex(name: &str) -> bool {
    matches!(
        name,
        "extract" | "extract_all" | "replace" | "trim" | "trim_start" | "trim_end"
    )
}

/// Conversions and tests of values.
///
/// Names of types as functions (`long(x)`) are read here when their argument is not a literal.
fn general(name: &str) -> Option<Builtin> {
    Some(match name {
        "tostring" | "string" => |_, of| Cell::Text(at(of, 0).to_text()),
        "toint" | "int" => |_, of| at(of, 0).converted(Kind::Int),
        "tolong" | "long" => |_, of| at(of, 0).converted(Kind::Long),
        "toreal" | "todouble" | "todecimal" | "real" | "double" | "decimal" => {
            |_, of| at(of, 0).converted(Kind::Real)
        }
        "tobool" | "toboolean" | "bool" | "boolean" => |_, of| at(of, 0).converted(Kind::Bool),
        "todatetime" => |_, of| at(of, 0).converted(Kind::Time),
        "totimespan" => |_, of| at(of, 0).converted(Kind::Span),
        "toguid" => |_, of| guid(at(of, 0)),
        "todynamic" | "parse_json" | "parsejson" | "toobject" => parse_json,
        "dynamic_to_json" => |_, of| Cell::Text(at(of, 0).to_dynamic().to_string()),
        "isempty" => |_, of| Cell::Bool(at(of, 0).to_text().is_empty()),
        "isnotempty" | "notempty" => |_, of| Cell::Bool(!at(of, 0).to_text().is_empty()),
        // A text is never null in the language, so a missing one is empty.
        "isnull" => |_, of| Cell::Bool(at(of, 0).is_null()),
        "isnotnull" | "notnull" => |_, of| Cell::Bool(!at(of, 0).is_null()),
        "not" => not,
        "gettype" => |_, of| Cell::Text(type_name(at(of, 0)).to_owned()),
        "new_guid" => new_guid,
        _ => return None,
    })
}

/// An argument. Null if it is missing.
fn at(arguments: &[Cell], place: usize) -> &Cell {
    const NULL: &Cell = &Cell::Null;
    arguments.get(place).unwrap_or(NULL)
}

/// An argument as text.
fn text(arguments: &[Cell], place: usize) -> String {
    at(arguments, place).to_text()
}

/// An argument as a whole number.
///
/// Fractions are cut off, text is not a number. `None` for a missing argument.
fn number(arguments: &[Cell], place: usize) -> Option<i64> {
    at(arguments, place).whole()
}

/// The part of a text or list in which `indexof` and `array_index_of` look.
struct Window {
    /// First place.
    start: usize,
    /// First place after the part.
    end: usize,
    /// Places that are found before the wanted one.
    skipped: usize,
}

impl Window {
    /// The arguments `start`, `length` and `occurrence` after the first two. A negative start counts from the end, a
    /// length of -1 has no limit. `None`, which gives null, for an occurrence below 0 or a length below -1.
    fn of(arguments: &[Cell], count: usize) -> Option<Self> {
        let start = number(arguments, 2).unwrap_or(0);
        let length = number(arguments, 3).unwrap_or(-1);
        let wanted = number(arguments, 4).unwrap_or(1);
        if length < -1 || wanted < 0 {
            return None;
        }
        let place = usize::try_from(start.unsigned_abs()).unwrap_or(usize::MAX);
        let start = if start < 0 {
            count.saturating_sub(place)
        } else {
            place.min(count)
        };
        let end =
            usize::try_from(length).map_or(count, |length| start.saturating_add(length).min(count));
        let skipped = usize::try_from(wanted).unwrap_or(usize::MAX);
        Some(Self {
            start,
            end,
            skipped: skipped.saturating_sub(1),
        })
    }
}

fn length(count: usize) -> Cell {
    Cell::Long(i64::try_from(count).unwrap_or(i64::MAX))
}

/// An object from members.
fn object<const N: usize>(members: [(&str, Value); N]) -> Cell {
    let members = members.map(|(name, value)| (name.to_owned(), value));
    Cell::Dynamic(Value::Object(Map::from_iter(members)))
}

/// Negation. Null stays null.
pub(super) fn not(_: &Context, of: &[Cell]) -> Cell {
    match at(of, 0) {
        Cell::Bool(yes) | Cell::Dynamic(Value::Bool(yes)) => Cell::Bool(!yes),
        _ => Cell::Null,
    }
}

/// Costs a step for each byte of the text.
fn parse_json(context: &Context, of: &[Cell]) -> Cell {
    match at(of, 0) {
        Cell::Text(text) | Cell::Dynamic(Value::String(text)) => {
            if !context.budget.take_each(text.len()) {
                return Cell::Null;
            }
            dynamic::parsed(text)
        }
        other => other.converted(Kind::Dynamic),
    }
}

/// Dashes may stand anywhere, as the service accepts several forms of a GUID.
fn guid(cell: &Cell) -> Cell {
    let text = cell.to_text().trim_matches(['{', '}']).to_ascii_lowercase();
    let digits = text.chars().filter(char::is_ascii_hexdigit).count();
    let is_guid = digits == 32
        && text
            .chars()
            .all(|letter| letter.is_ascii_hexdigit() || letter == '-');
    if is_guid {
        Cell::Text(text)
    } else {
        Cell::Null
    }
}

/// The pseudo-random numbers are a sequence that begins with the time of the query. They are not for secrets.
fn new_guid(context: &Context, _: &[Cell]) -> Cell {
    let (high, low) = (context.random(), context.random());
    Cell::Text(format!(
        "{:08x}-{:04x}-4{:03x}-a{:03x}-{:012x}",
        high >> 32,
        high >> 16 & 0xffff,
        high & 0xfff,
        low >> 48 & 0xfff,
        low & 0xffff_ffff_ffff
    ))
}

/// The name that `gettype` returns.
fn type_name(cell: &Cell) -> &'static str {
    match cell {
        Cell::Null | Cell::Dynamic(Value::Null) => "null",
        Cell::Bool(_) | Cell::Dynamic(Value::Bool(_)) => "bool",
        Cell::Long(_) => "long",
        Cell::Real(_) => "real",
        Cell::Text(_) | Cell::Dynamic(Value::String(_)) => "string",
        Cell::Time(_) => "datetime",
        Cell::Span(_) => "timespan",
        Cell::Dynamic(Value::Array(_)) => "array",
        Cell::Dynamic(Value::Object(_)) => "dictionary",
        Cell::Dynamic(Value::Number(number)) if number.is_f64() => "real",
        Cell::Dynamic(Value::Number(_)) => "long",
    }
}
