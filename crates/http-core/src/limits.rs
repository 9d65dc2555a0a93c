//! How much of an answer is kept in memory before reading it ends with an error.

use std::error::Error as StdError;
use std::fmt;
use std::str::FromStr;

use crate::error::{Error, ErrorKind};

const KIB: usize = 1024;
const MIB: usize = 1024 * KIB;

/// How much of one answer a client reads. Sizes are in bytes, unpacked.
///
/// A few packed megabytes can stand for gigabytes. Whatever exceeds a limit ends with
/// [`ErrorKind::TooLarge`], whose message names the limit. Rows are handed on as they come, so the length of a list and
/// the size of a streamed answer have no limit.
///
/// ```
/// use http_core::Limits;
/// let limits = Limits::default().with_row(256 << 20);
/// assert_eq!("row=256MiB".parse::<Limits>()?, limits);
/// # Ok::<(), http_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// An answer that is read as a whole: a record, an action, a page of a pager. Default: 64 MiB.
    pub answer: usize,
    /// One row of a list, a hunting query or an export. Default: 64 MiB.
    pub row: usize,
    /// One text within a row. Default: 16 MiB.
    pub cell: usize,
    /// Levels of objects and arrays in a row, the row included. Default: 127, the most that records are decoded from.
    pub depth: usize,
    /// Members beside the rows of a list. Default: 16 MiB.
    pub members: usize,
    /// The rows of a hunting answer that is collected into a table. Default: 256 MiB.
    pub hunt: usize,
    /// The name under which `answer` is reported.
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
    /// The names that [`FromStr`] takes.
    pub const NAMES: &'static [&'static str] =
        &["answer", "row", "cell", "depth", "members", "hunt"];

    /// Limits for answers that hold a token: 1 MiB, reported as `token`.
    pub fn for_tokens() -> Self {
        Self {
            answer: MIB,
            answer_is: "token",
            ..Self::default()
        }
    }

    /// The most bytes of an answer that is read as a whole.
    #[must_use]
    pub fn with_answer(mut self, bytes: usize) -> Self {
        self.answer = bytes;
        self
    }

    /// The most bytes of one row.
    #[must_use]
    pub fn with_row(mut self, bytes: usize) -> Self {
        self.row = bytes;
        self
    }

    /// The most bytes of one text within a row.
    #[must_use]
    pub fn with_cell(mut self, bytes: usize) -> Self {
        self.cell = bytes;
        self
    }

    /// The most levels of objects and arrays in a row.
    #[must_use]
    pub fn with_depth(mut self, levels: usize) -> Self {
        self.depth = levels;
        self
    }

    /// The most bytes of the members beside the rows of a list.
    #[must_use]
    pub fn with_members(mut self, bytes: usize) -> Self {
        self.members = bytes;
        self
    }

    /// The most bytes of a hunting answer that is collected into a table.
    #[must_use]
    pub fn with_hunt(mut self, bytes: usize) -> Self {
        self.hunt = bytes;
        self
    }

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
                return Err(format!("unknown limit `{name}`; there are {known}"));
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

    /// Reads `row=64MiB,answer=1GiB`; what is not named keeps its default.
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

/// A size with a unit or without. Zero is no limit that anything could be read under.
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

/// An answer exceeds one of the [`Limits`]; the source of an [`ErrorKind::TooLarge`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LimitExceeded {
    /// The name of the limit, as in [`Limits`].
    pub name: &'static str,
    /// Its size: bytes, or levels for `depth`.
    pub most: usize,
}

impl LimitExceeded {
    /// The limit of that name and size.
    pub fn new(name: &'static str, most: usize) -> Self {
        Self { name, most }
    }

    /// How to raise it.
    pub(crate) fn hint(self) -> String {
        let name = self.name;
        if name == "token" {
            return "no answer with a token is that large: check what answers at this address"
                .to_owned();
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

/// A number of bytes in the largest unit that shows it exactly.
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
            ("line=1MiB", "there are answer, row, cell"),
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
