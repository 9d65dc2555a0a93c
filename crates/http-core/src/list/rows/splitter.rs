//! Cuts the elements of a list out of JSON text that arrives in pieces of any size.
//!
//! The splitter is a state machine over bytes: before the object, in its members, in the list, in a
//! row, done. A row that lies within one piece is returned as a slice of it, without a copy, and
//! its end is found and validated in one pass. A row cut by a piece is collected in a buffer first.
//! Memory: that buffer, at most [`Limits::row`](crate::Limits), and the other members, at most
//! [`Limits::members`](crate::Limits).
//!
//! Every row is validated, because a row that is not JSON would corrupt a file of rows. Text that
//! JSON forbids but services send (control characters, invalid UTF-8, stray backslashes) is
//! repaired and counted; anything else becomes an error in the place of the row. Between rows the
//! splitter is strict: a missing comma or an empty place means that rows are lost, and ends the
//! list.
//!
//! RFC 8259 forbids a byte order mark; some services send one, so it is skipped.

use std::fmt;

use bytes::{Bytes, BytesMut};

use super::fingerprint::hash;
use super::members::{Members, Step};
use super::row_end::Row;
use super::split_error::SplitError;
use super::{RowBatch, RowFault};
use crate::limits::{LimitExceeded, Limits};
use crate::response::other_text::{SOMETHING_ELSE, kind_of};
use crate::response::syntax::{Checker, Flaw, mend};
use crate::wire::Extra;

/// Splits a list into rows. Feed pieces of the answer with [`feed`](Splitter::feed), then call
/// [`finish`](Splitter::finish) for the other members. The list is a member of the outermost
/// object, or the whole answer is an array.
///
/// ```
/// use bytes::Bytes;
/// use http_core::rows::Splitter;
///
/// let mut splitter = Splitter::new("value");
/// let first = splitter.feed(&Bytes::from(r#"{"value":[{"id":1},{"i"#))?;
/// assert_eq!(first.len(), 1);
/// let second = splitter.feed(&Bytes::from(r#"d":2}],"next":"/b"}"#))?;
/// assert_eq!(second.iter().next(), Some(&br#"{"id":2}"#[..]));
/// assert_eq!(splitter.finish()?["next"], "/b");
/// # Ok::<(), http_core::rows::SplitError>(())
/// ```
pub struct Splitter {
    /// Name of the list's member.
    list: &'static str,
    state: State,
    /// The start of a row that is not complete.
    begun: BytesMut,
    /// Rows so far, invalid ones included.
    rows: u64,
    /// The members beside the list.
    members: Members,
    /// Validates rows.
    checker: Checker,
    limits: Limits,
    /// What may follow in the list.
    between: Between,
    /// Rows need no comma between them.
    lines: bool,
    /// Each row is hashed.
    hashes: bool,
    /// The whole answer is an array.
    bare: bool,
    /// Stop once after the bracket that opens the list.
    pause: bool,
    /// The error that ends the list, kept until the rows before it were returned.
    failed: Option<SplitError>,
}

/// The position between two rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Between {
    /// After the opening bracket.
    Begun,
    /// After a row.
    Row,
    /// After a comma.
    Comma,
}

/// The part of the answer that is being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Before the answer. Counts the bytes of a byte order mark; white space counts as a complete
    /// one.
    Start(usize),
    /// In the outermost object, outside the list.
    Members,
    /// In the list, between rows.
    List,
    /// In a row that is not complete.
    Row(Row),
    /// After the answer; only white space may follow.
    Done,
}

impl fmt::Debug for Splitter {
    /// Shows only the number of rows: rows are customer data.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Splitter({} rows of `{}`)", self.rows, self.list)
    }
}

impl Splitter {
    /// A splitter for the list in the member `list` of the outermost object. Letter case counts.
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

    /// Sets the limits for the size of a row, of the members and for nesting. Default:
    /// [`Limits::default`].
    #[must_use]
    pub fn with_limits(mut self, limits: &Limits) -> Self {
        self.checker = Checker::new(limits);
        self.limits = limits.clone();
        self
    }

    /// Accepts rows without commas between them, for JSON Lines.
    #[must_use]
    pub(crate) fn lines(mut self) -> Self {
        self.lines = true;
        self
    }

    /// Hashes each row while it is in the cache, for fingerprints.
    #[must_use]
    pub(crate) fn hashing(mut self) -> Self {
        self.hashes = true;
        self
    }

    /// Compares the name of the list without case, and stops once where the list begins.
    pub(crate) fn pausing(mut self) -> Self {
        self.members.any_case = true;
        self.pause = true;
        self
    }

    /// Marks rows from now on whose members differ from these names, or come in another order.
    pub(crate) fn expect(&mut self, names: impl Iterator<Item = Box<[u8]>>) {
        self.checker.expect(names);
    }

    /// Number of rows so far, invalid ones included.
    pub fn rows(&self) -> u64 {
        self.rows
    }

    /// Whether only white space came.
    pub(crate) fn is_blank(&self) -> bool {
        matches!(self.state, State::Start(_))
    }

    /// Whether the list has begun.
    pub(crate) fn has_list(&self) -> bool {
        self.bare || self.members.list_at.is_some()
    }

    /// The text before and after the list, as far as it came. Without a list, all of it counts as
    /// before.
    pub(crate) fn around(&self) -> (&[u8], &[u8]) {
        match self.members.list_at {
            Some(at) => (&self.members.text[..at], &self.members.text[at + 2..]),
            None => (&self.members.text, &[]),
        }
    }

    /// Takes the next piece of text and returns the rows that are complete now. They share the
    /// memory of the piece.
    ///
    /// # Errors
    /// [`SplitError::NotJson`] and [`SplitError::TooLarge`]. Rows before the error are returned
    /// first, and the error by the next call.
    pub fn feed(&mut self, piece: &Bytes) -> Result<RowBatch, SplitError> {
        self.pause = false;
        let mut at = 0;
        self.feed_from(piece, &mut at)
    }

    /// Like [`feed`](Self::feed), from an offset on. Stops where the list begins if
    /// [`pausing`](Self::pausing) was set, and leaves the offset there.
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

    /// Reads on from an offset and returns the number of bytes read.
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

    /// The members beside the list, once the text has ended. A list that is null counts as empty.
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

    /// The members of the object, with an empty list. Text that JSON forbids is repaired.
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

    /// Reads before the answer. `mark` bytes of a byte order mark came. Returns the number of bytes
    /// read, as do the next three.
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

    /// Reads the members of the outermost object up to the list or the end.
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

    /// The end of a row that starts here, found and validated in one pass. `None` if the row is
    /// incomplete, exceeds a limit or is invalid; the slower path handles those.
    fn whole_row(&mut self, text: &[u8]) -> Option<usize> {
        let is_due = self.between != Between::Row || self.lines;
        if !is_due || !matches!(text[0], b'{' | b'[') {
            return None;
        }
        let end = self.checker.end_of(text)?;
        (end <= self.limits.row).then_some(end)
    }

    /// Reads between two rows: white space, a comma, the closing bracket, or the first byte of a
    /// row.
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
            (b',' | b']', _) => return Err(self.broken_list("a place without a row")),
            (_, Between::Row) if !self.lines => {
                return Err(self.broken_list("rows without a comma between"));
            }
            (first, _) => self.state = State::Row(Row::begun_with(first)),
        }
        Ok(0)
    }

    /// The error for a list that is broken between its rows. What is missing there is unknown.
    fn broken_list(&self, what: &str) -> SplitError {
        SplitError::NotJson(format!("a list with {what} behind row {}", self.rows))
    }

    /// Reads after the answer.
    fn done(&self, text: &[u8]) -> Result<usize, SplitError> {
        match text[0] {
            b' ' | b'\t' | b'\r' | b'\n' => Ok(1),
            _ => Err(SplitError::NotJson(
                "text after the end of the answer".to_owned(),
            )),
        }
    }

    /// Collects a part of a row that is not complete.
    fn keep(&mut self, text: &[u8]) -> Result<(), SplitError> {
        if self.begun.len() + text.len() > self.limits.row {
            let limit = LimitExceeded::new("row", self.limits.row);
            return Err(SplitError::TooLarge(limit));
        }
        self.begun.extend_from_slice(text);
        Ok(())
    }

    /// Completes a row with its last part and adds it to the batch.
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

    /// Counts a row and returns to the list.
    fn end_row(&mut self) {
        self.rows += 1;
        self.state = State::List;
        self.between = Between::Row;
    }

    /// Adds a valid row to the batch.
    fn push(&self, row: Bytes, batch: &mut RowBatch) {
        if self.hashes {
            batch.hashes.push(hash(&row));
        }
        batch.push(row, self.checker.was_as_expected());
    }

    /// Repairs an invalid row if possible; otherwise adds its error.
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

#[cfg(test)]
mod tests;
