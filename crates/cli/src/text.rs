//! Text that a person or another tool wrote: files named on the command line, and standard input.

pub(crate) use auth_core::http_core::text::decode;

use crate::failure::{Failure, Result};

/// The text in UTF-8 or UTF-16, without a byte order mark. `name` says where it came from.
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
