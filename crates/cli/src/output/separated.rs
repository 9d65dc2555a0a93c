//! Comma- and tab-separated values.

use std::io;

use csv::{ByteRecord, Writer, WriterBuilder};

use super::Out;
use super::cell::{plain, unformula};
use super::columns::Columns;
use super::members::Members;

/// How many rows are looked at for the columns, where none are asked for.
const LOOK_AHEAD: usize = 200;

/// Separated values under one line of names.
#[derive(Debug)]
pub(super) struct Separated {
    delimiter: u8,
    header: bool,
    safe: bool,
    columns: Option<Columns>,
    /// The columns that rows would have, where there are none.
    known: Vec<String>,
    /// Rows that wait for the columns.
    waiting: Vec<Vec<u8>>,
    begun: bool,
    record: ByteRecord,
    writer: Writer<Vec<u8>>,
}

impl Separated {
    pub(super) fn new(delimiter: u8, columns: &[String], header: bool, safe: bool) -> Self {
        Self {
            delimiter,
            header,
            safe,
            columns: (!columns.is_empty()).then(|| Columns::asked(columns)),
            known: Vec::new(),
            waiting: Vec::new(),
            begun: false,
            record: ByteRecord::new(),
            writer: writer(delimiter),
        }
    }

    pub(super) fn row(&mut self, row: &[u8], out: &mut Out) -> io::Result<()> {
        if self.columns.is_some() {
            return self.write(row, out);
        }
        self.waiting.push(row.to_vec());
        if self.waiting.len() < LOOK_AHEAD {
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
        self.record = columns.names.iter().collect();
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
