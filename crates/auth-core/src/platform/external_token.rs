//! Requests the assertion of a job from its build service.
//!
//! ```text
//! GET  <ACTIONS_ID_TOKEN_REQUEST_URL>&audience=…        Authorization: Bearer <token of the job>
//! POST <SYSTEM_OIDCREQUESTURI>?api-version=…&serviceConnectionId=…
//! ```
//!
//! The assertion is the member `value` of the response, or `oidcToken` in Azure Pipelines.

#[cfg(test)]
mod tests;

use std::time::Duration;

use http_core::{
    Client, Effect, EffectKind, Limits, Operation, Param, Request, Response, RetryConfig, Throttle,
};
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;
use url::Url;

use crate::error::{Error, ErrorKind, Result, RetryAdvice};
use crate::token::connections::Connections;

/// Both services get the job's token as a bearer token; the URL is the platform's.
const PARAMS: &[Param] = &[
    Param::path("url"),
    Param::header("authorization"),
    Param::header("x-tfs-fedauthredirect"),
];

pub(crate) static GITHUB: Operation = Operation::get("auth.github_token", "{url}")
    .summary("Get a token that vouches for a GitHub Actions job")
    .inputs(PARAMS);

pub(crate) static AZURE_PIPELINES: Operation =
    Operation::post("auth.azure_pipelines_token", "{url}")
        .summary("Get a token that vouches for an Azure Pipelines job")
        .inputs(PARAMS)
        .effect(Effect::new(EffectKind::Read))
        .idempotent();

/// Time for one attempt.
const TIMEOUT: Duration = Duration::from_secs(30);

/// A request for an assertion.
pub(crate) struct Ask<'a> {
    /// Name of the service, for messages.
    pub(crate) service: &'static str,
    /// The URL of the platform, complete with its query.
    pub(crate) url: Url,
    /// The job's own token, with which it authenticates.
    pub(crate) token: &'a SecretString,
    /// Member of the response that contains the assertion.
    pub(crate) member: &'static str,
    /// Hint for a refusal.
    pub(crate) hint: &'static str,
}

impl Ask<'_> {
    /// Returns the assertion.
    ///
    /// # Errors
    /// `Transport` without a response, `Refused` for a refusal (retryable if the service failed),
    /// `UnexpectedAnswer` without an assertion.
    pub(crate) async fn send(
        &self,
        operation: &'static Operation,
        connections: &Connections,
    ) -> Result<SecretString> {
        let bearer = format!("Bearer {}", self.token.expose_secret());
        let mut request = Request::new(operation)
            .set("url", self.url.as_str())
            .set("authorization", bearer);
        if std::ptr::eq(operation, &AZURE_PIPELINES) {
            // Without this header a refusal is a redirect to a sign-in page.
            request = request.set("x-tfs-fedauthredirect", "Suppress");
        }
        let unanswered = |error: http_core::Error| {
            let message = format!("no answer from {}: {}", self.service, error.message());
            Error::new(ErrorKind::Transport, message).with_source(error)
        };
        let client = self.client(connections).map_err(unanswered)?;
        let response = client.send_any(request, |_| false).await;
        self.read(&response.map_err(unanswered)?)
    }

    /// A client without rate limits: the service is asked about once an hour.
    fn client(&self, connections: &Connections) -> http_core::Result<Client> {
        Client::builder(self.url.clone())
            .transport(connections.get()?)
            .throttle(Throttle::off(), "")
            .timeout(TIMEOUT)
            .limits(Limits::for_tokens())
            .retry(
                RetryConfig::default()
                    .with_longest_delay(Duration::from_secs(5))
                    .with_longest_retry_after(Duration::from_secs(30))
                    .with_total(Duration::from_secs(60)),
            )
            .build()
    }

    /// Returns the assertion of a successful response.
    fn read(&self, response: &Response) -> Result<SecretString> {
        let status = response.status();
        if !status.is_success() {
            let mut message = format!("{} issued no token: {status}", self.service);
            for name in ["x-vss-e2eid", "x-msedge-ref", "x-github-request-id"] {
                let value = response.headers().get(name);
                if let Some(value) = value.and_then(|value| value.to_str().ok()) {
                    message = format!("{message}; {name} {value}");
                }
            }
            let error = Error::new(ErrorKind::Refused, message).with_hint(self.hint);
            return Err(match status.is_server_error() {
                true => error.with_retry_advice(RetryAdvice::After(Duration::from_secs(30))),
                false => error,
            });
        }
        // No part of the body goes into an error: it may hold the assertion in an unexpected
        // member.
        let body: Option<Value> = serde_json::from_slice(response.body()).ok();
        let token = body
            .as_ref()
            .and_then(|body| body.get(self.member)?.as_str());
        token.map(SecretString::from).ok_or_else(|| {
            let message = format!("the response of {} contains no token", self.service);
            Error::new(ErrorKind::UnexpectedAnswer, message)
        })
    }
}

/// Parses an address that secrets may be sent to: `https`, or `http` to this machine.
pub(crate) fn safe_address(text: &str, name: &str) -> Result<Url> {
    let url = Url::parse(text).ok();
    url.filter(|url| {
        let is_here = matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
        url.scheme() == "https" || (url.scheme() == "http" && is_here)
    })
    .ok_or_else(|| {
        let message = format!("{name} is not an https address");
        Error::new(ErrorKind::Configuration, message)
    })
}
