//! Records of several tenants in one list: each begins with the id of its tenant.

use std::fmt;
use std::io::{self, Write};

use output::with_first;

use crate::fanout::Rows;

/// The member that names the tenant of a record. It comes first.
pub const TENANT: &str = "_tenant";

/// A writer of NDJSON that passes each line on with the id of the tenant in front, and counts it.
///
/// The work of a tenant writes its records here, and the inner writer is the list of all tenants. A line is passed on in one
/// piece, when its end was written, so lines of several tenants do not mix. What has no line end is lost with the writer.
///
/// ```
/// use std::io::Write;
///
/// use jobs::{Rows, Tagged};
///
/// let rows = Rows::default();
/// let mut list = Vec::new();
/// let mut records = Tagged::new("52eaad04", rows.clone(), &mut list);
/// records.write_all(b"{\"id\":1}\n{\"id\":2}\n")?;
/// drop(records);
/// assert_eq!(list, b"{\"_tenant\":\"52eaad04\",\"id\":1}\n{\"_tenant\":\"52eaad04\",\"id\":2}\n");
/// assert_eq!(rows.count(), 2);
/// # Ok::<(), std::io::Error>(())
/// ```
pub struct Tagged<W> {
    tenant: String,
    rows: Rows,
    /// The begin of a line whose end has not come.
    begun: Vec<u8>,
    list: W,
}

impl<W: Write> Tagged<W> {
    /// A writer for the records of a tenant. `rows` counts them.
    pub fn new(tenant: impl Into<String>, rows: Rows, list: W) -> Self {
        Self {
            tenant: tenant.into(),
            rows,
            begun: Vec::new(),
            list,
        }
    }

    /// Passes a whole line on. Empty lines are skipped.
    fn line(&mut self, line: &[u8]) -> io::Result<()> {
        if line.trim_ascii().is_empty() {
            return Ok(());
        }
        let mut record = with_first(TENANT, &self.tenant, line);
        record.push(b'\n');
        self.list.write_all(&record)?;
        self.rows.add(1);
        Ok(())
    }
}

impl<W: Write> Write for Tagged<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut rest = bytes;
        while let Some(end) = memchr::memchr(b'\n', rest) {
            let (line, after) = (&rest[..end], &rest[end + 1..]);
            if self.begun.is_empty() {
                self.line(line)?;
            } else {
                let mut whole = std::mem::take(&mut self.begun);
                whole.extend_from_slice(line);
                self.line(&whole)?;
            }
            rest = after;
        }
        self.begun.extend_from_slice(rest);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.list.flush()
    }
}

impl<W> fmt::Debug for Tagged<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tagged")
            .field("tenant", &self.tenant)
            .field("rows", &self.rows.count())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_passed_on_when_they_are_whole() {
        let mut list = Vec::new();
        let rows = Rows::default();
        let mut writer = Tagged::new("t", rows.clone(), &mut list);
        for part in ["{\"a\"", ":1}\n{\"b\":2}\n\n{", "}\n{\"c\":"] {
            writer.write_all(part.as_bytes()).unwrap();
        }
        drop(writer);
        let expected =
            "{\"_tenant\":\"t\",\"a\":1}\n{\"_tenant\":\"t\",\"b\":2}\n{\"_tenant\":\"t\"}\n";
        assert_eq!(String::from_utf8(list).unwrap(), expected);
        assert_eq!(rows.count(), 3);
    }
}
