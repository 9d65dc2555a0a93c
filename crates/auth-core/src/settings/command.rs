//! Client secrets that a program prints, such as a password manager.
//!
//! The program is run for each token request, about once an hour, and its output is erased from memory after use. Its
//! environment does not contain the secrets of this process.

use std::io::{self, IsTerminal};
use std::process::{Output, Stdio};
use std::time::Duration;

use secrecy::SecretString;
use secrecy::zeroize::Zeroizing;

use crate::error::{Error, ErrorKind, Result};
use crate::text;
use crate::text::scrub::first_line;
use crate::tool::child_process::without_secrets;

/// Time limit for the program. It may have to ask a person for a password.
const TIMEOUT: Duration = Duration::from_secs(60);

/// Runs the program, without a shell and without this program's secrets, and returns the first line
/// that it prints.
///
/// # Errors
/// [`ErrorKind::Configuration`] if it cannot be run, fails, prints nothing, or does not end in 60
/// seconds. The message has the first line of its standard error, without the secret.
pub(super) async fn printed(command: Vec<String>) -> Result<SecretString> {
    let (program, arguments) = command
        .split_first()
        .ok_or_else(|| failed("names no program"))?;
    let mut command = tokio::process::Command::new(program);
    command
        .args(arguments)
        .stdin(Stdio::null())
        // The program may prompt a person; without a terminal its standard error goes into the
        // error.
        .stderr(match io::stderr().is_terminal() {
            true => Stdio::inherit(),
            false => Stdio::piped(),
        })
        .kill_on_drop(true);
    without_secrets(command.as_std_mut());
    let done = tokio::time::timeout(TIMEOUT, command.output()).await;
    let done = done.map_err(|_| failed(&format!("did not end in {} s", TIMEOUT.as_secs())))?;
    let mut output = done.map_err(|error| failed(&format!("cannot be run: {error}")))?;
    let printed = Zeroizing::new(std::mem::take(&mut output.stdout));
    first_printed(&printed, &output)
}

/// The first line of the output of a program that succeeded.
fn first_printed(printed: &[u8], output: &Output) -> Result<SecretString> {
    let text = text::decoded(printed);
    if !output.status.success() {
        let printed = text.as_ref().map_or("", |text| text.trim());
        let said = String::from_utf8_lossy(&output.stderr);
        let said = first_line(&said, &[printed]);
        return Err(failed(&match said.as_str() {
            "" => format!("failed: {}", output.status),
            said => format!("failed: {}: {said}", output.status),
        }));
    }
    let text = text.map_err(|_| failed("prints bytes that are not text"))?;
    match text.lines().next().unwrap_or_default() {
        "" => Err(failed("prints nothing")),
        line => Ok(SecretString::from(line)),
    }
}

/// The error of the setting `client_secret_command`.
fn failed(what: &str) -> Error {
    let message = format!("client_secret_command {what}");
    Error::new(ErrorKind::Configuration, message)
        .with_hint("run it by hand; it has to print the secret and nothing else")
}
