//! Adds data of another service to a record.
//!
//! Two services describe the same device or user under different ids and share one key, such as a host name. An
//! [`Enrichment`] in a table names that key. [`enrichment_request`] asks the other service for the key, and
//! [`with_member`] puts its answer into the text of the record.

use http_core::odata::Filter;
use http_core::{Enrichment, Operation, Request};

/// The request that finds the data for a record, by the key that both services share. `list` is the operation of the
/// other service, `key` the value in the record. The filter quotes the value.
pub fn enrichment_request(list: &'static Operation, enrichment: &Enrichment, key: &str) -> Request {
    let mut request = Request::new(list).filter(Filter::eq(enrichment.by.0, key));
    for (name, value) in enrichment.options {
        request = request.set(name, *value);
    }
    request
}

/// Adds a member to the text of a JSON object, without changing its other bytes. `None` if the text is not an object.
///
/// The record is not parsed: numbers keep their digits and members their order. `name` is not escaped and must be
/// plain; `value` must be JSON. A member of the same name is not replaced.
///
/// ```
/// let record = operations::with_member(br#"{"id": 7}"#, "owner", br#""kim""#);
/// assert_eq!(record.as_deref(), Some(&br#"{"id": 7,"owner":"kim"}"#[..]));
/// ```
pub fn with_member(record: &[u8], name: &str, value: &[u8]) -> Option<Vec<u8>> {
    let open = record.trim_ascii_end().strip_suffix(b"}")?;
    let comma: &[u8] = if open.trim_ascii_end().ends_with(b"{") {
        b""
    } else {
        b","
    };
    Some([open, comma, b"\"", name.as_bytes(), b"\":", value, b"}"].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_is_added_and_the_rest_stays_as_it_was() {
        let added = |record: &str| {
            let text = with_member(record.as_bytes(), "more", b"{}");
            text.map(|text| String::from_utf8(text).unwrap())
        };
        let record = "{\"a\": 1.50 }\n";
        assert_eq!(added(record).unwrap(), "{\"a\": 1.50 ,\"more\":{}}");
        assert_eq!(added("{ }").unwrap(), "{ \"more\":{}}");
        assert_eq!(added("[]"), None);
    }
}
