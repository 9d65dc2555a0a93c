//! Encodings, and texts of other formats.
//!
//! - `base64_encode_tostring(text)`, `base64_decode_tostring(text)`: the standard alphabet. Padding may be missing. Null
//!   if the input is not Base64 or the bytes are not UTF-8. Encoded commands of PowerShell are UTF-16: each of their
//!   letters comes out with a NUL behind it.
//! - `base64_decode_toarray(text)`: the bytes as a list of numbers.
//! - `url_encode(text)`, `url_encode_component(text)`: everything but letters, digits and `-_.~` is escaped, with small
//!   letters. A blank becomes `+` in the first and `%20` in the second.
//! - `url_decode(text)`: `%41` becomes `A`. A plus stays a plus. Bytes that are not UTF-8 become replacement
//!   characters.
//! - `extract_json(path, text, type?)`: a part of JSON text. The default type is `string`; the empty text if the
//!   path leads nowhere. Slow on many rows at the service: `parse_json` reads a text once.
//! - `parse_csv(text)`: the fields of the first record. Quoted fields may hold commas, lines and doubled quotes.
//! - `parse_path(path)`: an object with `Scheme`, `RootPath`, `DirectoryPath`, `DirectoryName`, `Filename`,
//!   `Extension` and `AlternateDataStreamName`; missing parts are empty.
//! - `parse_command_line(text, "windows")`: a list of arguments. The second argument is the only parser that the
//!   language has. Null for an empty text.
//!
//! Not evaluated: `base64_decode_toguid`, `gzip_*`, `zlib_*`, `hash*`, `parse_xml`, `parse_user_agent`,
//! `parse_version`, `punycode_*` and `xml_escape`.
//!
//! # Examples
//!
//! ```
//! # let now = "2026-01-01T00:00:00Z".parse()?;
//! # let value = |text: &str| -> Result<String, kql::Problem> {
//! #     let query = format!("print {text}");
//! #     let table = kql::evaluate(&query, &kql::Schema::new(), kql::Limits::default(), now)?;
//! #     Ok(table.rows[0][0].to_text())
//! # };
//! for (text, expected) in [
//!     ("base64_encode_tostring('Kusto')", "S3VzdG8="),
//!     ("base64_decode_tostring('S3VzdG8=')", "Kusto"),
//!     ("base64_decode_tostring('S3VzdG8')", "Kusto"),
//!     ("base64_decode_tostring('!')", ""),
//!     ("base64_decode_toarray('S3U=')", "[75,117]"),
//!     ("url_encode('a b/c')", "a+b%2fc"),
//!     ("url_encode_component('a b/c')", "a%20b%2fc"),
//!     ("url_decode('a%20b+c')", "a b+c"),
//!     ("extract_json('$.a[1].b', '{\"a\": [1, {\"b\": 7}]}', typeof(long))", "7"),
//!     ("extract_json('$.missing', '{}')", ""),
//!     ("parse_csv('a,\"b, c\",d')", "[\"a\",\"b, c\",\"d\"]"),
//!     ("parse_path(@'C:\\temp\\a.txt').Extension", "txt"),
//!     ("parse_path(@'C:\\temp\\a.txt').DirectoryName", "temp"),
//!     (r#"parse_command_line(@'a.exe "C:\x y\\" \"z', 'windows')"#, r#"["a.exe","C:\\x y\\","\"z"]"#),
//!     ("parse_command_line('cmd.exe /c \"dir x\"', 'windows')", "[\"cmd.exe\",\"/c\",\"dir x\"]"),
//! ] {
//!     assert_eq!(value(text)?, expected, "{text}");
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::iter::Peekable;
use std::str::Chars;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde_json::Value;

use super::super::dynamic;
use super::{at, object, text};
use crate::cell::Cell;
use crate::evaluate::context::Context;
use crate::evaluate::node::Builtin;
use crate::kind::Kind;

/// Characters that stay in an encoded URL.
const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

/// An encoding or a reader of a text format, by its name.
pub(super) fn find(name: &str) -> Option<Builtin> {
    Some(match name {
        "base64_decode_tostring" | "base64_decodestring" => |_, of| {
            let bytes = decoded(&text(of, 0));
            let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
            text.map_or(Cell::Null, Cell::Text)
        },
        "base64_decode_toarray" => |context, of| {
            let text = text(of, 0);
            context.budget.take_each(text.len());
            match decoded(&text) {
                Some(bytes) => Cell::Dynamic(bytes.into_iter().map(Value::from).collect()),
                None => Cell::Null,
            }
        },
        "base64_encode_tostring" | "base64_encodestring" => {
            |_, of| Cell::Text(STANDARD.encode(text(of, 0)))
        }
        "url_decode" => |_, of| {
            Cell::Text(
                percent_decode_str(&text(of, 0))
                    .decode_utf8_lossy()
                    .into_owned(),
            )
        },
        "url_encode" => |_, of| Cell::Text(encoded(&text(of, 0), "+")),
        "url_encode_component" => |_, of| Cell::Text(encoded(&text(of, 0), "%20")),
        "extractjson" | "extract_json" => extract_json,
        "parse_csv" => parse_csv,
        "parse_path" => parse_path,
        "parse_command_line" => parse_command_line,
        _ => return None,
    })
}

/// Accepts text without padding.
fn decoded(text: &str) -> Option<Vec<u8>> {
    let plain = text.trim().trim_end_matches('=');
    base64::engine::general_purpose::STANDARD_NO_PAD
        .decode(plain)
        .ok()
}

/// A text with escapes in small letters, as the reference shows them, and `space` for a blank.
fn encoded(text: &str, space: &str) -> String {
    let mut encoded = String::new();
    for piece in utf8_percent_encode(text, UNRESERVED) {
        match piece {
            "%20" => encoded.push_str(space),
            escape if escape.starts_with('%') => encoded.push_str(&escape.to_ascii_lowercase()),
            plain => encoded.push_str(plain),
        }
    }
    encoded
}

/// A part of JSON text by its path: `$.a.b`, `$['a']`, `$.a[0]`.
///
/// A path without `$` is accepted. Filters such as `$..a` are not part of the language's paths. Costs a step for
/// each byte of the text.
fn extract_json(context: &Context, of: &[Cell]) -> Cell {
    let (path, subject) = (text(of, 0), at(of, 1));
    let kind = Kind::of(&text(of, 2)).unwrap_or(Kind::Text);
    if !context
        .budget
        .take_each(subject.to_text().len() + path.len())
    {
        return Cell::Null;
    }
    let mut found = Cell::dynamic(dynamic::of_cell(subject));
    let path = path
        .strip_prefix('$')
        .unwrap_or(&path)
        .replace(['[', ']'], ".");
    for step in path
        .split('.')
        .map(|step| step.trim_matches(['\'', '"', ' ']))
    {
        if step.is_empty() {
            continue;
        }
        found = match (&found, step.parse::<i64>()) {
            (Cell::Dynamic(Value::Array(_)), Ok(number)) => {
                dynamic::item(&found, &Cell::Long(number))
            }
            _ => dynamic::member(&found, step),
        };
    }
    match (&found, kind) {
        (Cell::Null, Kind::Text) => Cell::Text(String::new()),
        _ => found.converted(kind),
    }
}

/// The fields of the first line of CSV text.
///
/// Costs a step for each byte.
fn parse_csv(context: &Context, of: &[Cell]) -> Cell {
    let subject = text(of, 0);
    if !context.budget.take_each(subject.len()) {
        return Cell::Null;
    }
    let mut fields = vec![String::new()];
    let mut letters = subject.chars().peekable();
    let mut quoted = false;
    while let Some(letter) = letters.next() {
        let field = fields.len() - 1;
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                fields[field].push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            '\n' if !quoted => break,
            '\r' if !quoted => {}
            other => fields[field].push(other),
        }
    }
    Cell::Dynamic(fields.into_iter().map(Value::from).collect())
}

/// The parts of a path of Windows, Unix or a URL.
///
/// Drive letters are the only roots. A colon in the file name begins an alternate data stream.
fn parse_path(_: &Context, of: &[Cell]) -> Cell {
    let path = text(of, 0);
    let (scheme, rest) = path.split_once("://").unwrap_or(("", &path));
    let end = rest.rfind(['\\', '/']);
    let (directory, file) = match end {
        Some(at) => (&rest[..at], &rest[at + 1..]),
        None => ("", rest),
    };
    let (file, stream) = file.split_once(':').unwrap_or((file, ""));
    let root = match rest.find(':') {
        Some(1) => &rest[..2],
        _ => "",
    };
    let name = directory.rsplit(['\\', '/']).next().unwrap_or_default();
    let extension = file.rsplit_once('.').map_or("", |(_, extension)| extension);
    object([
        ("Scheme", scheme.into()),
        ("RootPath", root.into()),
        ("DirectoryPath", directory.into()),
        ("DirectoryName", name.into()),
        ("Filename", file.into()),
        ("Extension", extension.into()),
        ("AlternateDataStreamName", stream.into()),
    ])
}

/// The arguments of a command line, by the rules of `CommandLineToArgvW`. Quotes hold an argument together. Before a
/// quote, two backslashes are one, and a single one makes the quote a letter; elsewhere a backslash is itself. In the
/// first argument, the name of the program, every backslash is itself.
fn parse_command_line(context: &Context, of: &[Cell]) -> Cell {
    let line = text(of, 0);
    if !context.budget.take_each(line.len()) {
        return Cell::Null;
    }
    let mut arguments: Vec<String> = Vec::new();
    let mut letters = line.chars().peekable();
    while letters.peek().is_some() {
        if letters.next_if(|letter| letter.is_whitespace()).is_none() {
            let argument = argument(&mut letters, arguments.is_empty());
            arguments.push(argument);
        }
    }
    match arguments.is_empty() {
        true => Cell::Null,
        false => Cell::Dynamic(arguments.into_iter().map(Value::from).collect()),
    }
}

/// One argument, up to a blank outside of quotes.
fn argument(letters: &mut Peekable<Chars<'_>>, is_program: bool) -> String {
    let (mut argument, mut quoted, mut slashes) = (String::new(), false, 0_usize);
    while let Some(letter) = letters.next_if(|letter| quoted || !letter.is_whitespace()) {
        match letter {
            '\\' if !is_program => {
                slashes += 1;
                continue;
            }
            '"' => {
                argument.push_str(&"\\".repeat(slashes / 2));
                match slashes % 2 {
                    0 => quoted = !quoted,
                    _ => argument.push('"'),
                }
            }
            other => {
                argument.push_str(&"\\".repeat(slashes));
                argument.push(other);
            }
        }
        slashes = 0;
    }
    argument.push_str(&"\\".repeat(slashes));
    argument
}
