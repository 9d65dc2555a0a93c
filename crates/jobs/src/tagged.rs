//! Records of several tenants in one list: each begins with the id of its tenant.

use std::fmt;
use std::io::{self, Write};

use crate::fanout::Rows;

/// The member that names the tenant of a record. It comes first.
pub const TENANT: &str = "_tenant";

/// A record with the id of its tenant in front. The bytes of the record stay as they are; a record that is not an object
/// becomes the member `value`.
///
/// ```
/// let record = jobs::tagged("aaaaaaaa-0000-0000-0000-000000000001", br#"{"id": 7, "n":1e400}"#);
/// let text = String::from_utf8_lossy(&record);
/// assert_eq!(text, r#"{"_tenant":"aaaaaaaa-0000-0000-0000-000000000001","id": 7, "n":1e400}"#);
/// ```
pub fn tagged(tenant: &str, record: &[u8]) -> Vec<u8> {
    let record = record.trim_ascii();
    let mut text = Vec::with_capacity(record.len() + tenant.len() + 24);
    text.extend_from_slice(format!("{{\"{TENANT}\":").as_bytes());
    text.extend_from_slice(serde_json::Value::from(tenant).to_string().as_bytes());
    match record.strip_prefix(b"{") {
        Some(members) if members.trim_ascii_start() == b"}" => text.push(b'}'),
        Some(members) => {
            text.push(b',');
            text.extend_from_slice(members);
        }
        None => {
            text.extend_from_slice(b",\"value\":");
            text.extend_from_slice(record);
            text.push(b'}');
        }
    }
    text
}

/// The list of all tenants, as the work of one writes to it.
///
/// A closure that takes a record is such a list, without anything to flush.
pub trait Records {
    /// Adds a record, which begins with its tenant.
    ///
    /// # Errors
    /// The errors of the output. They end the work of the tenant.
    fn record(&mut self, record: &[u8]) -> io::Result<()>;

    /// Writes out what is buffered, because the next record may take a while.
    ///
    /// # Errors
    /// As [`record`](Self::record).
    fn flush(&mut self) -> io::Result<()>;
}

impl<F: FnMut(&[u8]) -> io::Result<()>> Records for F {
    fn record(&mut self, record: &[u8]) -> io::Result<()> {
        self(record)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A writer of NDJSON that passes each line on with the id of the tenant in front, and counts it.
///
/// The work of a tenant writes its records here, and the sink writes them to the list of all tenants. A line is passed on
/// when its end was written, so lines of several tenants do not mix. What has no line end is lost with the writer.
pub struct Tagged<S> {
    tenant: String,
    rows: Rows,
    /// The begin of a line whose end has not come.
    begun: Vec<u8>,
    sink: S,
}

impl<S: Records> Tagged<S> {
    /// A writer for the records of a tenant. `rows` counts them.
    pub fn new(tenant: impl Into<String>, rows: Rows, sink: S) -> Self {
        Self {
            tenant: tenant.into(),
            rows,
            begun: Vec::new(),
            sink,
        }
    }

    /// Passes a whole line on.
    fn line(&mut self, line: &[u8]) -> io::Result<()> {
        if line.trim_ascii().is_empty() {
            return Ok(());
        }
        self.sink.record(&tagged(&self.tenant, line))?;
        self.rows.add(1);
        Ok(())
    }
}

impl<S: Records> Write for Tagged<S> {
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
        self.sink.flush()
    }
}

impl<S> fmt::Debug for Tagged<S> {
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
    fn a_record_keeps_its_bytes() {
        for (record, expected) in [
            (r#"{"a":1}"#, r#"{"_tenant":"t","a":1}"#),
            ("{ \"a\": 1 }\r", r#"{"_tenant":"t", "a": 1 }"#),
            ("{ }", r#"{"_tenant":"t"}"#),
            ("[1]", r#"{"_tenant":"t","value":[1]}"#),
            ("\"x\"", r#"{"_tenant":"t","value":"x"}"#),
        ] {
            let text = String::from_utf8(tagged("t", record.as_bytes())).unwrap();
            assert_eq!(text, expected);
        }
    }

    #[test]
    fn lines_are_passed_on_when_they_are_whole() {
        let mut lines = Vec::new();
        let rows = Rows::default();
        let mut writer = Tagged::new("t", rows.clone(), |line: &[u8]| {
            lines.push(String::from_utf8(line.to_vec()).unwrap());
            Ok(())
        });
        for part in ["{\"a\"", ":1}\n{\"b\":2}\n\n{", "}\n{\"c\":"] {
            writer.write_all(part.as_bytes()).unwrap();
        }
        drop(writer);
        assert_eq!(
            lines,
            [
                r#"{"_tenant":"t","a":1}"#,
                r#"{"_tenant":"t","b":2}"#,
                r#"{"_tenant":"t"}"#
            ]
        );
        assert_eq!(rows.count(), 3);
    }
}
