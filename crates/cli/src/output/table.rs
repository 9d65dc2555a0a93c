//! Tables for people: one line a row, as many columns as fit, widths settled by the first rows.

use std::collections::{HashMap, HashSet};
use std::io::{self, Write};

use anstyle::Style;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::Out;
use super::cell::{escape, plain};
use super::columns::Columns;
use super::identifier;
use super::members::{Members, is_nested};
use super::separated::LOOK_AHEAD_BYTES;

/// How many rows are printed together.
const CHUNK: usize = 200;

/// Blanks between two columns.
const GAP: usize = 2;

/// Members that people know records by, whatever the record.
const FAMILIAR: &[&str] = &[
    // An alert and its incident are told apart, and counted once, by it.
    "incidentId",
    "title",
    "displayName",
    "name",
    "computerDnsName",
    "type",
    "severity",
    "status",
    "osPlatform",
    "healthStatus",
    "riskScore",
    "alertCreationTime",
    "createdDateTime",
    "lastSeen",
];

/// The widest a column gets while others want room too.
const WIDEST: usize = 44;

const HEADER: Style = Style::new().bold();

/// A table.
#[derive(Debug)]
pub(super) struct Table {
    width: usize,
    header: bool,
    color: bool,
    asked: Vec<String>,
    columns: Option<Columns>,
    widths: Vec<usize>,
    waiting: Vec<Vec<u8>>,
    waiting_bytes: usize,
}

impl Table {
    pub(super) fn new(columns: &[String], header: bool, color: bool, width: usize) -> Self {
        Self {
            width,
            header,
            color,
            asked: columns.to_vec(),
            columns: None,
            widths: Vec::new(),
            waiting: Vec::new(),
            waiting_bytes: 0,
        }
    }

    pub(super) fn row(&mut self, row: &[u8], out: &mut Out) -> io::Result<()> {
        self.waiting_bytes += row.len();
        self.waiting.push(row.to_vec());
        if self.waiting.len() < CHUNK && self.waiting_bytes < LOOK_AHEAD_BYTES {
            return Ok(());
        }
        self.release(out)
    }

    pub(super) fn end(&mut self, out: &mut Out) -> io::Result<()> {
        self.release(out)
    }

    pub(super) fn notes(&self) -> Vec<String> {
        let asked = self.columns.as_ref().filter(|_| !self.asked.is_empty());
        asked.map(Columns::notes).unwrap_or_default()
    }

    fn release(&mut self, out: &mut Out) -> io::Result<()> {
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
        let columns = self.columns.get_or_insert_with(|| {
            if self.asked.is_empty() {
                Columns::asked(&telling(&rows, self.width / (1 + GAP) + 1))
            } else {
                Columns::asked(&self.asked)
            }
        });
        let mut lines: Vec<Vec<String>> = rows.iter().map(|row| cells(columns, row)).collect();
        if first {
            self.widths = widths(&columns.names, &lines, self.width, !self.asked.is_empty());
            let shown = self.widths.len();
            columns.names.truncate(shown);
            lines.iter_mut().for_each(|line| line.truncate(shown));
            if self.header {
                self.write_header(out)?;
            }
        }
        lines.iter().try_for_each(|line| self.write_line(line, out))
    }

    fn write_header(&self, out: &mut Out) -> io::Result<()> {
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

    fn write_line(&self, line: &[String], out: &mut Out) -> io::Result<()> {
        let text = self.text(line);
        out.write_all(text.as_bytes())?;
        out.write_all(b"\n")
    }

    fn text(&self, cells: &[String]) -> String {
        let mut text = String::with_capacity(self.width);
        let mut blanks = 0;
        for (cell, &width) in cells.iter().zip(&self.widths) {
            text.extend(std::iter::repeat_n(' ', blanks));
            let cell = fitted(cell, width);
            blanks = width.saturating_sub(cell.width()) + GAP;
            text.push_str(&cell);
        }
        text.truncate(text.trim_end().len());
        text
    }
}

fn cells(columns: &mut Columns, row: &Members<'_>) -> Vec<String> {
    let values = columns.values(row).into_iter();
    values
        .map(|value| {
            value
                .map(|value| plain(value.get()))
                .map(|text| escape(&text).into_owned())
                .unwrap_or_default()
        })
        .collect()
}

/// The members that tell most about rows: the identifier, then members by which people know records, then every plain
/// one that any row fills. References to other records come later, and last what is alike in all rows. Not more than
/// `most`, which is what fits.
fn telling(rows: &[Members<'_>], most: usize) -> Vec<String> {
    let id = rows.iter().find_map(identifier::name);
    let mut names: Vec<String> = id.map(str::to_owned).into_iter().collect();
    let mut known: HashSet<&str> = id.into_iter().collect();
    for (name, value) in rows.iter().flat_map(|row| &row.0) {
        let tells = !is_nested(value) && !plain(value.get()).is_empty() && !name.starts_with('@');
        if tells && known.insert(name) {
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
        let known = FAMILIAR.iter().position(|known| known == name);
        let unknown = match (constant.contains(name.as_str()), name.ends_with("Id")) {
            (true, _) => usize::MAX,
            (false, true) => FAMILIAR.len() + 1,
            (false, false) => FAMILIAR.len(),
        };
        known.unwrap_or(unknown)
    };
    let after_id = usize::from(id.is_some());
    names[after_id..].sort_by_cached_key(rank);
    names.truncate(most);
    names
}

/// The members that are alike in all of several rows.
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

/// The widths of as many columns as fit; columns that were asked for stay and get narrower instead.
fn widths(names: &[String], lines: &[Vec<String>], width: usize, keep_all: bool) -> Vec<usize> {
    let natural = |index: usize| {
        let cells = lines.iter().filter_map(|line| line.get(index));
        let widest = cells.map(|cell| cell.width()).max().unwrap_or(0);
        widest.max(escape(&names[index]).width())
    };
    let mut widths = Vec::new();
    let mut total = 0;
    for index in 0..names.len() {
        let wanted = natural(index).min(WIDEST);
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

/// Takes from the widest column until all fit, or until none is wider than a few letters.
fn narrow(widths: &mut [usize], width: usize) {
    let gaps = GAP * widths.len().saturating_sub(1);
    while widths.iter().sum::<usize>() + gaps > width {
        let Some(widest) = widths.iter_mut().max().filter(|widest| **widest > 8) else {
            return;
        };
        *widest -= 1;
    }
}

/// The text, cut where it is wider than its column.
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
