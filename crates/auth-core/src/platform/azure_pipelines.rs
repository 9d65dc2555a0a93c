//! Assertions for Azure Pipelines jobs.

use std::fmt;
use std::sync::Arc;

use http_core::{BoxFuture, Transport};
use secrecy::SecretString;
use url::Url;

use crate::app::proof::assertion::{AssertionSource, WantedAssertion};
use crate::error::Result;
use crate::platform::external_token::{AZURE_PIPELINES, Ask, safe_address};
use crate::token::connections::Connections;
use crate::variables::Variables;

const URL: &str = "SYSTEM_OIDCREQUESTURI";
const TOKEN: &str = "SYSTEM_ACCESSTOKEN";
const HINT: &str = "map SYSTEM_ACCESSTOKEN to $(System.AccessToken) in the step, and check the id of the service connection";

/// The identity of an Azure Pipelines job as a source of assertions, through a service connection
/// with workload identity federation. No secret is stored.
///
/// Each assertion is requested from the URL in `SYSTEM_OIDCREQUESTURI` (a POST with the job's
/// `SYSTEM_ACCESSTOKEN`) and valid for minutes. The variable `SYSTEM_ACCESSTOKEN` is set only
/// if the pipeline maps it:
///
/// ```text
/// - script: ./run
///   env:
///     SYSTEM_ACCESSTOKEN: $(System.AccessToken)
/// ```
///
/// ```no_run
/// use auth_core::{AzurePipelines, ClientAssertion};
/// # fn main() -> auth_core::Result<()> {
/// let credential = ClientAssertion::new(
///     "contoso.onmicrosoft.com",
///     "11111111-2222-3333-4444-555555555555",
///     AzurePipelines::from_env("33333333-2222-1111-4444-555555555555")?,
/// )?;
/// # let _ = credential;
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// `assertion` returns `Refused` if the service refuses, with its request ids; the hint names the
/// variable and the service connection. It is retryable if the service failed.
#[derive(Clone)]
pub struct AzurePipelines {
    url: Url,
    token: SecretString,
    service_connection_id: String,
    connections: Connections,
}

impl AzurePipelines {
    /// The job of this process, by `SYSTEM_OIDCREQUESTURI` and `SYSTEM_ACCESSTOKEN`, and the id of
    /// a service connection that the job may use. The variables are read now; nothing is sent yet.
    ///
    /// # Errors
    /// [`ErrorKind::Unavailable`](crate::ErrorKind::Unavailable) if a variable is not set: the
    /// process is not a job, or the pipeline does not map the token.
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) if the URL is not `https`.
    pub fn from_env(service_connection_id: impl Into<String>) -> Result<Self> {
        Self::from_variables(&Variables::of_process(), service_connection_id)
    }

    /// The same with other variables.
    ///
    /// # Errors
    /// As [`from_env`](AzurePipelines::from_env).
    pub fn from_variables(
        variables: &Variables,
        service_connection_id: impl Into<String>,
    ) -> Result<Self> {
        let values = variables.all([URL, TOKEN]);
        let [url, token] = values.map_err(|error| error.with_hint(HINT))?;
        Ok(Self {
            url: safe_address(&url, URL)?,
            token: token.into(),
            service_connection_id: service_connection_id.into(),
            connections: Connections::default(),
        })
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

impl AssertionSource for AzurePipelines {
    fn assertion(&self, _: WantedAssertion) -> BoxFuture<'_, Result<SecretString>> {
        Box::pin(async move {
            let mut url = self.url.clone();
            url.query_pairs_mut()
                .append_pair("api-version", "7.1")
                .append_pair("serviceConnectionId", &self.service_connection_id);
            let ask = Ask {
                service: "Azure Pipelines",
                url,
                token: &self.token,
                member: "oidcToken",
                hint: HINT,
            };
            ask.send(&AZURE_PIPELINES, &self.connections).await
        })
    }
}

impl fmt::Debug for AzurePipelines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AzurePipelines")
            .field("service_connection_id", &self.service_connection_id)
            .finish_non_exhaustive()
    }
}
