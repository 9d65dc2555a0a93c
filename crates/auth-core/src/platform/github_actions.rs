//! The token by which GitHub vouches for a job.

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

/// The identity of a GitHub Actions job, as a source of assertions. No secret has to be kept for it.
///
/// The application's registration needs a federated credential with the issuer
/// `https://token.actions.githubusercontent.com` and the job's subject, the job the permission `id-token: write`.
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
#[derive(Clone)]
pub struct GitHubActions {
    url: Url,
    token: SecretString,
    audience: String,
    connections: Connections,
}

impl GitHubActions {
    /// The job that this process runs in, by `ACTIONS_ID_TOKEN_REQUEST_URL` and `ACTIONS_ID_TOKEN_REQUEST_TOKEN`.
    ///
    /// # Errors
    /// [`ErrorKind::Unavailable`](crate::ErrorKind::Unavailable) outside of such a job or where it lacks the permission,
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) for an address that is not https.
    pub fn from_env() -> Result<Self> {
        Self::from_variables(&Variables::of_process())
    }

    /// The same with what stands for the environment.
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

    /// The audience that the federated credential names; [`TOKEN_EXCHANGE_AUDIENCE`] unless told.
    #[must_use]
    pub fn with_audience(mut self, audience: impl Into<String>) -> Self {
        self.audience = audience.into();
        self
    }

    /// HTTP transport for requests to GitHub. Default: a [`ReqwestTransport`](http_core::ReqwestTransport) made on first use.
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
