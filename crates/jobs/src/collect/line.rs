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
}
