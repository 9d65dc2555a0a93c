//! How records are laid out.

use crate::format::Format;
use crate::terminal::Notation;

/// The width of a table that is not read at a terminal.
const WIDTH: usize = 120;

/// How records are written.
///
/// ```
/// use output::{Format, Layout};
///
/// let mut layout = Layout::new(Format::Table);
/// layout.columns = vec!["id".to_owned(), "os.version".to_owned()];
/// layout.width = 80;
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Layout {
    /// The format.
    pub format: Format,
    /// The members to write; dots lead into nested members. Empty (default) writes every member, or in a table those
    /// that fit.
    pub columns: Vec<String>,
    /// Whether tables, CSV and TSV begin with the names of the columns. Default: true.
    pub header: bool,
    /// Whether CSV and TSV cells that a spreadsheet would evaluate as a formula get a quote in front. Default: false.
    pub csv_safe: bool,
    /// Whether a person reads the text at a terminal: JSON is indented, CSV cells stay on one line. Default: false.
    ///
    /// It does not guard the terminal; [`Out::for_terminal`](crate::Out::for_terminal) does.
    pub terminal: bool,
    /// Whether the header of a table is emphasized with terminal sequences. Default: false.
    pub color: bool,
    /// The width of a table in terminal columns. Default: 120.
    pub width: usize,
}

impl Layout {
    /// The layout for a file or a pipe.
    pub fn new(format: Format) -> Self {
        Self {
            format,
            columns: Vec::new(),
            header: true,
            csv_safe: false,
            terminal: false,
            color: false,
            width: WIDTH,
        }
    }

    /// How [`Out::for_terminal`](crate::Out::for_terminal) has to escape the text of this format.
    pub fn notation(&self) -> Notation {
        match self.format {
            Format::Json | Format::Ndjson => Notation::Json,
            _ => Notation::Text,
        }
    }
}
