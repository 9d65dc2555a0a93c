//! Text files and masked messages.

pub(crate) mod guid;
pub(crate) mod scrub;

use std::io;

use http_core::text::decode_onto;
use secrecy::zeroize::Zeroizing;

/// Decodes the text of a file or a pipe, without its byte order mark: UTF-8, or UTF-16 as Windows
/// tools write it.
///
/// Works as [`http_core::text`], but wipes the text from memory on drop, and refuses zero bytes,
/// which no secret, setting or certificate contains.
///
/// ```
/// let windows = b"\xff\xfes\0e\0c\0r\0e\0t\0\r\0\n\0";
/// assert_eq!(auth_core::decoded_text(windows)?.trim(), "secret");
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
/// [`InvalidData`](io::ErrorKind::InvalidData) for other bytes. The text is not in the error.
pub fn decoded(bytes: &[u8]) -> io::Result<Zeroizing<String>> {
    let unread = |why: String| io::Error::new(io::ErrorKind::InvalidData, why);
    let mut text = Zeroizing::new(String::new());
    decode_onto(&mut text, bytes).map_err(|error| unread(error.to_string()))?;
    match text.find('\0') {
        None => Ok(text),
        Some(_) => Err(unread("the text contains zero bytes".to_owned())),
    }
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
