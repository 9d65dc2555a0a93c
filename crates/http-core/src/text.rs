//! Decodes text from files and pipes in the encodings that editors and shells write.
//!
//! Input files of users (ids, secrets, certificates, queries) come from Windows as often as not.
//! PowerShell 5 writes UTF-16 with a byte order mark, Notepad UTF-8 with one, and joined files hold
//! marks in the middle. Read as plain UTF-8, the first id of a file would begin with an invisible
//! character, and the service would answer 404.

use std::fmt;

/// The byte order mark.
const MARK: char = '\u{feff}';

/// The bytes are neither UTF-8 nor UTF-16. Holds an offset and none of the bytes, which may be a secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotText {
    /// Offset of the first invalid byte.
    at: usize,
    encoding: &'static str,
}

impl fmt::Display for NotText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { at, encoding } = self;
        write!(
            f,
            "not valid {encoding} at byte {at}; save the text as UTF-8"
        )
    }
}

impl std::error::Error for NotText {}

/// Decodes UTF-8, or UTF-16 in either byte order, with or without a byte order mark. Marks at the
/// beginning are removed.
///
/// Without a mark, bytes are read as UTF-16 if exactly one of the first two is zero, which no text in
/// UTF-8 has. Line ends stay as they are. A lone `\n` byte at the end of UTF-16, where a reader of lines
/// has cut a line feed in half, is dropped. UTF-8 without a mark is not copied.
///
/// # Errors
/// [`NotText`] with the offset of the first invalid byte; also for UTF-32.
///
/// ```
/// use http_core::text::decode;
///
/// assert_eq!(decode(b"\xff\xfea\0b\0".to_vec()).as_deref(), Ok("ab"));
/// assert_eq!(decode(b"\xef\xbb\xbfab".to_vec()).as_deref(), Ok("ab"));
/// assert!(decode(b"ger\xe4te".to_vec()).is_err());
/// ```
pub fn decode(bytes: Vec<u8>) -> Result<String, NotText> {
    if let Encoding::Utf8(0) = Encoding::of(&bytes)? {
        // No copy: an input may be large.
        return String::from_utf8(bytes).map_err(|error| not_utf8(&error.utf8_error(), 0));
    }
    let mut text = String::new();
    decode_onto(&mut text, &bytes)?;
    Ok(text)
}

/// Appends the decoded text to `text`. The space is reserved once, so that no copy of a secret stays
/// behind in memory that a growing string has left.
///
/// # Errors
/// Returns the errors of [`decode`]. Text decoded before the error stays appended.
pub fn decode_onto(text: &mut String, bytes: &[u8]) -> Result<(), NotText> {
    match Encoding::of(bytes)? {
        Encoding::Utf8(marks) => {
            let read = std::str::from_utf8(&bytes[marks..]);
            text.push_str(read.map_err(|error| not_utf8(&error, marks))?);
            Ok(())
        }
        Encoding::Utf16(unit) => utf16_onto(text, bytes, unit),
    }
}

/// Encoding of a text, found from its first bytes.
enum Encoding {
    /// With the number of bytes of the marks at the beginning.
    Utf8(usize),
    /// With the byte order.
    Utf16(fn([u8; 2]) -> u16),
}

impl Encoding {
    fn of(bytes: &[u8]) -> Result<Self, NotText> {
        match *bytes {
            [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => Err(NotText {
                at: 0,
                encoding: "UTF-8 or UTF-16",
            }),
            [0xff, 0xfe, ..] => Ok(Self::Utf16(u16::from_le_bytes)),
            [0xfe, 0xff, ..] => Ok(Self::Utf16(u16::from_be_bytes)),
            [first, 0, ..] if first != 0 => Ok(Self::Utf16(u16::from_le_bytes)),
            [0, second, ..] if second != 0 => Ok(Self::Utf16(u16::from_be_bytes)),
            _ => {
                let mut rest = bytes;
                while let Some(after) = rest.strip_prefix("\u{feff}".as_bytes()) {
                    rest = after;
                }
                Ok(Self::Utf8(bytes.len() - rest.len()))
            }
        }
    }
}

fn not_utf8(error: &std::str::Utf8Error, before: usize) -> NotText {
    NotText {
        at: before + error.valid_up_to(),
        encoding: "UTF-8",
    }
}

fn utf16_onto(text: &mut String, bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<(), NotText> {
    let wrong = |at| NotText {
        at,
        encoding: "UTF-16",
    };
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !matches!(rest, [] | [b'\n']) {
        return Err(wrong(bytes.len() - 1));
    }
    // Two bytes of UTF-16 become three of UTF-8 at most.
    text.reserve(pairs.len() * 3);
    let mut at = 0;
    let mut is_begun = false;
    for letter in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        let letter = letter.map_err(|_| wrong(at))?;
        at += 2 * letter.len_utf16();
        is_begun |= letter != MARK;
        if is_begun {
            text.push(letter);
        }
    }
    Ok(())
}

/// The lines of a text with their numbers from 1, trimmed of white space and byte order marks. Lines end
/// with LF, CR LF or CR. Empty lines are skipped, but counted.
///
/// ```
/// let lines: Vec<_> = http_core::text::lines("a\r\n\r\nb").collect();
/// assert_eq!(lines, [(1, "a"), (3, "b")]);
/// ```
pub fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_around = |letter: char| letter.is_whitespace() || letter == MARK;
    let lines = text.split('\n').flat_map(|line| {
        let line = line.strip_suffix('\r').unwrap_or(line);
        line.split('\r')
    });
    (1..)
        .zip(lines)
        .map(move |(number, line)| (number, line.trim_matches(is_around)))
        .filter(|(_, line)| !line.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(unit).collect()
    }

    #[test]
    fn every_encoding_of_a_text_gives_the_text() {
        let text = "geräte 🛡\r\nzwei\r\n";
        let marked = format!("\u{feff}{text}");
        for bytes in [
            text.as_bytes().to_vec(),
            marked.as_bytes().to_vec(),
            utf16(&marked, u16::to_le_bytes),
            utf16(&marked, u16::to_be_bytes),
            utf16(text, u16::to_le_bytes),
            utf16(text, u16::to_be_bytes),
        ] {
            assert_eq!(decode(bytes.clone()).as_deref(), Ok(text), "{bytes:?}");
        }
        assert_eq!(decode(Vec::new()).as_deref(), Ok(""));
        assert_eq!(decode(b"\xef\xbb\xbf".to_vec()).as_deref(), Ok(""));
        assert_eq!(decode(b"\xff\xfe".to_vec()).as_deref(), Ok(""));
    }

    #[test]
    fn a_line_of_utf16_may_end_within_its_line_feed() {
        assert_eq!(decode(b"\xff\xfea\0\r\0\n".to_vec()).as_deref(), Ok("a\r"));
    }

    #[test]
    fn a_text_takes_its_room_at_once() {
        let mut text = String::new();
        let long = "€".repeat(400);
        let bytes = utf16(&format!("\u{feff}{long}"), u16::to_be_bytes);
        decode_onto(&mut text, &bytes).unwrap();
        assert_eq!(text, long);
        assert_eq!(text.capacity(), bytes.len() / 2 * 3, "it never grew");
    }

    #[test]
    fn other_bytes_are_refused_with_their_place_and_not_their_content() {
        let table: [(&[u8], &str); 5] = [
            (b"ger\xe4te", "not valid UTF-8 at byte 3"),
            (b"\xff\xfea\0b", "not valid UTF-16 at byte 4"),
            (b"\xff\xfea\0\x00\xd8b\0", "not valid UTF-16 at byte 4"),
            (
                b"\xff\xfe\0\0a\0\0\0",
                "not valid UTF-8 or UTF-16 at byte 0",
            ),
            (b"\xff", "not valid UTF-8 at byte 0"),
        ];
        for (bytes, expected) in table {
            let error = decode(bytes.to_vec()).unwrap_err().to_string();
            assert!(error.starts_with(expected), "{bytes:?}: {error}");
        }
    }

    #[test]
    fn lines_end_in_every_way_and_keep_their_numbers() {
        let found: Vec<_> = lines("a\r\n\r\n \u{feff}b \rc\n\u{feff}\nd").collect();
        assert_eq!(found, [(1, "a"), (3, "b"), (4, "c"), (6, "d")]);
        assert_eq!(lines("").count(), 0);
    }
}
