//! Tables for people: one line a record.
//!
//! A table cannot wait for the last record, so the first 200 decide on columns and widths. Within a width, later cells
//! that are wider are cut; without one nothing is cut, and a line may be longer than the header.

use std::collections::HashSet;
use std::io::{self, Write};
use std::time::SystemTime;

use anstyle::{AnsiColor, Style};
use http_core::{Cell, Column};
use jiff::Timestamp;
use unicode_width::UnicodeWidthStr;

use crate::cell::{escape, readable};
use crate::choice::Source;
use crate::columns::Columns;
use crate::fit::{self, GAP, Wanted};
use crate::layout::Layout;
use crate::members::Members;
use crate::separated::LOOK_AHEAD_BYTES;
use crate::terminal::Out;
use crate::when;

/// Number of records that are measured and written together.
const CHUNK: usize = 200;

/// The style of the names of the columns.
const HEADER: Style = Style::new().bold();

/// The writer of one table.
#[derive(Debug)]
pub(crate) struct Table {
    /// `None` cuts nothing.
    width: Option<usize>,
    header: bool,
    color: bool,
    /// The time from which ages are counted. `None` shows exact times.
    now: Option<Timestamp>,
    source: Source,
    columns: Option<Columns>,
    /// How each column is shown, in the order of `columns`.
    shown: Vec<Column>,
    /// The width of each column in terminal columns.
    widths: Vec<usize>,
    /// Number of members that are not shown.
    hidden: usize,
    /// Records that are held back until a chunk is full.
    waiting: Vec<Vec<u8>>,
    waiting_bytes: usize,
}

impl Table {
    pub(crate) fn new(layout: &Layout, wide: bool) -> Self {
        let source = Source {
            asked: layout.columns.clone(),
            wide,
            ..Source::default()
        };
        Self {
            width: layout.width.filter(|_| !wide),
            header: layout.header,
            color: layout.color,
            now: layout
                .now
                .filter(|_| !wide)
                .and_then(|now| now.try_into().ok()),
            source,
            columns: None,
            shown: Vec::new(),
            widths: Vec::new(),
            hidden: 0,
            waiting: Vec::new(),
            waiting_bytes: 0,
        }
    }

    /// What is known of the columns. Set before the first record.
    pub(crate) fn source(&mut self) -> &mut Source {
        &mut self.source
    }

    /// Holds a record back. A full chunk is written.
    pub(crate) fn row(&mut self, row: &[u8], out: &mut Out<'_>) -> io::Result<()> {
        self.waiting_bytes += row.len();
        self.waiting.push(row.to_vec());
        if self.waiting.len() < CHUNK && self.waiting_bytes < LOOK_AHEAD_BYTES {
            return Ok(());
        }
        self.release(out)
    }

    pub(crate) fn end(&mut self, out: &mut Out<'_>) -> io::Result<()> {
        self.release(out)
    }

    /// Writes what was held back; ages of later records are counted from `now`, unless times are exact.
    pub(crate) fn settle(&mut self, now: SystemTime, out: &mut Out<'_>) -> io::Result<()> {
        self.release(out)?;
        if self.now.is_some() {
            self.now = now.try_into().ok();
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

    /// The width, until the columns are chosen by it.
    pub(crate) fn width(&mut self) -> Option<&mut Option<usize>> {
        self.columns.is_none().then_some(&mut self.width)
    }

    /// Writes the records that were held back. The first time it also chooses columns and widths and writes the header.
    fn release(&mut self, out: &mut Out<'_>) -> io::Result<()> {
        let waiting = std::mem::take(&mut self.waiting);
        self.waiting_bytes = 0;
        if waiting.is_empty() {
            return Ok(());
        }
        let rows = waiting
            .iter()
            .map(|row| Members::of(row))
            .collect::<Result<Vec<_>, _>>()?;
        if self.columns.is_some() {
            let lines = self.lines(&rows);
            return lines.iter().try_for_each(|line| self.write_line(line, out));
        }
        let choice = self.source.choose(&rows, self.width.is_some());
        self.hidden = choice.hidden;
        self.shown = choice
            .names
            .iter()
            .map(|name| self.source.column(name))
            .collect();
        self.columns = Some(Columns::asked(&choice.names));
        let lines = self.lines(&rows);
        let lines = self.fit(lines, &choice.constant);
        if self.header {
            self.write_header(out)?;
        }
        lines.iter().try_for_each(|line| self.write_line(line, out))
    }

    /// The values of records as safe text, one line each.
    fn lines(&mut self, rows: &[Members<'_>]) -> Vec<Vec<String>> {
        let Some(columns) = &mut self.columns else {
            return Vec::new();
        };
        let (shown, now) = (&self.shown, self.now);
        let lines = rows.iter().map(|row| {
            let values = columns.values(row).into_iter().zip(shown);
            let cells = values.map(|(value, column)| {
                value.map_or_else(String::new, |value| text_of(&value, column, now))
            });
            cells.collect()
        });
        lines.collect()
    }

    /// Chooses the widths by the first lines, and leaves out the columns that do not fit.
    fn fit(&mut self, lines: Vec<Vec<String>>, constant: &HashSet<String>) -> Vec<Vec<String>> {
        let Some(columns) = self.columns.take() else {
            return lines;
        };
        let wanted = wanted(&columns.names, &self.shown, constant, &lines);
        let keep_all = !self.source.asked.is_empty();
        let widths = match self.width {
            Some(width) => fit::within(&wanted, width, keep_all),
            None => fit::unlimited(&wanted).into_iter().map(Some).collect(),
        };
        let left_out = widths.iter().filter(|width| width.is_none()).count();
        if left_out == 0 {
            self.widths = widths.into_iter().flatten().collect();
            self.columns = Some(columns);
            return lines;
        }
        self.hidden += left_out;
        let kept = |at: usize| widths[at].is_some();
        let names: Vec<String> = of_kept(columns.names, kept);
        self.columns = Some(Columns::asked(&names));
        self.shown = of_kept(std::mem::take(&mut self.shown), kept);
        let lines = lines.into_iter().map(|line| of_kept(line, kept)).collect();
        self.widths = widths.into_iter().flatten().collect();
        lines
    }

    /// Writes the names of the columns, cut to their widths like cells.
    fn write_header(&self, out: &mut Out<'_>) -> io::Result<()> {
        let names = self
            .columns
            .as_ref()
            .map_or(&[][..], |columns| &columns.names);
        let names: Vec<String> = names.iter().map(|name| escape(name).into_owned()).collect();
        if self.color {
            out.act(HEADER)?;
        }
        self.write_cells(&names, false, out)?;
        if self.color {
            out.act(format_args!("{HEADER:#}"))?;
        }
        out.write_all(b"\n")
    }

    fn write_line(&self, line: &[String], out: &mut Out<'_>) -> io::Result<()> {
        self.write_cells(line, self.color, out)?;
        out.write_all(b"\n")
    }

    /// Writes cells on one line: padded to their widths, numbers to the right, without blanks at the end.
    fn write_cells(&self, cells: &[String], color: bool, out: &mut Out<'_>) -> io::Result<()> {
        let mut blanks = 0;
        for ((cell, &width), column) in cells.iter().zip(&self.widths).zip(&self.shown) {
            let text = match self.width {
                Some(_) => fit::cut(cell, width),
                None => cell.clone(),
            };
            let rest = width.saturating_sub(text.width());
            let (before, after) = match column.cell {
                Cell::Number => (rest, 0),
                _ => (0, rest),
            };
            if !text.is_empty() {
                out.write_all(" ".repeat(blanks + before).as_bytes())?;
                let style = severity(cell).filter(|_| color && column.cell == Cell::Severity);
                styled(&text, style, out)?;
                blanks = after + GAP;
            } else {
                blanks += width + GAP;
            }
        }
        Ok(())
    }
}

/// A value as safe text on one line.
fn text_of(value: &str, column: &Column, now: Option<Timestamp>) -> String {
    if let Some(word) = column.word(value) {
        return word.to_owned();
    }
    let text = readable(value);
    match (column.cell, now) {
        (Cell::Age, Some(now)) => escape(&when::age(&text, now)).into_owned(),
        (Cell::Age, None) => escape(&when::exact(&text)).into_owned(),
        _ => escape(&text).into_owned(),
    }
}

/// What each column wants, by its name and the first lines.
fn wanted(
    names: &[String],
    shown: &[Column],
    constant: &HashSet<String>,
    lines: &[Vec<String>],
) -> Vec<Wanted> {
    let column = |(at, (name, column)): (usize, (&String, &Column))| Wanted {
        kind: column.cell,
        is_constant: constant.contains(name),
        is_first: at == 0,
        name: escape(name).width(),
        cell: lines.iter().map(|line| line[at].width()).max().unwrap_or(0),
    };
    names.iter().zip(shown).enumerate().map(column).collect()
}

/// The elements at the positions that are kept.
fn of_kept<T>(all: Vec<T>, kept: impl Fn(usize) -> bool) -> Vec<T> {
    let kept = all.into_iter().enumerate().filter(|(at, _)| kept(*at));
    kept.map(|(_, one)| one).collect()
}

/// The colour of a severity, by the words of the services.
fn severity(text: &str) -> Option<Style> {
    let color = match text.to_ascii_lowercase().as_str() {
        "critical" | "high" => AnsiColor::Red,
        "medium" => AnsiColor::Yellow,
        "low" => AnsiColor::Cyan,
        "informational" | "none" => return Some(Style::new().dimmed()),
        _ => return None,
    };
    Some(color.on_default())
}

/// Writes text in a style. The text passes the guard of the terminal, the style does not.
pub(crate) fn styled(text: &str, style: Option<Style>, out: &mut Out<'_>) -> io::Result<()> {
    let Some(style) = style else {
        return out.write_all(text.as_bytes());
    };
    out.act(style)?;
    out.write_all(text.as_bytes())?;
    out.act(format_args!("{style:#}"))
}

#[cfg(test)]
mod tests {
    use http_core::Column;

    use super::*;
    use crate::format::Format;

    const LEAD: &[Column] = &[
        Column::new("id", Cell::Id),
        Column::new("title", Cell::Name),
        Column::new("severity", Cell::Severity),
        Column::new("score", Cell::Number),
        Column::new("created", Cell::Age),
        Column::new("person", Cell::Text),
    ];

    #[test]
    fn numbers_that_stand_for_words_are_words() {
        const COUNTED: Column =
            Column::new("severityValue", Cell::Severity).words(&["Low", "High"]);
        assert_eq!(text_of("1", &COUNTED, None), "High");
        assert_eq!(text_of("7", &COUNTED, None), "7");
    }

    const ROWS: [&str; 2] = [
        r#"{"id":"a1","title":"A very long title of an alert","severity":"High","score":7,
            "created":"2026-03-02T09:00:00.5Z","person":null,"more":"x"}"#,
        r#"{"id":"a2","title":"Short","severity":"Low","score":12,"created":1772445000000,"person":null,"more":"y"}"#,
    ];

    fn printed(layout: &Layout, wide: bool) -> (String, usize) {
        let mut text = Vec::new();
        let mut out = Out::new(&mut text);
        let mut table = Table::new(layout, wide);
        table.source().lead = LEAD.to_vec();
        for row in ROWS {
            table.row(row.as_bytes(), &mut out).unwrap();
        }
        table.end(&mut out).unwrap();
        drop(out);
        (String::from_utf8(text).unwrap(), table.hidden())
    }

    fn at_a_terminal(width: usize) -> Layout {
        let mut layout = Layout::new(Format::Table);
        layout.width = Some(width);
        let now: Timestamp = "2026-03-02T10:00:00Z".parse().unwrap();
        layout.now = Some(now.into());
        layout
    }

    #[test]
    fn a_terminal_shows_ages_and_hides_what_is_empty_or_does_not_fit() {
        let (text, hidden) = printed(&at_a_terminal(60), false);
        assert_eq!(
            text,
            "title                          severity  score  created  id\n\
             A very long title of an alert  High          7  1h       a1\n\
             Short                          Low          12  10m      a2\n"
        );
        assert_eq!(hidden, 1);
        let (text, hidden) = printed(&at_a_terminal(42), false);
        assert_eq!(
            text.lines().next(),
            Some("title                  severity  score  id")
        );
        assert_eq!(hidden, 2);
    }

    #[test]
    fn a_pipe_gets_every_column_whole_and_times_exact() {
        let (text, hidden) = printed(&Layout::new(Format::Table), false);
        let first = text.lines().nth(1).unwrap();
        assert!(first.contains("2026-03-02T09:00:00.5Z"), "{text}");
        assert!(
            text.starts_with("title ") && text.contains("person"),
            "{text}"
        );
        assert!(text.contains("2026-03-02T09:50:00Z"), "{text}");
        assert_eq!(hidden, 1);
        let (wide, hidden) = printed(&at_a_terminal(20), true);
        assert!(wide.lines().next().unwrap().ends_with("id  more"), "{wide}");
        assert_eq!((hidden, wide.contains("09:00:00.5Z")), (0, true));
    }

    #[test]
    fn severities_have_a_colour() {
        let mut layout = at_a_terminal(80);
        layout.color = true;
        let (text, _) = printed(&layout, false);
        assert!(text.contains("\u{1b}[31mHigh\u{1b}[0m"), "{text:?}");
        assert!(text.contains("\u{1b}[36mLow\u{1b}[0m"), "{text:?}");
    }
}
