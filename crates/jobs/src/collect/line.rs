//! A row as it is stored: the record with the members of its collection in front.

use http_core::jiff::Timestamp;
use serde_json::Value;

use crate::tagged::TENANT;

/// Makes the rows of a pass.
pub(super) struct Lines {
    /// The id of the tenant.
    tenant: String,
    /// The id of the operation.
    operation: &'static str,
    /// The begin of a row up to its version, and the second that stands in it.
    head: String,
    second: Option<i64>,
}

impl Lines {
    /// The rows of a tenant, by its id, that an operation returned.
    pub(super) fn new(tenant: &str, operation: &'static str) -> Self {
        Self {
            tenant: tenant.to_owned(),
            operation,
            head: String::new(),
            second: None,
        }
    }

    /// The record as one line, without its end. Its own members stay byte for byte.
    ///
    /// `version` is JSON; without one it is `null`. `fetched` is the service's clock.
    pub(super) fn line(
        &mut self,
        row: &[u8],
        version: Option<&str>,
        fetched: Timestamp,
    ) -> Vec<u8> {
        self.begin(fetched);
        let row = row.trim_ascii();
        let rest = row.strip_prefix(b"{").unwrap_or(row);
        let version = version.unwrap_or("null");
        let mut line = Vec::with_capacity(self.head.len() + version.len() + rest.len() + 1);
        line.extend_from_slice(self.head.as_bytes());
        line.extend_from_slice(version.as_bytes());
        if rest.trim_ascii_start() != b"}" {
            line.push(b',');
        }
        let begin = line.len();
        line.extend_from_slice(rest);
        // A record is one line, whatever white space the service puts between its members.
        let white = line.get_mut(begin..).unwrap_or_default();
        if memchr::memchr2(b'\n', b'\r', white).is_some() {
            let ends = white
                .iter_mut()
                .filter(|byte| matches!(byte, b'\n' | b'\r'));
            ends.for_each(|byte| *byte = b' ');
        }
        line
    }

    /// Makes the begin anew in each second: it is the same for all rows of a page.
    fn begin(&mut self, fetched: Timestamp) {
        if self.second == Some(fetched.as_second()) {
            return;
        }
        self.second = Some(fetched.as_second());
        self.head = format!(
            "{{\"{TENANT}\":{},\"_fetched_at\":\"{}\",\"_operation\":\"{}\",\"_version\":",
            Value::from(self.tenant.as_str()),
            fetched.strftime("%Y-%m-%dT%H:%M:%SZ"),
            self.operation,
        );
    }
}

/// The member with the time at which a row was read, up to its value, and the one before the members of the record.
const FETCHED: &[u8] = b"\"_fetched_at\":";
#[cfg(feature = "lake")]
const VERSION: &[u8] = b"\"_version\":";

/// The time at which a row was read, as JSON. [`Lines`] puts it before the record's own members, so the first one of this name counts.
pub(super) fn fetched(row: &[u8]) -> Option<&[u8]> {
    let at = memchr::memmem::find(row, FETCHED)? + FETCHED.len();
    let rest = row.get(at..)?.strip_prefix(b"\"")?;
    let end = memchr::memchr(b'"', rest)?;
    row.get(at..at + end + 2)
}

/// The record of a row: what follows the members that [`Lines`] has put before it.
#[cfg(feature = "lake")]
pub(super) fn record(row: &[u8]) -> Vec<u8> {
    use serde_json::value::RawValue;

    let found = memchr::memmem::find(row, VERSION).map(|at| at + VERSION.len());
    let rest = found.and_then(|at| {
        let mut values =
            serde_json::Deserializer::from_slice(row.get(at..)?).into_iter::<&RawValue>();
        values.next()?.ok()?;
        row.get(at + values.byte_offset()..)
    });
    let rest = rest.unwrap_or(row).trim_ascii_start();
    match rest.strip_prefix(b",") {
        Some(members) => [b"{", members.trim_ascii_start()].concat(),
        None if rest.starts_with(b"{") => rest.to_vec(),
        None => b"{}".to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_one_line_and_keeps_its_bytes() {
        let mut lines = Lines::new("t\"1", "x.alerts.list");
        let at: Timestamp = "2026-03-01T12:00:00.7Z".parse().unwrap();
        let line = |lines: &mut Lines, row: &str, version| {
            String::from_utf8(lines.line(row.as_bytes(), version, at)).unwrap()
        };
        let head = r#"{"_tenant":"t\"1","_fetched_at":"2026-03-01T12:00:00Z","_operation":"x.alerts.list","_version":"#;
        assert_eq!(
            line(
                &mut lines,
                " {\r\n \"a\": 1.50,\n\"b\":\"x\\ny\"}\n",
                Some("7")
            ),
            format!(r#"{head}7,   "a": 1.50, "b":"x\ny"}}"#)
        );
        assert_eq!(line(&mut lines, "{ }", None), format!("{head}null }}"));
    }

    #[cfg(feature = "lake")]
    #[test]
    fn the_record_is_what_the_service_sent() {
        for (version, rest, record_of) in [
            (
                "\"a\\\"}\"",
                ",\"id\":1, \"x\":{} }",
                "{\"id\":1, \"x\":{} }",
            ),
            ("null", "}", "{}"),
            ("17", ",\"_version\":\"own\"}", "{\"_version\":\"own\"}"),
        ] {
            let row = format!(
                "{{\"_tenant\":\"t\",\"_fetched_at\":\"2026-03-01T00:00:00Z\",\"_operation\":\"x\",\"_version\":{version}{rest}"
            );
            assert_eq!(
                String::from_utf8(record(row.as_bytes())).unwrap(),
                record_of
            );
        }
    }
}
