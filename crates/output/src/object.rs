//! One object in the chosen format.
//!
//! A single answer is not a list of one: a person reads it member by member, and a program expects an object without
//! the brackets of a list. Formats that only have lists, such as CSV, write it as their only record.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use crate::cell::{escape, plain};
use crate::format::Format;
use crate::layout::Layout;
use crate::members::Members;
use crate::rows::Rows;
use crate::terminal::Out;
use crate::text::pretty;
use crate::yaml;

/// Writes one object or value: JSON as it came, a table with a line for each member, other formats like a list of one
/// record. Empty text writes nothing.
///
/// A table shows every member, objects and arrays as compact JSON; [`Layout::width`] does not apply. An object whose
/// only member is `value` is shown as that value alone.
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
/// [`InvalidData`](io::ErrorKind::InvalidData) if the text is not JSON; nothing is written then. Errors of the writer.
pub fn object(text: &[u8], layout: &Layout, out: &mut Out<'_>) -> io::Result<()> {
    let text = text.trim_ascii();
    if text.is_empty() {
        return Ok(());
    }
    let members =
        Members::of(text).map_err(|_| io::Error::new(io::ErrorKind::InvalidData, "not JSON"))?;
    match layout.format {
        _ if !layout.columns.is_empty() && layout.format != Format::Table => {
            as_row(text, layout, out)
        }
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
        Format::Table => table(&members, layout, out),
        Format::Ndjson | Format::Csv | Format::Tsv | Format::Id => as_row(text, layout, out),
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
    rows.end(true, out)
}

/// Writes a line for each member: its name, then its value, aligned.
fn table(members: &Members<'_>, layout: &Layout, out: &mut Out<'_>) -> io::Result<()> {
    let shown: Vec<(&str, &str)> = if layout.columns.is_empty() {
        members
            .0
            .iter()
            .map(|(name, value)| (name.as_ref(), value.get()))
            .collect()
    } else {
        let value = |path| members.find(path).map_or("null", |value| value.get());
        layout
            .columns
            .iter()
            .map(|path| (path.as_str(), value(path)))
            .collect()
    };
    if let [("value", value)] = shown[..]
        && !value.starts_with(['{', '['])
    {
        return writeln!(out, "{}", escape(&plain(value)));
    }
    let width = shown
        .iter()
        .map(|(name, _)| name.width())
        .max()
        .unwrap_or(0);
    for (name, value) in shown {
        let text = plain(value);
        let blanks = width.saturating_sub(name.width()) + 2;
        let line = format!("{}{}{}", escape(name), " ".repeat(blanks), escape(&text));
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}
