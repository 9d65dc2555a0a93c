//! The token endpoint: the form that all flows post, its retries, and its response.
//!
//! Token requests go through the same pipeline as API calls, without an authorizer. One attempt has
//! 30 seconds. Connection failures and transient refusals are retried, except where a repetition
//! would do harm: see `Grant::retry`.

mod answer;
mod echo;
mod grant;

#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http_core::{
    BodyKind, Bytes, Client, Effect, EffectKind, Header, Limits, Operation, Param, Request,
    Response, RetryConfig, Throttle, Transport,
};
use secrecy::ExposeSecret;
use url::Url;

pub(crate) use self::answer::error_from;
pub(crate) use self::grant::{Account, Grant, Issued, Proofs, assertion_proofs};
use crate::error::{Error, ErrorKind, Result, RetryAdvice};
use crate::text::guid;
use crate::token::connections::Connections;

/// The token request of every grant. Source: entra-docs, `v2-oauth2-client-creds-grant-flow.md`.
static TOKEN: Operation = Operation::post("auth.token", "/{tenant}/oauth2/v2.0/token")
    .summary("Get an access token")
    .body(BodyKind::Form)
    .inputs(&[
        Param::path("tenant"),
        Param::header("client-request-id"),
        Param::body("client_id").required(),
        Param::body("grant_type").required(),
        Param::body("scope").required(),
        Param::body("claims"),
        Param::body("client_info"),
        Param::body("client_secret"),
        Param::body("client_assertion_type"),
        Param::body("client_assertion"),
        Param::body("refresh_token"),
        Param::body("device_code"),
        Param::body("code"),
        Param::body("redirect_uri"),
        Param::body("code_verifier"),
        Param::body("assertion"),
        Param::body("requested_token_use"),
        Param::body("username"),
        Param::body("password"),
    ])
    .headers(&[
        Header::new("return-client-request-id", "true"),
        // Declares that this client obeys `Retry-After`; the service then sends it.
        Header::new("x-ms-lib-capability", "retry-after, h429"),
    ])
    .effect(Effect::new(EffectKind::Read))
    .idempotent();

/// The request for a device code. Source: entra-docs, `v2-oauth2-device-code.md`.
static DEVICE_CODE: Operation =
    Operation::post("auth.device_code", "/{tenant}/oauth2/v2.0/devicecode")
        .summary("Get a code for a user to sign in with on another device")
        .body(BodyKind::Form)
        .inputs(&[
            Param::path("tenant"),
            Param::header("client-request-id"),
            Param::body("client_id").required(),
            Param::body("scope").required(),
            Param::body("claims"),
        ])
        .headers(&[Header::new("return-client-request-id", "true")])
        .effect(Effect::new(EffectKind::Read))
        .idempotent();

/// Grant type of an authorization code. A code is valid once, so the request is never repeated: if
/// only the response was lost, a second one makes the service revoke the tokens of the first.
pub(crate) const AUTHORIZATION_CODE: &str = "authorization_code";

/// Grant type of a code that a user enters on another device (RFC 8628).
pub(crate) const DEVICE_CODE_GRANT: &str = "urn:ietf:params:oauth:grant-type:device_code";

/// Asks whether a domain signs in at Microsoft Entra or at AD FS. Source: entra-docs,
/// `v2-oauth-ropc.md`, and the vendor's clients.
static USER_REALM: Operation = Operation::get("auth.user_realm", "/common/UserRealm/{username}")
    .summary("Get how the users of a domain sign in")
    .inputs(&[
        Param::path("username"),
        Param::header("client-request-id"),
        Param::query("api-version").required(),
    ])
    .idempotent();

/// Time for one attempt. The service answers within seconds or not at all.
const TIMEOUT: Duration = Duration::from_secs(30);

/// An authority's token endpoint. Clones share connections.
#[derive(Clone)]
pub(crate) struct TokenEndpoint {
    authority: Url,
    connections: Connections,
}

impl TokenEndpoint {
    /// An authority, with a transport of its own.
    pub(crate) fn new(authority: Url) -> Self {
        Self {
            authority,
            connections: Connections::default(),
        }
    }

    pub(crate) fn with_authority(self, authority: Url) -> Self {
        Self { authority, ..self }
    }

    pub(crate) fn with_transport(self, transport: Arc<dyn Transport>) -> Self {
        Self {
            connections: Connections::of(transport),
            ..self
        }
    }

    /// The base URL, without tenant.
    pub(crate) fn authority(&self) -> &Url {
        &self.authority
    }

    /// The URL that a request for this grant is posted to.
    pub(crate) fn address(&self, grant: &Grant) -> Result<String> {
        let request = grant.to_request("").to_http(&self.authority);
        Ok(request.map_err(unanswered)?.uri().to_string())
    }

    /// The URL of a page for a browser, checked by the same rules as the URL of a request.
    pub(crate) fn page(&self, request: &Request) -> Result<Url> {
        self.client(RetryConfig::never()).map_err(unanswered)?;
        let request = request.to_http(&self.authority).map_err(unanswered)?;
        Url::parse(&request.uri().to_string()).map_err(|error| {
            Error::new(
                ErrorKind::Configuration,
                "the sign-in address cannot be written",
            )
            .with_source(error)
        })
    }

    /// Requests a token, with the pipeline's retries.
    ///
    /// # Errors
    /// The refusal of the identity service, classified; `UnexpectedAnswer` for another program's
    /// response; `Transport` without one. Every error names tenant, API and correlation id.
    pub(crate) async fn request(&self, grant: &Grant) -> Result<Issued> {
        let asked = jiff::Timestamp::now();
        let read = |response: &Response| answer::issued(response, asked, grant);
        let request = |request_id: &str| grant.to_request(request_id);
        self.ask(grant, grant.retry(), request, read).await
    }

    /// Requests a device code. Returns the body of the response.
    pub(crate) async fn device_code(&self, grant: &Grant) -> Result<Bytes> {
        let read = |response: &Response| Ok(response.body().clone());
        let request = |request_id: &str| grant.start(&DEVICE_CODE, request_id);
        self.ask(grant, grant.usual_retry(), request, read).await
    }

    /// Asks how the users of a user's domain sign in. Returns the body of the response.
    pub(crate) async fn user_realm(&self, grant: &Grant, username: &str) -> Result<Bytes> {
        let ask = |request_id: &str| {
            Request::new(&USER_REALM)
                .set("username", username)
                .set("client-request-id", request_id)
                .set("api-version", "1.0")
        };
        let read = |response: &Response| Ok(response.body().clone());
        self.ask(grant, grant.usual_retry(), ask, read).await
    }

    /// Sends a request and adds tenant, API and correlation id to an error.
    async fn ask<T>(
        &self,
        grant: &Grant,
        retry: RetryConfig,
        request: impl FnOnce(&str) -> Request,
        read: impl FnOnce(&Response) -> Result<T>,
    ) -> Result<T> {
        let request_id = guid::random();
        let outcome = self.send(grant, retry, request(&request_id), read).await;
        outcome.map_err(|error| {
            error
                .with_tenant(&*grant.application.tenant_id)
                .with_resource(grant.resource())
                .or_correlation_id(request_id)
        })
    }

    /// Sends a request through the pipeline and reads its response.
    async fn send<T>(
        &self,
        grant: &Grant,
        retry: RetryConfig,
        request: Request,
        read: impl FnOnce(&Response) -> Result<T>,
    ) -> Result<T> {
        let client = self.client(retry).map_err(unanswered)?;
        let response = client.send_any(request, answer::is_transient).await;
        let response = response.map_err(unanswered)?;
        if response.status().is_success() && !answer::is_refusal(&response) {
            read(&response)
        } else {
            Err(answer::refusal(&response, grant))
        }
    }

    /// A client of the authority, without an authorizer: a token request needs no token.
    fn client(&self, retry: RetryConfig) -> http_core::Result<Client> {
        Client::builder(self.authority.clone())
            .transport(self.connections.get()?)
            // The token cache keeps to delays, per refused request; a throttle would delay other
            // tokens too.
            .throttle(Throttle::off(), "")
            .timeout(TIMEOUT)
            .retry(retry)
            .limits(Limits::for_tokens())
            .build()
    }
}

impl fmt::Debug for TokenEndpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "TokenEndpoint({})",
            self.authority.origin().ascii_serialization()
        )
    }
}

impl Grant {
    /// The form of the grant.
    fn to_request(&self, request_id: &str) -> Request {
        let mut request = self
            .start(&TOKEN, request_id)
            .set("grant_type", self.grant_type)
            .idempotent(self.grant_type != AUTHORIZATION_CODE);
        if self.grant_type != "client_credentials" {
            // Makes the response say which user it is about.
            request = request.set("client_info", 1);
        }
        for (name, proof) in &self.proofs {
            request = request.set(name, proof.expose_secret());
        }
        request
    }

    /// Retries of a transient failure. Polling for a device code has its own pace, and a code is
    /// valid once: neither is retried.
    fn retry(&self) -> RetryConfig {
        if self.grant_type == DEVICE_CODE_GRANT {
            return RetryConfig::never();
        }
        self.usual_retry()
    }

    /// Retries of all other requests, within two minutes. A `Retry-After` of more than a minute is not
    /// waited for but returned with the error.
    fn usual_retry(&self) -> RetryConfig {
        let total = Duration::from_secs(120);
        if self.once {
            return RetryConfig::never().with_total(total);
        }
        RetryConfig::default()
            .with_longest_delay(Duration::from_secs(5))
            .with_longest_retry_after(Duration::from_secs(60))
            .with_total(total)
    }

    /// What the requests for a token and for a device code have in common.
    fn start(&self, operation: &'static Operation, request_id: &str) -> Request {
        let request = Request::new(operation)
            .set("tenant", &*self.application.tenant_id)
            .set("client-request-id", request_id)
            .set("client_id", &*self.application.client_id)
            .set("scope", self.scope.as_str());
        match &self.claims {
            Some(claims) => request.set("claims", claims.as_str()),
            None => request,
        }
    }
}

/// The error of a call without a response.
fn unanswered(error: http_core::Error) -> Error {
    let kind = match error.kind() {
        http_core::ErrorKind::Usage => ErrorKind::Configuration,
        http_core::ErrorKind::TooLarge => ErrorKind::UnexpectedAnswer,
        _ => ErrorKind::Transport,
    };
    let message = match kind {
        ErrorKind::Configuration | ErrorKind::UnexpectedAnswer => error.message().to_owned(),
        _ => format!("no answer to the token request: {}", error.message()),
    };
    let mut ours = Error::new(kind, message);
    if let Some(hint) = error.hint() {
        ours = ours.with_hint(hint.to_owned());
    }
    if error.kind() == http_core::ErrorKind::Untrusted {
        ours = ours.with_retry_advice(RetryAdvice::Never);
    }
    ours.with_source(error)
}
