//! Creates the credential of a method from the settings.
//!
//! Each method is behind a feature of this crate. A build without the feature still accepts the settings, and reports
//! the missing feature when the credential is created.

use std::sync::Arc;

use super::choice::Choice;
use super::method::Method;
use super::values::{SecretFrom, Settings};
use crate::app::client_secret::ClientSecret;
use crate::error::{Error, ErrorKind, Result};
use crate::settings::chain::Chain;
use crate::token::credential::TokenCredential;

type Credential = Arc<dyn TokenCredential>;

impl Settings {
    /// Creates the credential that the settings choose. Reads the file of a certificate; sends
    /// nothing and prompts no user.
    ///
    /// ```
    /// use auth_core::ErrorKind;
    /// use auth_core::settings::{Method, Settings};
    ///
    /// let mut settings = Settings::default();
    /// settings.method = Some(Method::Secret);
    /// let error = settings.credential().unwrap_err();
    /// assert_eq!(error.kind(), ErrorKind::Unavailable);
    /// assert!(error.message().contains("AZURE_TENANT_ID"));
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Unavailable`] if a setting is missing, [`ErrorKind::Configuration`] if one is
    /// invalid, its file cannot be read, or this build lacks the feature of the method.
    pub fn credential(&self) -> Result<Credential> {
        match self.choose()? {
            Choice::Method(method) => self.credential_of(method),
            Choice::Chain => Ok(Arc::new(Chain::from_variables(&self.variables)?)),
        }
    }

    /// Creates the credential of a method, whether or not it is the named one. That of a user is the
    /// session in the store.
    ///
    /// # Errors
    /// As [`credential`](Self::credential).
    pub fn credential_of(&self, method: Method) -> Result<Credential> {
        match method {
            Method::Browser | Method::DeviceCode => self.session(method),
            Method::Secret => Ok(Arc::new(self.client_secret()?)),
            Method::Certificate => self.certificate(),
            Method::Workload => self.workload(),
            Method::ManagedIdentity => self.managed_identity(),
            Method::Az | Method::Azd => self.tool(method),
        }
    }

    /// The credential of a client secret, from any of its sources.
    fn client_secret(&self) -> Result<ClientSecret> {
        let (tenant, client) = self.application(Method::Secret)?;
        let made = match &self.secret {
            Some(SecretFrom::Value(secret)) => ClientSecret::new(&tenant, &client, secret.clone()),
            Some(SecretFrom::File(path)) => ClientSecret::from_file(&tenant, &client, path),
            #[cfg(feature = "developer")]
            Some(SecretFrom::Command(command)) => {
                let command = command.clone();
                let source = move || super::command::printed(command.clone());
                ClientSecret::from_source(&tenant, &client, source)
            }
            #[cfg(not(feature = "developer"))]
            Some(SecretFrom::Command(_)) => Err(without("developer")),
            Some(SecretFrom::Source(source)) => {
                let source = Arc::clone(source);
                let source = move || {
                    let source = Arc::clone(&source);
                    async move { source.secret().await }
                };
                ClientSecret::from_source(&tenant, &client, source)
            }
            None => Err(Error::new(
                ErrorKind::Unavailable,
                "no client secret is set",
            )),
        };
        let made = made?.with_authority(self.authority());
        Ok(match &self.transport {
            Some(transport) => made.with_transport(Arc::clone(transport)),
            None => made,
        })
    }
}

#[cfg(feature = "user")]
impl Settings {
    fn store(&self) -> Result<Arc<dyn crate::store::TokenStore>> {
        self.store.clone().ok_or_else(|| {
            Error::new(ErrorKind::Configuration, "no store of sign-ins is set")
                .with_hint("set `Settings::store`, or choose a method without a user")
        })
    }

    fn session(&self, method: Method) -> Result<Credential> {
        let (tenant, client) = self.application(method)?;
        let made = crate::RefreshToken::from_store(&tenant, &client, self.store()?)?;
        let made = made.with_authority(self.authority());
        Ok(match &self.transport {
            Some(transport) => Arc::new(made.with_transport(Arc::clone(transport))),
            None => Arc::new(made),
        })
    }
}

#[cfg(not(feature = "user"))]
impl Settings {
    fn session(&self, _: Method) -> Result<Credential> {
        Err(without("user"))
    }
}

#[cfg(feature = "certificate")]
impl Settings {
    /// Creates the credential of [`Method::Certificate`] with its own type, for callers that show the
    /// certificate's expiry.
    ///
    /// # Errors
    /// As [`credential`](Self::credential).
    pub fn client_certificate(&self) -> Result<crate::ClientCertificate> {
        let (tenant, client) = self.application(Method::Certificate)?;
        let path = self.certificate_path.clone().unwrap_or_default();
        let password = match &self.certificate_password {
            None => None,
            Some(SecretFrom::Value(password)) => Some(password.clone()),
            Some(SecretFrom::File(path)) => Some(password_in(path)?),
            Some(SecretFrom::Command(_) | SecretFrom::Source(_)) => {
                let message = "the password of a certificate is a value or in a file";
                return Err(Error::new(ErrorKind::Configuration, message));
            }
        };
        let made = crate::ClientCertificate::from_file(&tenant, &client, path, password)?;
        let made = made.with_authority(self.authority());
        let made = match &self.transport {
            Some(transport) => made.with_transport(Arc::clone(transport)),
            None => made,
        };
        Ok(match self.sends_certificate_chain {
            true => made.with_certificate_chain(),
            false => made,
        })
    }

    fn certificate(&self) -> Result<Credential> {
        Ok(Arc::new(self.client_certificate()?))
    }
}

/// Reads a password file without its line break. Blanks stay: a password may end in one.
#[cfg(feature = "certificate")]
fn password_in(path: &std::path::Path) -> Result<secrecy::SecretString> {
    let unread = |error: std::io::Error| {
        let path = path.display();
        let message = format!("the password file {path} cannot be read: {error}");
        Error::new(ErrorKind::Configuration, message)
    };
    let bytes = std::fs::read(path).map(secrecy::zeroize::Zeroizing::new);
    let text = crate::text::decoded(&bytes.map_err(unread)?).map_err(unread)?;
    Ok(text.trim_end_matches(['\r', '\n']).into())
}

#[cfg(not(feature = "certificate"))]
impl Settings {
    fn certificate(&self) -> Result<Credential> {
        Err(without("certificate"))
    }
}

#[cfg(feature = "platform")]
impl Settings {
    fn workload(&self) -> Result<Credential> {
        let (tenant, client) = self.application(Method::Workload)?;
        if let Some(file) = &self.federated_token_file {
            let made = crate::WorkloadIdentity::new(&tenant, &client, file)?;
            let made = made.with_authority(self.authority());
            return Ok(match &self.transport {
                Some(transport) => Arc::new(made.with_transport(Arc::clone(transport))),
                None => Arc::new(made),
            });
        }
        let variables = &self.variables;
        let made = if variables.get("ACTIONS_ID_TOKEN_REQUEST_URL").is_some() {
            let source = crate::GitHubActions::from_variables(variables)?;
            let source = match &self.transport {
                Some(transport) => source.with_transport(Arc::clone(transport)),
                None => source,
            };
            crate::ClientAssertion::new(&tenant, &client, source)?
        } else {
            let connection = variables.get("AZURESUBSCRIPTION_SERVICE_CONNECTION_ID");
            let connection = connection.unwrap_or_default();
            let source = crate::AzurePipelines::from_variables(variables, connection)?;
            let source = match &self.transport {
                Some(transport) => source.with_transport(Arc::clone(transport)),
                None => source,
            };
            crate::ClientAssertion::new(&tenant, &client, source)?
        };
        let made = made.with_authority(self.authority());
        Ok(match &self.transport {
            Some(transport) => Arc::new(made.with_transport(Arc::clone(transport))),
            None => Arc::new(made),
        })
    }

    #[expect(
        clippy::unnecessary_wraps,
        reason = "the other methods, and this one in a build without it, may fail"
    )]
    fn managed_identity(&self) -> Result<Credential> {
        let made = crate::ManagedIdentity::new().with_variables(self.variables.clone());
        let made = match &self.client_id {
            Some(client) => made.with_client_id(client.trim()),
            None => made,
        };
        Ok(match &self.platform_transport {
            Some(transport) => Arc::new(made.with_transport(Arc::clone(transport))),
            None => Arc::new(made),
        })
    }
}

#[cfg(not(feature = "platform"))]
impl Settings {
    fn workload(&self) -> Result<Credential> {
        Err(without("platform"))
    }

    fn managed_identity(&self) -> Result<Credential> {
        Err(without("platform"))
    }
}

#[cfg(feature = "developer")]
impl Settings {
    /// The credential of a tool, for the tenant of the settings or the tool's own.
    fn tool(&self, method: Method) -> Result<Credential> {
        let is_one = |tenant: &&str| !["organizations", "common"].contains(tenant);
        let tenant = self.tenant_id.as_deref().map(str::trim).filter(is_one);
        if method == Method::Az {
            let made = crate::AzureCli::new();
            return Ok(match tenant {
                Some(tenant) => Arc::new(made.with_tenant(tenant)?),
                None => Arc::new(made),
            });
        }
        let made = crate::AzureDeveloperCli::new();
        Ok(match tenant {
            Some(tenant) => Arc::new(made.with_tenant(tenant)?),
            None => Arc::new(made),
        })
    }
}

#[cfg(not(feature = "developer"))]
impl Settings {
    fn tool(&self, _: Method) -> Result<Credential> {
        Err(without("developer"))
    }
}

/// The error for a method that is not part of this build.
#[cfg_attr(
    all(
        feature = "certificate",
        feature = "developer",
        feature = "platform",
        feature = "user"
    ),
    expect(
        dead_code,
        reason = "nothing is missing from a build with every feature"
    )
)]
fn without(feature: &str) -> Error {
    let message = format!("this program was built without the feature `{feature}`");
    Error::new(ErrorKind::Configuration, message)
}
