//! The token by which Azure Pipelines vouches for a job.

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

/// The identity of an Azure Pipelines job, as a source of assertions, by a service connection with workload identity
/// federation.
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
#[derive(Clone)]
pub struct AzurePipelines {
    url: Url,
    token: SecretString,
    service_connection_id: String,
    connections: Connections,
}

impl AzurePipelines {
    /// The job that this process runs in, by `SYSTEM_OIDCREQUESTURI` and `SYSTEM_ACCESSTOKEN`, and the id of the
    /// service connection.
    ///
    /// # Errors
    /// [`ErrorKind::Unavailable`](crate::ErrorKind::Unavailable) outside of such a job or where it was not given its
    /// token, [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) for an address that is not https.
    pub fn from_env(service_connection_id: impl Into<String>) -> Result<Self> {
        Self::from_variables(&Variables::of_process(), service_connection_id)
    }

    /// The same with what stands for the environment.
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

    /// HTTP transport for requests to Azure Pipelines. Default: a [`ReqwestTransport`](http_core::ReqwestTransport) made on first use.
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
