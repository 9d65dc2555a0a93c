//! An object with a list of records, written while the records arrive.
//!
//! Some answers are an object around a list: a hunting result has a schema before its rows. A caller that reads such an
//! answer record by record has the text before the list at once and the text after it at the end. [`Document`] writes
//! both around the records, so the output is the object as it came and never has to be held in memory.

use std::io::{self, Write};

use crate::terminal::Out;

/// Writes a JSON object whose last large member is a list, one record at a time. The bytes around the list stay as they
/// came.
///
/// ```
/// use output::{Document, Out};
///
/// let mut text = Vec::new();
/// let mut out = Out::new(&mut text);
/// let mut document = Document::default();
/// document.row(br#"{"schema": 1, "rows": "#, b"7", &mut out)?;
/// document.end(true, (br#"{"schema": 1, "rows": "#, b"}"), &mut out)?;
/// drop(out);
/// assert_eq!(text, b"{\"schema\": 1, \"rows\": [\n7\n]}\n");
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug, Default)]
pub struct Document {
    begun: bool,
}

impl Document {
    /// Writes a record. `before` is the text of the object up to the list; it is written before the first record and
    /// ignored later. The record is not checked.
    ///
    /// # Errors
    /// Errors of the writer.
    pub fn row(&mut self, before: &[u8], row: &[u8], out: &mut Out<'_>) -> io::Result<()> {
        if !self.begun {
            out.write_all(before)?;
        }
        out.write_all(if self.begun { b",\n" } else { b"[\n" })?;
        self.begun = true;
        out.write_all(row)
    }

    /// Writes the end: the text after the list if it is `whole`, or else the brackets that make the object valid.
    /// `around` is the text before and after the list. Writes nothing if the list broke off before its first record.
    ///
    /// # Errors
    /// Errors of the writer.
    pub fn end(&self, whole: bool, around: (&[u8], &[u8]), out: &mut Out<'_>) -> io::Result<()> {
        let (before, after) = around;
        let parts: &[&[u8]] = match (whole, self.begun) {
            (true, true) => &[b"\n]", after, b"\n"],
            (true, false) => &[before, b"[]", after, b"\n"],
            (false, true) if before.is_empty() => &[b"\n]\n"],
            (false, true) => &[b"\n]}\n"],
            (false, false) => &[],
        };
        parts.iter().try_for_each(|part| out.write_all(part))
    }
}
