//! Comma- and tab-separated values.

use std::io;

use csv::{ByteRecord, Writer, WriterBuilder};

use super::cell::{escape, plain, unformula};
use super::columns::Columns;
use super::members::Members;
use super::{Out, Settings};

/// How many rows are looked at for the columns, where none are asked for.
const LOOK_AHEAD: usize = 200;

/// How many bytes of rows wait for that at most.
pub(super) const LOOK_AHEAD_BYTES: usize = 8 * 1024 * 1024;

/// Separated values under one line of names.
#[derive(Debug)]
pub(super) struct Separated {
    delimiter: u8,
    header: bool,
    safe: bool,
    /// Whether a terminal is the reader: a cell is one line there.
    terminal: bool,
    columns: Option<Columns>,
    /// The columns that rows would have, where there are none.
    known: Vec<String>,
    /// Rows that wait for the columns.
    waiting: Vec<Vec<u8>>,
    waiting_bytes: usize,
    begun: bool,
    record: ByteRecord,
    writer: Writer<Vec<u8>>,
}

impl Separated {
    pub(super) fn new(delimiter: u8, settings: &Settings) -> Self {
        let columns = &settings.columns[..];
        Self {
            delimiter,
            header: settings.header,
            safe: settings.csv_safe,
            terminal: settings.terminal,
            columns: (!columns.is_empty()).then(|| Columns::asked(columns)),
            known: Vec::new(),
            waiting: Vec::new(),
            waiting_bytes: 0,
            begun: false,
            record: ByteRecord::new(),
            writer: writer(delimiter),
        }
    }

    pub(super) fn row(&mut self, row: &[u8], out: &mut Out) -> io::Result<()> {
        if self.columns.is_some() {
            return self.write(row, out);
        }
        self.waiting_bytes += row.len();
        self.waiting.push(row.to_vec());
        if self.waiting.len() < LOOK_AHEAD && self.waiting_bytes < LOOK_AHEAD_BYTES {
            return Ok(());
        }
        self.release(out)
    }

    pub(super) fn know(&mut self, columns: Vec<String>) {
        self.known = columns;
    }

    pub(super) fn end(&mut self, whole: bool, out: &mut Out) -> io::Result<()> {
        self.release(out)?;
        if self.columns.is_none() && !self.known.is_empty() {
            self.columns = Some(Columns::asked(&self.known));
        }
        if whole && self.columns.is_some() {
            self.begin(out)
        } else {
            Ok(())
        }
    }

    pub(super) fn notes(&self) -> Vec<String> {
        self.columns
            .as_ref()
            .map(Columns::notes)
            .unwrap_or_default()
    }

    /// Settles the columns by the rows that wait, and writes them.
    fn release(&mut self, out: &mut Out) -> io::Result<()> {
        let waiting = std::mem::take(&mut self.waiting);
        if waiting.is_empty() {
            return Ok(());
        }
        let rows = waiting
            .iter()
            .map(|row| Members::of(row))
            .collect::<Result<Vec<_>, _>>()?;
        self.columns = Some(Columns::of_rows(&rows));
        waiting.iter().try_for_each(|row| self.write(row, out))
    }

    fn begin(&mut self, out: &mut Out) -> io::Result<()> {
        let first = !std::mem::replace(&mut self.begun, true);
        let Some(columns) = self.columns.as_ref().filter(|_| first && self.header) else {
            return Ok(());
        };
        self.record = match self.terminal {
            true => columns
                .names
                .iter()
                .map(|name| escape(name).into_owned())
                .collect(),
            false => columns.names.iter().collect(),
        };
        self.write_record(out)
    }

    fn write(&mut self, row: &[u8], out: &mut Out) -> io::Result<()> {
        self.begin(out)?;
        let members = Members::of(row)?;
        let values = self
            .columns
            .as_mut()
            .map(|columns| columns.values(&members));
        self.record.clear();
        for value in values.unwrap_or_default() {
            let text = value.map(|value| plain(value.get())).unwrap_or_default();
            let text = if self.safe { unformula(text) } else { text };
            let text = if self.terminal { escape(&text) } else { text };
            self.record.push_field(text.as_bytes());
        }
        self.write_record(out)
    }

    fn write_record(&mut self, out: &mut Out) -> io::Result<()> {
        self.writer.write_byte_record(&self.record)?;
        let writer = std::mem::replace(&mut self.writer, writer(self.delimiter));
        let text = writer.into_inner().map_err(|error| error.into_error())?;
        io::Write::write_all(out, &text)
    }
}

fn writer(delimiter: u8) -> Writer<Vec<u8>> {
    WriterBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .from_writer(Vec::new())
}
