//! An application that environment variables describe.
//!
//! The variables are those of the vendor's libraries, so a program can be configured like others. For all methods and
//! further variables use [`Settings`](crate::settings::Settings); this credential is one link of the default chain.

#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::Arc;

use async_trait::async_trait;
use http_core::Transport;

use crate::app::client_secret::ClientSecret;
use crate::error::{Error, ErrorKind, Result};
use crate::token::access_token::AccessToken;
use crate::token::credential::{Caller, TokenCredential, TokenRequestOptions};
use crate::variables::Variables;

/// Signs in the application that the usual environment variables describe.
///
/// | variable | meaning |
/// | --- | --- |
/// | `AZURE_TENANT_ID`, `AZURE_CLIENT_ID` | the application; both are required |
/// | `AZURE_CLIENT_SECRET` | its secret; takes precedence over a certificate |
/// | `AZURE_CLIENT_CERTIFICATE_PATH` | a PEM or PKCS#12 file with key and certificate |
/// | `AZURE_CLIENT_CERTIFICATE_PASSWORD` | the password of that file |
/// | `AZURE_CLIENT_SEND_CERTIFICATE_CHAIN` | `1` or `true` sends the certificate and its issuers |
/// | `AZURE_AUTHORITY_HOST` | the authority, a host or a URL |
///
/// An empty variable counts as not set. [`Settings`](crate::settings::Settings) reads these
/// variables and more.
///
/// ```
/// use auth_core::Environment;
/// match Environment::from_env() {
///     Ok(credential) => eprintln!("the environment names {credential:?}"),
///     Err(error) => eprintln!("{error}"),
/// }
/// ```
#[derive(Clone)]
pub struct Environment(Credential);

#[derive(Clone)]
enum Credential {
    Secret(ClientSecret),
    #[cfg(feature = "certificate")]
    Certificate(crate::app::client_certificate::ClientCertificate),
}

impl Environment {
    /// Reads the variables of this process. A certificate file is read now, and again when it has
    /// changed. Nothing is sent.
    ///
    /// # Errors
    /// [`ErrorKind::Unavailable`] if variables are missing, [`ErrorKind::Configuration`] for
    /// invalid values and a file that cannot be read.
    pub fn from_env() -> Result<Self> {
        Self::from_variables(&Variables::of_process())
    }

    /// Reads the same variables from another source, such as a test or a configuration.
    ///
    /// # Errors
    /// As [`from_env`](Environment::from_env).
    pub fn from_variables(variables: &Variables) -> Result<Self> {
        let [tenant_id, client_id] = variables.all(["AZURE_TENANT_ID", "AZURE_CLIENT_ID"])?;
        let authority = variables.authority_host()?;
        if let Some(secret) = variables.get("AZURE_CLIENT_SECRET") {
            let credential = ClientSecret::new(&tenant_id, &client_id, secret.into())?;
            return Ok(Self(Credential::Secret(match authority {
                Some(authority) => credential.with_authority(authority),
                None => credential,
            })));
        }
        let path = variables
            .get("AZURE_CLIENT_CERTIFICATE_PATH")
            .ok_or_else(|| {
                let message =
                    "neither AZURE_CLIENT_SECRET nor AZURE_CLIENT_CERTIFICATE_PATH is set";
                Error::new(ErrorKind::Unavailable, message)
            })?;
        Self::of_certificate(variables, [&tenant_id, &client_id, &path])
    }

    /// The credential of a certificate file, with its password and chain.
    #[cfg(feature = "certificate")]
    fn of_certificate(
        variables: &Variables,
        [tenant_id, client_id, path]: [&str; 3],
    ) -> Result<Self> {
        use crate::ClientCertificate;
        use crate::settings::values::is_true;
        let password = variables.get("AZURE_CLIENT_CERTIFICATE_PASSWORD");
        let password = password.map(secrecy::SecretString::from);
        let mut credential = ClientCertificate::from_file(tenant_id, client_id, path, password)?;
        if let Some(authority) = variables.authority_host()? {
            credential = credential.with_authority(authority);
        }
        let chain = variables.get("AZURE_CLIENT_SEND_CERTIFICATE_CHAIN");
        if chain.is_some_and(|chain| is_true(&chain)) {
            credential = credential.with_certificate_chain();
        }
        Ok(Self(Credential::Certificate(credential)))
    }

    #[cfg(not(feature = "certificate"))]
    fn of_certificate(_: &Variables, _: [&str; 3]) -> Result<Self> {
        let message =
            "AZURE_CLIENT_CERTIFICATE_PATH is set, but this program was built without certificates";
        Err(Error::new(ErrorKind::Configuration, message))
    }

    /// HTTP transport for token requests. Default: a
    /// [`ReqwestTransport`](http_core::ReqwestTransport) created on first use.
    #[must_use]
    pub fn with_transport(self, transport: Arc<dyn Transport>) -> Self {
        Self(match self.0 {
            Credential::Secret(secret) => Credential::Secret(secret.with_transport(transport)),
            #[cfg(feature = "certificate")]
            Credential::Certificate(certificate) => {
                Credential::Certificate(certificate.with_transport(transport))
            }
        })
    }
}

impl Credential {
    fn as_dyn(&self) -> &dyn TokenCredential {
        match self {
            Self::Secret(secret) => secret,
            #[cfg(feature = "certificate")]
            Self::Certificate(certificate) => certificate,
        }
    }
}

#[async_trait]
impl TokenCredential for Environment {
    async fn get_token(
        &self,
        scopes: &[&str],
        options: &TokenRequestOptions,
    ) -> Result<Arc<AccessToken>> {
        self.0.as_dyn().get_token(scopes, options).await
    }

    fn caller(&self) -> Option<Caller> {
        self.0.as_dyn().caller()
    }
}

impl fmt::Debug for Environment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Environment")
            .field(&self.0.as_dyn())
            .finish()
    }
}
