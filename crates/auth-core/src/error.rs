//! Errors of credentials: the cause, and what to do next.

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;

/// The result of an operation that may fail for want of a token. `E` defaults to [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// The cause of a failed token request, grouped by what the caller can do about it.
///
/// The kind follows the OAuth word of the identity service (`invalid_client`,
/// `interaction_required`, …), refined by its `AADSTS` number. [`Error::retry_advice`] says when to
/// try again, [`Error::hint`] what to do first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The credential does not exist in this environment: a variable is not set, a tool is not
    /// installed, the platform has no managed identity, a given token has expired. A
    /// [`Chain`](crate::Chain) continues with its next credential.
    ///
    /// Set the variable or install the tool that the message names, or use another credential.
    Unavailable,
    /// Invalid input, detected before anything was sent: a client id that is not a GUID, a
    /// certificate without its key, an authority that is not `https`.
    Configuration,
    /// The application or its proof is not accepted: unknown in the tenant, disabled, or with a
    /// wrong or expired secret, certificate or federated credential.
    ///
    /// An administrator has to renew the proof or to consent; see [`Error::hint`]. The same proof
    /// is not sent again for a minute.
    InvalidClient,
    /// The tenant does not exist in this cloud, lives in another cloud, or is not the tenant of the
    /// token.
    ///
    /// Check the directory (tenant) id, then the cloud.
    InvalidTenant,
    /// The tenant does not know the API, or the scope is malformed. Often the product is not
    /// licensed there.
    InvalidScope,
    /// An administrator, or the user where the tenant allows that, has not consented to the
    /// permissions.
    ///
    /// [`AdminConsent`](crate::AdminConsent) builds the address of the page where an administrator
    /// consents.
    ConsentRequired,
    /// A user has to sign in again, or to satisfy a stronger policy such as a second factor.
    /// [`Error::claims`] has what the policy demands.
    ///
    /// For an application it means that its proof is not accepted.
    InteractionRequired,
    /// A policy of the tenant (conditional access, identity protection) forbids the sign-in.
    Blocked,
    /// The token is for another API than the host of the request. It was not sent.
    ///
    /// Request a token with the scope that the hint names.
    WrongAudience,
    /// The identity service refused the request because of too many token requests (429). Share one
    /// credential instead of creating one per call.
    Throttled,
    /// The identity service failed (5xx, `temporarily_unavailable`).
    Service,
    /// No response: DNS, TLS, proxy or timeout.
    Transport,
    /// The response is not from an identity service: a proxy, a captive portal, another program at
    /// that address.
    ///
    /// The message has the title of the page, if there is one.
    UnexpectedAnswer,
    /// The store of sign-ins or its key cannot be read or written.
    Store,
    /// Any other refusal by the identity service.
    Refused,
}

/// When a retry makes sense.
///
/// Match with a wildcard arm: more variants may be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RetryAdvice {
    /// Never: the input has to change first.
    Never,
    /// After this delay, without anybody acting. The delay is the service's `Retry-After` if it
    /// sent one; else 30 seconds, or 60 where a change has to spread through the identity service.
    After(Duration),
    /// After a user has signed in or consented.
    AfterUser,
    /// After an administrator has renewed a secret, consented or changed a policy.
    AfterAdmin,
}

/// Why a credential returned no token.
///
/// `Display` and `Debug` are safe to log: the identity service's text is cut to its first line,
/// e-mail addresses and everything that was sent as a proof are masked.
/// [`source`](StdError::source) may be an error of a dependency, which is not masked. `Display`
/// appends tenant, resource, correlation id and trace id where known. Cloning is cheap except for
/// the texts.
///
/// ```
/// use auth_core::{Error, ErrorKind, RetryAdvice};
///
/// fn explain(error: &Error) -> String {
///     match (error.kind(), error.retry_advice()) {
///         (ErrorKind::ConsentRequired, _) => "ask an administrator to consent".to_owned(),
///         (_, RetryAdvice::After(delay)) => format!("try again in {} s", delay.as_secs()),
///         _ => error.hint().unwrap_or("see the log").to_owned(),
///     }
/// }
/// let error = Error::new(ErrorKind::Service, "the identity service is down");
/// assert_eq!(explain(&error), "try again in 30 s");
/// ```
#[derive(Clone)]
pub struct Error(Box<Inner>);

/// Boxed, so that a `Result` stays small.
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

/// The members of the identity service's error response, except for its text.
#[derive(Clone, Default)]
pub(crate) struct ServiceAnswer {
    /// The first number with its prefix, else the OAuth word.
    pub(crate) code: Option<String>,
    /// The OAuth error word (`error`), by which flows decide how to continue.
    pub(crate) word: Option<String>,
    /// `error_codes`.
    pub(crate) codes: Vec<u32>,
    /// `suberror`, a finer reason for the vendor's own clients.
    pub(crate) suberror: Option<String>,
    /// `claims`: the challenge for the next sign-in.
    pub(crate) claims: Option<String>,
    /// `correlation_id`, which the tenant's sign-in log shows.
    pub(crate) correlation_id: Option<String>,
    /// `trace_id`, for the vendor's support.
    pub(crate) trace_id: Option<String>,
    /// The `Date` of the response: the service's clock.
    pub(crate) date: Option<Timestamp>,
}

impl Error {
    /// Creates an error with the retry advice that is usual for its kind: [`RetryAdvice::After`] 30
    /// seconds for `Throttled`, `Service` and `Transport`; `AfterUser` for `InteractionRequired`;
    /// `AfterAdmin` for `ConsentRequired` and `Blocked`; else `Never`.
    ///
    /// The message is shown and logged: it must not contain a secret.
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

    /// Sets the hint: one sentence that says what to do next.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<Cow<'static, str>>) -> Self {
        self.0.hint = Some(hint.into());
        self
    }

    /// Sets the command that signs in to the tool behind the credential.
    pub(crate) fn with_sign_in(mut self, command: &'static str) -> Self {
        self.0.sign_in = Some(command);
        self
    }

    /// Replaces the retry advice that is usual for the kind.
    #[must_use]
    pub fn with_retry_advice(mut self, advice: RetryAdvice) -> Self {
        self.0.advice = advice;
        self
    }

    /// Sets the underlying error. Its text is not masked.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.0.source = Some(source.into().into());
        self
    }

    /// Names the tenant that the token was requested from.
    #[must_use]
    pub fn with_tenant(mut self, tenant: impl Into<String>) -> Self {
        self.0.tenant = Some(tenant.into());
        self
    }

    /// Names the API that the token was requested for.
    #[must_use]
    pub fn with_resource(mut self, resource: impl Into<String>) -> Self {
        self.0.resource = Some(resource.into());
        self
    }

    pub(crate) fn with_answer(mut self, answer: ServiceAnswer) -> Self {
        self.0.answer = answer;
        self
    }

    /// Sets the correlation id that was sent, unless the response named one or nothing was sent.
    pub(crate) fn or_correlation_id(mut self, id: String) -> Self {
        if self.0.kind != ErrorKind::Configuration {
            self.0.answer.correlation_id.get_or_insert(id);
        }
        self
    }

    /// Returns the credential's error behind a failed call, `None` if the call failed for another
    /// reason.
    ///
    /// ```
    /// use auth_core::{Error, ErrorKind, http_core};
    /// let call = http_core::Error::from(Error::new(ErrorKind::InvalidClient, "the client secret has expired"));
    /// assert_eq!(Error::of(&call).map(Error::kind), Some(ErrorKind::InvalidClient));
    /// ```
    pub fn of(error: &http_core::Error) -> Option<&Self> {
        error.source()?.downcast_ref()
    }

    /// The kind of failure, to match on.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// What failed, in one line, without code, tenant and ids.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// The identity service's code, for example `AADSTS7000215`; its OAuth word (`invalid_client`)
    /// if it sent no number. `None` if the error was raised before a response.
    pub fn code(&self) -> Option<&str> {
        self.0.answer.code.as_deref()
    }

    /// All numbers that the identity service sent (`error_codes`), for example `7000215`. The first
    /// is usually the most specific.
    pub fn codes(&self) -> &[u32] {
        &self.0.answer.codes
    }

    /// The OAuth word (`error`), such as `authorization_pending`.
    pub(crate) fn word(&self) -> Option<&str> {
        self.0.answer.word.as_deref()
    }

    /// The identity service's `suberror`, for example `basic_action` or `consent_required`.
    pub fn suberror(&self) -> Option<&str> {
        self.0.answer.suberror.as_deref()
    }

    /// The claims challenge for the next sign-in, as JSON text. Pass it to
    /// [`TokenRequestOptions::with_claims`](crate::TokenRequestOptions::with_claims).
    pub fn claims(&self) -> Option<&str> {
        self.0.answer.claims.as_deref()
    }

    /// Builds the `WWW-Authenticate` value with which a web API passes the claims challenge on to
    /// its own caller, after it acted [on behalf of](crate::OnBehalfOf) that caller. Send it with
    /// status 401. `None` without a challenge.
    ///
    /// Source: entra-docs, `v2-oauth2-on-behalf-of-flow.md`.
    pub fn to_challenge(&self) -> Option<String> {
        let claims = STANDARD.encode(self.claims()?);
        Some(format!(
            "Bearer error=\"insufficient_claims\", claims=\"{claims}\""
        ))
    }

    /// The correlation id of the token request, by which the tenant's sign-in log shows it.
    pub fn correlation_id(&self) -> Option<&str> {
        self.0.answer.correlation_id.as_deref()
    }

    /// The identity service's trace id, which the vendor's support asks for.
    pub fn trace_id(&self) -> Option<&str> {
        self.0.answer.trace_id.as_deref()
    }

    /// The service's time of the response, to learn the offset of its clock.
    pub(crate) fn date(&self) -> Option<Timestamp> {
        self.0.answer.date
    }

    /// The tenant that the token was requested from, as it was configured: a GUID or a domain.
    pub fn tenant(&self) -> Option<&str> {
        self.0.tenant.as_deref()
    }

    /// The API that the token was requested for, as its scope names it.
    pub fn resource(&self) -> Option<&str> {
        self.0.resource.as_deref()
    }

    /// Whether a retry may succeed without anybody acting: the advice is [`RetryAdvice::After`].
    pub fn is_transient(&self) -> bool {
        matches!(self.0.advice, RetryAdvice::After(_))
    }

    /// When a retry makes sense.
    pub fn retry_advice(&self) -> RetryAdvice {
        self.0.advice
    }

    /// What to do next, in one sentence without a full stop.
    pub fn hint(&self) -> Option<&str> {
        self.0.hint.as_deref()
    }

    /// The command that signs a user in to the tool behind the credential, for example `az login`.
    /// `None` for credentials that are not a tool's.
    pub fn sign_in_command(&self) -> Option<&'static str> {
        self.0.sign_in
    }

    /// The URL of the documentation page for this kind of failure.
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

/// Delay before a retry if the identity service names none.
pub(crate) const USUAL_DELAY: Duration = Duration::from_secs(30);

/// The advice of a kind, unless a number or a delay says more.
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
    /// Becomes an error of kind `Credential`. Display text and hint are kept, the delay of a
    /// transient failure becomes `retry_after`, and the error itself is the source, which
    /// [`Error::of`] returns.
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
