//! JSON: one array, and one object a line. Records keep their own bytes unless columns are named.

use std::io::{self, Write};

use crate::columns::Columns;
use crate::members::Members;
use crate::terminal::Out;
use crate::text::{compact, pretty};

/// Selects the members of a record.
#[derive(Debug)]
struct Row {
    columns: Option<Columns>,
    scratch: Vec<u8>,
}

impl Row {
    fn new(columns: &[String]) -> Self {
        Self {
            columns: (!columns.is_empty()).then(|| Columns::asked(columns)),
            scratch: Vec::new(),
        }
    }

    /// The record as it came, or an object of the named members. A member that the record lacks is null.
    fn text<'a>(&'a mut self, row: &'a [u8]) -> io::Result<&'a [u8]> {
        let Some(columns) = &mut self.columns else {
            return Ok(row);
        };
        let members = Members::of(row)?;
        let values = columns.values(&members);
        self.scratch.clear();
        self.scratch.push(b'{');
        for (name, value) in columns.names.iter().zip(values) {
            if self.scratch.len() > 1 {
                self.scratch.push(b',');
            }
            serde_json::to_writer(&mut self.scratch, name)?;
            self.scratch.push(b':');
            let value = value.unwrap_or("null".into());
            self.scratch.extend_from_slice(value.as_bytes());
        }
        self.scratch.push(b'}');
        Ok(&self.scratch)
    }

    /// Named members that no record has.
    fn notes(&self) -> Vec<String> {
        self.columns
            .as_ref()
            .map(Columns::notes)
            .unwrap_or_default()
    }
}

/// One array of rows. [`end`](Self::end) makes it valid, wherever it stops.
#[derive(Debug)]
pub(crate) struct Array {
    row: Row,
    pretty: bool,
    begun: bool,
    scratch: Vec<u8>,
}

impl Array {
    pub(crate) fn new(columns: &[String], pretty: bool) -> Self {
        Self {
            row: Row::new(columns),
            pretty,
            begun: false,
            scratch: Vec::new(),
        }
    }

    /// Writes a record after a comma, or after the bracket that opens the array.
    pub(crate) fn row(&mut self, row: &[u8], out: &mut Out<'_>) -> io::Result<()> {
        let row = self.row.text(row)?;
        out.write_all(if self.begun { b",\n" } else { b"[\n" })?;
        self.begun = true;
        if !self.pretty {
            return out.write_all(row);
        }
        self.scratch.clear();
        pretty(row, 1, &mut self.scratch);
        out.write_all(b"  ")?;
        out.write_all(&self.scratch)
    }

    /// Closes the array. Writes nothing if the list broke off before its first row.
    pub(crate) fn end(&mut self, whole: bool, out: &mut Out<'_>) -> io::Result<()> {
        match (self.begun, whole) {
            (true, _) => out.write_all(b"\n]\n"),
            (false, true) => out.write_all(b"[]\n"),
            (false, false) => Ok(()),
        }
    }

    pub(crate) fn notes(&self) -> Vec<String> {
        self.row.notes()
    }
}

/// One record a line.
#[derive(Debug)]
pub(crate) struct Lines {
    row: Row,
    scratch: Vec<u8>,
}

impl Lines {
    pub(crate) fn new(columns: &[String]) -> Self {
        Self {
            row: Row::new(columns),
            scratch: Vec::new(),
        }
    }

    /// Writes a record and a line end. White space that contains a line end is removed first.
    pub(crate) fn row(&mut self, row: &[u8], out: &mut Out<'_>) -> io::Result<()> {
        let row = self.row.text(row)?;
        // Line ends inside strings are escaped, so a raw one is between tokens.
        if memchr::memchr2(b'\n', b'\r', row).is_some() {
            self.scratch.clear();
            compact(row, &mut self.scratch);
            out.write_all(&self.scratch)?;
        } else {
            out.write_all(row)?;
        }
        out.write_all(b"\n")
    }

    /// The record, or an object of the named members, for formats that are written from JSON.
    pub(crate) fn selected<'a>(&'a mut self, row: &'a [u8]) -> io::Result<&'a [u8]> {
        self.row.text(row)
    }

    pub(crate) fn notes(&self) -> Vec<String> {
        self.row.notes()
    }
}
