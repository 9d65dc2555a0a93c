//! Cuts the elements of a list out of JSON text that arrives in pieces of any size.

use std::fmt;
use std::mem;

use bytes::{Bytes, BytesMut};

use super::RowBatch;
use super::brackets::Nesting;
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
    /// The beginning of a row that is not whole yet.
    begun: BytesMut,
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
enum Row {
    /// Within an object or an array.
    Nested(Nesting),
    /// Within a string.
    Text { escaped: bool },
    /// Within a number or one of the words.
    Word,
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
            begun: BytesMut::new(),
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

    /// Whether the list was met; an answer with `null` in its place has none.
    pub(crate) fn has_list(&self) -> bool {
        self.seen_list
    }

    /// Takes the next piece of text and gives the rows that are whole now; they share the piece's memory.
    ///
    /// # Errors
    /// [`SplitError::NotJson`] and [`SplitError::TooLarge`].
    pub fn feed(&mut self, piece: &Bytes) -> Result<RowBatch, SplitError> {
        let mut batch = RowBatch::default();
        let mut at = 0;
        while at < piece.len() {
            let rest = &piece[at..];
            at += match &mut self.state {
                State::Start => self.start(rest)?,
                State::Members => self.members(rest)?,
                State::List => self.list(rest),
                State::Row(row) => match row.end(rest) {
                    Some(end) => {
                        batch.0.push(self.row(piece.slice(at..at + end)));
                        end
                    }
                    None => {
                        self.begun.extend_from_slice(rest);
                        rest.len()
                    }
                },
                State::Done => rest.len(),
            };
        }
        Ok(batch)
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

    /// Each of these says how much of the text it has read.
    fn start(&mut self, text: &[u8]) -> Result<usize, SplitError> {
        match text[0] {
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
            _ => return Err(SplitError::NotJson(beginning(text))),
        }
        Ok(1)
    }

    fn members(&mut self, text: &[u8]) -> Result<usize, SplitError> {
        for (&byte, read) in text.iter().zip(1..) {
            match self.members.step(byte, self.list.as_bytes()) {
                Step::On => {}
                Step::List => {
                    self.members.text.extend_from_slice(b"[]");
                    self.seen_list = true;
                    self.state = State::List;
                    return Ok(read);
                }
                Step::End => {
                    self.state = State::Done;
                    return Ok(read);
                }
            }
        }
        if self.members.text.len() > MOST_MEMBERS {
            Err(SplitError::TooLarge)
        } else {
            Ok(text.len())
        }
    }

    fn list(&mut self, text: &[u8]) -> usize {
        match text[0] {
            b' ' | b'\t' | b'\r' | b'\n' | b',' => 1,
            b']' => {
                self.state = if self.bare {
                    State::Done
                } else {
                    State::Members
                };
                1
            }
            first => {
                self.state = State::Row(Row::begun_with(first));
                0
            }
        }
    }

    /// A row, of which this is the end or all.
    fn row(&mut self, end: Bytes) -> Bytes {
        self.rows += 1;
        self.state = State::List;
        if self.begun.is_empty() {
            return end;
        }
        self.begun.extend_from_slice(&end);
        self.begun.split().freeze()
    }
}

impl Row {
    fn begun_with(byte: u8) -> Self {
        match byte {
            b'{' | b'[' => Self::Nested(Nesting::default()),
            b'"' => Self::Text { escaped: true },
            _ => Self::Word,
        }
    }

    /// Reads on, and tells where in the text the row is over; `None` where it is not.
    fn end(&mut self, text: &[u8]) -> Option<usize> {
        match self {
            Self::Nested(nesting) => nesting.end(text),
            Self::Text { escaped } => {
                let closing = |byte: &u8| match byte {
                    _ if mem::take(escaped) => false,
                    b'\\' => {
                        *escaped = true;
                        false
                    }
                    byte => *byte == b'"',
                };
                text.iter().position(closing).map(|at| at + 1)
            }
            Self::Word => text
                .iter()
                .position(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b',' | b']')),
        }
    }
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
            let batch = splitter.feed(&Bytes::copy_from_slice(piece))?;
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
        for piece in [1, 2, 3, 7, 16, 63, 64, 65] {
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
    fn what_is_held_back_is_never_more_than_a_row() {
        let mut splitter = Splitter::new("value");
        let row = json!({"id": "x".repeat(900)}).to_string() + ",";
        splitter
            .feed(&Bytes::from_static(br#"{"value":["#))
            .unwrap();
        for _ in 0..5000 {
            for piece in row.as_bytes().chunks(256) {
                splitter.feed(&Bytes::copy_from_slice(piece)).unwrap();
                assert!(splitter.begun.len() < row.len());
            }
        }
        assert_eq!(splitter.rows(), 5000);
    }

    #[test]
    fn brackets_that_do_not_match_end_all_the_same() {
        assert_eq!(split_any("[}]").unwrap().0, ["}"]);
        assert_eq!(split_any("[{},},:]").unwrap().0, ["{}", "}", ":"]);
        assert_eq!(split_any("[{]]").unwrap().0, ["{]"]);
    }

    #[test]
    fn strings_of_any_length_with_any_ending_are_left_where_they_end() {
        for length in 0..150 {
            for backslashes in 0..4 {
                let text = "x".repeat(length) + &r"\\".repeat(backslashes) + r#"\"}"#;
                let row = format!(r#"{{"a":"{text}","b":[{{}}]}}"#);
                let (rows, _) = split_any(&format!(r#"{{"value":[{row},"{text}"]}}"#)).unwrap();
                assert_eq!(rows, [row, format!(r#""{text}""#)]);
            }
        }
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
            piece in 1_usize..200,
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
