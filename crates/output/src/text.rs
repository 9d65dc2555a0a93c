//! Adds and removes white space of JSON text without reading its values.
//!
//! Both functions only track whether a byte belongs to a string. They work on any depth in one pass, and invalid JSON
//! gives invalid JSON, not an error: the caller has checked it or passes it through.

/// Removes the white space between tokens. White space within strings stays.
pub(crate) fn compact(text: &[u8], into: &mut Vec<u8>) {
    let mut scan = Scan::default();
    for &byte in text {
        if scan.is_value(byte) || !byte.is_ascii_whitespace() {
            into.push(byte);
        }
    }
}

/// Puts each value on a line of its own, indented by `depth` levels after the first line.
///
/// The first line is not indented, because the caller has begun it: an element of an array at depth 1 follows two
/// blanks.
pub(crate) fn pretty(text: &[u8], mut depth: usize, into: &mut Vec<u8>) {
    let mut scan = Scan::default();
    let mut before = b' ';
    for &byte in text {
        if scan.is_value(byte) {
            if matches!(before, b'{' | b'[') {
                line(into, depth);
            }
            into.push(byte);
            before = b'"';
            continue;
        }
        match byte {
            byte if byte.is_ascii_whitespace() => continue,
            b'{' | b'[' => {
                if matches!(before, b'{' | b'[') {
                    line(into, depth);
                }
                into.push(byte);
                depth += 1;
            }
            b'}' | b']' => {
                depth = depth.saturating_sub(1);
                if !matches!(before, b'{' | b'[') {
                    line(into, depth);
                }
                into.push(byte);
            }
            b',' => {
                into.push(byte);
                line(into, depth);
            }
            b':' => into.extend_from_slice(b": "),
            other => {
                if matches!(before, b'{' | b'[') {
                    line(into, depth);
                }
                into.push(other);
            }
        }
        before = byte;
    }
}

/// Begins a line with two blanks for each level.
fn line(into: &mut Vec<u8>, depth: usize) {
    into.push(b'\n');
    into.resize(into.len() + 2 * depth, b' ');
}

/// Tracks whether a byte belongs to a string.
#[derive(Default)]
struct Scan {
    in_string: bool,
    escaped: bool,
}

impl Scan {
    /// Whether the byte belongs to a string, its quotes included.
    fn is_value(&mut self, byte: u8) -> bool {
        if !self.in_string {
            self.in_string = byte == b'"';
            return self.in_string;
        }
        if self.escaped {
            self.escaped = false;
        } else if byte == b'\\' {
            self.escaped = true;
        } else if byte == b'"' {
            self.in_string = false;
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "{ \"a\" : [ 1.50 , {} , [] , \"x \\\" , {\" ],\n\t\"b\":{\"c\":null}}";

    fn with(change: impl Fn(&[u8], &mut Vec<u8>), text: &str) -> String {
        let mut into = Vec::new();
        change(text.as_bytes(), &mut into);
        String::from_utf8(into).unwrap()
    }

    #[test]
    fn compact_text_keeps_every_value() {
        let expected = r#"{"a":[1.50,{},[],"x \" , {"],"b":{"c":null}}"#;
        assert_eq!(with(compact, TEXT), expected);
        assert_eq!(with(compact, expected), expected);
    }

    #[test]
    fn pretty_text_keeps_every_value() {
        let expected = "{\n  \"a\": [\n    1.50,\n    {},\n    [],\n    \"x \\\" , {\"\n  ],\n  \"b\": {\n    \"c\": null\n  }\n}";
        let indented = |text: &[u8], into: &mut Vec<u8>| pretty(text, 0, into);
        assert_eq!(with(indented, TEXT), expected);
        assert_eq!(with(compact, expected), with(compact, TEXT));
        assert_eq!(with(indented, "17"), "17");
        assert_eq!(with(indented, "[true]"), "[\n  true\n]");
    }
}
