//! Text of files and of standard input.
//!
//! Editors and shells write UTF-8 or UTF-16, with or without a byte order mark.

pub(crate) use auth_core::http_core::text::decode;

use crate::failure::{Failure, Result};

/// Decodes bytes and removes the byte order mark. Fails with exit code 2; `name` names the file in the message.
pub(crate) fn decoded(name: &str, bytes: Vec<u8>) -> Result<String> {
    decode(bytes).map_err(|error| Failure::usage(format!("{name}: {error}")))
}

#[cfg(test)]
mod tests {
    use super::*;

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
