//! The client secret of a sign-in: the first line of standard input, or a prompt without echo.
//!
//! It is never an argument, because other users see the arguments of a process. The buffers are overwritten after use.

use std::io::{self, BufRead, IsTerminal};

use auth_core::{ExposeSecret, SecretString};

use crate::session::Session;
use terminal::{Failure, Result};

/// Longest line that is read as a secret, in bytes.
const LONGEST: u64 = 64 * 1024;

/// The secret of the user. `None` if standard input has none and the settings name one: a scheduled job has no input.
///
/// Fails with exit code 2 if neither has one.
pub(super) fn given(session: &Session<'_>) -> Result<Option<SecretString>> {
    let environment = session.context.environment();
    let has_other = environment.get("AZURE_CLIENT_SECRET").is_some()
        || environment.get("DEFENDER_CLIENT_SECRET_FILE").is_some()
        || environment
            .profile()
            .is_some_and(|profile| !profile.client_secret_command.is_empty());
    if !io::stdin().is_terminal() {
        let line = terminal::signals::blocking(|| first_line(io::stdin().lock()));
        let line = line.map_err(|error| Failure::machine("the secret cannot be read", &error))?;
        let secret = line.trim_end_matches(['\r', '\n']);
        if !secret.is_empty() {
            return Ok(Some(SecretString::from(secret)));
        }
        if has_other {
            return Ok(None);
        }
        return Err(Failure::usage("no client secret on standard input")
            .with_hint("pipe it in, or run the command on a terminal, which prompts for it"));
    }
    if has_other {
        return Ok(None);
    }
    let secret = terminal::ask_secret("client secret (not shown): ")?;
    Ok((!secret.expose_secret().is_empty()).then_some(secret))
}

/// The first line, in UTF-8 or UTF-16, as PowerShell pipes it.
fn first_line(input: impl BufRead) -> io::Result<auth_core::Zeroizing<String>> {
    let mut bytes = auth_core::Zeroizing::new(Vec::with_capacity(1024));
    input.take(LONGEST).read_until(b'\n', &mut bytes)?;
    auth_core::decoded_text(&bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_read_as_every_shell_pipes_it() {
        let utf16 = |text: &str| -> Vec<u8> {
            let units = text.encode_utf16();
            units.flat_map(u16::to_le_bytes).collect()
        };
        for bytes in [
            b"s3cret\n".to_vec(),
            b"s3cret\r\nmore\r\n".to_vec(),
            b"\xef\xbb\xbfs3cret\r\n".to_vec(),
            b"s3cret".to_vec(),
            utf16("\u{feff}s3cret\r\nmore"),
            utf16("s3cret\r\n"),
            utf16("\u{feff}s3cret"),
        ] {
            let line = first_line(&bytes[..]).unwrap();
            assert_eq!(line.trim_end_matches(['\r', '\n']), "s3cret", "{bytes:?}");
        }
        assert!(first_line(&b"\xff\xff"[..]).is_err());
    }
}
