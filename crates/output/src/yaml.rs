//! YAML with members in their order.
//!
//! Tokens of JSON become tokens of YAML without being read into a type, so long numbers, lone surrogates and any depth
//! stay as they are; a YAML library would need a value it can serialize. Words that YAML 1.1 and 1.2 read differently
//! are quoted. The text is read once from left to right with a stack of open containers, so a deep record cannot
//! overflow the call stack.

mod scalar;

use std::io::{self, Write};

use crate::terminal::Out;
use scalar::{number, string};

/// Values nested deeper stay on one line: indentation would grow with the square of the depth.
const DEEPEST: usize = 64;

/// Writes a record as one element of a sequence; all of them together are one document.
///
/// # Errors
/// [`InvalidData`](io::ErrorKind::InvalidData) with the byte where the record is not JSON. Errors of the writer.
pub(super) fn row(row: &[u8], out: &mut Out<'_>) -> io::Result<()> {
    let mut text = b"- ".to_vec();
    Writer::new(row, &mut text).value(1)?;
    out.write_all(&text)
}

/// Writes JSON text as a document.
///
/// # Errors
/// As [`row`]. Nothing is written for invalid JSON.
pub(super) fn document(text: &[u8], out: &mut Out<'_>) -> io::Result<()> {
    let mut document = Vec::with_capacity(text.len() * 2);
    Writer::new(text, &mut document).value(0)?;
    out.write_all(&document)
}

/// An open container: an object or an array whose end has not been read yet.
#[derive(Clone, Copy, Debug)]
struct Open {
    is_map: bool,
    /// The indentation of its lines; `None` if it is written on one line.
    indent: Option<usize>,
    /// Whether its first element continues the current line.
    inline: bool,
    /// Number of elements that were begun.
    count: usize,
}

/// Translates JSON text to YAML text.
struct Writer<'a> {
    text: &'a [u8],
    /// The position of the next byte to read.
    at: usize,
    out: &'a mut Vec<u8>,
    open: Vec<Open>,
}

impl<'a> Writer<'a> {
    fn new(text: &'a [u8], out: &'a mut Vec<u8>) -> Self {
        Self {
            text,
            at: 0,
            out,
            open: Vec::new(),
        }
    }

    /// Writes the value of the text; its lines are indented by `level`.
    fn value(mut self, level: usize) -> io::Result<()> {
        self.begin(Some(2 * level), true)?;
        while let Some(&open) = self.open.last() {
            self.element(open)?;
        }
        match self.peek() {
            None => Ok(()),
            Some(_) => Err(self.broken()),
        }
    }

    /// Writes the next element of the innermost container, or its end.
    fn element(&mut self, open: Open) -> io::Result<()> {
        let close = if open.is_map { b'}' } else { b']' };
        if self.peek() == Some(close) {
            self.at += 1;
            self.open.pop();
            if open.indent.is_none() {
                self.out.push(close);
                self.end_of_line();
            }
            return Ok(());
        }
        if open.count > 0 {
            self.expect(b',')?;
        }
        if let Some(last) = self.open.last_mut() {
            last.count += 1;
        }
        match open.indent {
            Some(indent) if open.count > 0 || !open.inline => {
                self.out.resize(self.out.len() + indent, b' ');
            }
            None if open.count > 0 => self.out.extend_from_slice(b", "),
            _ => {}
        }
        if !open.is_map {
            if open.indent.is_some() {
                self.out.extend_from_slice(b"- ");
            }
            return self.begin(open.indent.map(|indent| indent + 2), true);
        }
        let name = self.token_of_string()?;
        string(name, self.out).ok_or_else(|| self.broken())?;
        self.out.push(b':');
        self.expect(b':')?;
        self.begin(open.indent.map(|indent| indent + 2), false)
    }

    /// Writes a scalar, or opens a container.
    fn begin(&mut self, indent: Option<usize>, inline: bool) -> io::Result<()> {
        let first = self.peek().ok_or_else(|| self.broken())?;
        let is_map = match first {
            b'{' => true,
            b'[' => false,
            _ => return self.scalar(first, inline),
        };
        self.at += 1;
        let close = if is_map { b'}' } else { b']' };
        let is_empty = self.peek() == Some(close);
        let indent = indent.filter(|_| !is_empty && self.open.len() < DEEPEST);
        match indent {
            // A sequence in a mapping has the indentation of its name.
            Some(indent) if !inline => {
                self.out.push(b'\n');
                let indent = Some(if is_map { indent } else { indent - 2 });
                self.push(is_map, indent, false);
            }
            Some(_) => self.push(is_map, indent, true),
            None => {
                let blank: &[u8] = if inline { b"" } else { b" " };
                self.out.extend_from_slice(blank);
                self.out.push(first);
                self.push(is_map, None, true);
            }
        }
        Ok(())
    }

    /// Opens a container.
    fn push(&mut self, is_map: bool, indent: Option<usize>, inline: bool) {
        self.open.push(Open {
            is_map,
            indent,
            inline,
            count: 0,
        });
    }

    /// Writes a string, a number or a literal after a blank, unless it begins an element.
    fn scalar(&mut self, first: u8, inline: bool) -> io::Result<()> {
        if !inline {
            self.out.push(b' ');
        }
        let written = if first == b'"' {
            let token = self.token_of_string()?;
            string(token, self.out)
        } else {
            let token = self.token_of_word();
            number(token, self.out)
        };
        written.ok_or_else(|| self.broken())?;
        self.end_of_line();
        Ok(())
    }

    /// Ends the line, unless the container is written on one line.
    fn end_of_line(&mut self) {
        if self.open.last().is_none_or(|open| open.indent.is_some()) {
            self.out.push(b'\n');
        }
    }

    /// Skips white space and returns the next byte; `None` at the end of the text.
    fn peek(&mut self) -> Option<u8> {
        let rest = &self.text[self.at..];
        let blank = rest.iter().position(|byte| !byte.is_ascii_whitespace());
        self.at += blank.unwrap_or(rest.len());
        self.text.get(self.at).copied()
    }

    /// Skips white space and the byte, or fails.
    fn expect(&mut self, byte: u8) -> io::Result<()> {
        if self.peek() != Some(byte) {
            return Err(self.broken());
        }
        self.at += 1;
        Ok(())
    }

    /// The text between the quotes of the next string.
    fn token_of_string(&mut self) -> io::Result<&'a [u8]> {
        self.expect(b'"')?;
        let begin = self.at;
        loop {
            let rest = &self.text[self.at..];
            let found = memchr::memchr2(b'"', b'\\', rest).ok_or_else(|| self.broken())?;
            if rest[found] == b'"' {
                let end = self.at + found;
                self.at = end + 1;
                return Ok(&self.text[begin..end]);
            }
            self.at += found + 2;
            if self.at > self.text.len() {
                return Err(self.broken());
            }
        }
    }

    /// A number, `true`, `false` or `null`.
    fn token_of_word(&mut self) -> &'a [u8] {
        let rest = &self.text[self.at..];
        let part = |byte: &u8| byte.is_ascii_alphanumeric() || b"+-.".contains(byte);
        let length = rest.iter().position(|byte| !part(byte));
        let token = &rest[..length.unwrap_or(rest.len())];
        self.at += token.len();
        token
    }

    /// The error for invalid JSON. It has the position, because a record may be one line of many kilobytes.
    fn broken(&self) -> io::Error {
        let what = format!("invalid JSON at byte {} of the record", self.at);
        io::Error::new(io::ErrorKind::InvalidData, what)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Result<String, String> {
        let mut out = Vec::new();
        let written = Writer::new(text.as_bytes(), &mut out).value(0);
        written.map_err(|error| error.to_string())?;
        Ok(String::from_utf8(out).unwrap())
    }

    #[test]
    fn containers_are_indented_and_empty_ones_stay_on_their_line() {
        let text = r#"{"a":{"b":[1,{"c":2,"d":[]},[3,[4]]],"e":{}},"f":[{"g":[{"h":null}]}]}"#;
        let expected = "a:\n  b:\n  - 1\n  - c: 2\n    d: []\n  - - 3\n    - - 4\n  e: {}\nf:\n- g:\n  - h: null\n";
        assert_eq!(shown(text).unwrap(), expected);
        assert_eq!(shown("[]").unwrap(), "[]\n");
        assert_eq!(shown(" {} ").unwrap(), "{}\n");
        assert_eq!(shown("17").unwrap(), "17\n");
        assert_eq!(shown("[[],[1]]").unwrap(), "- []\n- - 1\n");
    }

    #[test]
    fn any_depth_is_written_and_costs_its_own_length() {
        for (left, right) in [("[", "]"), ("{\"a\":", "}"), ("[{\"a\":", "}]")] {
            let text = format!("{}1{}", left.repeat(100_000), right.repeat(100_000));
            let yaml = shown(&text).unwrap();
            assert!(yaml.len() < 3 * text.len(), "{}", yaml.len());
        }
        let text = format!(
            "{}{}",
            "{\"a\":".repeat(70),
            "1".to_owned() + &"}".repeat(70)
        );
        let yaml = shown(&text).unwrap();
        assert!(yaml.ends_with("a: {a: {a: {a: {a: {a: 1}}}}}}\n"), "{yaml}");
    }

    #[test]
    fn what_is_no_json_is_an_error() {
        for text in [
            "",
            "{",
            "{\"a\"}",
            "{\"a\":}",
            "[1,]",
            "[1 2]",
            "\"a",
            "\"a\\",
            "1 2",
            "nul",
            "{a:1}",
            "[1}",
            "\"\\x\"",
            "\"\\u12\"",
            "NaN",
            "+1",
            "1.e",
        ] {
            let shown = shown(text);
            assert!(
                shown
                    .as_ref()
                    .is_err_and(|error| error.contains("invalid JSON")),
                "{text}: {shown:?}"
            );
        }
    }
}
