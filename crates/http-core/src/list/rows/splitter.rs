//! Cuts the elements of a list out of JSON text that arrives in pieces of any size.

use std::fmt;
use std::mem;

use bytes::{Bytes, BytesMut};

use super::brackets::Nesting;
use super::fingerprint::hash;
use super::members::{Members, Step};
use super::split_error::SplitError;
use super::{RowBatch, RowFault};
use crate::limits::{LimitExceeded, Limits};
use crate::response::other_text::{SOMETHING_ELSE, kind_of};
use crate::response::syntax::{Checker, Flaw, mend};
use crate::wire::Extra;

/// The state between two pieces of text.
///
/// Feed it pieces with [`feed`](Splitter::feed), then ask [`finish`](Splitter::finish) for the other members. A bare
/// array is a list too. Every row is checked to be JSON: one that only has text that JSON does not allow is mended, any
/// other that is not JSON is left out of its batch and told of there.
pub struct Splitter {
    list: &'static str,
    state: State,
    /// The beginning of a row that is not whole yet.
    begun: BytesMut,
    rows: u64,
    members: Members,
    checker: Checker,
    limits: Limits,
    /// What may stand where the list goes on.
    between: Between,
    lines: bool,
    hashes: bool,
    bare: bool,
    /// Stops behind the bracket that begins the list, once.
    pause: bool,
    /// What ends the list behind rows that were handed on first.
    failed: Option<SplitError>,
}

/// Where between two rows a list stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Between {
    /// Behind the opening bracket.
    Begun,
    /// Behind a row.
    Row,
    /// Behind a comma.
    Comma,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Nothing has come but so much of a byte order mark, or all of it and white space.
    Start(usize),
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

impl fmt::Debug for Splitter {
    /// Rows are customer data: only how many there were is shown.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Splitter({} rows of `{}`)", self.rows, self.list)
    }
}

impl Splitter {
    /// A splitter for the list in the member `list` of the outermost object.
    pub fn new(list: &'static str) -> Self {
        let limits = Limits::default();
        Self {
            list,
            state: State::Start(0),
            begun: BytesMut::new(),
            rows: 0,
            members: Members::default(),
            checker: Checker::new(&limits),
            limits,
            between: Between::Begun,
            lines: false,
            hashes: false,
            bare: false,
            pause: false,
            failed: None,
        }
    }

    /// Reads no more than these limits allow.
    #[must_use]
    pub fn with_limits(mut self, limits: &Limits) -> Self {
        self.checker = Checker::new(limits);
        self.limits = limits.clone();
        self
    }

    /// Takes rows without commas between them, as files with one row a line have them.
    #[must_use]
    pub(crate) fn lines(mut self) -> Self {
        self.lines = true;
        self
    }

    /// Hashes each row while it is at hand.
    #[must_use]
    pub(crate) fn hashing(mut self) -> Self {
        self.hashes = true;
        self
    }

    /// Takes the list's name in whatever case, and stops where the list begins.
    pub(crate) fn pausing(mut self) -> Self {
        self.members.any_case = true;
        self.pause = true;
        self
    }

    /// Notes from now on which rows have other members than these, or in another order.
    pub(crate) fn expect(&mut self, names: impl Iterator<Item = Box<[u8]>>) {
        self.checker.expect(names);
    }

    /// How many rows have been found so far, those that are not JSON included.
    pub fn rows(&self) -> u64 {
        self.rows
    }

    /// Whether nothing but white space has come.
    pub(crate) fn is_blank(&self) -> bool {
        matches!(self.state, State::Start(_))
    }

    /// Whether the list has begun.
    pub(crate) fn has_list(&self) -> bool {
        self.bare || self.members.list_at.is_some()
    }

    /// The text before the list, and that behind it with what has come by now; all of it is before the list where there
    /// is none.
    pub(crate) fn around(&self) -> (&[u8], &[u8]) {
        match self.members.list_at {
            Some(at) => (&self.members.text[..at], &self.members.text[at + 2..]),
            None => (&self.members.text, &[]),
        }
    }

    /// Takes the next piece of text and gives the rows that are whole now; they share the piece's memory.
    ///
    /// # Errors
    /// [`SplitError::NotJson`] and [`SplitError::TooLarge`].
    pub fn feed(&mut self, piece: &Bytes) -> Result<RowBatch, SplitError> {
        self.pause = false;
        let mut at = 0;
        self.feed_from(piece, &mut at)
    }

    /// The same for the piece from a position on; stops where the list begins, if that is wanted, and leaves the position
    /// there. Rows before an error are handed on, and the error comes next.
    pub(crate) fn feed_from(
        &mut self,
        piece: &Bytes,
        at: &mut usize,
    ) -> Result<RowBatch, SplitError> {
        if let Some(error) = self.failed.clone() {
            return Err(error);
        }
        let mut batch = RowBatch::default();
        while *at < piece.len() {
            match self.step(piece, *at, &mut batch) {
                Ok(read) => *at += read,
                Err(error) if batch.is_nothing() => return Err(error),
                Err(error) => {
                    self.failed = Some(error);
                    *at = piece.len();
                }
            }
            if self.pause && self.state == State::List {
                self.pause = false;
                break;
            }
        }
        Ok(batch)
    }

    /// Reads on from a position; answers how much was read.
    fn step(
        &mut self,
        piece: &Bytes,
        at: usize,
        batch: &mut RowBatch,
    ) -> Result<usize, SplitError> {
        let rest = &piece[at..];
        match &mut self.state {
            State::Start(mark) => {
                let mark = *mark;
                self.start(rest, mark)
            }
            State::Members => self.members(rest),
            State::List => match self.whole_row(rest) {
                Some(end) => {
                    self.end_row();
                    self.push(piece.slice(at..at + end), batch);
                    Ok(end)
                }
                None => self.list(rest),
            },
            State::Row(row) => match row.end(rest) {
                Some(end) => {
                    self.row(piece.slice(at..at + end), batch)?;
                    Ok(end)
                }
                None => {
                    self.keep(rest)?;
                    Ok(rest.len())
                }
            },
            State::Done => self.done(rest),
        }
    }

    /// The members beside the list, once the text is over.
    ///
    /// # Errors
    /// [`SplitError::Truncated`], [`SplitError::NoList`] and [`SplitError::NotJson`].
    pub fn finish(mut self) -> Result<Extra, SplitError> {
        let mut members = self.object()?;
        if !self.has_list() {
            // A list that is null is an empty list.
            if members.get(self.list).is_none_or(|value| !value.is_null()) {
                return Err(SplitError::NoList(members.keys().cloned().collect()));
            }
        }
        members.remove(self.list);
        Ok(members)
    }

    /// The members of the object, the list among them as an empty one. Text that JSON does not allow is mended.
    pub(crate) fn object(&mut self) -> Result<Extra, SplitError> {
        if let Some(error) = self.failed.take() {
            return Err(error);
        }
        if self.state != State::Done {
            return Err(SplitError::Truncated);
        }
        if self.bare {
            return Ok(Extra::new());
        }
        let flaw = match self.checker.check(&self.members.text) {
            Ok(()) => None,
            Err(flaw) if flaw.is_mendable() => {
                self.members.text = mend(&self.members.text);
                self.checker.check(&self.members.text).err()
            }
            flaw => flaw.err(),
        };
        if flaw.is_some() {
            return Err(SplitError::NotJson(SOMETHING_ELSE.to_owned()));
        }
        serde_json::from_slice(&self.members.text)
            .map_err(|_| SplitError::NotJson(SOMETHING_ELSE.to_owned()))
    }

    /// Each of these says how much of the text it has read. A byte order mark is passed over: so much of it has come.
    fn start(&mut self, text: &[u8], mark: usize) -> Result<usize, SplitError> {
        const MARK: &[u8] = b"\xef\xbb\xbf";
        match text[0] {
            byte if MARK.get(mark) == Some(&byte) => self.state = State::Start(mark + 1),
            b' ' | b'\t' | b'\r' | b'\n' if mark.is_multiple_of(MARK.len()) => {
                self.state = State::Start(MARK.len());
            }
            b'{' if mark.is_multiple_of(MARK.len()) => {
                self.state = State::Members;
                self.members.begin();
            }
            b'[' if mark.is_multiple_of(MARK.len()) => {
                self.state = State::List;
                self.bare = true;
            }
            _ => return Err(SplitError::NotJson(kind_of(text).to_owned())),
        }
        Ok(1)
    }

    fn members(&mut self, text: &[u8]) -> Result<usize, SplitError> {
        let room = self.limits.members.saturating_sub(self.members.text.len());
        for (&byte, read) in text.iter().zip(1..) {
            if read > room {
                let limit = LimitExceeded::new("members", self.limits.members);
                return Err(SplitError::TooLarge(limit));
            }
            match self.members.step(byte, self.list.as_bytes()) {
                Step::On => {}
                Step::List => {
                    self.state = State::List;
                    return Ok(read);
                }
                Step::End => {
                    self.state = State::Done;
                    return Ok(read);
                }
                Step::Wrong => return Err(SplitError::NotJson(SOMETHING_ELSE.to_owned())),
            }
        }
        Ok(text.len())
    }

    /// The end of the row that begins here, found and checked in one pass. `None` if the row is not whole, exceeds a limit
    /// or has a flaw: the slower path handles those.
    fn whole_row(&mut self, text: &[u8]) -> Option<usize> {
        let is_due = self.between != Between::Row || self.lines;
        if !is_due || !matches!(text[0], b'{' | b'[') {
            return None;
        }
        let end = self.checker.end_of(text)?;
        (end <= self.limits.row).then_some(end)
    }

    fn list(&mut self, text: &[u8]) -> Result<usize, SplitError> {
        let first = text[0];
        match (first, self.between) {
            (b' ' | b'\t' | b'\r' | b'\n', _) => return Ok(1),
            (b']', Between::Begun | Between::Row) => {
                self.state = if self.bare {
                    State::Done
                } else {
                    State::Members
                };
                return Ok(1);
            }
            (b',', Between::Row) => {
                self.between = Between::Comma;
                return Ok(1);
            }
            (b',' | b']', _) => return Err(self.gap("a place without a row")),
            (_, Between::Row) if !self.lines => {
                return Err(self.gap("rows without a comma between"));
            }
            (first, _) => self.state = State::Row(Row::begun_with(first)),
        }
        Ok(0)
    }

    /// The list is broken between its rows: what is missing there cannot be told.
    fn gap(&self, what: &str) -> SplitError {
        SplitError::NotJson(format!("a list with {what} behind row {}", self.rows))
    }

    fn done(&self, text: &[u8]) -> Result<usize, SplitError> {
        match text[0] {
            b' ' | b'\t' | b'\r' | b'\n' => Ok(1),
            _ => Err(SplitError::NotJson("goes on behind its end".to_owned())),
        }
    }

    /// Keeps the beginning of a row until its end comes.
    fn keep(&mut self, text: &[u8]) -> Result<(), SplitError> {
        if self.begun.len() + text.len() > self.limits.row {
            let limit = LimitExceeded::new("row", self.limits.row);
            return Err(SplitError::TooLarge(limit));
        }
        self.begun.extend_from_slice(text);
        Ok(())
    }

    /// Puts a row, of which this is the end or all, into the batch.
    fn row(&mut self, end: Bytes, batch: &mut RowBatch) -> Result<(), SplitError> {
        let row = if self.begun.is_empty() && end.len() <= self.limits.row {
            end
        } else {
            self.keep(&end)?;
            self.begun.split().freeze()
        };
        self.end_row();
        match self.checker.check(&row) {
            Ok(()) => self.push(row, batch),
            Err(flaw) => self.flawed(&row, flaw, batch),
        }
        Ok(())
    }

    fn end_row(&mut self) {
        self.rows += 1;
        self.state = State::List;
        self.between = Between::Row;
    }

    fn push(&self, row: Bytes, batch: &mut RowBatch) {
        if self.hashes {
            batch.hashes.push(hash(&row));
        }
        batch.push(row, self.checker.was_as_expected());
    }

    #[cold]
    fn flawed(&mut self, row: &[u8], flaw: Flaw, batch: &mut RowBatch) {
        if !flaw.is_mendable() {
            batch.refuse(RowFault::new(self.rows, flaw));
            return;
        }
        let mended = mend(row);
        match self.checker.check(&mended) {
            Ok(()) => {
                self.push(mended.into(), batch);
                batch.mended.push((self.rows, flaw));
            }
            Err(flaw) => batch.refuse(RowFault::new(self.rows, flaw)),
        }
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

#[cfg(test)]
mod tests;
