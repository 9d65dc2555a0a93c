//! Text that a person or a tool wrote, in the encodings that they write.

use std::io;

use secrecy::zeroize::Zeroizing;

/// The text of a file or a pipe, without a byte order mark: UTF-8, or UTF-16 as Windows' own tools write it.
///
/// UTF-16 without a mark is told from UTF-8 by its zero bytes, which no secret, setting or certificate contains.
///
/// ```
/// let windows = b"\xff\xfes\0e\0c\0r\0e\0t\0\r\0\n\0";
/// assert_eq!(auth_core::decoded_text(windows)?.trim(), "secret");
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
/// [`InvalidData`](io::ErrorKind::InvalidData) for anything else. Nothing of the text is in the error.
pub fn decoded(bytes: &[u8]) -> io::Result<Zeroizing<String>> {
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => narrow(rest),
        [first, 0, ..] if *first != 0 => wide(bytes, u16::from_le_bytes),
        [0, second, ..] if *second != 0 => wide(bytes, u16::from_be_bytes),
        _ => narrow(bytes),
    };
    let text = text.filter(|text| !text.contains('\0'));
    text.ok_or_else(|| {
        io::Error::new(
            io::ErrorKind::InvalidData,
            "the text is neither UTF-8 nor UTF-16",
        )
    })
}

fn narrow(bytes: &[u8]) -> Option<Zeroizing<String>> {
    let text = std::str::from_utf8(bytes).ok()?;
    Some(Zeroizing::new(text.to_owned()))
}

fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<Zeroizing<String>> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    // A reader of lines stops in the middle of the line feed.
    if !matches!(rest, [] | [b'\n']) {
        return None;
    }
    let units = pairs.iter().map(|pair| unit(*pair));
    // A string that grows leaves copies of a secret behind.
    let mut text = Zeroizing::new(String::with_capacity(bytes.len() * 2));
    for letter in char::decode_utf16(units) {
        text.push(letter.ok()?);
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn every_encoding_of_windows_gives_the_same_text() {
        let text = "gehe1m-ключ~😀\r\n";
        let with_mark = format!("\u{feff}{text}");
        for bytes in [
            text.as_bytes().to_vec(),
            with_mark.as_bytes().to_vec(),
            utf16(&with_mark, u16::to_le_bytes),
            utf16(&with_mark, u16::to_be_bytes),
            utf16(text, u16::to_le_bytes),
            utf16(text, u16::to_be_bytes),
        ] {
            assert_eq!(*decoded(&bytes).unwrap(), text, "{bytes:?}");
        }
        // Up to and with the byte of a line feed.
        assert_eq!(*decoded(b"\xff\xfea\0\r\0\n").unwrap(), "a\r");
        assert_eq!(*decoded(b"").unwrap(), "");
    }

    #[test]
    fn what_is_no_text_is_refused_without_being_shown() {
        for bytes in [
            &b"canary\xff"[..],
            b"\xff\xfec\0a\0x",
            b"\xff\xfe\x00\xd8",
            b"canary\0",
        ] {
            let error = decoded(bytes).unwrap_err();
            assert!(!error.to_string().contains("canary"), "{error}");
        }
    }
}
