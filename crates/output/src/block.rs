//! One record for a person: a line for each member, nested objects indented, lists of objects as small tables.
//!
//! ```text
//! id        da63
//! title     Suspicious PowerShell
//! tags      a, b
//! device
//!   name      wks-7
//! evidence
//!   entityType  fileName
//!   File        a.exe
//! (empty)   assignedTo, classification
//! ```
//!
//! Plain members come first, nested ones after them, and the names of members without a value last; within nested objects
//! such members are left out. Long text continues below its own column. `@odata.context`, which describes the answer and not the record, is left out.

use std::borrow::Cow;
use std::io::{self, Write};

use serde_json::value::RawValue;
use unicode_width::UnicodeWidthStr;

use crate::cell::{escape, escape_lines, plain_elements, readable};
use crate::choice::Source;
use crate::columns::Columns;
use crate::fit::{self, GAP, Wanted};
use crate::members::Members;
use crate::terminal::Out;
use crate::wrap::wrapped;

/// Blanks of each level.
const STEP: usize = 2;

/// Values nested deeper are written as JSON.
const DEEPEST: usize = 8;

/// The widest names of members that values are aligned to.
const WIDEST_NAME: usize = 32;

/// A member that describes the answer.
const CONTEXT: &str = "@odata.context";

/// The name before members without a value.
const EMPTY: &str = "(empty)";

/// Writes the members of a record. `width` is that of the terminal; `None` wraps nothing.
pub(crate) fn write(
    members: &[(&str, &str)],
    width: Option<usize>,
    out: &mut Out<'_>,
) -> io::Result<()> {
    let mut text = String::new();
    let block = Block { width, indent: 0 };
    let shown = members.iter().filter(|(name, _)| *name != CONTEXT);
    block.members(shown.copied().collect(), &mut text);
    out.write_all(text.as_bytes())
}

/// Where a block stands.
#[derive(Clone, Copy)]
struct Block {
    width: Option<usize>,
    indent: usize,
}

/// How a value is written.
enum Shape<'a> {
    Empty,
    Plain(Cow<'a, str>),
    Object(Members<'a>),
    Objects(Vec<Members<'a>>),
}

impl<'a> Shape<'a> {
    fn of(value: &'a str, depth: usize) -> Self {
        let is_nested = value.starts_with(['{', '[']);
        if is_nested
            && depth < DEEPEST
            && plain_elements(value).is_none()
            && let Some(shape) = Self::nested(value)
        {
            return shape;
        }
        match readable(value) {
            text if text.is_empty() => Self::Empty,
            text => Self::Plain(text),
        }
    }

    /// An object, or a list of nothing but objects.
    fn nested(value: &'a str) -> Option<Self> {
        if value.starts_with('{') {
            let members = Members::of(value.as_bytes()).ok()?;
            return Some(match members.0.is_empty() {
                true => Self::Empty,
                false => Self::Object(members),
            });
        }
        let elements: Vec<&'a RawValue> = serde_json::from_str(value).ok()?;
        let objects = elements.iter().map(|element| {
            let text = element.get();
            let is_object = text.starts_with('{');
            is_object
                .then(|| Members::of(text.as_bytes()).ok())
                .flatten()
        });
        objects.collect::<Option<Vec<_>>>().map(Self::Objects)
    }
}

impl Block {
    fn depth(self) -> usize {
        self.indent / STEP
    }

    fn deeper(self) -> Self {
        let indent = self.indent + STEP;
        Self { indent, ..self }
    }

    /// Writes members: plain ones, nested ones, and the names of empty ones.
    fn members(self, members: Vec<(&str, &str)>, into: &mut String) {
        let mut simple = Vec::new();
        let mut nested = Vec::new();
        let mut empty = Vec::new();
        for (name, value) in members {
            match Shape::of(value, self.depth()) {
                Shape::Empty => empty.push(escape(name)),
                Shape::Plain(text) => simple.push((escape(name), text)),
                shape => nested.push((escape(name), shape)),
            }
        }
        let has_empty = self.indent == 0 && !empty.is_empty();
        let widest = simple.iter().map(|(name, _)| name.width());
        let widest = widest
            .chain(has_empty.then_some(EMPTY.width()))
            .filter(|width| *width <= WIDEST_NAME)
            .max()
            .unwrap_or(0);
        for (name, text) in &simple {
            self.line(name, text, widest, into);
        }
        for (name, shape) in &nested {
            into.push_str(&" ".repeat(self.indent));
            into.push_str(name);
            into.push('\n');
            match shape {
                Shape::Object(members) => self.deeper().members(pairs(members), into),
                Shape::Objects(objects) => self.deeper().objects(objects, into),
                Shape::Empty | Shape::Plain(_) => {}
            }
        }
        if has_empty {
            self.line(EMPTY, &empty.join(", "), widest, into);
        }
    }

    /// Writes a member on a line of its own, and what does not fit below its value.
    fn line(self, name: &str, text: &str, widest: usize, into: &mut String) {
        let blanks = widest.saturating_sub(name.width()) + GAP;
        let first = format!("{}{name}{}", " ".repeat(self.indent), " ".repeat(blanks));
        let column = self.indent + widest + GAP;
        let below = " ".repeat(column);
        wrapped(&escape_lines(text), (&first, &below), self.width, into);
    }

    /// Writes a list of objects: as a table if every cell is plain and fits, else one below the other.
    fn objects(self, objects: &[Members<'_>], into: &mut String) {
        if let Some(table) = self.table(objects) {
            into.push_str(&table);
            return;
        }
        for object in objects {
            let start = into.len();
            self.deeper().members(pairs(object), into);
            // The dash stands in the indentation of the first line.
            if into.len() > start + self.indent {
                into.replace_range(start + self.indent..=start + self.indent, "-");
            }
        }
    }

    /// The objects as a table. `None` if a value is nested or a column would have to be left out.
    fn table(self, objects: &[Members<'_>]) -> Option<String> {
        let names = Columns::of_rows(objects).names;
        let mut columns: Vec<(String, Vec<String>)> = Vec::new();
        for name in names {
            let mut cells = Vec::with_capacity(objects.len());
            for object in objects {
                let value = object.get(&name).map_or("null", RawValue::get);
                match Shape::of(value, 0) {
                    Shape::Object(_) | Shape::Objects(_) => return None,
                    Shape::Empty => cells.push(String::new()),
                    Shape::Plain(text) => cells.push(escape(&text).into_owned()),
                }
            }
            if cells.iter().any(|cell| !cell.is_empty()) {
                columns.push((name, cells));
            }
        }
        let source = Source::default();
        let wanted = columns.iter().map(|(name, cells)| Wanted {
            kind: source.column(name).cell,
            is_first: false,
            is_constant: false,
            name: escape(name).width(),
            cell: cells.iter().map(|cell| cell.width()).max().unwrap_or(0),
        });
        let wanted: Vec<_> = wanted.collect();
        let widths = match self.width {
            Some(width) => fit::within(&wanted, width.saturating_sub(self.indent), false),
            None => fit::unlimited(&wanted).into_iter().map(Some).collect(),
        };
        let widths: Vec<usize> = widths.into_iter().collect::<Option<_>>()?;
        let mut text = String::new();
        let header = columns.iter().map(|(name, _)| escape(name).into_owned());
        self.table_line(&header.collect::<Vec<_>>(), &widths, &mut text);
        for at in 0..objects.len() {
            let cells = columns.iter().map(|(_, cells)| cells[at].clone());
            self.table_line(&cells.collect::<Vec<_>>(), &widths, &mut text);
        }
        Some(text)
    }

    fn table_line(self, cells: &[String], widths: &[usize], into: &mut String) {
        let mut line = " ".repeat(self.indent);
        for (cell, width) in cells.iter().zip(widths) {
            let cell = match self.width {
                Some(_) => fit::cut(cell, *width),
                None => cell.clone(),
            };
            line.push_str(&cell);
            line.push_str(&" ".repeat(width.saturating_sub(cell.width()) + GAP));
        }
        into.push_str(line.trim_end());
        into.push('\n');
    }
}

/// The members of an object with their JSON text.
fn pairs<'a>(members: &'a Members<'a>) -> Vec<(&'a str, &'a str)> {
    let pairs = members.0.iter();
    pairs
        .map(|(name, value)| (name.as_ref(), value.get()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(record: &str, width: Option<usize>) -> String {
        let mut text = Vec::new();
        let mut out = Out::new(&mut text);
        let members = Members::of(record.as_bytes()).unwrap();
        write(&pairs(&members), width, &mut out).unwrap();
        drop(out);
        String::from_utf8(text).unwrap()
    }

    const RECORD: &str = r#"{"@odata.context":"c","id":"da63","device":{"name":"wks-7","os":{"v":1.50},"none":null},
        "tags":["a","b"],"note":"one two three four five six","users":[{"name":"tina","domain":"contoso"},
        {"name":"omar","none":null}],"closed":null,"comments":[]}"#;

    #[test]
    fn members_stand_below_each_other() {
        assert_eq!(
            written(RECORD, None),
            "id       da63\n\
             tags     a, b\n\
             note     one two three four five six\n\
             device\n\
             \x20 name  wks-7\n\
             \x20 os\n\
             \x20   v  1.50\n\
             users\n\
             \x20 name  domain\n\
             \x20 tina  contoso\n\
             \x20 omar\n\
             (empty)  closed, comments\n"
        );
    }

    #[test]
    fn long_text_continues_below_itself() {
        let text = written(RECORD, Some(30));
        assert!(
            text.contains("note     one two three four\n         five six\n"),
            "{text}"
        );
    }

    #[test]
    fn objects_that_do_not_fit_a_table_are_blocks() {
        let record =
            r#"{"list":[{"one":"0123456789abc","two":"0123456789abc"},{"one":{"deep":1}}]}"#;
        assert_eq!(
            written(record, Some(40)),
            "list\n  - one  0123456789abc\n    two  0123456789abc\n  - one\n      deep  1\n"
        );
    }

    #[test]
    fn a_deep_record_ends_as_json() {
        let deep = format!("{}1{}", "{\"a\":".repeat(2_000), "}".repeat(2_000));
        let text = written(&deep[..], None);
        assert!(text.lines().count() <= DEEPEST + 2, "{text}");
    }
}
