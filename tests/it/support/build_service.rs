//! A stand-in for a build service: it issues tokens for the running job to callers with the job's token.

use std::collections::HashMap;

use futures_util::FutureExt;
use http_core::{Body, BoxFuture, Bytes, Transport, TransportError};
use sandbox::Sandbox;
use serde_json::json;

/// The job's token.
pub(crate) const JOB_TOKEN: &str = "the-token-of-the-job";

/// A build service whose issuer an application of the emulator trusts.
#[derive(Debug)]
pub(crate) struct BuildService {
    pub(crate) sandbox: Sandbox,
    /// Issuer and subject of what it issues.
    pub(crate) vouches: (&'static str, &'static str),
    pub(crate) method: http::Method,
    /// The required parameters.
    pub(crate) asked: &'static [(&'static str, &'static str)],
    /// The member of its answer that holds the token.
    pub(crate) member: &'static str,
}

impl BuildService {
    fn knows(&self, request: &http::Request<Bytes>) -> bool {
        let query = request.uri().query().unwrap_or_default();
        let query: HashMap<_, _> = url::form_urlencoded::parse(query.as_bytes()).collect();
        let proof = format!("Bearer {JOB_TOKEN}");
        *request.method() == self.method
            && request.headers()["authorization"] == *proof
            && query.len() == self.asked.len()
            && (self.asked.iter())
                .all(|(name, value)| query.get(*name).is_some_and(|it| it == value))
    }
}

impl Transport for BuildService {
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        let answer = if self.knows(&request) {
            let (issuer, subject) = self.vouches;
            let token = self.sandbox.federated_token(issuer, subject);
            let body = json!({self.member: token}).to_string();
            http::Response::new(Body::from(Bytes::from(body)))
        } else {
            let mut answer = http::Response::new(Body::from(""));
            *answer.status_mut() = http::StatusCode::FORBIDDEN;
            answer
        };
        async move { Ok(answer) }.boxed()
    }
}
