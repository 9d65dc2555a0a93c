//! Asking a build service for the token by which it vouches for the job that runs.

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

/// How long one attempt may take.
const TIMEOUT: Duration = Duration::from_secs(30);

/// Who is asked, and by what right.
pub(crate) struct Ask<'a> {
    /// Its name in messages.
    pub(crate) service: &'static str,
    pub(crate) url: Url,
    pub(crate) token: &'a SecretString,
    /// The member of the answer that holds the token.
    pub(crate) member: &'static str,
    /// What to look at where the service refuses.
    pub(crate) hint: &'static str,
}

impl Ask<'_> {
    /// The token.
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
            // Else a refusal is a redirect to a page where a person signs in.
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

    fn read(&self, response: &Response) -> Result<SecretString> {
        let status = response.status();
        if !status.is_success() {
            let mut message = format!("{} gave no token: {status}", self.service);
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
        // Nothing of the body may go into an error: it may be the token in a place where none is looked for.
        let body: Option<Value> = serde_json::from_slice(response.body()).ok();
        let token = body
            .as_ref()
            .and_then(|body| body.get(self.member)?.as_str());
        token.map(SecretString::from).ok_or_else(|| {
            let message = format!("the answer of {} holds no token", self.service);
            Error::new(ErrorKind::UnexpectedAnswer, message)
        })
    }
}

/// An address that a secret may be sent to.
pub(crate) fn safe_address(text: &str, name: &str) -> Result<Url> {
    let url = Url::parse(text).ok();
    url.filter(|url| {
        let is_here = matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
        url.scheme() == "https" || (url.scheme() == "http" && is_here)
    })
    .ok_or_else(|| {
        let message = format!("{name} is no https address");
        Error::new(ErrorKind::Configuration, message)
    })
}
