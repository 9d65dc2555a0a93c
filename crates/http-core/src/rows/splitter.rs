//! Cuts the elements of a list out of JSON text that arrives in pieces of any size.

use std::fmt;

use bytes::{Buf, Bytes, BytesMut};
use memchr::memchr2;

use super::RowBatch;
use crate::wire::Extra;

/// The most that an answer's members beside the list may take; more means that the list has another name.
const MOST_MEMBERS: usize = 16 * 1024 * 1024;

/// Why a text is no list.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SplitError {
    /// The text ended before the answer was whole.
    Truncated,
    /// The text is not JSON; its beginning is given.
    NotJson(String),
    /// The answer is whole but has no such list; its members' names are given.
    NoList(Vec<String>),
    /// The members beside the list take more memory than an answer of this kind can need.
    TooLarge,
}

impl fmt::Display for SplitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Truncated => f.write_str("the answer ended before it was whole"),
            Self::NotJson(start) => write!(f, "the answer is not JSON; it begins with `{start}`"),
            Self::NoList(members) if members.is_empty() => f.write_str("the answer holds no list"),
            Self::NoList(members) => {
                write!(f, "the answer holds no list, only {}", members.join(", "))
            }
            Self::TooLarge => {
                f.write_str("the answer is large and holds no list of the documented name")
            }
        }
    }
}

impl std::error::Error for SplitError {}

/// The state between two pieces of text.
///
/// Feed it pieces with [`feed`](Splitter::feed), then ask [`finish`](Splitter::finish) for the other members. A bare
/// array is a list too. The rows' own syntax is not checked beyond finding where they end.
pub struct Splitter {
    list: &'static str,
    state: State,
    /// What has not been handed on: at most a row that is not whole yet.
    buffer: BytesMut,
    /// How far the buffer has been looked at.
    at: usize,
    found: Vec<std::ops::Range<usize>>,
    rows: u64,
    members: Members,
    seen_list: bool,
    bare: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Start,
    Members,
    List,
    Row(Row),
    Done,
}

/// Where in a row the text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Row {
    start: usize,
    depth: u32,
    in_string: bool,
    escaped: bool,
}

/// The object around the list, copied without the list's elements.
#[derive(Default)]
struct Members {
    text: Vec<u8>,
    depth: u32,
    in_string: bool,
    escaped: bool,
    /// The string being read is a member's name of the outermost object.
    in_name: bool,
    name_from: usize,
    name_expected: bool,
    /// The member whose value comes next is the list.
    list_next: bool,
    name_is_list: bool,
}

impl fmt::Debug for Splitter {
    /// Rows are customer data: only how many there were is shown.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Splitter({} rows of `{}`)", self.rows, self.list)
    }
}

impl Splitter {
    /// A splitter for the list in the member `list` of the outermost object.
    pub fn new(list: &'static str) -> Self {
        Self {
            list,
            state: State::Start,
            buffer: BytesMut::new(),
            at: 0,
            found: Vec::new(),
            rows: 0,
            members: Members::default(),
            seen_list: false,
            bare: false,
        }
    }

    /// How many rows have been found so far.
    pub fn rows(&self) -> u64 {
        self.rows
    }

    /// Takes the next piece of text and gives the rows that are whole now.
    ///
    /// # Errors
    /// [`SplitError::NotJson`] and [`SplitError::TooLarge`].
    pub fn feed(&mut self, piece: &[u8]) -> Result<RowBatch, SplitError> {
        self.buffer.extend_from_slice(piece);
        while self.at < self.buffer.len() {
            match self.state {
                State::Start => self.start()?,
                State::Members => self.members()?,
                State::List => self.list(),
                State::Row(row) => self.row(row),
                State::Done => self.at = self.buffer.len(),
            }
        }
        Ok(self.hand_on())
    }

    /// The members beside the list, once the text is over.
    ///
    /// # Errors
    /// [`SplitError::Truncated`], [`SplitError::NoList`] and [`SplitError::NotJson`].
    pub fn finish(self) -> Result<Extra, SplitError> {
        if self.state != State::Done {
            return Err(SplitError::Truncated);
        }
        if self.bare {
            return Ok(Extra::new());
        }
        let mut members: Extra = serde_json::from_slice(&self.members.text)
            .map_err(|_| SplitError::NotJson(beginning(&self.members.text)))?;
        if !self.seen_list {
            // A list that is null is an empty list.
            if members.get(self.list).is_none_or(|value| !value.is_null()) {
                return Err(SplitError::NoList(members.keys().cloned().collect()));
            }
        }
        members.remove(self.list);
        Ok(members)
    }

    fn start(&mut self) -> Result<(), SplitError> {
        match self.buffer[self.at] {
            b' ' | b'\t' | b'\r' | b'\n' | 0xEF | 0xBB | 0xBF => {}
            b'{' => {
                self.state = State::Members;
                self.members.depth = 1;
                self.members.name_expected = true;
                self.members.text.push(b'{');
            }
            b'[' => {
                self.state = State::List;
                self.seen_list = true;
                self.bare = true;
            }
            _ => return Err(SplitError::NotJson(beginning(&self.buffer[self.at..]))),
        }
        self.at += 1;
        Ok(())
    }

    fn members(&mut self) -> Result<(), SplitError> {
        while self.at < self.buffer.len() {
            let byte = self.buffer[self.at];
            self.at += 1;
            match self.members.step(byte, self.list.as_bytes()) {
                Step::On => {}
                Step::List => {
                    self.members.text.extend_from_slice(b"[]");
                    self.seen_list = true;
                    self.state = State::List;
                    return Ok(());
                }
                Step::End => {
                    self.state = State::Done;
                    return Ok(());
                }
            }
        }
        if self.members.text.len() > MOST_MEMBERS {
            Err(SplitError::TooLarge)
        } else {
            Ok(())
        }
    }

    fn list(&mut self) {
        while self.at < self.buffer.len() {
            match self.buffer[self.at] {
                b' ' | b'\t' | b'\r' | b'\n' | b',' => self.at += 1,
                b']' => {
                    self.at += 1;
                    self.state = if self.bare {
                        State::Done
                    } else {
                        State::Members
                    };
                    return;
                }
                _ => {
                    let row = Row {
                        start: self.at,
                        depth: 0,
                        in_string: false,
                        escaped: false,
                    };
                    self.state = State::Row(row);
                    return;
                }
            }
        }
    }

    fn row(&mut self, mut row: Row) {
        match row.scan(&self.buffer, &mut self.at) {
            Some(end) => {
                self.found.push(row.start..end);
                self.rows += 1;
                self.state = State::List;
            }
            None => self.state = State::Row(row),
        }
    }

    /// Cuts what is done with off the buffer.
    fn hand_on(&mut self) -> RowBatch {
        let keep_from = match &mut self.state {
            State::Row(row) => std::mem::take(&mut row.start),
            _ => self.at,
        };
        self.at -= keep_from;
        if self.found.is_empty() {
            self.buffer.advance(keep_from);
            return RowBatch::default();
        }
        let block: Bytes = self.buffer.split_to(keep_from).freeze();
        RowBatch {
            block,
            rows: std::mem::take(&mut self.found),
        }
    }
}

/// Bytes that matter outside strings of a row.
const STRUCTURE: [bool; 256] = {
    let mut table = [false; 256];
    table[b'"' as usize] = true;
    table[b'{' as usize] = true;
    table[b'}' as usize] = true;
    table[b'[' as usize] = true;
    table[b']' as usize] = true;
    table[b',' as usize] = true;
    table
};

impl Row {
    /// Looks for the row's end; leaves `at` behind it, or at the end of the text.
    fn scan(&mut self, text: &[u8], at: &mut usize) -> Option<usize> {
        if self.escaped && *at < text.len() {
            self.escaped = false;
            *at += 1;
        }
        while *at < text.len() {
            if self.in_string {
                self.leave_string(text, at);
                if !self.in_string && self.depth == 0 {
                    return Some(*at);
                }
                continue;
            }
            let Some(ahead) = text[*at..]
                .iter()
                .position(|byte| STRUCTURE[usize::from(*byte)])
            else {
                *at = text.len();
                return None;
            };
            *at += ahead;
            match text[*at] {
                b'"' => self.in_string = true,
                b'{' | b'[' => self.depth += 1,
                // A number or word at the end of the list, or before the next element.
                b'}' | b']' | b',' if self.depth == 0 => {
                    return Some(trimmed(text, self.start, *at));
                }
                b'}' | b']' => self.depth -= 1,
                _ => {
                    *at += 1;
                    continue;
                }
            }
            *at += 1;
            if self.depth == 0 && !self.in_string {
                return Some(*at);
            }
        }
        None
    }

    fn leave_string(&mut self, text: &[u8], at: &mut usize) {
        while let Some(ahead) = memchr2(b'"', b'\\', &text[*at..]) {
            *at += ahead + 1;
            if text[*at - 1] == b'"' {
                self.in_string = false;
                return;
            }
            if *at == text.len() {
                self.escaped = true;
                return;
            }
            *at += 1;
        }
        *at = text.len();
    }
}

/// The end of a bare value without the white space behind it.
fn trimmed(text: &[u8], start: usize, end: usize) -> usize {
    let value = &text[start..end];
    start + value.trim_ascii_end().len()
}

enum Step {
    On,
    List,
    End,
}

impl Members {
    fn step(&mut self, byte: u8, list: &[u8]) -> Step {
        if self.in_string {
            self.text.push(byte);
            self.string_byte(byte, list);
            return Step::On;
        }
        let list_next = self.list_next && !byte.is_ascii_whitespace();
        if list_next {
            self.list_next = false;
            if byte == b'[' {
                return Step::List;
            }
        }
        self.text.push(byte);
        match byte {
            b'"' => {
                self.in_string = true;
                self.in_name = self.depth == 1 && self.name_expected;
                self.name_from = self.text.len();
            }
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' => {
                self.depth -= 1;
                if self.depth == 0 {
                    return Step::End;
                }
            }
            b',' if self.depth == 1 => self.name_expected = true,
            b':' if self.depth == 1 => self.list_next = std::mem::take(&mut self.name_is_list),
            _ => {}
        }
        Step::On
    }

    fn string_byte(&mut self, byte: u8, list: &[u8]) {
        if self.escaped {
            self.escaped = false;
        } else if byte == b'\\' {
            self.escaped = true;
        } else if byte == b'"' {
            self.in_string = false;
            if self.in_name {
                self.in_name = false;
                self.name_expected = false;
                self.name_is_list = &self.text[self.name_from..self.text.len() - 1] == list;
            }
        }
    }
}

/// The beginning of a text, for a message.
fn beginning(text: &[u8]) -> String {
    let text = String::from_utf8_lossy(&text[..text.len().min(60)]);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;

    fn split(text: &str, piece: usize) -> Result<(Vec<String>, Extra), SplitError> {
        let mut splitter = Splitter::new("value");
        let mut rows = Vec::new();
        for piece in text.as_bytes().chunks(piece) {
            let batch = splitter.feed(piece)?;
            rows.extend(
                batch
                    .iter()
                    .map(|row| String::from_utf8(row.to_vec()).unwrap()),
            );
        }
        splitter.finish().map(|members| (rows, members))
    }

    /// The same answer whatever the size of the pieces.
    fn split_any(text: &str) -> Result<(Vec<String>, Extra), SplitError> {
        let whole = split(text, text.len().max(1));
        for piece in [1, 2, 3, 7, 16] {
            assert_eq!(split(text, piece), whole, "pieces of {piece}");
        }
        whole
    }

    #[test]
    fn rows_are_their_own_bytes() {
        let text = r#"{"@odata.context":"c","value":[{"a":1.50},{"b":"\"}]\\"},[1,[2]],"x",12 ,null],"@odata.nextLink":"n"}"#;
        let (rows, members) = split_any(text).unwrap();
        assert_eq!(
            rows,
            [
                r#"{"a":1.50}"#,
                r#"{"b":"\"}]\\"}"#,
                "[1,[2]]",
                r#""x""#,
                "12",
                "null"
            ]
        );
        assert_eq!(
            Value::from(members),
            json!({"@odata.context": "c", "@odata.nextLink": "n"})
        );
    }

    #[test]
    fn pretty_printing_changes_nothing_but_the_rows_white_space() {
        let text = "\u{feff} {\r\n \"value\" : [\n  {\n \"a\" : 1 }\n ,\n 2\n ]\n, \"n\" : { \"value\" : [1] } }\n";
        let (rows, members) = split_any(text).unwrap();
        assert_eq!(rows, ["{\n \"a\" : 1 }", "2"]);
        assert_eq!(Value::from(members), json!({"n": {"value": [1]}}));
    }

    #[test]
    fn the_list_may_come_last_be_empty_or_be_the_whole_answer() {
        let (rows, members) = split_any(r#"{"value":[]}"#).unwrap();
        assert!(rows.is_empty() && members.is_empty());
        let (rows, members) = split_any(r#"{"hasNext":true,"note":"value","value":[1]}"#).unwrap();
        assert_eq!((rows.len(), members.len()), (1, 2));
        assert_eq!(split_any("[{},{}]").unwrap().0, ["{}", "{}"]);
        assert!(split_any(r#"{"value":null}"#).unwrap().0.is_empty());
    }

    #[test]
    fn a_missing_list_names_what_is_there() {
        let error = split_any(r#"{"id":"a","status":"b"}"#).unwrap_err();
        assert_eq!(
            error,
            SplitError::NoList(vec!["id".to_owned(), "status".to_owned()])
        );
    }

    #[test]
    fn a_text_that_ends_early_is_truncated_wherever_it_ends() {
        let text = r#"{"value":[{"a":"\u00e9"},{"b":[1,2]}],"n":{"x":"y"}}"#;
        for end in 0..text.len() {
            assert_eq!(
                split(&text[..end], 5).unwrap_err(),
                SplitError::Truncated,
                "cut at {end}"
            );
        }
    }

    #[test]
    fn a_page_of_markup_is_not_json() {
        for piece in [1, 5, 100] {
            let error = split("<html><body>Sign in</body></html>", piece).unwrap_err();
            assert!(
                matches!(&error, SplitError::NotJson(start) if start.starts_with('<')),
                "{error}"
            );
        }
    }

    #[test]
    fn the_buffer_never_holds_more_than_a_row_and_a_piece() {
        let mut splitter = Splitter::new("value");
        let row = json!({"id": "x".repeat(900)}).to_string() + ",";
        splitter.feed(br#"{"value":["#).unwrap();
        for _ in 0..5000 {
            for piece in row.as_bytes().chunks(256) {
                splitter.feed(piece).unwrap();
                assert!(splitter.buffer.len() <= 1200);
            }
        }
        assert_eq!(splitter.rows(), 5000);
    }

    fn any_json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            "\\PC{0,12}".prop_map(Value::from),
            "[\"\\\\{}\\[\\],:]{0,6}".prop_map(Value::from),
        ];
        leaf.prop_recursive(3, 24, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::btree_map("[a-z\"\\\\]{1,5}", inner, 0..4)
                    .prop_map(|map| Value::Object(map.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn whatever_the_rows_they_are_what_a_parser_sees(
            rows in prop::collection::vec(any_json(), 0..6),
            other in any_json(),
            piece in 1_usize..40,
            pretty: bool,
            last: bool,
        ) {
            let mut whole = Extra::new();
            if !last { whole.insert("zz".into(), other.clone()); }
            whole.insert("value".into(), Value::from(rows.clone()));
            whole.insert("zzz".into(), other.clone());
            let whole = Value::Object(whole);
            let text = if pretty { serde_json::to_string_pretty(&whole) } else { serde_json::to_string(&whole) };
            let (found, members) = split(&text.unwrap(), piece).unwrap();
            let found: Vec<Value> = found.iter().map(|row| serde_json::from_str(row).unwrap()).collect();
            prop_assert_eq!(found, rows);
            prop_assert_eq!(&members["zzz"], &other);
        }
    }
}
