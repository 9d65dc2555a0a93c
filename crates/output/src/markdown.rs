//! Tables of GitHub Flavored Markdown, for tickets, wikis and pull requests.
//!
//! The columns are those of a table whose width has no limit, and nothing is cut. Text of a service cannot change the
//! page: characters that mean something in Markdown or HTML are escaped, a line end becomes `<br>`.

use std::io::{self, Write};

use http_core::{Cell, Column};

use crate::cell::{escape_lines, readable};
use crate::choice::Source;
use crate::columns::Columns;
use crate::layout::Layout;
use crate::members::Members;
use crate::separated::LOOK_AHEAD_BYTES;
use crate::terminal::Out;
use crate::when;

/// Number of records that are searched for columns.
const CHUNK: usize = 200;

/// The writer of one table.
#[derive(Debug)]
pub(crate) struct Markdown {
    source: Source,
    terminal: bool,
    columns: Option<Columns>,
    shown: Vec<Column>,
    hidden: usize,
    waiting: Vec<Vec<u8>>,
    waiting_bytes: usize,
}

impl Markdown {
    pub(crate) fn new(layout: &Layout) -> Self {
        let source = Source {
            asked: layout.columns.clone(),
            ..Source::default()
        };
        Self {
            source,
            terminal: layout.terminal,
            columns: None,
            shown: Vec::new(),
            hidden: 0,
            waiting: Vec::new(),
            waiting_bytes: 0,
        }
    }

    /// What is known of the columns. Set before the first record.
    pub(crate) fn source(&mut self) -> &mut Source {
        &mut self.source
    }

    /// Holds a record back until the columns are chosen.
    pub(crate) fn row(&mut self, row: &[u8], out: &mut Out<'_>) -> io::Result<()> {
        if self.columns.is_some() {
            return self.write(&Members::of(row)?, out);
        }
        self.waiting_bytes += row.len();
        self.waiting.push(row.to_vec());
        if self.waiting.len() < CHUNK && self.waiting_bytes < LOOK_AHEAD_BYTES {
            return Ok(());
        }
        self.release(out)
    }

    /// Writes what was held back. A whole list without records gets the header of the columns that are known.
    pub(crate) fn end(&mut self, whole: bool, out: &mut Out<'_>) -> io::Result<()> {
        self.release(out)?;
        let header = self.source.header();
        if whole && self.columns.is_none() && !header.is_empty() {
            self.begin(&header, out)?;
        }
        Ok(())
    }

    /// Named columns that no record has.
    pub(crate) fn notes(&self) -> Vec<String> {
        let asked = self.columns.as_ref();
        let asked = asked.filter(|_| !self.source.asked.is_empty());
        asked.map(Columns::notes).unwrap_or_default()
    }

    /// Number of members that are not shown.
    pub(crate) fn hidden(&self) -> usize {
        self.hidden
    }

    fn release(&mut self, out: &mut Out<'_>) -> io::Result<()> {
        let waiting = std::mem::take(&mut self.waiting);
        if waiting.is_empty() {
            return Ok(());
        }
        let rows = waiting
            .iter()
            .map(|row| Members::of(row))
            .collect::<Result<Vec<_>, _>>()?;
        let choice = self.source.choose(&rows, false);
        self.hidden = choice.hidden;
        self.begin(&choice.names, out)?;
        rows.iter().try_for_each(|row| self.write(row, out))
    }

    /// Writes the header and the line below it.
    fn begin(&mut self, names: &[String], out: &mut Out<'_>) -> io::Result<()> {
        self.shown = names.iter().map(|name| self.source.column(name)).collect();
        let header: Vec<_> = names.iter().map(|name| self.cell(name)).collect();
        writeln!(out, "| {} |", header.join(" | "))?;
        let rules = self.shown.iter().map(|column| match column.cell {
            Cell::Number => "---:",
            _ => "---",
        });
        writeln!(out, "| {} |", rules.collect::<Vec<_>>().join(" | "))?;
        self.columns = Some(Columns::asked(names));
        Ok(())
    }

    fn write(&mut self, row: &Members<'_>, out: &mut Out<'_>) -> io::Result<()> {
        let values = self.columns.as_mut().map(|columns| columns.values(row));
        let values = values.unwrap_or_default().into_iter().zip(&self.shown);
        let cells = values.map(|(value, column)| {
            let value = value.unwrap_or_default();
            let text = readable(&value);
            match (column.word(&value), column.cell) {
                (Some(word), _) => word.to_owned(),
                (None, Cell::Age) => self.cell(&when::exact(&text)),
                (None, _) => self.cell(&text),
            }
        });
        let cells: Vec<_> = cells.collect();
        writeln!(out, "| {} |", cells.join(" | "))
    }

    /// The text of a cell.
    fn cell(&self, text: &str) -> String {
        match self.terminal {
            true => quoted(&escape_lines(text)),
            false => quoted(text),
        }
    }
}

/// Escapes what Markdown and HTML would act on. An underscore within a word is left alone: it marks nothing there.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 8);
    let mut before = ' ';
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let after = characters.peek().copied().unwrap_or(' ');
        match character {
            '\r' if after == '\n' => {}
            '\n' | '\r' => quoted.push_str("<br>"),
            '<' => quoted.push_str("&lt;"),
            '>' => quoted.push_str("&gt;"),
            '&' => quoted.push_str("&amp;"),
            '_' if before.is_alphanumeric() && after.is_alphanumeric() => quoted.push('_'),
            '|' | '\\' | '`' | '*' | '_' | '[' | ']' | '~' => {
                quoted.push('\\');
                quoted.push(character);
            }
            _ => quoted.push(character),
        }
        before = character;
    }
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_break_out_of_its_cell() {
        let table = [
            ("a|b", "a\\|b"),
            ("a\\|b", "a\\\\\\|b"),
            ("one\r\ntwo\nthree", "one<br>two<br>three"),
            ("<img src=x>", "&lt;img src=x&gt;"),
            ("[x](http://bad.example)", "\\[x\\](http://bad.example)"),
            ("wks_1 *b* `c`", "wks_1 \\*b\\* \\`c\\`"),
            ("_x_", "\\_x\\_"),
        ];
        for (text, expected) in table {
            assert_eq!(quoted(text), expected);
        }
    }
}
