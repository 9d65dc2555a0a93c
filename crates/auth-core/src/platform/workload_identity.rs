//! Workload identity: a platform writes a federated token to a file.

#[cfg(test)]
mod tests;

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use async_trait::async_trait;
use http_core::{BoxFuture, Transport};
use secrecy::SecretString;
use url::Url;

use crate::app::client_assertion::ClientAssertion;
use crate::app::proof::assertion::{AssertionSource, WantedAssertion};
use crate::app::secret_file;
use crate::cloud::Cloud;
use crate::error::{Error, ErrorKind, Result};
use crate::token::access_token::AccessToken;
use crate::token::credential::{Caller, TokenCredential, TokenRequestOptions};
use crate::variables::Variables;

/// Signs an application in with a federated token in a file, as the workload identity of Azure
/// Kubernetes Service writes it.
///
/// The file is read before every token request, because the platform replaces the token long before it expires. It is sent as `client_assertion` of a client credentials request: see
/// [`ClientAssertion`](crate::ClientAssertion).
///
/// ```
/// use auth_core::WorkloadIdentity;
/// # fn main() -> auth_core::Result<()> {
/// let credential = WorkloadIdentity::new(
///     "contoso.onmicrosoft.com",
///     "11111111-2222-3333-4444-555555555555",
///     "/var/run/secrets/azure/tokens/azure-identity-token",
/// )?;
/// # let _ = credential;
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// `get_token` returns `Configuration` if the file cannot be read or is not a
/// token, `InvalidClient` if no federated credential matches, and the general errors of
/// [`TokenCredential`].
///
/// Source: entra-docs, `workload-identity-federation.md`; the variables are those of the AKS
/// workload identity webhook.
#[derive(Clone)]
pub struct WorkloadIdentity {
    flow: ClientAssertion,
    token_file: PathBuf,
}

/// The path of the token file. The token is read for each assertion.
struct TokenFile(PathBuf);

impl WorkloadIdentity {
    /// Creates a credential in the commercial cloud from a token file. Nothing is read yet.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`] for an invalid tenant or client id.
    pub fn new(tenant_id: &str, client_id: &str, token_file: impl Into<PathBuf>) -> Result<Self> {
        let token_file = token_file.into();
        let source = TokenFile(token_file.clone());
        Ok(Self {
            flow: ClientAssertion::new(tenant_id, client_id, source)?,
            token_file,
        })
    }

    /// Creates a credential from `AZURE_TENANT_ID`, `AZURE_CLIENT_ID`, `AZURE_FEDERATED_TOKEN_FILE`
    /// and, if set, `AZURE_AUTHORITY_HOST`.
    ///
    /// ```no_run
    /// # fn main() -> auth_core::Result<()> {
    /// let credential = auth_core::WorkloadIdentity::from_env()?;
    /// # let _ = credential;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Unavailable`] if one of the first three is not set,
    /// [`ErrorKind::Configuration`] for an invalid value.
    pub fn from_env() -> Result<Self> {
        Self::from_variables(&Variables::of_process())
    }

    /// The same with other variables.
    ///
    /// # Errors
    /// As [`from_env`](WorkloadIdentity::from_env).
    pub fn from_variables(variables: &Variables) -> Result<Self> {
        let names = [
            "AZURE_TENANT_ID",
            "AZURE_CLIENT_ID",
            "AZURE_FEDERATED_TOKEN_FILE",
        ];
        let [tenant_id, client_id, token_file] = variables.all(names)?;
        let credential = Self::new(&tenant_id, &client_id, token_file)?;
        Ok(match variables.authority_host()? {
            Some(authority) => credential.with_authority(authority),
            None => credential,
        })
    }

    /// Signs in at the authority of this cloud. Default: [`Cloud::Worldwide`].
    #[must_use]
    pub fn with_cloud(self, cloud: Cloud) -> Self {
        self.with_authority(cloud.authority())
    }

    /// Signs in at another authority: an emulator, AD FS, or a cloud that [`Cloud`] does not list.
    /// `/<tenant>/oauth2/v2.0/…` is appended.
    ///
    /// It must be `https`, or `http` to this machine: with any other, `get_token` fails before
    /// anything is sent. Default: the commercial cloud.
    #[must_use]
    pub fn with_authority(mut self, authority: Url) -> Self {
        self.flow = self.flow.with_authority(authority);
        self
    }

    /// HTTP transport for token requests. Default: a
    /// [`ReqwestTransport`](http_core::ReqwestTransport) created on first use, with the system's
    /// proxy and certificate authorities.
    #[must_use]
    pub fn with_transport(mut self, transport: Arc<dyn Transport>) -> Self {
        self.flow = self.flow.with_transport(transport);
        self
    }
}

impl AssertionSource for TokenFile {
    fn assertion(&self, _: WantedAssertion) -> BoxFuture<'_, Result<SecretString>> {
        Box::pin(async move {
            secret_file::read(&self.0).await.map_err(|error| {
                let path = self.0.display();
                let message = format!("the federated token file {path} cannot be read: {error}");
                Error::new(ErrorKind::Configuration, message).with_hint(
                    "check AZURE_FEDERATED_TOKEN_FILE, and that the pod uses workload identity",
                )
            })
        })
    }
}

#[async_trait]
impl TokenCredential for WorkloadIdentity {
    async fn get_token(
        &self,
        scopes: &[&str],
        options: &TokenRequestOptions,
    ) -> Result<Arc<AccessToken>> {
        self.flow.get_token(scopes, options).await
    }

    fn caller(&self) -> Option<Caller> {
        self.flow.caller()
    }
}

impl fmt::Debug for WorkloadIdentity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WorkloadIdentity")
            .field("signs_in", &self.flow)
            .field("token_file", &self.token_file)
            .finish()
    }
}
