//! One object in the chosen format.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::cell::{escape, plain};
use super::members::Members;
use super::text::pretty;
use super::{Format, Out, Settings, rows::Rows, yaml};

/// Prints what a service answered: an object or a single value. Text that is no JSON is an error and never printed.
pub(super) fn print(text: &[u8], settings: &Settings, out: &mut Out) -> io::Result<()> {
    let text = text.trim_ascii();
    if text.is_empty() {
        return Ok(());
    }
    let members = Members::of(text)
        .map_err(|_| io::Error::new(io::ErrorKind::InvalidData, "the answer is not JSON"))?;
    match settings.format {
        _ if !settings.columns.is_empty() && settings.format != Format::Table => {
            as_row(text, settings, out)
        }
        Format::Json if settings.terminal => {
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
        Format::Table => table(&members, settings, out),
        Format::Ndjson | Format::Csv | Format::Tsv | Format::Id => as_row(text, settings, out),
    }
}

/// The only row of a list, without the brackets of one.
fn as_row(text: &[u8], settings: &Settings, out: &mut Out) -> io::Result<()> {
    let mut settings = settings.clone();
    if settings.format == Format::Json {
        settings.format = Format::Ndjson;
    }
    let mut rows = Rows::new(&settings);
    rows.row(text, out)?;
    rows.end(true, out)
}

/// A line for each member: its name, its value.
fn table(members: &Members<'_>, settings: &Settings, out: &mut Out) -> io::Result<()> {
    let shown: Vec<(&str, &str)> = if settings.columns.is_empty() {
        members
            .0
            .iter()
            .map(|(name, value)| (name.as_ref(), value.get()))
            .collect()
    } else {
        let value = |path| members.find(path).map_or("null", |value| value.get());
        settings
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
