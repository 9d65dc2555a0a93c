//! Records as sentences, one below the other: results of checks, and lists whose main member is a sentence.
//!
//! ```text
//! ✗ service mde: failed
//!   the secret is wrong
//!   hint: make a new one
//! ```

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};

use crate::cell::{escape, escape_lines, readable};
use crate::members::Members;
use crate::path;
use crate::table::styled;
use crate::terminal::Out;
use crate::wrap::wrapped;

/// How records are told as sentences. Paths are those of columns.
///
/// ```
/// use output::{Format, Layout, Out, Rows, Sentences};
///
/// const CHECKS: &Sentences = &Sentences {
///     title: "check",
///     status: Some("status"),
///     lines: &[("", "detail"), ("hint", "hint")],
/// };
///
/// let mut text = Vec::new();
/// let mut out = Out::new(&mut text);
/// let mut rows = Rows::new(&Layout::new(Format::Table));
/// rows.sentences(CHECKS);
/// rows.row(br#"{"check": "clock", "status": "failed", "detail": "300 s late", "hint": null}"#, &mut out)?;
/// rows.end(true, &mut out)?;
/// drop(out);
/// assert_eq!(String::from_utf8_lossy(&text), "✗ clock: failed\n  300 s late\n");
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Sentences {
    /// The member that begins a record.
    pub title: &'static str,
    /// The member with the result. `ok`, `failed`, `attention` and words like them get a mark and a colour.
    pub status: Option<&'static str>,
    /// A label and a member for each further line; an empty label writes the value alone. Members without a value are
    /// left out.
    pub lines: &'static [(&'static str, &'static str)],
}

impl Sentences {
    /// Writes one record.
    pub(crate) fn write(
        &self,
        row: &[u8],
        (width, color): (Option<usize>, bool),
        out: &mut Out<'_>,
    ) -> io::Result<()> {
        let members = Members::of(row)?;
        let value = |path: &str| {
            let value = path::find(&members, path)?;
            let text = readable(&value).into_owned();
            (!text.is_empty()).then_some(text)
        };
        let title = value(self.title).unwrap_or_default();
        match self.status.and_then(value) {
            Some(status) => {
                let (mark, style) = mark(&status);
                styled(mark, Some(style).filter(|_| color), out)?;
                writeln!(out, " {}: {}", escape(&title), escape(&status))?;
            }
            None => writeln!(out, "{}", escape(&title))?,
        }
        let mut text = String::new();
        for (label, path) in self.lines {
            let Some(value) = value(path) else { continue };
            let (first, below) = match *label {
                "" => ("  ".to_owned(), "  "),
                label => (format!("  {label}: "), "    "),
            };
            wrapped(&escape_lines(&value), (&first, below), width, &mut text);
        }
        out.write_all(text.as_bytes())
    }
}

/// The mark of a result, and its style.
fn mark(status: &str) -> (&'static str, Style) {
    let (mark, color) = match status {
        "ok" | "as_described" | "succeeded" => ("✓", AnsiColor::Green),
        "failed" | "refused" => ("✗", AnsiColor::Red),
        "skipped" | "not_configured" | "not_granted" | "reached" | "empty" => {
            ("-", AnsiColor::BrightBlack)
        }
        _ => ("!", AnsiColor::Yellow),
    };
    (mark, color.on_default())
}
