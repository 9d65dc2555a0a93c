//! Why a command failed: exit code, message, hint, and the ids that a support case needs.
//!
//! Every error of the crates becomes a [`Failure`]; only `Console::fail` prints one. The object for programs has these members:
//! `code`, `message`, `hint`, `status`, `request_id`, `operation`, `tenant`, `retryable`, `exit_code`, `docs`, and `rows` if a list
//! broke off. Messages hold no token, no secret and no signed address: the SDK removes them.
//!
//! An error of a service, as a program reads it (with `-o json` or `-o ndjson`, on one line):
//!
//! ```json
//! {"error": {"code": "ResourceNotFound", "message": "mde.alerts.get: 404 Not Found (…)", "hint": "there is no such record, or …",
//!   "status": 404, "request_id": "…", "operation": "mde.alerts.get", "tenant": "…", "retryable": false, "exit_code": 6,
//!   "docs": "https://…/docs/troubleshooting.md#404"}}
//! ```
//!
//! `code` is that of the service if the answer has one, otherwise a word of this program such as `usage` or `timeout`.

use auth_core::http_core::{self, ErrorKind};
use auth_core::settings::profiles::{ProfileError, ProfileErrorKind};
use serde::Serialize;
use serde_json::{Value, json};

use crate::exit::Exit;
use crate::program;

/// The pages that errors link to.
const DOCS: &str = concat!(env!("CARGO_PKG_REPOSITORY"), "/blob/main/");

/// The result of a step of a command.
pub type Result<T, E = Failure> = std::result::Result<T, E>;

/// The failure of a command. Boxed, because results are returned everywhere and failures are rare.
#[derive(Clone, Debug)]
pub struct Failure(Box<Inner>);

/// The members that programs read, and how the command ends.
#[derive(Clone, Debug, Serialize)]
struct Inner {
    #[serde(skip)]
    exit: Exit,
    /// The code of the service, or a word of this program.
    code: String,
    /// One sentence, without a full stop.
    message: String,
    /// What to do about it.
    hint: Option<String>,
    /// The HTTP status. `None` if there was no answer.
    status: Option<u16>,
    /// The id that a support case needs.
    request_id: Option<String>,
    /// The id of the operation.
    operation: Option<&'static str>,
    /// The tenant of the token or of the settings.
    tenant: Option<String>,
    /// Whether the same command may succeed later.
    retryable: bool,
    /// Number of records printed before a list broke off.
    #[serde(skip_serializing_if = "Option::is_none")]
    rows: Option<u64>,
    /// The page that explains the error.
    docs: Option<String>,
    /// Whether nothing is printed.
    #[serde(skip)]
    silent: bool,
}

impl Failure {
    /// A failure. `code` is a stable word for programs.
    pub fn new(exit: Exit, code: &str, message: impl Into<String>) -> Self {
        Self(Box::new(Inner {
            exit,
            code: code.to_owned(),
            message: message.into(),
            hint: None,
            status: None,
            request_id: None,
            operation: None,
            tenant: None,
            retryable: false,
            rows: None,
            docs: None,
            silent: false,
        }))
    }

    /// An invalid command line or setting: exit code 2.
    pub fn usage(message: impl Into<String>) -> Self {
        Self::new(Exit::Usage, "usage", message)
    }

    /// An error of this machine: exit code 1. `what` names the file or the step.
    pub fn machine(what: &str, error: &std::io::Error) -> Self {
        Self::new(Exit::Failure, "io", format!("{what}: {error}"))
    }

    /// A refusal of this program: exit code 9, nothing was sent.
    pub fn refused(message: impl Into<String>) -> Self {
        Self::new(Exit::Refused, "refused", message)
    }

    /// An end without a message: the pipe was closed, a signal arrived, or the failures were printed one by one.
    pub fn silent(exit: Exit) -> Self {
        let mut failure = Self::new(exit, "", "");
        failure.0.silent = true;
        failure
    }

    /// The same failure with this exit code, of work that has printed it already.
    #[must_use]
    pub fn reported(mut self, exit: Exit) -> Self {
        self.0.exit = exit;
        self.0.silent = true;
        self
    }

    /// Sets what to do about it, and replaces the hint of the cause.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.0.hint = Some(hint.into());
        self
    }

    /// Sets the page of the repository that explains it, such as `docs/troubleshooting.md#404`.
    #[must_use]
    pub fn with_page(mut self, page: &str) -> Self {
        self.0.docs = Some(format!("{DOCS}{page}"));
        self
    }

    /// Replaces the message; code, status and request id of the cause stay.
    #[must_use]
    pub fn with_message(mut self, message: impl Into<String>) -> Self {
        self.0.message = message.into();
        self
    }

    /// Replaces the exit code of the cause.
    #[must_use]
    pub fn with_exit(mut self, exit: Exit) -> Self {
        self.0.exit = exit;
        self
    }

    /// Sets the operation, unless the cause names one.
    #[must_use]
    pub fn with_operation(mut self, id: &'static str) -> Self {
        self.0.operation.get_or_insert(id);
        self
    }

    /// Sets the tenant, unless the cause names one.
    #[must_use]
    pub fn with_tenant(mut self, tenant: Option<&str>) -> Self {
        if self.0.tenant.is_none() {
            self.0.tenant = tenant.map(str::to_owned);
        }
        self
    }

    /// The exit code that the process ends with.
    pub fn exit(&self) -> Exit {
        self.0.exit
    }

    /// The code of the service, or a stable word of this program. Empty for a silent failure.
    pub fn code(&self) -> &str {
        &self.0.code
    }

    /// One sentence, without a full stop.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// What to do about it.
    pub fn hint(&self) -> Option<&str> {
        self.0.hint.as_deref()
    }

    /// The lines below the message: label and text.
    pub fn details(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let Inner {
            hint,
            request_id,
            docs,
            ..
        } = &*self.0;
        let lines = [("hint", hint), ("request id", request_id), ("see", docs)];
        lines
            .into_iter()
            .filter_map(|(label, text)| Some((label, text.as_deref()?)))
    }

    /// Whether [`Console::fail`](crate::Console::fail) prints nothing, because a message was printed before or none is due.
    pub fn is_silent(&self) -> bool {
        self.0.silent
    }

    /// The object that programs read from standard error.
    pub fn to_json(&self) -> Value {
        let mut error = serde_json::to_value(&*self.0).unwrap_or_default();
        error["exit_code"] = (self.0.exit as u8).into();
        json!({"error": error})
    }
}

impl From<http_core::Error> for Failure {
    /// Takes exit code, status and ids from the error of a call. If the cause is a token error, that one explains the
    /// failure.
    fn from(error: http_core::Error) -> Self {
        let (word, anchor) = explained(error.kind());
        let mut failure = Self::new(Exit::of(&error), word, sentence(&error));
        let inner = &mut *failure.0;
        if let Some(code) = error.code() {
            code.clone_into(&mut inner.code);
        }
        inner.hint = error.hint().map(str::to_owned);
        inner.status = error.status().map(|status| status.as_u16());
        inner.request_id = error.request_id().map(str::to_owned);
        inner.operation = error.operation().map(|operation| operation.id);
        inner.retryable = error.is_retryable();
        inner.rows = error.rows();
        let anchor = match error.code() {
            Some("foreign_next_link") => "docs/troubleshooting.md#foreign-next-link",
            _ => anchor,
        };
        inner.docs = (!anchor.is_empty()).then(|| format!("{DOCS}{anchor}"));
        let source = std::error::Error::source(&error);
        if let Some(token) = source.and_then(|source| source.downcast_ref::<auth_core::Error>()) {
            inner.of_token(token);
        }
        failure
    }
}

impl From<operations::Error> for Failure {
    /// An invalid input: exit code 2. An error of a request keeps its own code.
    fn from(error: operations::Error) -> Self {
        match error {
            operations::Error::Request(error) => error.into(),
            operations::Error::Input { operation, message } => {
                Self::usage(message).with_operation(operation)
            }
            error @ operations::Error::Unmapped { .. } => Self::usage(error.to_string())
                .with_hint("`--schema raw` prints any record unchanged"),
            error @ operations::Error::TooManyToSort { operation, .. } => Self::usage(
                error.to_string(),
            )
            .with_operation(operation)
            .with_hint(
                "keep the first records with --limit, or read fewer with --filter or --since",
            ),
            error @ operations::Error::TooManyToWatch { operation, .. } => {
                Self::usage(error.to_string())
                    .with_operation(operation)
                    .with_hint("watch fewer with --filter, --since or --latest")
            }
            error => Self::usage(error.to_string()),
        }
    }
}

impl From<ProfileError> for Failure {
    /// An invalid profile or setting: exit code 2. A file that cannot be read: 1.
    fn from(error: ProfileError) -> Self {
        let failure = match error.kind() {
            ProfileErrorKind::Io => Self::new(Exit::Failure, "io", error.message()),
            _ => Self::usage(error.message()),
        };
        match (error.hint(), error.kind()) {
            (_, ProfileErrorKind::Secret) => failure.with_hint(format!(
                "`{}` asks for the secret and keeps it encrypted",
                program::sign_in("--method secret")
            )),
            (Some(hint), _) => failure.with_hint(hint),
            (None, _) => failure,
        }
    }
}

impl From<auth_core::Error> for Failure {
    /// A token error: exit code 4, or that of its cause.
    fn from(error: auth_core::Error) -> Self {
        let mut failure = Self::new(Exit::of_token(&error), "credential", error.to_string());
        failure.0.of_token(&error);
        failure
    }
}

impl Inner {
    /// Takes code, hint and ids from a token error: they say more than those of the call that needed the token.
    fn of_token(&mut self, error: &auth_core::Error) {
        if let Some(code) = error.code() {
            code.clone_into(&mut self.code);
        }
        self.hint = sign_in_hint(error);
        self.request_id = error.correlation_id().map(str::to_owned);
        self.tenant = error.tenant().map(str::to_owned);
        self.retryable = error.is_transient();
        self.docs = Some(error.docs().to_owned());
    }
}

/// The hint of a token error. A user who has to sign in gets the command; a tool such as the Azure CLI has its own command in
/// the message.
fn sign_in_hint(error: &auth_core::Error) -> Option<String> {
    let hint = error.hint();
    if error.kind() != auth_core::ErrorKind::InteractionRequired
        || error.sign_in_command().is_some()
    {
        return hint.map(str::to_owned);
    }
    match hint {
        None | Some("sign in again") => Some(format!("sign in again: {}", program::sign_in(""))),
        Some(hint) if hint.contains("sign in") || hint.contains("is wrong") => {
            Some(format!("{hint}: {}", program::sign_in("")))
        }
        Some(hint) => Some(hint.to_owned()),
    }
}

/// The message without the request id, which is printed on its own line.
fn sentence(error: &http_core::Error) -> String {
    let whole = error.to_string();
    match error.request_id() {
        Some(id) => whole.replace(&format!("; request id {id}"), ""),
        None => whole,
    }
}

/// The code for an error without one of the service, and the page that explains it. Empty: there is no page.
fn explained(kind: ErrorKind) -> (&'static str, &'static str) {
    match kind {
        ErrorKind::Usage => ("usage", ""),
        ErrorKind::Credential => ("credential", "docs/troubleshooting.md#401"),
        ErrorKind::Unauthenticated => ("unauthenticated", "docs/troubleshooting.md#401"),
        ErrorKind::Denied => ("denied", "docs/troubleshooting.md#403"),
        ErrorKind::NotFound => ("not_found", "docs/troubleshooting.md#404"),
        ErrorKind::Throttled => ("throttled", "docs/troubleshooting.md#429"),
        ErrorKind::Refused => ("refused_by_service", ""),
        ErrorKind::Partial => ("partial", "docs/troubleshooting.md#done-in-part"),
        ErrorKind::Service => ("service", ""),
        ErrorKind::Unsent => ("unsent", ""),
        ErrorKind::Untrusted => ("untrusted", "docs/troubleshooting.md#certificate"),
        ErrorKind::Timeout => ("timeout", ""),
        ErrorKind::Interrupted => ("connection_lost", ""),
        ErrorKind::Truncated => ("truncated", "docs/troubleshooting.md#truncated"),
        ErrorKind::Decode => ("decode", "docs/troubleshooting.md#contract"),
        ErrorKind::TooLarge => ("too_large", "docs/troubleshooting.md#too-large"),
        ErrorKind::Paging => ("paging", "docs/troubleshooting.md#paging-loop"),
        _ => ("failed", ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_sign_in_carries_what_the_sign_in_said() {
        let token = auth_core::Error::new(auth_core::ErrorKind::InvalidClient, "no such secret")
            .with_hint("make a new one")
            .with_tenant("contoso.example");
        let failure = Failure::from(http_core::Error::from(token));
        let shown = failure.to_json();
        assert_eq!(failure.exit(), Exit::Authentication);
        assert_eq!(shown["error"]["tenant"], "contoso.example");
        assert_eq!(shown["error"]["hint"], "make a new one");
        assert_eq!(shown["error"]["exit_code"], 4);
        assert_eq!(shown["error"]["retryable"], false);
    }

    #[test]
    fn who_has_to_sign_in_is_told_the_command_where_one_of_ours_does_it() {
        for (hint, expected) in [
            ("sign in again", "sign in again: defender auth login"),
            (
                "a second factor is wanted: sign in with a browser",
                "a second factor is wanted: sign in with a browser: defender auth login",
            ),
            ("the account is locked: wait", "the account is locked: wait"),
            (
                "have the caller bring a fresh one",
                "have the caller bring a fresh one",
            ),
        ] {
            let kind = auth_core::ErrorKind::InteractionRequired;
            let error = auth_core::Error::new(kind, "no").with_hint(hint);
            assert_eq!(Failure::from(error).hint(), Some(expected));
        }
    }
}
