//! Assertions for GitHub Actions jobs.

use std::fmt;
use std::sync::Arc;

use http_core::{BoxFuture, Transport};
use secrecy::SecretString;
use url::Url;

use crate::app::proof::assertion::{AssertionSource, TOKEN_EXCHANGE_AUDIENCE, WantedAssertion};
use crate::error::Result;
use crate::platform::external_token::{Ask, GITHUB, safe_address};
use crate::token::connections::Connections;
use crate::variables::Variables;

const URL: &str = "ACTIONS_ID_TOKEN_REQUEST_URL";
const TOKEN: &str = "ACTIONS_ID_TOKEN_REQUEST_TOKEN";
const HINT: &str = "give the job the permission `id-token: write`";

/// The identity of a GitHub Actions job as a source of assertions. No secret is stored.
///
/// The workflow needs the permission `id-token: write`. The app registration needs a federated
/// credential with the issuer `https://token.actions.githubusercontent.com`, the job's subject
/// (`repo:<owner>/<repository>:ref:refs/heads/main`, for example) and the audience of this source.
/// Each assertion is requested from the URL in `ACTIONS_ID_TOKEN_REQUEST_URL` and valid for some
/// minutes.
///
/// ```text
/// permissions:
///   id-token: write
/// ```
///
/// ```no_run
/// use auth_core::{ClientAssertion, GitHubActions};
/// # fn main() -> auth_core::Result<()> {
/// let credential = ClientAssertion::new(
///     "contoso.onmicrosoft.com",
///     "11111111-2222-3333-4444-555555555555",
///     GitHubActions::from_env()?,
/// )?;
/// # let _ = credential;
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// `assertion` returns `Refused` if the service refuses, with its request ids; the hint names the
/// permission. It is retryable if the service failed.
#[derive(Clone)]
pub struct GitHubActions {
    url: Url,
    token: SecretString,
    audience: String,
    connections: Connections,
}

impl GitHubActions {
    /// The job of this process, by `ACTIONS_ID_TOKEN_REQUEST_URL` and
    /// `ACTIONS_ID_TOKEN_REQUEST_TOKEN`. The variables are read now; nothing is sent yet.
    ///
    /// # Errors
    /// [`ErrorKind::Unavailable`](crate::ErrorKind::Unavailable) if a variable is not set: the
    /// process is not a job, or the job lacks the permission.
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) if the URL is not `https`.
    pub fn from_env() -> Result<Self> {
        Self::from_variables(&Variables::of_process())
    }

    /// The same with other variables.
    ///
    /// # Errors
    /// As [`from_env`](GitHubActions::from_env).
    pub fn from_variables(variables: &Variables) -> Result<Self> {
        let values = variables.all([URL, TOKEN]);
        let [url, token] = values.map_err(|error| error.with_hint(HINT))?;
        Ok(Self {
            url: safe_address(&url, URL)?,
            token: token.into(),
            audience: TOKEN_EXCHANGE_AUDIENCE.to_owned(),
            connections: Connections::default(),
        })
    }

    /// The audience of the federated credential. Default: [`TOKEN_EXCHANGE_AUDIENCE`].
    #[must_use]
    pub fn with_audience(mut self, audience: impl Into<String>) -> Self {
        self.audience = audience.into();
        self
    }

    /// HTTP transport for token requests. Default: a
    /// [`ReqwestTransport`](http_core::ReqwestTransport) created on first use, with the system's
    /// proxy and certificate authorities.
    #[must_use]
    pub fn with_transport(mut self, transport: Arc<dyn Transport>) -> Self {
        self.connections = Connections::of(transport);
        self
    }
}

impl AssertionSource for GitHubActions {
    fn assertion(&self, _: WantedAssertion) -> BoxFuture<'_, Result<SecretString>> {
        Box::pin(async move {
            let mut url = self.url.clone();
            url.query_pairs_mut()
                .append_pair("audience", &self.audience);
            let ask = Ask {
                service: "GitHub Actions",
                url,
                token: &self.token,
                member: "value",
                hint: HINT,
            };
            ask.send(&GITHUB, &self.connections).await
        })
    }
}

impl fmt::Debug for GitHubActions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GitHubActions")
            .field("audience", &self.audience)
            .finish_non_exhaustive()
    }
}
