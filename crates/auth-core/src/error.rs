//! Why there is no token, and what to do next.

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;

/// The result of anything that may fail here.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// The kinds of failure, by what can be done about them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// This way of signing in is not to be had here; another one may be.
    Unavailable,
    /// The input cannot be right; nothing was sent.
    Configuration,
    /// The application or its proof is not accepted: unknown, disabled, wrong or expired.
    InvalidClient,
    /// There is no such tenant, or it lives in another cloud, or the token is for another one.
    InvalidTenant,
    /// The API or the scope is unknown in the tenant.
    InvalidScope,
    /// An administrator or the user has to consent first.
    ConsentRequired,
    /// A user has to sign in, or to prove more.
    InteractionRequired,
    /// A policy of the tenant forbids it.
    Blocked,
    /// The token is for another API than the host it would have been sent to; it was not sent.
    WrongAudience,
    /// Too many token requests.
    Throttled,
    /// The identity service failed.
    Service,
    /// There was no answer.
    Transport,
    /// Something else than the identity service answered: a proxy, a captive portal.
    UnexpectedAnswer,
    /// The store of sign-ins cannot be read or written.
    Store,
    /// Any other refusal.
    Refused,
}

/// When asking again makes sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RetryAdvice {
    /// Not without a change to the input.
    Never,
    /// After this long.
    After(Duration),
    /// After a user has done something: signed in, consented.
    AfterUser,
    /// After an administrator has done something: renewed a secret, consented, changed a policy.
    AfterAdmin,
}

/// There is no token.
///
/// `Display` and `Debug` are safe to log: the identity service's text is cut to its first line without addresses of
/// people, and no secret is in it. [`hint`](Error::hint) says in one sentence what to do.
#[derive(Clone)]
pub struct Error(Box<Inner>);

#[derive(Clone)]
struct Inner {
    kind: ErrorKind,
    message: String,
    advice: RetryAdvice,
    hint: Option<Cow<'static, str>>,
    sign_in: Option<&'static str>,
    answer: ServiceAnswer,
    tenant: Option<String>,
    resource: Option<String>,
    source: Option<Arc<dyn StdError + Send + Sync>>,
}

/// What the identity service's error body says, apart from its text.
#[derive(Clone, Default)]
pub(crate) struct ServiceAnswer {
    pub(crate) code: Option<String>,
    /// The OAuth word, which flows go by.
    pub(crate) word: Option<String>,
    pub(crate) codes: Vec<u32>,
    pub(crate) suberror: Option<String>,
    pub(crate) claims: Option<String>,
    pub(crate) correlation_id: Option<String>,
    pub(crate) trace_id: Option<String>,
    /// When it was said, by the service's clock.
    pub(crate) date: Option<Timestamp>,
}

impl Error {
    /// An error of a kind, with the one thing that can be said about it. The message must hold no secret.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self(Box::new(Inner {
            kind,
            message: message.into(),
            advice: usual_advice(kind),
            hint: None,
            sign_in: None,
            answer: ServiceAnswer::default(),
            tenant: None,
            resource: None,
            source: None,
        }))
    }

    /// Says what to do next, in one sentence.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<Cow<'static, str>>) -> Self {
        self.0.hint = Some(hint.into());
        self
    }

    pub(crate) fn with_sign_in(mut self, command: &'static str) -> Self {
        self.0.sign_in = Some(command);
        self
    }

    /// Says when asking again makes sense, where the kind's usual answer is not right.
    #[must_use]
    pub fn with_retry_advice(mut self, advice: RetryAdvice) -> Self {
        self.0.advice = advice;
        self
    }

    /// Adds what lies behind the failure.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.0.source = Some(source.into().into());
        self
    }

    /// Names the tenant that was asked.
    #[must_use]
    pub fn with_tenant(mut self, tenant: impl Into<String>) -> Self {
        self.0.tenant = Some(tenant.into());
        self
    }

    /// Names the API a token was wanted for.
    #[must_use]
    pub fn with_resource(mut self, resource: impl Into<String>) -> Self {
        self.0.resource = Some(resource.into());
        self
    }

    pub(crate) fn with_answer(mut self, answer: ServiceAnswer) -> Self {
        self.0.answer = answer;
        self
    }

    /// Names the id that was sent along, where a request was sent and the answer named none.
    pub(crate) fn or_correlation_id(mut self, id: String) -> Self {
        if self.0.kind != ErrorKind::Configuration {
            self.0.answer.correlation_id.get_or_insert(id);
        }
        self
    }

    /// The error of a credential that a failed call has as its source.
    ///
    /// ```
    /// use auth_core::{Error, ErrorKind, http_core};
    /// let call = http_core::Error::from(Error::new(ErrorKind::InvalidClient, "the client secret has expired"));
    /// assert_eq!(Error::of(&call).map(Error::kind), Some(ErrorKind::InvalidClient));
    /// ```
    pub fn of(error: &http_core::Error) -> Option<&Self> {
        error.source()?.downcast_ref()
    }

    /// The kind of failure.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// What happened, on one line.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// The identity service's code, for example `AADSTS7000215`, or its OAuth word where it names no number.
    pub fn code(&self) -> Option<&str> {
        self.0.answer.code.as_deref()
    }

    /// All numbers the identity service names, for example `7000215`.
    pub fn codes(&self) -> &[u32] {
        &self.0.answer.codes
    }

    pub(crate) fn word(&self) -> Option<&str> {
        self.0.answer.word.as_deref()
    }

    /// The identity service's finer reason, for example `basic_action`.
    pub fn suberror(&self) -> Option<&str> {
        self.0.answer.suberror.as_deref()
    }

    /// What a further sign-in has to satisfy, as JSON text.
    pub fn claims(&self) -> Option<&str> {
        self.0.answer.claims.as_deref()
    }

    /// The `WWW-Authenticate` by which a service tells its own caller what a further sign-in has to satisfy, where it
    /// acted [on behalf of](crate::OnBehalfOf) that caller.
    ///
    /// Source: entra-docs, `v2-oauth2-on-behalf-of-flow.md`.
    pub fn to_challenge(&self) -> Option<String> {
        let claims = STANDARD.encode(self.claims()?);
        Some(format!(
            "Bearer error=\"insufficient_claims\", claims=\"{claims}\""
        ))
    }

    /// The id under which the tenant's sign-in log has the request.
    pub fn correlation_id(&self) -> Option<&str> {
        self.0.answer.correlation_id.as_deref()
    }

    /// The id that the vendor's support asks for.
    pub fn trace_id(&self) -> Option<&str> {
        self.0.answer.trace_id.as_deref()
    }

    pub(crate) fn date(&self) -> Option<Timestamp> {
        self.0.answer.date
    }

    /// The tenant that was asked.
    pub fn tenant(&self) -> Option<&str> {
        self.0.tenant.as_deref()
    }

    /// The API a token was wanted for, as its scope names it.
    pub fn resource(&self) -> Option<&str> {
        self.0.resource.as_deref()
    }

    /// Whether the same request may succeed later without anybody doing anything.
    pub fn is_transient(&self) -> bool {
        matches!(self.0.advice, RetryAdvice::After(_))
    }

    /// When asking again makes sense.
    pub fn retry_advice(&self) -> RetryAdvice {
        self.0.advice
    }

    /// What to do next, in one sentence.
    pub fn hint(&self) -> Option<&str> {
        self.0.hint.as_deref()
    }

    /// The command by which a user signs in to the tool that was asked for a token, for example `az login`. `None` for
    /// every credential but those of other tools.
    pub fn sign_in_command(&self) -> Option<&'static str> {
        self.0.sign_in
    }

    /// The address of the documentation that explains this failure.
    pub fn docs(&self) -> &'static str {
        match self.0.kind {
            ErrorKind::WrongAudience => {
                "https://github.com/defender-rs/defender/blob/main/docs/troubleshooting.md#token-for-another-host"
            }
            ErrorKind::Transport => {
                "https://github.com/defender-rs/defender/blob/main/docs/troubleshooting.md#certificate"
            }
            ErrorKind::Throttled => {
                "https://github.com/defender-rs/defender/blob/main/docs/troubleshooting.md#429"
            }
            ErrorKind::Store => {
                "https://github.com/defender-rs/defender/blob/main/docs/troubleshooting.md#store-of-sign-ins"
            }
            _ => "https://github.com/defender-rs/defender/blob/main/docs/troubleshooting.md#401",
        }
    }
}

/// How long to wait where the identity service names no time.
pub(crate) const USUAL_DELAY: Duration = Duration::from_secs(30);

fn usual_advice(kind: ErrorKind) -> RetryAdvice {
    match kind {
        ErrorKind::Throttled | ErrorKind::Service | ErrorKind::Transport => {
            RetryAdvice::After(USUAL_DELAY)
        }
        ErrorKind::InteractionRequired => RetryAdvice::AfterUser,
        ErrorKind::ConsentRequired | ErrorKind::Blocked => RetryAdvice::AfterAdmin,
        _ => RetryAdvice::Never,
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = &self.0;
        if let Some(code) = &inner.answer.code {
            write!(f, "{code}: ")?;
        }
        f.write_str(&inner.message)?;
        for (name, value) in [
            ("tenant", &inner.tenant),
            ("resource", &inner.resource),
            ("correlation id", &inner.answer.correlation_id),
            ("trace id", &inner.answer.trace_id),
        ] {
            if let Some(value) = value {
                write!(f, "; {name} {value}")?;
            }
        }
        Ok(())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Error({:?}: {self})", self.0.kind)
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}

impl From<Error> for http_core::Error {
    /// An error of kind `Credential`, with the hint, the delay of a failure that may pass, and the error itself as
    /// its source.
    fn from(error: Error) -> Self {
        let delay = match error.retry_advice() {
            RetryAdvice::After(delay) => Some(delay),
            _ => None,
        };
        let call = Self::new(http_core::ErrorKind::Credential, error.to_string());
        let call = call.with_retry_after(delay);
        let call = match error.hint() {
            Some(hint) => call.with_hint(format!("{hint}; see {}", error.docs())),
            None => call.with_hint(format!("see {}", error.docs())),
        };
        call.with_source(error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_learns_kind_hint_delay_and_source() {
        let cause = Error::new(ErrorKind::Service, "down").with_hint("wait");
        let call = http_core::Error::from(cause);
        assert_eq!(call.kind(), http_core::ErrorKind::Credential);
        assert!(call.hint().unwrap().starts_with("wait; see https://"));
        assert!(call.is_retryable());
        let source = call.source().unwrap().downcast_ref::<Error>().unwrap();
        assert_eq!(source.kind(), ErrorKind::Service);
    }

    #[test]
    fn what_nobody_can_wait_for_is_not_retryable() {
        let call = http_core::Error::from(Error::new(ErrorKind::InvalidClient, "no"));
        assert!(!call.is_retryable());
    }

    #[test]
    fn display_is_one_line_with_what_support_asks_for() {
        let error = Error::new(ErrorKind::InvalidClient, "wrong secret")
            .with_answer(ServiceAnswer {
                code: Some("AADSTS7000215".to_owned()),
                correlation_id: Some("c".to_owned()),
                ..ServiceAnswer::default()
            })
            .with_tenant("contoso.com");
        assert_eq!(
            error.to_string(),
            "AADSTS7000215: wrong secret; tenant contoso.com; correlation id c"
        );
    }
}
