//! The settings and their environment variables.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use http_core::Transport;
use secrecy::SecretString;
use url::Url;

use super::method::Method;
use crate::app::proof::secret::SecretSource;
use crate::cloud::Cloud;
use crate::error::{Error, ErrorKind, Result};
#[cfg(feature = "store")]
use crate::store::TokenStore;
use crate::variables::Variables;

/// Settings of all ways to sign in. Fields that the chosen method does not need are ignored.
///
/// `Debug` prints no secret. The struct may get more fields: create it with `default` or
/// [`from_env`](Self::from_env).
///
/// ```
/// use std::collections::HashMap;
///
/// use auth_core::Variables;
/// use auth_core::settings::{Method, Settings};
///
/// let values = HashMap::from([("DEFENDER_METHOD", "workload"), ("AZURE_TENANT_ID", "contoso.com")]);
/// let variables = Variables::new(move |name| values.get(name).map(|value| (*value).to_owned()));
/// let settings = Settings::from_variables(&variables)?;
/// assert_eq!(settings.method, Some(Method::Workload));
/// assert_eq!(settings.missing(Method::Workload), ["AZURE_CLIENT_ID", "AZURE_FEDERATED_TOKEN_FILE"]);
/// # Ok::<(), auth_core::Error>(())
/// ```
#[derive(Clone, Default)]
#[non_exhaustive]
pub struct Settings {
    /// How to sign in. Default: the first method whose settings are complete.
    pub method: Option<Method>,
    /// The tenant's GUID or one of its domains. Default for users: `organizations`.
    pub tenant_id: Option<String>,
    /// The application's GUID, or that of a user-assigned managed identity.
    pub client_id: Option<String>,
    /// The cloud of the tenant. Default: the commercial cloud.
    pub cloud: Cloud,
    /// The authority. Default: that of [`cloud`](Self::cloud).
    pub authority: Option<Url>,
    /// The client secret of [`Method::Secret`].
    pub secret: Option<SecretFrom>,
    /// The PEM or PKCS#12 file of [`Method::Certificate`], with certificate and key.
    pub certificate_path: Option<PathBuf>,
    /// The password of the certificate file. Must be a [`Value`](SecretFrom::Value) or a
    /// [`File`](SecretFrom::File).
    pub certificate_password: Option<SecretFrom>,
    /// Whether the certificate and its issuers are sent, for registrations that trust a subject
    /// name and an issuer. Default: no.
    pub sends_certificate_chain: bool,
    /// The token file of [`Method::Workload`]. Not needed in jobs of GitHub Actions and Azure
    /// Pipelines.
    pub federated_token_file: Option<PathBuf>,
    /// Whether [`Chain::from_env`](crate::Chain::from_env) is used if no method is named. Default:
    /// no.
    pub uses_chain: bool,
    /// The environment of the platform, for [`Method::Workload`] and [`Method::ManagedIdentity`].
    /// Default: the process's.
    pub variables: Variables,
    /// The store with users' sessions. Required for [`Method::Browser`] and [`Method::DeviceCode`].
    #[cfg(feature = "store")]
    pub store: Option<Arc<dyn TokenStore>>,
    /// HTTP transport for token requests. Default: one that is created on first use.
    pub transport: Option<Arc<dyn Transport>>,
    /// HTTP transport for managed identities, which must not use a proxy. Default: one without a
    /// proxy.
    pub platform_transport: Option<Arc<dyn Transport>>,
}

/// Where a secret is read from. Files, commands and sources are read before every token request,
/// about once an hour, so the secret may be replaced at any time.
#[derive(Clone)]
#[non_exhaustive]
pub enum SecretFrom {
    /// The secret itself.
    Value(SecretString),
    /// A file that contains only the secret.
    File(PathBuf),
    /// A program and its arguments; the first line that it prints is the secret. It runs without a
    /// shell and without the secrets in this process's environment, for at most 60 seconds.
    ///
    /// Requires the feature `developer`.
    Command(Vec<String>),
    /// A function or another source, such as a vault.
    Source(Arc<dyn SecretSource>),
}

impl Settings {
    /// Reads the settings from the environment; the [module](crate::settings) lists the variables.
    ///
    /// # Errors
    /// As [`from_variables`](Self::from_variables).
    pub fn from_env() -> Result<Self> {
        Self::from_variables(&Variables::of_process())
    }

    /// Reads the settings from other variables. No file is read and nothing is sent.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`] for an unknown method or cloud, and an invalid URL. The message
    /// names the variable.
    pub fn from_variables(variables: &Variables) -> Result<Self> {
        let file = |name: &str| variables.get(name).map(PathBuf::from);
        let secret = |value: &str, path: &str| {
            let value = variables
                .get(value)
                .map(|text| SecretFrom::Value(text.into()));
            value.or_else(|| file(path).map(SecretFrom::File))
        };
        let chain = variables.get("AZURE_CLIENT_SEND_CERTIFICATE_CHAIN");
        Ok(Self {
            method: parsed(variables, "DEFENDER_METHOD")?,
            tenant_id: variables.get("AZURE_TENANT_ID"),
            client_id: variables.get("AZURE_CLIENT_ID"),
            cloud: parsed(variables, "DEFENDER_CLOUD")?.unwrap_or_default(),
            authority: authority(variables)?,
            secret: secret("AZURE_CLIENT_SECRET", "DEFENDER_CLIENT_SECRET_FILE"),
            certificate_path: file("AZURE_CLIENT_CERTIFICATE_PATH"),
            certificate_password: secret(
                "AZURE_CLIENT_CERTIFICATE_PASSWORD",
                "DEFENDER_CERTIFICATE_PASSWORD_FILE",
            ),
            sends_certificate_chain: chain.is_some_and(|text| is_true(&text)),
            federated_token_file: file("AZURE_FEDERATED_TOKEN_FILE"),
            uses_chain: variables.get("AZURE_TOKEN_CREDENTIALS").is_some(),
            variables: variables.clone(),
            ..Self::default()
        })
    }

    /// The authority: the field of that name, or that of the cloud.
    pub fn authority(&self) -> Url {
        let own = self.authority.clone();
        own.unwrap_or_else(|| self.cloud.authority())
    }
}

/// Whether a flag variable such as `AZURE_CLIENT_SEND_CERTIFICATE_CHAIN` is on: `1` or `true`, in
/// any case.
pub fn is_true(text: &str) -> bool {
    text == "1" || text.eq_ignore_ascii_case("true")
}

/// The parsed value of a variable. The error names the variable.
fn parsed<T: std::str::FromStr<Err = Error>>(
    variables: &Variables,
    name: &str,
) -> Result<Option<T>> {
    let value = variables.get(name).map(|text| text.parse());
    value
        .transpose()
        .map_err(|error: Error| invalid(name, error.message()))
}

/// `DEFENDER_ENDPOINT_LOGIN` may name any URL; `AZURE_AUTHORITY_HOST`, which other programs read
/// too, only a known host.
fn authority(variables: &Variables) -> Result<Option<Url>> {
    const LOGIN: &str = "DEFENDER_ENDPOINT_LOGIN";
    let Some(text) = variables.get(LOGIN) else {
        return variables.authority_host();
    };
    let address = match text.contains("://") {
        true => text.clone(),
        false => format!("https://{text}"),
    };
    let address = Url::parse(&address);
    let address =
        address.map_err(|error| invalid(LOGIN, &format!("invalid URL `{text}`: {error}")));
    address.map(Some)
}

fn invalid(name: &str, why: &str) -> Error {
    Error::new(ErrorKind::Configuration, format!("{name}: {why}"))
}

impl fmt::Debug for SecretFrom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value(_) => f.write_str("Value(..)"),
            Self::File(path) => f.debug_tuple("File").field(path).finish(),
            Self::Command(command) => f.debug_tuple("Command").field(&command.first()).finish(),
            Self::Source(_) => f.write_str("Source(..)"),
        }
    }
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings")
            .field("method", &self.method)
            .field("tenant_id", &self.tenant_id)
            .field("client_id", &self.client_id)
            .field("cloud", &self.cloud)
            .field("secret", &self.secret)
            .field("certificate_path", &self.certificate_path)
            .field("federated_token_file", &self.federated_token_file)
            .finish_non_exhaustive()
    }
}
