//! A record with one more member in front.

/// A record with a member in front that says where it comes from, such as the tenant. The bytes of the record stay as they
/// are; a record that is not an object becomes the member `value`.
///
/// ```
/// let record = output::with_first("_tenant", "t1", br#"{"id": 7, "n":1e400}"#);
/// assert_eq!(record, br#"{"_tenant":"t1","id": 7, "n":1e400}"#);
/// assert_eq!(output::with_first("_tenant", "t1", b"[1]"), br#"{"_tenant":"t1","value":[1]}"#);
/// ```
pub fn with_first(name: &str, value: &str, record: &[u8]) -> Vec<u8> {
    let record = record.trim_ascii();
    let text = |text: &str| serde_json::Value::from(text).to_string();
    let mut whole = Vec::with_capacity(record.len() + name.len() + value.len() + 16);
    whole.extend_from_slice(format!("{{{}:{}", text(name), text(value)).as_bytes());
    match record.strip_prefix(b"{") {
        Some(members) if members.trim_ascii_start() == b"}" => whole.push(b'}'),
        Some(members) => {
            whole.push(b',');
            whole.extend_from_slice(members);
        }
        None => {
            whole.extend_from_slice(b",\"value\":");
            whole.extend_from_slice(record);
            whole.push(b'}');
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_keeps_its_bytes() {
        for (record, expected) in [
            (r#"{"a":1}"#, r#"{"t":"x\"y","a":1}"#),
            ("{ \"a\": 1 }\r", r#"{"t":"x\"y", "a": 1 }"#),
            ("{ }", r#"{"t":"x\"y"}"#),
            ("\"x\"", r#"{"t":"x\"y","value":"x"}"#),
        ] {
            let text = String::from_utf8(with_first("t", "x\"y", record.as_bytes())).unwrap();
            assert_eq!(text, expected);
        }
    }
}
