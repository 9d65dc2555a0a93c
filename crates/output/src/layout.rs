//! The choices of a caller that apply to all formats: columns, width, header, terminal.

use std::time::SystemTime;

use crate::expression::Expression;
use crate::format::Format;
use crate::terminal::Notation;

/// How records are written. Settings that a format does not have are ignored.
///
/// ```
/// use output::{Format, Layout};
///
/// let mut layout = Layout::new(Format::Table);
/// layout.columns = vec!["id".to_owned(), "os.version".to_owned()];
/// layout.width = Some(80);
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Layout {
    /// The format.
    pub format: Format,
    /// The members to write: `os.version` leads into a nested object, `ips[0].ip` into an element of a list, and
    /// `ips[].ip` is an array of that member of all elements. Empty (default) writes every member, or in a table those
    /// that fit.
    ///
    /// Names are matched exactly first, then in any case. The name in the output is the one given here.
    pub columns: Vec<String>,
    /// Whether tables, CSV and TSV begin with the names of the columns. Default: true.
    ///
    /// ```
    /// use output::{Format, Layout, Out, Rows};
    ///
    /// let mut layout = Layout::new(Format::Tsv);
    /// layout.header = false;
    /// let mut text = Vec::new();
    /// let mut out = Out::new(&mut text);
    /// let mut rows = Rows::new(&layout);
    /// rows.row(br#"{"id": 7, "name": "a b"}"#, &mut out)?;
    /// rows.end(true, &mut out)?;
    /// drop(out);
    /// assert_eq!(text, b"7\ta b\n");
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub header: bool,
    /// Whether CSV and TSV cells that a spreadsheet would evaluate as a formula get a quote in front. Default: false,
    /// because the quote becomes part of the value for other programs.
    pub csv_safe: bool,
    /// Whether a person reads the text at a terminal: JSON is indented, CSV cells stay on one line. Default: false.
    ///
    /// It does not guard the terminal; [`Out::for_terminal`](crate::Out::for_terminal) does. A caller sets both
    /// together:
    ///
    /// ```
    /// use output::{Format, Layout, Notation, Out};
    ///
    /// let mut layout = Layout::new(Format::Json);
    /// layout.terminal = true;
    /// let out = Out::for_terminal(std::io::stdout(), layout.notation());
    /// assert_eq!(layout.notation(), Notation::Json);
    /// # drop(out);
    /// ```
    pub terminal: bool,
    /// Whether the header of a table is bold, and severities and results have a colour. Default: false. The sequences are written even if [`Out`](crate::Out)
    /// escapes those in texts.
    pub color: bool,
    /// The width of tables and of wrapped text in terminal columns. `None` (default) cuts and wraps nothing. Wide
    /// characters take two.
    pub width: Option<usize>,
    /// The time from which tables count ages, such as `3h`. `None` (default) shows times themselves.
    ///
    /// Only members that the caller names as times ([`Cell::Age`](http_core::Cell::Age)) are counted.
    ///
    /// ```
    /// use std::time::{Duration, UNIX_EPOCH};
    ///
    /// use http_core::{Cell, Column};
    /// use output::{Format, Layout, Out, Rows};
    ///
    /// const LEAD: &[Column] = &[Column::new("created", Cell::Age)];
    ///
    /// let mut layout = Layout::new(Format::Table);
    /// layout.now = Some(UNIX_EPOCH + Duration::from_secs(7200));
    /// let mut text = Vec::new();
    /// let mut out = Out::new(&mut text);
    /// let mut rows = Rows::new(&layout);
    /// rows.lead(LEAD);
    /// rows.row(br#"{"created": "1970-01-01T01:00:00Z"}"#, &mut out)?;
    /// rows.end(true, &mut out)?;
    /// drop(out);
    /// assert_eq!(text, b"created\n1h\n");
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub now: Option<SystemTime>,
    /// What to write for each record in place of the format. `None` is the default.
    pub expression: Option<Expression>,
}

impl Layout {
    /// The layout for a file or a pipe: every member, a header, no color.
    pub fn new(format: Format) -> Self {
        Self {
            format,
            columns: Vec::new(),
            header: true,
            csv_safe: false,
            terminal: false,
            color: false,
            width: None,
            now: None,
            expression: None,
        }
    }

    /// The [`Notation`] for [`Out::for_terminal`](crate::Out::for_terminal): JSON must stay JSON after escaping.
    pub fn notation(&self) -> Notation {
        match self.format {
            Format::Json | Format::Ndjson if self.expression.is_none() => Notation::Json,
            _ => Notation::Text,
        }
    }
}
