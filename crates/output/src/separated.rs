//! Comma- and tab-separated values.
//!
//! A header must name all columns before the first record, but records of one list have different members. Without
//! named columns the writer holds the first records back and takes the members of all of them. Later records may have
//! further members; those are left out, and [`notes`](Separated::notes) names them.
//!
//! Quoting is that of the crate `csv-core`. With `safe`, cells that a spreadsheet would run as a formula get a quote.

use std::io;

use csv_core::{WriteResult, Writer, WriterBuilder};

use crate::cell::{escape, plain, unformula};
use crate::columns::Columns;
use crate::layout::Layout;
use crate::members::Members;
use crate::terminal::Out;

/// Number of records that are searched for columns if none are named.
const LOOK_AHEAD: usize = 200;

/// Upper bound of the records that are held back, in bytes, for lists of few but large records.
pub(crate) const LOOK_AHEAD_BYTES: usize = 8 * 1024 * 1024;

/// The writer of one list.
#[derive(Debug)]
pub(crate) struct Separated {
    header: bool,
    /// Whether formulas get a quote in front.
    safe: bool,
    /// Whether line ends within a cell are escaped, so that each record stays on one line.
    terminal: bool,
    columns: Option<Columns>,
    /// The columns of the header if there are no records.
    known: Vec<String>,
    /// Records that are held back until the columns are known.
    waiting: Vec<Vec<u8>>,
    waiting_bytes: usize,
    begun: bool,
    line: Line,
}

impl Separated {
    pub(crate) fn new(delimiter: u8, layout: &Layout) -> Self {
        let columns = &layout.columns[..];
        Self {
            header: layout.header,
            safe: layout.csv_safe,
            terminal: layout.terminal,
            columns: (!columns.is_empty()).then(|| Columns::asked(columns)),
            known: Vec::new(),
            waiting: Vec::new(),
            waiting_bytes: 0,
            begun: false,
            line: Line::new(delimiter),
        }
    }

    /// Writes a record, or holds it back until the columns are known.
    pub(crate) fn row(&mut self, row: &[u8], out: &mut Out<'_>) -> io::Result<()> {
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

    /// Sets the columns for the header of a list without records: an empty table still has a header.
    pub(crate) fn know(&mut self, columns: Vec<String>) {
        self.known = columns;
    }

    /// Writes what was held back. A list that ended without a record gets the header of the [known](Self::know)
    /// columns.
    pub(crate) fn end(&mut self, whole: bool, out: &mut Out<'_>) -> io::Result<()> {
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

    /// Members without a column, and columns that no record filled.
    pub(crate) fn notes(&self) -> Vec<String> {
        self.columns
            .as_ref()
            .map(Columns::notes)
            .unwrap_or_default()
    }

    /// Chooses the columns from the records that were held back, and writes those.
    pub(crate) fn release(&mut self, out: &mut Out<'_>) -> io::Result<()> {
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

    /// Writes the header before the first record.
    fn begin(&mut self, out: &mut Out<'_>) -> io::Result<()> {
        let first = !std::mem::replace(&mut self.begun, true);
        let Some(columns) = self.columns.as_ref().filter(|_| first && self.header) else {
            return Ok(());
        };
        for name in &columns.names {
            let name = match self.terminal {
                true => escape(name),
                false => name.as_str().into(),
            };
            self.line.push(name.as_bytes());
        }
        self.line.end(out)
    }

    /// Writes a record under the header.
    fn write(&mut self, row: &[u8], out: &mut Out<'_>) -> io::Result<()> {
        self.begin(out)?;
        let members = Members::of(row)?;
        let values = self
            .columns
            .as_mut()
            .map(|columns| columns.values(&members));
        for value in values.unwrap_or_default() {
            let text = value.as_deref().map(plain).unwrap_or_default();
            let text = if self.safe { unformula(text) } else { text };
            let text = if self.terminal { escape(&text) } else { text };
            self.line.push(text.as_bytes());
        }
        self.line.end(out)
    }
}

/// One line of output. The buffer is reused for the next line and grows to the longest one.
struct Line {
    writer: Writer,
    text: Vec<u8>,
    used: usize,
    fields: usize,
}

impl Line {
    fn new(delimiter: u8) -> Self {
        Self {
            writer: WriterBuilder::new().delimiter(delimiter).build(),
            text: vec![0; 1024],
            used: 0,
            fields: 0,
        }
    }

    /// Adds a field, with quotes if it needs them.
    fn push(&mut self, mut field: &[u8]) {
        if self.fields > 0 {
            self.fill(Writer::delimiter);
        }
        self.fields += 1;
        self.fill(|writer, out| {
            let (result, read, written) = writer.field(field, out);
            field = &field[read..];
            (result, written)
        });
    }

    /// Ends the line and writes it.
    fn end(&mut self, out: &mut Out<'_>) -> io::Result<()> {
        self.fill(Writer::terminator);
        let text = &self.text[..self.used];
        (self.used, self.fields) = (0, 0);
        io::Write::write_all(out, text)
    }

    /// Calls the writer until its output fits into the buffer, which is doubled as often as needed.
    fn fill(&mut self, mut write: impl FnMut(&mut Writer, &mut [u8]) -> (WriteResult, usize)) {
        loop {
            let (result, written) = write(&mut self.writer, &mut self.text[self.used..]);
            self.used += written;
            match result {
                WriteResult::InputEmpty => return,
                WriteResult::OutputFull => self.text.resize(self.text.len() * 2, 0),
            }
        }
    }
}

impl std::fmt::Debug for Line {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Line").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_of_any_length_are_written_and_quoted() {
        let mut line = Line::new(b',');
        let long = "x".repeat(5000);
        for _ in 0..2 {
            for field in ["plain", "a,b", "say \"hi\"", &long, ""] {
                line.push(field.as_bytes());
            }
            line.fill(Writer::terminator);
            let text = std::str::from_utf8(&line.text[..line.used]).unwrap();
            assert_eq!(text, format!("plain,\"a,b\",\"say \"\"hi\"\"\",{long},\n"));
            (line.used, line.fields) = (0, 0);
        }
    }
}
