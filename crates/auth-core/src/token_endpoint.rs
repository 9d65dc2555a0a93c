//! The one form that all flows post, and the answer to it.

mod answer;

#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use http_core::{
    BodyKind, Client, Header, Operation, Param, Request, ReqwestTransport, RetryConfig, Throttle,
    Transport,
};
use secrecy::{ExposeSecret, SecretString};
use url::Url;

use crate::application::Application;
use crate::endpoint::resource;
use crate::error::{Error, ErrorKind, Result};
use crate::guid;
use crate::token::AccessToken;

/// Source: entra-docs, `v2-oauth2-client-creds-grant-flow.md`.
static TOKEN: Operation = Operation::post("auth.token", "/{tenant}/oauth2/v2.0/token")
    .summary("Get an access token")
    .body(BodyKind::Form)
    .params(&[
        Param::path("tenant"),
        Param::header("client-request-id"),
        Param::body("client_id").required(),
        Param::body("grant_type").required(),
        Param::body("scope").required(),
        Param::body("claims"),
        Param::body("client_secret"),
    ])
    .headers(&[
        Header {
            name: "return-client-request-id",
            value: "true",
        },
        // Tells the service that this client waits as long as it is told, so that it says so.
        Header {
            name: "x-ms-lib-capability",
            value: "retry-after, h429",
        },
    ])
    .idempotent();

/// How long one attempt may take; the service answers within seconds or not at all.
const TIMEOUT: Duration = Duration::from_secs(30);

/// Where tokens are issued. Clones share connections.
#[derive(Clone)]
pub(crate) struct TokenEndpoint {
    authority: Url,
    transport: Arc<OnceLock<Arc<dyn Transport>>>,
}

/// What a flow asks the token endpoint for.
pub(crate) struct Grant {
    pub(crate) application: Application,
    pub(crate) grant_type: &'static str,
    pub(crate) scope: String,
    pub(crate) claims: Option<String>,
    /// The fields that prove something, by name. They appear in no message, whatever the answer repeats.
    pub(crate) proofs: Vec<(&'static str, SecretString)>,
}

/// A token as it was issued. Times count from before the request was sent, so that a slow answer cannot make a token
/// look younger than it is.
pub(crate) struct Issued {
    pub(crate) token: AccessToken,
    pub(crate) life: Duration,
    pub(crate) refresh_in: Option<Duration>,
}

impl TokenEndpoint {
    pub(crate) fn new(authority: Url) -> Self {
        Self {
            authority,
            transport: Arc::default(),
        }
    }

    pub(crate) fn with_authority(self, authority: Url) -> Self {
        Self { authority, ..self }
    }

    pub(crate) fn with_transport(self, transport: Arc<dyn Transport>) -> Self {
        Self {
            transport: Arc::new(OnceLock::from(transport)),
            ..self
        }
    }

    pub(crate) fn authority(&self) -> &Url {
        &self.authority
    }

    /// Asks for a token, with the pipeline's retries.
    pub(crate) async fn request(&self, grant: &Grant) -> Result<Issued> {
        let request_id = guid::random();
        self.ask(grant, &request_id).await.map_err(|error| {
            error
                .with_tenant(&*grant.application.tenant_id)
                .with_resource(resource(&grant.scope).unwrap_or(&grant.scope))
                .or_correlation_id(request_id)
        })
    }

    async fn ask(&self, grant: &Grant, request_id: &str) -> Result<Issued> {
        let asked = jiff::Timestamp::now();
        let client = self.client().map_err(unanswered)?;
        let request = grant.to_request(request_id);
        let response = client.send_any(request, answer::is_transient).await;
        let response = response.map_err(unanswered)?;
        if response.status().is_success() {
            answer::issued(&response, asked)
        } else {
            Err(answer::refusal(&response, grant))
        }
    }

    fn client(&self) -> http_core::Result<Client> {
        Client::builder(self.authority.clone())
            .transport(self.transport()?)
            // A delay is kept to by the cache, for the request that was refused and no other.
            .throttle(Throttle::off(), "")
            .timeout(TIMEOUT)
            .retry(RetryConfig {
                longest_delay: Duration::from_secs(5),
                longest_asked: Duration::from_secs(60),
                total: Duration::from_secs(120),
                ..RetryConfig::default()
            })
            .build()
    }

    /// Made at first use: setting up TLS reads the system's authorities, and a constructor does no I/O.
    fn transport(&self) -> http_core::Result<Arc<dyn Transport>> {
        if let Some(transport) = self.transport.get() {
            return Ok(Arc::clone(transport));
        }
        let made: Arc<dyn Transport> = Arc::new(ReqwestTransport::new()?);
        Ok(Arc::clone(self.transport.get_or_init(|| made)))
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
    fn to_request(&self, request_id: &str) -> Request {
        let mut request = Request::new(&TOKEN)
            .set("tenant", &*self.application.tenant_id)
            .set("client-request-id", request_id)
            .set("client_id", &*self.application.client_id)
            .set("grant_type", self.grant_type)
            .set("scope", self.scope.as_str());
        if let Some(claims) = &self.claims {
            request = request.set("claims", claims.as_str());
        }
        for (name, proof) in &self.proofs {
            request = request.set(name, proof.expose_secret());
        }
        request
    }
}

impl fmt::Debug for Grant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Grant({} for {})", self.grant_type, self.scope)
    }
}

/// A call that brought no answer.
fn unanswered(error: http_core::Error) -> Error {
    let kind = match error.kind() {
        http_core::ErrorKind::Usage => ErrorKind::Configuration,
        _ => ErrorKind::Transport,
    };
    let message = match kind {
        ErrorKind::Configuration => error.message().to_owned(),
        _ => format!("no answer to the token request: {}", error.message()),
    };
    let ours = match error.hint() {
        Some(hint) => Error::new(kind, message).with_hint(hint.to_owned()),
        None => Error::new(kind, message),
    };
    ours.with_source(error)
}
