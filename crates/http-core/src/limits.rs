//! Size limits for answers.
//!
//! A gateway's mistake, or a few megabytes of gzip that stand for gigabytes, must not exhaust the
//! memory of a program. Each limit bounds one thing that is held in memory as a whole. Streams have
//! none: records and files pass through in pieces.

use std::error::Error as StdError;
use std::fmt;
use std::str::FromStr;

use crate::error::{Error, ErrorKind};

const KIB: usize = 1024;
const MIB: usize = 1024 * KIB;

/// Size limits for one answer, in bytes after gzip is undone.
///
/// An answer beyond a limit is an [`ErrorKind::TooLarge`] whose message names the limit and whose hint
/// says how to raise it. A list goes on after a record that is too large. The length of a list and the
/// size of a streamed body are unlimited.
///
/// ```
/// use http_core::Limits;
///
/// let limits = Limits::default().with_row(256 << 20);
/// assert_eq!("row=256MiB".parse::<Limits>()?, limits);
/// # Ok::<(), http_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// An answer read as a whole: one record, an action, a page of a pager. Default: 64 MiB.
    pub answer: usize,
    /// One record of a list, a hunting query or an export. Default: 64 MiB.
    pub row: usize,
    /// One string within a record. Default: 16 MiB.
    pub cell: usize,
    /// Nesting of objects and arrays in a record, the record included. Default: 127, the depth up to
    /// which the decoder reads.
    pub depth: usize,
    /// The members beside the records of a list, such as counts and links. Default: 16 MiB.
    pub members: usize,
    /// The records of a hunting answer that is collected into a table. Default: 256 MiB; the service
    /// documents 50 MB, older pages 124 MB.
    pub hunt: usize,
    /// Name of the limit `answer` in messages.
    answer_is: &'static str,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            answer: 64 * MIB,
            row: 64 * MIB,
            cell: 16 * MIB,
            depth: 127,
            members: 16 * MIB,
            hunt: 256 * MIB,
            answer_is: "answer",
        }
    }
}

impl Limits {
    /// The names that [`FromStr`] accepts.
    pub const NAMES: &'static [&'static str] =
        &["answer", "row", "cell", "depth", "members", "hunt"];

    /// Limits for an identity service: 1 MiB for an answer, reported as the limit `token`.
    pub fn for_tokens() -> Self {
        Self {
            answer: MIB,
            answer_is: "token",
            ..Self::default()
        }
    }

    /// Sets [`answer`](Self::answer), in bytes.
    #[must_use]
    pub fn with_answer(mut self, bytes: usize) -> Self {
        self.answer = bytes;
        self
    }

    /// Sets [`row`](Self::row), in bytes.
    #[must_use]
    pub fn with_row(mut self, bytes: usize) -> Self {
        self.row = bytes;
        self
    }

    /// Sets [`cell`](Self::cell), in bytes.
    #[must_use]
    pub fn with_cell(mut self, bytes: usize) -> Self {
        self.cell = bytes;
        self
    }

    /// Sets [`depth`](Self::depth), in levels.
    #[must_use]
    pub fn with_depth(mut self, levels: usize) -> Self {
        self.depth = levels;
        self
    }

    /// Sets [`members`](Self::members), in bytes.
    #[must_use]
    pub fn with_members(mut self, bytes: usize) -> Self {
        self.members = bytes;
        self
    }

    /// Sets [`hunt`](Self::hunt), in bytes.
    #[must_use]
    pub fn with_hunt(mut self, bytes: usize) -> Self {
        self.hunt = bytes;
        self
    }

    /// The error for an answer beyond the limit `answer`.
    pub(crate) fn exceeded_answer(&self) -> LimitExceeded {
        LimitExceeded::new(self.answer_is, self.answer)
    }

    fn set(&mut self, name: &str, value: &str) -> Result<(), String> {
        let place = match name {
            "answer" => &mut self.answer,
            "row" => &mut self.row,
            "cell" => &mut self.cell,
            "depth" => &mut self.depth,
            "members" => &mut self.members,
            "hunt" => &mut self.hunt,
            _ => {
                let known = Self::NAMES.join(", ");
                return Err(format!("unknown limit `{name}`; known limits: {known}"));
            }
        };
        *place = if name == "depth" {
            value.parse().ok().filter(|levels| *levels > 0)
        } else {
            bytes(value)
        }
        .ok_or_else(|| {
            format!("invalid size `{value}` of the limit `{name}`; write it like 64MiB")
        })?;
        Ok(())
    }
}

impl FromStr for Limits {
    type Err = Error;

    /// Reads `row=64MiB,answer=1GiB`. Limits that are not named keep their defaults.
    ///
    /// Units are B, KiB, MiB, GiB (powers of 1024, also `K`, `M`, `G`) and kB, MB, GB (powers of 1000);
    /// `depth` is a plain number.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] for an unknown name, an invalid size, and zero.
    fn from_str(text: &str) -> Result<Self, Error> {
        let mut limits = Self::default();
        let parts = text.split(',').map(str::trim);
        for part in parts.filter(|part| !part.is_empty()) {
            let pair = part.split_once('=');
            let (name, value) = pair.ok_or_else(|| {
                Error::usage(format!("`{part}` is not NAME=SIZE, such as row=64MiB"))
            })?;
            limits
                .set(name.trim(), value.trim())
                .map_err(Error::usage)?;
        }
        Ok(limits)
    }
}

/// Reads a size with or without a unit. Zero is invalid: nothing could be read under it.
fn bytes(text: &str) -> Option<usize> {
    let digits = text
        .find(|letter: char| !letter.is_ascii_digit())
        .unwrap_or(text.len());
    let (number, unit) = text.split_at(digits);
    let factor = match unit.trim().to_ascii_lowercase().as_str() {
        "" | "b" => 1,
        "k" | "kib" => KIB,
        "kb" => 1000,
        "m" | "mib" => MIB,
        "mb" => 1_000_000,
        "g" | "gib" => 1024 * MIB,
        "gb" => 1_000_000_000,
        _ => return None,
    };
    let size = number.parse::<usize>().ok()?.checked_mul(factor)?;
    (size > 0).then_some(size)
}

/// An answer exceeds one of the [`Limits`]. Source of an [`ErrorKind::TooLarge`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LimitExceeded {
    /// The name of the limit, as in [`Limits`].
    pub name: &'static str,
    /// The value of the limit: bytes, or levels for `depth`.
    pub most: usize,
}

impl LimitExceeded {
    /// A limit with its name and value.
    pub fn new(name: &'static str, most: usize) -> Self {
        Self { name, most }
    }

    /// The hint of the error: how to raise the limit.
    pub(crate) fn hint(self) -> String {
        let name = self.name;
        if name == "token" {
            return "an answer with a token is never that large: check the address".to_owned();
        }
        let twice = match name {
            "depth" => (self.most * 2).to_string(),
            _ => size(self.most.saturating_mul(2)).replace(' ', ""),
        };
        format!(
            "if the answer is meant to be so large, raise the limit: `--limits {name}={twice}`, or \
             `Limits::with_{name}` in a program"
        )
    }
}

impl fmt::Display for LimitExceeded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, most } = *self;
        match name {
            "depth" => write!(f, "nested deeper than the limit `depth` of {most} levels"),
            _ => write!(f, "larger than the limit `{name}` of {}", size(most)),
        }
    }
}

impl StdError for LimitExceeded {}

impl From<LimitExceeded> for Error {
    fn from(limit: LimitExceeded) -> Self {
        Self::new(ErrorKind::TooLarge, format!("the answer is {limit}"))
            .with_hint(limit.hint())
            .with_source(limit)
    }
}

/// Writes a size in the largest unit that is exact.
fn size(bytes: usize) -> String {
    match bytes {
        _ if bytes >= 1024 * MIB && bytes.is_multiple_of(1024 * MIB) => {
            format!("{} GiB", bytes / (1024 * MIB))
        }
        _ if bytes >= MIB && bytes.is_multiple_of(MIB) => format!("{} MiB", bytes / MIB),
        _ if bytes >= KIB && bytes.is_multiple_of(KIB) => format!("{} KiB", bytes / KIB),
        _ => format!("{bytes} B"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_in_all_their_spellings() {
        let limits: Limits = "row=3MiB, answer=1GiB,cell=2kb,depth=9,hunt=7"
            .parse()
            .unwrap();
        let expected = Limits::default()
            .with_row(3 << 20)
            .with_answer(1 << 30)
            .with_cell(2000)
            .with_depth(9)
            .with_hunt(7);
        assert_eq!(limits, expected);
        assert_eq!("".parse::<Limits>().unwrap(), Limits::default());
    }

    #[test]
    fn what_is_no_limit_is_refused_with_what_there_is() {
        for (text, said) in [
            ("row", "NAME=SIZE"),
            ("line=1MiB", "known limits: answer, row, cell"),
            ("row=0", "invalid size `0`"),
            ("row=-1", "invalid size"),
            ("row=1TB", "invalid size"),
            ("row=99999999999999999999", "invalid size"),
            ("row=18446744073709551615GiB", "invalid size"),
            ("depth=1MiB", "invalid size"),
        ] {
            let error = text.parse::<Limits>().unwrap_err();
            assert!(error.message().contains(said), "{text}: {error}");
        }
    }

    #[test]
    fn an_error_names_the_limit_its_size_and_how_to_raise_it() {
        let error = Error::from(LimitExceeded::new("row", 64 * MIB));
        assert_eq!(error.kind(), ErrorKind::TooLarge);
        assert_eq!(
            error.message(),
            "the answer is larger than the limit `row` of 64 MiB"
        );
        let hint = error.hint().unwrap();
        assert!(
            hint.contains("--limits row=128MiB") && hint.contains("with_row"),
            "{hint}"
        );
        let token = Error::from(Limits::for_tokens().exceeded_answer());
        assert!(token.message().contains("`token` of 1 MiB"), "{token}");
    }
}
