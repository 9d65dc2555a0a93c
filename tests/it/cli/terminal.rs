//! The binary at a terminal: output, Ctrl-C, another width. Python opens the terminal, and a terminal emulator of others draws what
//! was written there.

use std::collections::BTreeMap;
use std::fmt;
use std::num::NonZeroU16;

use serde_json::{Value, json};

use super::program::{Program, python};

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/it/cli/terminal.py");

/// The height of the drawn terminal, in rows. Nothing is scrolled away.
const ROWS: u16 = 500;

/// Removes the row of the cursor; the line of progress begins and ends with it.
const REMOVAL: &str = "\r\u{1b}[2K";

/// A command line that is yet to run at a terminal, and what a person does meanwhile.
pub(crate) struct Terminal {
    task: Value,
}

/// The output on the terminal and the pipes.
#[derive(Debug)]
pub(crate) struct Shown {
    pub(crate) code: Option<i64>,
    pub(crate) seconds: f64,
    pub(crate) echo: bool,
    pub(crate) terminal: Vec<u8>,
    pub(crate) stdout: Vec<u8>,
    /// The width at the start, in columns.
    columns: u16,
    /// Named places in the output on the terminal.
    marks: BTreeMap<String, usize>,
    /// Places where the width changed, and the new widths.
    resizes: Vec<(usize, u16)>,
}

/// What a person sees on the terminal at one moment.
pub(crate) struct Screen(vt100::Parser);

/// How a word is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Look {
    pub(crate) colour: vt100::Color,
    pub(crate) bold: bool,
}

impl Terminal {
    /// All three streams are the terminal.
    pub(crate) fn of(program: &Program) -> Self {
        let (path, arguments, variables) = program.parts();
        let task = json!({
            "program": path, "arguments": arguments, "environment": variables,
            "stdin": "terminal", "stdout": "terminal", "stderr": "terminal", "script": [], "columns": 400,
        });
        Self { task }
    }

    /// A shell instead of the binary.
    pub(crate) fn shell(arguments: &[String], variables: &BTreeMap<String, String>) -> Self {
        let task = json!({
            "program": "/bin/sh", "arguments": arguments, "environment": variables,
            "stdin": "terminal", "stdout": "terminal", "stderr": "terminal", "script": [], "columns": 400,
        });
        Self { task }
    }

    /// Sets the width of the terminal, in columns. Default: 400.
    pub(crate) fn columns(mut self, columns: u16) -> Self {
        self.task["columns"] = columns.into();
        self
    }

    /// Replaces a stream by a pipe.
    pub(crate) fn piped(mut self, stream: &str) -> Self {
        self.task[stream] = "pipe".into();
        self
    }

    fn step(mut self, word: &str, value: impl Into<Value>) -> Self {
        let steps = self.task["script"].as_array_mut().unwrap();
        steps.push(json!({ word: value.into() }));
        self
    }

    /// Waits for this output.
    pub(crate) fn wait(self, text: &str) -> Self {
        self.step("wait", text)
    }

    /// Waits until the terminal's echo is off.
    pub(crate) fn hidden(self) -> Self {
        self.step("hidden", true)
    }

    /// Types.
    pub(crate) fn send(self, text: &str) -> Self {
        self.step("send", text)
    }

    /// Writes to standard input (a pipe) and waits until it was read.
    pub(crate) fn feed(self, bytes: &[u8]) -> Self {
        let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        self.step("feed", hex)
    }

    /// Ends standard input, a pipe.
    pub(crate) fn close(self) -> Self {
        self.step("close", true)
    }

    /// Waits until a named pipe is read, and keeps it open.
    pub(crate) fn fifo(self, path: &str) -> Self {
        self.step("fifo", path)
    }

    pub(crate) fn signal(self, name: &str) -> Self {
        self.step("signal", name)
    }

    /// Gives this moment a name: what was waited for last is written, and nothing after it.
    pub(crate) fn mark(self, name: &str) -> Self {
        self.step("mark", name)
    }

    /// Changes the width of the terminal, in columns. What is waited for later must be written after it.
    pub(crate) fn resize(self, columns: u16) -> Self {
        self.step("resize", columns)
    }

    pub(crate) async fn run(self) -> Shown {
        let output = python(&[SCRIPT], &self.task).await;
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{errors}: {}", self.task);
        let shown: Value = serde_json::from_slice(&output.stdout).unwrap();
        Shown {
            code: shown["code"].as_i64(),
            seconds: shown["seconds"].as_f64().unwrap(),
            echo: shown["echo"].as_bool().unwrap(),
            terminal: bytes(&shown["terminal"]),
            stdout: bytes(&shown["stdout"]),
            columns: serde_json::from_value(self.task["columns"].clone()).unwrap(),
            marks: serde_json::from_value(shown["marks"].clone()).unwrap(),
            resizes: serde_json::from_value(shown["resizes"].clone()).unwrap(),
        }
    }
}

impl Shown {
    /// The text that was written to the terminal, without the line of progress, which depends on the speed of the machine. It is the
    /// screen if nothing else in it moves the cursor and no line is longer than the terminal is wide.
    pub(crate) fn screen(&self) -> String {
        let text = String::from_utf8(self.terminal.clone()).unwrap();
        without_progress(&text.replace("\r\n", "\n"))
    }

    /// The screen at the end.
    pub(crate) fn drawn(&self) -> Screen {
        self.drawn_until(self.terminal.len())
    }

    /// The screen at a moment that [`Terminal::mark`] gave a name.
    pub(crate) fn drawn_at(&self, mark: &str) -> Screen {
        self.drawn_until(self.marks[mark])
    }

    /// The most rows that were in use at any moment.
    pub(crate) fn most_rows(&self) -> u16 {
        let row = |parser: &vt100::Parser| parser.screen().cursor_position().0;
        let mut most = 0;
        self.draw(self.terminal.len(), |parser| most = most.max(row(parser)));
        most + 1
    }

    fn drawn_until(&self, end: usize) -> Screen {
        let parser = self.draw(end, |_| ());
        assert!(parser.screen().cursor_position().0 < ROWS - 1, "scrolled");
        Screen(parser)
    }

    /// Draws this many bytes, in the width that the terminal had when each was written, and looks at the terminal after each.
    fn draw(&self, end: usize, mut look: impl FnMut(&vt100::Parser)) -> vt100::Parser {
        let of = |size| NonZeroU16::new(size).unwrap();
        let mut parser = vt100::Parser::new(of(ROWS), of(self.columns), 0);
        let mut resizes = self.resizes.iter().peekable();
        for (place, byte) in self.terminal[..end].iter().enumerate() {
            while let Some((_, columns)) = resizes.next_if(|(at, _)| *at == place) {
                parser.screen_mut().set_size(of(ROWS), of(*columns));
            }
            parser.process(&[*byte]);
            look(&parser);
        }
        parser
    }
}

impl Screen {
    /// The rows without blanks at their ends, down to the last one with text.
    pub(crate) fn rows(&self) -> Vec<String> {
        let rows = self.0.screen().rows(0, u16::MAX);
        let mut rows: Vec<_> = rows.map(|row| row.trim_end().to_owned()).collect();
        rows.truncate(
            rows.iter()
                .rposition(|row| !row.is_empty())
                .map_or(0, |last| last + 1),
        );
        rows
    }

    /// How the first place with this word is drawn; all of it must look the same.
    pub(crate) fn look(&self, word: &str) -> Look {
        let found = (0..).zip(self.rows()).find_map(|(row, text)| {
            let before = text.split_once(word)?.0.chars().count();
            Some((row, u16::try_from(before).unwrap()))
        });
        let (row, from) = found.unwrap_or_else(|| panic!("{word}: {self}"));
        let to = from + u16::try_from(word.chars().count()).unwrap();
        let mut looks = (from..to).map(|column| {
            let cell = self.0.screen().cell(row, column).unwrap();
            Look {
                colour: cell.fgcolor(),
                bold: cell.bold(),
            }
        });
        let first = looks.next().unwrap();
        assert!(looks.all(|look| look == first), "{word}: {self}");
        first
    }

    /// Whether every character has the colours of the terminal and none is bold.
    pub(crate) fn is_plain(&self) -> bool {
        let (rows, columns) = self.0.screen().size();
        let (rows, columns) = (rows.get(), columns.get());
        let mut places = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
        places.all(|(row, column)| {
            let cell = self.0.screen().cell(row, column).unwrap();
            let colours = [cell.fgcolor(), cell.bgcolor()];
            colours == [vt100::Color::Default; 2] && !cell.bold()
        })
    }
}

impl fmt::Display for Screen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.rows().iter().try_for_each(|row| writeln!(f, "{row}"))
    }
}

/// Leaves out the lines of progress that were removed from the terminal: less than a line, between two removals. One that was never
/// removed stays.
fn without_progress(text: &str) -> String {
    let parts: Vec<&str> = text.split(REMOVAL).collect();
    let last = parts.len() - 1;
    let parts = parts.into_iter().enumerate();
    let kept = parts.filter(|(at, part)| [0, last].contains(at) || part.contains('\n'));
    kept.map(|(_, part)| part).collect()
}

#[test]
fn a_line_of_progress_is_left_out_once_it_is_removed() {
    let drawn = |text: &str| text.replace('|', REMOVAL);
    for (written, left) in [
        ("rows\n", "rows\n"),
        ("|1 s|2 s|rows\n", "rows\n"),
        ("a\n|1 row, 1/s|b\n|2 rows, 1/s|c\n", "a\nb\nc\n"),
        ("a\n|1 row, 1/s", "a\n1 row, 1/s"),
    ] {
        assert_eq!(without_progress(&drawn(written)), left, "{written:?}");
    }
}

fn bytes(hex: &Value) -> Vec<u8> {
    let digits = hex.as_str().unwrap().as_bytes().chunks(2);
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
    digits.map(byte).collect()
}
