//! Tables for people: one line a record and as many columns as fit.
//!
//! A table cannot wait for the last record, so the first 200 decide on columns and widths; later cells that are wider
//! are cut. Columns are chosen by how much they distinguish records: the leading ones of the caller, then the
//! identifier, then members that are filled, and members with the same value everywhere last. Nested values are not
//! shown unless they are named.

use std::collections::{HashMap, HashSet};
use std::io::{self, Write};

use anstyle::Style;
use http_core::{Cell, Column};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::cell::{escape, plain};
use crate::columns::Columns;
use crate::identifier;
use crate::members::{Members, is_nested};
use crate::separated::LOOK_AHEAD_BYTES;
use crate::terminal::Out;

/// Number of records that are measured and written together.
const CHUNK: usize = 200;

/// Blanks between two columns.
const GAP: usize = 2;

/// The widest column, except for ids and for a table of one column.
const WIDEST: usize = 44;

/// The style of the names of the columns.
const HEADER: Style = Style::new().bold();

/// The writer of one table.
#[derive(Debug)]
pub(crate) struct Table {
    width: usize,
    header: bool,
    color: bool,
    /// The columns that the caller named. Empty if the records decide.
    asked: Vec<String>,
    /// The columns that come first, and how they are shown.
    lead: Vec<Column>,
    columns: Option<Columns>,
    /// How each column is shown, in the order of `columns`.
    kinds: Vec<Cell>,
    /// The width of each column in terminal columns.
    widths: Vec<usize>,
    /// Records that are held back until a chunk is full.
    waiting: Vec<Vec<u8>>,
    waiting_bytes: usize,
}

impl Table {
    pub(crate) fn new(columns: &[String], header: bool, color: bool, width: usize) -> Self {
        Self {
            width,
            header,
            color,
            asked: columns.to_vec(),
            lead: Vec::new(),
            columns: None,
            kinds: Vec::new(),
            widths: Vec::new(),
            waiting: Vec::new(),
            waiting_bytes: 0,
        }
    }

    /// Sets the columns that come first, and how they are shown.
    pub(crate) fn lead(&mut self, columns: &[Column]) {
        self.lead = columns.to_vec();
    }

    /// How the values of a member are shown.
    fn cell(&self, name: &str) -> Cell {
        let column = self.lead.iter().find(|column| column.member == name);
        column.map_or(Cell::Text, |column| column.cell)
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

    /// Named columns that no record has. Members that were not chosen are no surprise in a table and are not noted.
    pub(crate) fn notes(&self) -> Vec<String> {
        let asked = self.columns.as_ref().filter(|_| !self.asked.is_empty());
        asked.map(Columns::notes).unwrap_or_default()
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
        let first = self.columns.is_none();
        let mut columns = self.columns.take().unwrap_or_else(|| {
            if self.asked.is_empty() {
                Columns::asked(&telling(&rows, &self.lead, self.width / (1 + GAP) + 1))
            } else {
                Columns::asked(&self.asked)
            }
        });
        self.kinds = columns.names.iter().map(|name| self.cell(name)).collect();
        let kinds = &self.kinds;
        let mut lines: Vec<Vec<String>> = rows
            .iter()
            .map(|row| cells(&mut columns, kinds, row))
            .collect();
        if first {
            let names = &columns.names;
            self.widths = widths(names, kinds, &lines, self.width, !self.asked.is_empty());
            let shown = self.widths.len();
            columns.names.truncate(shown);
            lines.iter_mut().for_each(|line| line.truncate(shown));
        }
        self.columns = Some(columns);
        if first && self.header {
            self.write_header(out)?;
        }
        lines.iter().try_for_each(|line| self.write_line(line, out))
    }

    /// Writes the names of the columns, cut to their widths like cells.
    fn write_header(&self, out: &mut Out<'_>) -> io::Result<()> {
        let names = self
            .columns
            .as_ref()
            .map(|columns| columns.names.clone())
            .unwrap_or_default();
        let names: Vec<String> = names.iter().map(|name| escape(name).into_owned()).collect();
        if self.color {
            out.act(HEADER)?;
        }
        let text = self.text(&names);
        out.write_all(text.as_bytes())?;
        if self.color {
            out.act(format_args!("{HEADER:#}"))?;
        }
        out.write_all(b"\n")
    }

    fn write_line(&self, line: &[String], out: &mut Out<'_>) -> io::Result<()> {
        let text = self.text(line);
        out.write_all(text.as_bytes())?;
        out.write_all(b"\n")
    }

    /// Cells as one line: padded to their widths, numbers to the right, without blanks at the end.
    fn text(&self, cells: &[String]) -> String {
        let mut text = String::with_capacity(self.width);
        let mut blanks = 0;
        let columns = self.widths.iter().zip(&self.kinds);
        for (cell, (&width, kind)) in cells.iter().zip(columns) {
            let cell = fitted(cell, width);
            let rest = width.saturating_sub(cell.width());
            let (before, after) = match kind {
                Cell::Number => (rest, 0),
                _ => (0, rest),
            };
            text.extend(std::iter::repeat_n(' ', blanks + before));
            blanks = after + GAP;
            text.push_str(&cell);
        }
        text.truncate(text.trim_end().len());
        text
    }
}

/// The values of a record as safe text on one line.
fn cells(columns: &mut Columns, kinds: &[Cell], row: &Members<'_>) -> Vec<String> {
    let values = columns.values(row).into_iter().zip(kinds);
    values
        .map(|(value, kind)| {
            let text = value.map(|value| plain(value.get())).unwrap_or_default();
            match kind {
                Cell::Age => escape(to_the_second(&text)).into_owned(),
                _ => escape(&text).into_owned(),
            }
        })
        .collect()
}

/// Cuts the fraction of a second off a time in RFC 3339. Other text is returned as it is.
fn to_the_second(text: &str) -> &str {
    let cut = text.find('.').filter(|dot| {
        let fraction = text[dot + 1..].trim_end_matches('Z');
        text[..*dot].contains('T') && fraction.bytes().all(|byte| byte.is_ascii_digit())
    });
    cut.map_or(text, |dot| &text[..dot])
}

/// Chooses the columns: those of `lead`, or else the identifier; then plain members that any record fills; then
/// references to other records; last members with the same value in all records. At most `most`.
fn telling(rows: &[Members<'_>], lead: &[Column], most: usize) -> Vec<String> {
    let id = rows.iter().find_map(identifier::name);
    let mut names: Vec<String> = id.map(str::to_owned).into_iter().collect();
    let mut known: HashSet<&str> = id.into_iter().collect();
    for (name, value) in rows.iter().flat_map(|row| &row.0) {
        let tells = !is_nested(value) && !plain(value.get()).is_empty() && !name.starts_with('@');
        let is_lead = lead.iter().any(|column| column.member == name.as_ref());
        if (tells || is_lead) && known.insert(name) {
            names.push(name.clone().into_owned());
        }
    }
    if names.is_empty() {
        names = Columns::of_rows(rows).names;
        names.truncate(most);
        return names;
    }
    let constant = constant(rows);
    let rank = |name: &String| {
        let leads = lead.iter().position(|column| column.member == name);
        let follows = match (constant.contains(name.as_str()), name.ends_with("Id")) {
            (true, _) => usize::MAX,
            (false, true) => lead.len() + 1,
            (false, false) => lead.len(),
        };
        leads.unwrap_or(follows)
    };
    let after_id = usize::from(id.is_some() && lead.is_empty());
    names[after_id..].sort_by_cached_key(rank);
    names.truncate(most);
    names
}

/// The members with the same value in all records. They distinguish nothing. A list of one record has none.
fn constant<'a>(rows: &'a [Members<'_>]) -> HashSet<&'a str> {
    let mut alike: HashMap<&str, (&str, usize)> = HashMap::new();
    for (name, value) in rows.iter().flat_map(|row| &row.0) {
        let (first, count) = alike.entry(name).or_insert((value.get(), 0));
        *count += usize::from(*first == value.get());
    }
    let in_all = |count: usize| rows.len() > 1 && count == rows.len();
    alike.retain(|_, (_, count)| in_all(*count));
    alike.into_keys().collect()
}

/// The widths of the columns that fit. Columns that were named are all kept and made narrower instead.
fn widths(
    names: &[String],
    kinds: &[Cell],
    lines: &[Vec<String>],
    width: usize,
    keep_all: bool,
) -> Vec<usize> {
    let natural = |index: usize| {
        let cells = lines.iter().filter_map(|line| line.get(index));
        let widest = cells.map(|cell| cell.width()).max().unwrap_or(0);
        widest.max(escape(&names[index]).width())
    };
    let mut widths = Vec::new();
    let mut total = 0;
    for (index, kind) in kinds.iter().enumerate().take(names.len()) {
        let wanted = match kind {
            Cell::Id => natural(index),
            _ => natural(index).min(WIDEST),
        };
        let gap = if index == 0 { 0 } else { GAP };
        if index > 0 && !keep_all && total + gap + wanted > width {
            break;
        }
        total += gap + wanted;
        widths.push(wanted);
    }
    if keep_all {
        narrow(&mut widths, width);
    }
    if widths.len() == 1 {
        widths[0] = natural(0).min(width);
    }
    widths
}

/// Narrows the widest column until all fit, or until none is wider than 8: a narrower cell could not be read.
fn narrow(widths: &mut [usize], width: usize) {
    let gaps = GAP * widths.len().saturating_sub(1);
    while widths.iter().sum::<usize>() + gaps > width {
        let Some(widest) = widths.iter_mut().max().filter(|widest| **widest > 8) else {
            return;
        };
        *widest -= 1;
    }
}

/// Cuts the text to the width of its column, and ends it with `…` if something was cut.
fn fitted(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut cut = String::with_capacity(width + 3);
    let mut taken = 1;
    for character in text.chars() {
        taken += character.width().unwrap_or(0);
        if taken > width {
            break;
        }
        cut.push(character);
    }
    cut.push('…');
    cut
}
