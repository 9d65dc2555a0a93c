//! Text that a person or another tool wrote: files named on the command line, and standard input.

pub(crate) use auth_core::http_core::text::decode;

use crate::failure::{Failure, Result};

/// The text in UTF-8 or UTF-16, without a byte order mark. `name` says where it came from.
pub(crate) fn decoded(name: &str, bytes: Vec<u8>) -> Result<String> {
    decode(bytes).map_err(|error| Failure::usage(format!("{name}: {error}")))
}

/// The text of a query or a script, its lines ended by LF.
pub(crate) fn with_plain_line_ends(text: String) -> String {
    if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_become_those_of_the_service() {
        let plain = |text: &str| with_plain_line_ends(text.to_owned());
        assert_eq!(plain("a\r\nb\rc\n"), "a\nb\nc\n");
    }

    #[test]
    fn what_is_not_text_is_refused_by_its_name() {
        let failure = decoded("--body: `b.json`", vec![b'{', 0xe4]).unwrap_err();
        assert!(
            failure
                .message()
                .starts_with("--body: `b.json`: not valid UTF-8 at byte 1"),
            "{}",
            failure.message()
        );
    }
}
