//! Text that a person or a tool wrote to a file or a pipe, in the encodings that editors and shells use.

use std::fmt;

/// The byte order mark as a character. Editors put it in front of a text, and joining files leaves it inside.
const MARK: char = '\u{feff}';

/// The bytes are not text in UTF-8 or UTF-16.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotText {
    /// Offset of the first byte that does not fit.
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

/// Decodes UTF-8 and UTF-16 in either byte order, with or without a byte order mark, and removes the mark.
///
/// Without a mark, text is taken for UTF-16 if one of its first two bytes is zero: no UTF-8 text begins like that.
/// Line ends stay as they are; [`lines`] splits at all of them.
///
/// # Errors
/// [`NotText`] with the offset of the first byte that does not fit. It holds nothing of the text, which may be a secret.
pub fn decode(bytes: Vec<u8>) -> Result<String, NotText> {
    let text = match bytes[..] {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => {
            return Err(NotText {
                at: 0,
                encoding: "UTF-8 or UTF-16",
            });
        }
        [0xff, 0xfe, ..] => utf16(&bytes, u16::from_le_bytes),
        [0xfe, 0xff, ..] => utf16(&bytes, u16::from_be_bytes),
        [first, 0, ..] if first != 0 => utf16(&bytes, u16::from_le_bytes),
        [0, second, ..] if second != 0 => utf16(&bytes, u16::from_be_bytes),
        _ => String::from_utf8(bytes).map_err(|error| NotText {
            at: error.utf8_error().valid_up_to(),
            encoding: "UTF-8",
        }),
    }?;
    Ok(match text.starts_with(MARK) {
        true => text.trim_start_matches(MARK).to_owned(),
        false => text,
    })
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, NotText> {
    let wrong = |at| NotText {
        at,
        encoding: "UTF-16",
    };
    let pairs = bytes.chunks_exact(2);
    if !pairs.remainder().is_empty() {
        return Err(wrong(bytes.len() - 1));
    }
    let units = pairs.map(|pair| unit([pair[0], pair[1]]));
    let mut text = String::with_capacity(bytes.len() / 2);
    let mut at = 0;
    for letter in char::decode_utf16(units) {
        let letter = letter.map_err(|_| wrong(at))?;
        at += 2 * letter.len_utf16();
        text.push(letter);
    }
    Ok(text)
}

/// The lines of a text with their numbers, from 1: ended by LF, CR LF or CR, without the white space and the byte order
/// marks around them. Empty lines are left out.
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
