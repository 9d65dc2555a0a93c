//! A list of records in one of the formats.
//!
//! [`Rows`] is the entry point of this crate: it has one writer for each format behind one interface, so a caller
//! handles all formats alike.

use std::io::{self, Write};
use std::time::SystemTime;

use http_core::Column;

use crate::cell::{escape, plain};
use crate::choice::{self, Source};
use crate::expression::Expression;
use crate::format::Format;
use crate::identifier;
use crate::json::{Array, Lines};
use crate::layout::Layout;
use crate::markdown::Markdown;
use crate::members::Members;
use crate::sentences::Sentences;
use crate::separated::Separated;
use crate::table::Table;
use crate::terminal::Out;
use crate::yaml;

/// A note on what a list does not show. A command prints [`Surprise`](Self::Surprise) as a warning.
///
/// ```
/// use output::{Format, Layout, Note, Out, Rows};
///
/// let mut layout = Layout::new(Format::Csv);
/// layout.columns = vec!["titel".to_owned()];
/// let mut out = Out::new(std::io::sink());
/// let mut rows = Rows::new(&layout);
/// rows.row(br#"{"title": "beacon"}"#, &mut out)?;
/// rows.end(true, &mut out)?;
/// let note = "no row has `titel`: the column is empty; did you mean `title`?";
/// assert_eq!(rows.notes(), [Note::Surprise(note.to_owned())]);
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Note {
    /// Members that a table leaves out, as tables do.
    Hidden(String),
    /// A named column that no record fills, or members that a file has no column for.
    Surprise(String),
}

impl Note {
    /// The sentence, without a full stop.
    pub fn text(&self) -> &str {
        match self {
            Self::Hidden(text) | Self::Surprise(text) => text,
        }
    }
}

/// Writes a list of records, one at a time.
///
/// Call [`row`](Self::row) for each record, then [`end`](Self::end), then show the [`notes`](Self::notes). Without
/// `end`, records that are held back are lost and JSON is not closed.
///
/// ```
/// use http_core::{Cell, Column};
/// use output::{Format, Layout, Out, Rows};
///
/// const LEAD: &[Column] = &[Column::new("name", Cell::Name), Column::new("id", Cell::Id)];
///
/// let mut text = Vec::new();
/// let mut out = Out::new(&mut text);
/// let mut rows = Rows::new(&Layout::new(Format::Table));
/// rows.lead(LEAD);
/// rows.row(br#"{"id": "m1", "name": "wks-7"}"#, &mut out)?;
/// rows.end(true, &mut out)?;
/// drop(out);
/// assert_eq!(String::from_utf8_lossy(&text), "name   id\nwks-7  m1\n");
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug)]
pub struct Rows {
    writer: Writer,
    count: u64,
    terminal: bool,
    /// How a table would be told as sentences, if the caller sets that.
    telling: Option<(Option<usize>, bool)>,
    /// Why the expression failed for the last record.
    failure: Option<String>,
}

/// The writer of each format. CSV and TSV share one, YAML selects members as NDJSON does.
#[derive(Debug)]
enum Writer {
    Array(Array),
    Lines(Lines),
    Separated(Box<Separated>),
    Table(Box<Table>),
    Markdown(Box<Markdown>),
    Sentences(&'static Sentences, Option<usize>, bool),
    Yaml(Lines),
    Id,
    Expression(Expression),
}

impl Rows {
    /// Begins a list. Nothing is written yet. The layout is copied.
    pub fn new(layout: &Layout) -> Self {
        let columns = &layout.columns[..];
        let separated = |delimiter| {
            let separated = Separated::new(delimiter, layout);
            Writer::Separated(Box::new(separated))
        };
        let writer = match layout.format {
            _ if let Some(expression) = &layout.expression => {
                Writer::Expression(expression.clone())
            }
            Format::Json => Writer::Array(Array::new(columns, layout.terminal)),
            Format::Ndjson => Writer::Lines(Lines::new(columns)),
            Format::Csv => separated(b','),
            Format::Tsv => separated(b'\t'),
            Format::Yaml => Writer::Yaml(Lines::new(columns)),
            Format::Id => Writer::Id,
            Format::Table => Writer::Table(Box::new(Table::new(layout, false))),
            Format::Wide => Writer::Table(Box::new(Table::new(layout, true))),
            Format::Markdown => Writer::Markdown(Box::new(Markdown::new(layout))),
        };
        Self {
            writer,
            count: 0,
            terminal: layout.terminal,
            telling: layout
                .columns
                .is_empty()
                .then_some((layout.width, layout.color)),
            failure: None,
        }
    }

    /// Writes a record, or holds it back until the columns are known.
    ///
    /// # Errors
    /// [`InvalidData`](io::ErrorKind::InvalidData) or [`UnexpectedEof`](io::ErrorKind::UnexpectedEof) if the format
    /// needs the members of the record and it is not JSON. Errors of the writer.
    pub fn row(&mut self, row: &[u8], out: &mut Out<'_>) -> io::Result<()> {
        self.count += 1;
        match &mut self.writer {
            Writer::Array(array) => array.row(row, out),
            Writer::Lines(lines) => lines.row(row, out),
            Writer::Separated(separated) => separated.row(row, out),
            Writer::Table(table) => table.row(row, out),
            Writer::Markdown(markdown) => markdown.row(row, out),
            Writer::Sentences(sentences, width, color) => {
                sentences.write(row, (*width, *color), out)
            }
            Writer::Expression(expression) => {
                self.failure = expression.run(row, out)?.err();
                Ok(())
            }
            Writer::Yaml(lines) => yaml::row(lines.selected(row)?, out),
            Writer::Id => id(row, self.terminal, out),
        }
    }

    /// Number of records so far.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// Why the [expression](Layout::expression) failed for the record that was written last. Call it after
    /// [`row`](Self::row); the next call returns `None`.
    ///
    /// ```
    /// use output::{Expression, Format, Layout, Out, Rows};
    ///
    /// let mut layout = Layout::new(Format::Ndjson);
    /// layout.expression = Some(Expression::jq(".id.x")?);
    /// let mut out = Out::new(std::io::sink());
    /// let mut rows = Rows::new(&layout);
    /// rows.row(br#"{"id": 7}"#, &mut out)?;
    /// assert_eq!(rows.take_failure().as_deref(), Some("cannot index 7 with \"x\""));
    /// assert_eq!(rows.take_failure(), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn take_failure(&mut self) -> Option<String> {
        self.failure.take()
    }

    /// Sets the columns that tables show, and how; in CSV and TSV they are the header of a list without records. Call it
    /// before the first record. Other formats ignore it.
    ///
    /// ```
    /// use http_core::{Cell, Column};
    /// use output::{Format, Layout, Out, Rows};
    ///
    /// const LEAD: &[Column] = &[Column::new("severity", Cell::Severity).words(&["Low", "High"])];
    ///
    /// let mut text = Vec::new();
    /// let mut out = Out::new(&mut text);
    /// let mut rows = Rows::new(&Layout::new(Format::Table));
    /// rows.lead(LEAD);
    /// rows.row(br#"{"severity": 1, "description": "not shown"}"#, &mut out)?;
    /// rows.end(true, &mut out)?;
    /// drop(out);
    /// assert_eq!(text, b"severity\nHigh\n");
    /// assert_eq!(rows.notes()[0].text(), "1 column hidden; -o wide or --columns");
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn lead(&mut self, columns: &[Column]) {
        if let Some(source) = self.source() {
            source.lead = columns.to_vec();
        }
        if let Writer::Separated(separated) = &mut self.writer {
            let member = |column: &Column| first_member(column.member).to_owned();
            let mut names: Vec<String> = columns.iter().map(member).collect();
            names.dedup();
            separated.know(names);
        }
    }

    /// Sets columns that tables show in front of those of [`lead`](Self::lead), even where no record has a value for them.
    /// Call it before the first record. Other formats ignore it: a record has the members itself.
    pub fn mark(&mut self, columns: &'static [Column]) {
        if let Some(source) = self.source() {
            source.marks = columns;
        }
    }

    /// Writes the records that were held back although more may follow, because a person waits for them. Columns and widths
    /// stay as they are from now on, and ages of later records are counted from `now`.
    ///
    /// ```
    /// use output::{Format, Layout, Out, Rows};
    ///
    /// let mut text = Vec::new();
    /// let mut out = Out::new(&mut text);
    /// let mut rows = Rows::new(&Layout::new(Format::Table));
    /// rows.row(br#"{"name": "wks-7"}"#, &mut out)?;
    /// rows.settle(std::time::SystemTime::now(), &mut out)?;
    /// rows.row(br#"{"name": "srv-1"}"#, &mut out)?;
    /// rows.end(true, &mut out)?;
    /// drop(out);
    /// assert_eq!(text, b"name\nwks-7\nsrv-1\n");
    /// # Ok::<(), std::io::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`row`](Self::row).
    pub fn settle(&mut self, now: SystemTime, out: &mut Out<'_>) -> io::Result<()> {
        match &mut self.writer {
            Writer::Table(table) => table.settle(now, out),
            Writer::Separated(separated) => separated.release(out),
            _ => Ok(()),
        }
    }

    /// Sets the columns that the answer names. Tables show them in this order unless [`lead`](Self::lead) sets others; in
    /// CSV and TSV they are the header of a list without records. Other formats ignore it.
    ///
    /// ```
    /// use output::{Format, Layout, Out, Rows};
    ///
    /// let mut text = Vec::new();
    /// let mut out = Out::new(&mut text);
    /// let mut rows = Rows::new(&Layout::new(Format::Csv));
    /// rows.know(vec!["id".to_owned(), "name".to_owned()]);
    /// rows.end(true, &mut out)?;
    /// drop(out);
    /// assert_eq!(text, b"id,name\n");
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn know(&mut self, columns: Vec<String>) {
        if let Writer::Separated(separated) = &mut self.writer {
            separated.know(columns);
        } else if let Some(source) = self.source() {
            source.known = columns;
        }
    }

    /// Writes records as sentences in place of a table. A wide table and one with named columns stay tables, and other
    /// formats ignore it. Call it before the first record.
    pub fn sentences(&mut self, sentences: &'static Sentences) {
        if let (Writer::Table(table), Some((width, color))) = (&mut self.writer, self.telling)
            && !table.source().wide
        {
            self.writer = Writer::Sentences(sentences, width, color);
        }
    }

    /// Sets another width than the one of the layout, because a terminal has become narrower or wider since. A layout without
    /// a width keeps none, and columns that were written stay as they are.
    ///
    /// ```
    /// use output::{Format, Layout, Out, Rows};
    ///
    /// let mut layout = Layout::new(Format::Table);
    /// layout.width = Some(80);
    /// let mut text = Vec::new();
    /// let mut out = Out::new(&mut text);
    /// let mut rows = Rows::new(&layout);
    /// rows.row(br#"{"title": "A rarely seen address was connected to"}"#, &mut out)?;
    /// rows.fit(20);
    /// rows.end(true, &mut out)?;
    /// drop(out);
    /// assert_eq!(String::from_utf8_lossy(&text), "title\nA rarely seen addre…\n");
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn fit(&mut self, width: usize) {
        let known = match &mut self.writer {
            Writer::Table(table) => table.width(),
            Writer::Sentences(_, known, _) => Some(known),
            _ => None,
        };
        let told = self.telling.as_mut().map(|(known, _)| known);
        for known in known.into_iter().chain(told) {
            *known = known.map(|_| width);
        }
    }

    /// What tables know of their columns.
    fn source(&mut self) -> Option<&mut Source> {
        match &mut self.writer {
            Writer::Table(table) => Some(table.source()),
            Writer::Markdown(markdown) => Some(markdown.source()),
            _ => None,
        }
    }

    /// Writes the records that were held back and the end of the list. `whole` is false if the list broke off: what was
    /// written is then still valid, but a list without a record writes nothing rather than an empty list.
    ///
    /// # Errors
    /// As [`row`](Self::row).
    pub fn end(&mut self, whole: bool, out: &mut Out<'_>) -> io::Result<()> {
        match &mut self.writer {
            Writer::Array(array) => array.end(whole, out),
            Writer::Separated(separated) => separated.end(whole, out),
            Writer::Table(table) => table.end(out),
            Writer::Markdown(markdown) => markdown.end(whole, out),
            Writer::Yaml(_) if whole && self.count == 0 => out.write_all(b"[]\n"),
            Writer::Lines(_)
            | Writer::Yaml(_)
            | Writer::Id
            | Writer::Sentences(..)
            | Writer::Expression(_) => Ok(()),
        }
    }

    /// Notes for a person: columns that no record filled, members that no column shows. Call it after
    /// [`end`](Self::end). Empty for an empty list.
    pub fn notes(&self) -> Vec<Note> {
        if self.count == 0 {
            return Vec::new();
        }
        let hidden = match &self.writer {
            Writer::Table(table) => choice::hidden(table.hidden()),
            Writer::Markdown(markdown) => choice::hidden(markdown.hidden()),
            _ => None,
        };
        let surprises = match &self.writer {
            Writer::Array(array) => array.notes(),
            Writer::Lines(lines) | Writer::Yaml(lines) => lines.notes(),
            Writer::Separated(separated) => separated.notes(),
            Writer::Table(table) => table.notes(),
            Writer::Markdown(markdown) => markdown.notes(),
            Writer::Id | Writer::Sentences(..) | Writer::Expression(_) => Vec::new(),
        };
        let surprises = surprises.into_iter().map(Note::Surprise);
        surprises.chain(hidden.map(Note::Hidden)).collect()
    }
}

/// The member of the record that a path begins with.
fn first_member(path: &str) -> &str {
    match path.starts_with('@') {
        true => path,
        false => path.split(['.', '[']).next().unwrap_or(path),
    }
}

/// Writes the identifier on a line of its own. Line ends in it are escaped.
fn id(row: &[u8], terminal: bool, out: &mut Out<'_>) -> io::Result<()> {
    let members = Members::of(row)?;
    let value = identifier::name(&members).and_then(|name| members.get(name));
    let text = value.map(|value| plain(value.get())).unwrap_or_default();
    if terminal || text.contains(['\n', '\r']) {
        return writeln!(out, "{}", escape(&text));
    }
    writeln!(out, "{text}")
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;

    #[derive(Clone, Default)]
    struct Shared(Arc<Mutex<Vec<u8>>>);

    impl Write for Shared {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    const ROWS: &[&str] = &[
        r#"{"name":"a, \"b\"","id":"1","tags":["x", "y"],"os":{"v":10}}"#,
        r#"{"name":"=1+1\u001b[31m","id":"2","tags":[],"os":null,"extra":true}"#,
    ];

    fn layout(format: Format) -> Layout {
        Layout {
            width: Some(60),
            ..Layout::new(format)
        }
    }

    fn printed(layout: &Layout, rows: &[&str], whole: bool) -> (String, Vec<String>) {
        let shared = Shared::default();
        let mut out = match layout.terminal {
            true => Out::for_terminal(shared.clone(), layout.notation()),
            false => Out::new(shared.clone()),
        };
        let mut printed = Rows::new(layout);
        for row in rows {
            printed.row(row.as_bytes(), &mut out).unwrap();
        }
        printed.end(whole, &mut out).unwrap();
        out.flush().unwrap();
        let text = String::from_utf8(shared.0.lock().unwrap().clone()).unwrap();
        let notes = printed.notes();
        let notes = notes.iter().map(|note| note.text().to_owned());
        (text, notes.collect())
    }

    /// Characters that act on a terminal: C0 and DEL, C1, a title, a colour, marks of direction, invisible characters.
    const ACTS: &str = "a\u{1b}]0;b\u{7}\u{1b}[31m\r\u{7f}\u{85}\u{9b}2J\u{202e}\u{2066}\u{200f}\u{61c}\u{2028}\u{200b}\u{e0041}z";

    #[test]
    fn nothing_acts_on_a_terminal_in_any_format() {
        let value = serde_json::json!({"id": ACTS, "name": ACTS, "nested": {ACTS: [ACTS]}, ACTS: "line\nbreak"});
        let escaped = value.to_string();
        // As a service may send it: everything raw that JSON allows to be.
        assert!(escaped.contains('\u{9b}') && escaped.contains('\u{202e}'));
        for name in Format::NAMES {
            let mut layout = layout(name.parse().unwrap());
            layout.terminal = true;
            for columns in [&[][..], &["name", ACTS]] {
                layout.columns = columns.iter().map(ToString::to_string).collect();
                let (text, _) = printed(&layout, &[&escaped, &escaped], true);
                let left: Vec<char> = text
                    .chars()
                    .filter(|&character| character != '\n' && crate::terminal::is_unsafe(character))
                    .filter(|&character| character != '\t' || name != "tsv")
                    .collect();
                assert!(left.is_empty(), "{name}: {left:?} in {text}");
                if layout.columns.is_empty() && name == "json" {
                    assert_eq!(
                        serde_json::from_str::<serde_json::Value>(&text).unwrap(),
                        serde_json::json!([value, value])
                    );
                }
                if ["csv", "tsv", "table", "id"].contains(&name) {
                    assert!(text.lines().count() <= 3, "{name}: {text}");
                }
            }
        }
    }

    #[test]
    fn files_and_pipes_get_what_came() {
        let row = serde_json::json!({"id": ACTS, "name": ACTS}).to_string();
        for format in [Format::Json, Format::Ndjson] {
            let (text, _) = printed(&layout(format), &[&row], true);
            assert!(text.contains(&row), "{text}");
        }
        let (text, _) = printed(&layout(Format::Csv), &[&row], true);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        assert_eq!(
            reader.records().next().unwrap().unwrap(),
            csv::StringRecord::from(vec![ACTS, ACTS])
        );
        let plain = r#"{"id":"a\u200db"}"#;
        assert_eq!(
            printed(&layout(Format::Id), &[plain], true).0,
            "a\u{200d}b\n"
        );
    }

    fn text(format: Format) -> String {
        printed(&layout(format), ROWS, true).0
    }

    #[test]
    fn json_is_one_array_of_the_rows_own_bytes() {
        assert_eq!(
            text(Format::Json),
            format!("[\n{},\n{}\n]\n", ROWS[0], ROWS[1])
        );
        let json = layout(Format::Json);
        assert_eq!(printed(&json, &[], true).0, "[]\n");
        assert_eq!(printed(&json, &[], false).0, "");
        assert_eq!(
            printed(&json, &ROWS[..1], false).0,
            format!("[\n{}\n]\n", ROWS[0])
        );
    }

    #[test]
    fn json_on_a_terminal_is_indented() {
        let mut layout = layout(Format::Json);
        layout.terminal = true;
        let (text, _) = printed(&layout, &[r#"{"a":[1]}"#, "2"], true);
        assert_eq!(text, "[\n  {\n    \"a\": [\n      1\n    ]\n  },\n  2\n]\n");
    }

    #[test]
    fn ndjson_is_one_line_a_row() {
        assert_eq!(text(Format::Ndjson), format!("{}\n{}\n", ROWS[0], ROWS[1]));
        let (text, _) = printed(&layout(Format::Ndjson), &["{\n  \"a\": \"b c\"\r\n}"], true);
        assert_eq!(text, "{\"a\":\"b c\"}\n");
    }

    #[test]
    fn chosen_columns_are_selected_from_anywhere_in_a_row() {
        let mut layout = layout(Format::Ndjson);
        layout.columns = ["os.v", "ID", "nowhere"].map(str::to_owned).to_vec();
        let (text, notes) = printed(&layout, ROWS, true);
        assert_eq!(
            text,
            "{\"os.v\":10,\"ID\":\"1\",\"nowhere\":null}\n{\"os.v\":null,\"ID\":\"2\",\"nowhere\":null}\n"
        );
        assert_eq!(notes, ["no row has `nowhere`: the column is empty"]);
    }

    #[test]
    fn csv_has_every_member_and_quotes_what_needs_it() {
        assert_eq!(
            text(Format::Csv),
            "name,id,tags,os,extra\n\
             \"a, \"\"b\"\"\",1,\"[\"\"x\"\",\"\"y\"\"]\",\"{\"\"v\"\":10}\",\n\
             =1+1\u{1b}[31m,2,[],,true\n"
        );
    }

    #[test]
    fn csv_is_safe_for_spreadsheets_when_asked() {
        let mut layout = layout(Format::Tsv);
        layout.csv_safe = true;
        layout.header = false;
        layout.columns = vec!["name".to_owned()];
        assert_eq!(printed(&layout, &ROWS[1..], true).0, "'=1+1\u{1b}[31m\n");
    }

    #[test]
    fn csv_tells_of_members_that_came_too_late() {
        let mut rows = vec![r#"{"a":1}"#; 200];
        rows.push(r#"{"a":1,"b":2}"#);
        let (text, notes) = printed(&layout(Format::Csv), &rows, true);
        assert_eq!(text.lines().count(), 202);
        assert!(notes[0].contains("later rows also have b"), "{notes:?}");
    }

    #[test]
    fn a_table_shows_what_fits_and_escapes_what_acts() {
        assert_eq!(
            text(Format::Table),
            "name            extra  id\n\
             a, \"b\"                 1\n\
             =1+1\\u{1b}[31m  true   2\n"
        );
        let mut narrow = layout(Format::Table);
        narrow.width = Some(10);
        narrow.columns = ["name", "id"].map(str::to_owned).to_vec();
        assert_eq!(
            printed(&narrow, ROWS, true).0,
            "name      id\na, \"b\"    1\n=1+1\\u{…  2\n"
        );
        assert_eq!(printed(&narrow, &[], true).0, "");
    }

    #[test]
    fn yaml_is_one_list() {
        let (text, _) = printed(
            &layout(Format::Yaml),
            &[r#"{"b":1,"a":["x: y"]}"#, r#"{"b":null}"#],
            true,
        );
        assert_eq!(text, "- b: 1\n  a:\n  - \"x: y\"\n- b: null\n");
        assert_eq!(printed(&layout(Format::Yaml), &[], true).0, "[]\n");
    }

    #[test]
    fn ids_stand_alone() {
        assert_eq!(text(Format::Id), "1\n2\n");
    }
}
