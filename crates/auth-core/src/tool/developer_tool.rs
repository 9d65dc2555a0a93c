//! Runs a developer tool that issues tokens. Arguments are never interpreted as commands, and the
//! tool runs in a folder where nobody can plant a program.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::{Output, Stdio};
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use secrecy::SecretString;
use secrecy::zeroize::Zeroize;
use serde_json::Value;
use tokio::process::Command;
use tokio::time::timeout;

use crate::error::{Error, ErrorKind, Result};
use crate::text::scrub;
use crate::token::aadsts;
use crate::token::access_token::AccessToken;
use crate::token::endpoint::Issued;
use crate::tool::child_process::without_secrets;

/// Time limit. A cold start takes seconds.
const TIMEOUT: Duration = Duration::from_secs(30);

/// Lifetime that is assumed if the tool does not print one.
const USUAL_LIFE: Duration = Duration::from_secs(600);

/// A tool and how it is run.
#[derive(Clone, Debug)]
pub(crate) struct DeveloperTool {
    /// Name for messages.
    pub(crate) name: &'static str,
    /// Command that signs in.
    pub(crate) sign_in: &'static str,
    /// Parts of its output that mean that no user is signed in.
    pub(crate) signed_out: &'static [&'static str],
    program: Arc<PathBuf>,
    timeout: Duration,
}

impl DeveloperTool {
    /// A tool that is found on the `PATH`.
    pub(crate) fn new(
        name: &'static str,
        program: &'static str,
        sign_in: &'static str,
        signed_out: &'static [&'static str],
    ) -> Self {
        Self {
            name,
            sign_in,
            signed_out,
            program: Arc::new(PathBuf::from(program)),
            timeout: TIMEOUT,
        }
    }

    pub(crate) fn with_program(self, program: PathBuf) -> Self {
        let program = Arc::new(program);
        Self { program, ..self }
    }

    pub(crate) fn with_timeout(self, timeout: Duration) -> Self {
        Self { timeout, ..self }
    }

    /// Runs the tool and returns the JSON object that it prints. Other output is ignored.
    pub(crate) async fn run(&self, arguments: &[String]) -> Result<Value> {
        let mut command = self.command(arguments);
        let outcome = timeout(self.timeout, command.output()).await;
        let Ok(outcome) = outcome else {
            let message = format!(
                "{} did not answer within {} s",
                self.name,
                self.timeout.as_secs()
            );
            return Err(self.unavailable(&message));
        };
        let mut output = outcome.map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => self.absent(),
            _ => self.unavailable(&format!("{} cannot be run: {error}", self.name)),
        })?;
        let value = self.read(&output);
        output.stdout.zeroize();
        value
    }

    /// Builds the command, with a clean folder and environment.
    fn command(&self, arguments: &[String]) -> Command {
        // On Windows the tools are scripts, which only the shell runs.
        let mut command = if cfg!(windows) {
            let mut command = Command::new("cmd");
            command.arg("/c").arg(self.program.as_os_str());
            command
        } else {
            Command::new(self.program.as_os_str())
        };
        command
            .args(arguments)
            .env("AZURE_CORE_NO_COLOR", "true")
            .env("NO_COLOR", "1")
            // The current folder may contain a planted program of the same name.
            .current_dir(safe_folder())
            .stdin(Stdio::null())
            .kill_on_drop(true);
        without_secrets(command.as_std_mut());
        command
    }

    /// Parses the first JSON object on standard output.
    fn read(&self, output: &Output) -> Result<Value> {
        if !output.status.success() {
            return Err(self.refusal(output));
        }
        // No part of the output goes into an error: it contains the token.
        let begin = output.stdout.iter().position(|byte| *byte == b'{');
        let json = begin.map(|begin| &output.stdout[begin..]);
        let value = json.and_then(|json| {
            serde_json::Deserializer::from_slice(json)
                .into_iter::<Value>()
                .next()?
                .ok()
        });
        value.ok_or_else(|| {
            let message = format!("the output of {} is unreadable", self.name);
            Error::new(ErrorKind::UnexpectedAnswer, message)
        })
    }

    /// Classifies a failure by its output on standard error.
    fn refusal(&self, output: &Output) -> Error {
        let text = String::from_utf8_lossy(&output.stderr);
        let lower = text.to_ascii_lowercase();
        let says = |words: &[&str]| words.iter().any(|words| lower.contains(words));
        if output.status.code() == Some(127) || says(&["is not recognized", "command not found"]) {
            return self.absent();
        }
        let codes = aadsts::codes_in(&text);
        if let Some(known) = aadsts::lookup(&codes) {
            let message = format!("{} got no token: AADSTS{}", self.name, codes[0]);
            return Error::new(known.kind, message)
                .with_hint(self.advice(known))
                .with_sign_in(self.sign_in);
        }
        if says(self.signed_out) {
            return self
                .unavailable(&format!("no user is signed in to {}", self.name))
                .with_hint(format!("run `{}`", self.sign_in))
                .with_sign_in(self.sign_in);
        }
        let line = match scrub::first_line(&text, &[]) {
            line if line.is_empty() => "no reason given".to_owned(),
            line => line,
        };
        let message = format!("{} got no token: {line}", self.name);
        Error::new(ErrorKind::Refused, message)
    }

    /// The hint for a number. The tool signs in by itself, as an application of its own.
    fn advice(&self, known: &aadsts::Known) -> String {
        match known.kind {
            ErrorKind::InteractionRequired => format!("{}: run `{}`", known.hint, self.sign_in),
            ErrorKind::InvalidClient => {
                format!("{}; then run `{}` again", known.hint, self.sign_in)
            }
            ErrorKind::ConsentRequired => format!(
                "{} has no consent for this API: sign in by an app registration of your own",
                self.name
            ),
            _ => known.hint.to_owned(),
        }
    }

    /// The error if the program does not exist.
    fn absent(&self) -> Error {
        self.unavailable(&format!(
            "{} is not installed, or not on the path",
            self.name
        ))
    }

    /// An error with which a chain continues.
    fn unavailable(&self, message: &str) -> Error {
        Error::new(ErrorKind::Unavailable, message)
    }

    /// The token of an output, with its expiry.
    pub(crate) fn issued(&self, token: Option<&Value>, end: Option<Timestamp>) -> Result<Issued> {
        let token = token
            .and_then(Value::as_str)
            .filter(|token| !token.is_empty());
        let Some(token) = token else {
            let message = format!("the output of {} contains no token", self.name);
            return Err(Error::new(ErrorKind::UnexpectedAnswer, message));
        };
        let token = AccessToken::new(SecretString::from(token));
        let end = end.or_else(|| token.expires_on());
        let left = end.map(|end| end.duration_since(Timestamp::now()));
        let life = left.and_then(|left| Duration::try_from(left).ok());
        let token = match end {
            Some(end) => token.with_expires_on(end),
            None => token,
        };
        Ok(Issued {
            token,
            life: life.unwrap_or(USUAL_LIFE),
            refresh_in: None,
            refresh_token: None,
            account: None,
            id_token: None,
        })
    }
}

/// Returns the only scope, if it cannot be taken for anything else on a command line.
pub(crate) fn check_scope<'a>(scopes: &[&'a str]) -> Result<&'a str> {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._:/".contains(&byte);
    match scopes {
        [scope] if !scope.is_empty() && !scope.starts_with('-') && scope.bytes().all(is_plain) => {
            Ok(scope)
        }
        _ => Err(Error::new(
            ErrorKind::InvalidScope,
            "a developer tool takes exactly one scope of letters, digits and -._:/",
        )),
    }
}

/// A folder that only administrators can write to.
fn safe_folder() -> OsString {
    if cfg!(windows) {
        std::env::var_os("SystemRoot").unwrap_or_else(|| r"C:\Windows".into())
    } else {
        "/".into()
    }
}
