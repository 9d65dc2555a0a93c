//! One object in the chosen format.
//!
//! A single answer is not a list of one: a person reads it member by member, and a program expects an object without
//! the brackets of a list. Formats that only have lists, such as CSV, write it as their only record.

use std::io::{self, Write};

use crate::block;
use crate::cell::{escape, plain};
use crate::format::Format;
use crate::layout::Layout;
use crate::members::Members;
use crate::path;
use crate::rows::Rows;
use crate::terminal::Out;
use crate::text::pretty;
use crate::yaml;

/// Writes one object or value: JSON as it came, a table with a line for each member, other formats like a list of one
/// record. Empty text writes nothing.
///
/// A table shows every member: objects indented, lists of objects as small tables, and text wrapped at
/// [`Layout::width`]. An object whose only member is `value` is shown as that value alone.
///
/// ```
/// use output::{Format, Layout, Out, object};
///
/// let mut text = Vec::new();
/// let mut out = Out::new(&mut text);
/// object(br#"{"id": 7, "status": "New"}"#, &Layout::new(Format::Table), &mut out)?;
/// drop(out);
/// assert_eq!(String::from_utf8_lossy(&text), "id      7\nstatus  New\n");
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
/// [`InvalidData`](io::ErrorKind::InvalidData) if the text is not JSON; nothing is written then.
/// [`Other`](io::ErrorKind::Other) if the [expression](Layout::expression) fails for it. Errors of the writer.
pub fn object(text: &[u8], layout: &Layout, out: &mut Out<'_>) -> io::Result<()> {
    let text = text.trim_ascii();
    if text.is_empty() {
        return Ok(());
    }
    let members =
        Members::of(text).map_err(|_| io::Error::new(io::ErrorKind::InvalidData, "not JSON"))?;
    match layout.format {
        _ if layout.expression.is_some() => as_row(text, layout, out),
        _ if !layout.columns.is_empty() && !layout.format.is_table() => as_row(text, layout, out),
        Format::Json if layout.terminal => {
            let mut indented = Vec::with_capacity(text.len() * 2);
            pretty(text, 0, &mut indented);
            out.write_all(&indented)?;
            out.write_all(b"\n")
        }
        Format::Json => {
            out.write_all(text)?;
            out.write_all(b"\n")
        }
        Format::Yaml => yaml::document(text, out),
        Format::Table | Format::Wide => table(&members, layout, out),
        Format::Markdown | Format::Ndjson | Format::Csv | Format::Tsv | Format::Id => {
            as_row(text, layout, out)
        }
    }
}

/// Writes the object as the only record of a list. JSON gets no brackets, so it is written as NDJSON.
fn as_row(text: &[u8], layout: &Layout, out: &mut Out<'_>) -> io::Result<()> {
    let mut layout = layout.clone();
    if layout.format == Format::Json {
        layout.format = Format::Ndjson;
    }
    let mut rows = Rows::new(&layout);
    rows.row(text, out)?;
    if let Some(failure) = rows.take_failure() {
        return Err(io::Error::other(failure));
    }
    rows.end(true, out)
}

/// Writes the members below each other.
fn table(members: &Members<'_>, layout: &Layout, out: &mut Out<'_>) -> io::Result<()> {
    if let ([(name, value)], []) = (&members.0[..], &layout.columns[..])
        && name == "value"
        && !value.get().starts_with(['{', '['])
    {
        return writeln!(out, "{}", escape(&plain(value.get())));
    }
    let values: Vec<_> = layout
        .columns
        .iter()
        .map(|path| path::find(members, path).unwrap_or("null".into()))
        .collect();
    let asked = layout.columns.iter().map(String::as_str);
    let asked = asked.zip(values.iter().map(AsRef::as_ref));
    let all = members.0.iter();
    let all = all.map(|(name, value)| (name.as_ref(), value.get()));
    let shown: Vec<(&str, &str)> = match layout.columns.is_empty() {
        true => all.collect(),
        false => asked.collect(),
    };
    let width = layout.width.filter(|_| layout.format == Format::Table);
    block::write(&shown, width, out)
}
