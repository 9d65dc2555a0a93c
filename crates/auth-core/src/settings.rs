//! Credentials chosen by settings: what a command line, a service or a container is configured with.
//!
//! [`Settings`] is a plain struct with the settings of every [`Method`]. A program fills it from the environment with
//! [`Settings::from_env`], or field by field from a configuration file, and gets a credential:
//!
//! ```
//! use auth_core::settings::{Method, SecretFrom, Settings};
//! # fn main() -> auth_core::Result<()> {
//! let mut settings = Settings::default();
//! settings.method = Some(Method::Secret);
//! settings.tenant_id = Some("contoso.onmicrosoft.com".to_owned());
//! settings.client_id = Some("11111111-2222-3333-4444-555555555555".to_owned());
//! settings.secret = Some(SecretFrom::File("/run/secrets/defender".into()));
//! let credential = settings.credential()?;
//! # let _ = credential;
//! # Ok(())
//! # }
//! ```
//!
//! | variable | setting |
//! | --- | --- |
//! | `DEFENDER_METHOD` | [`method`](Settings::method), by its name |
//! | `AZURE_TENANT_ID`, `AZURE_CLIENT_ID` | [`tenant_id`](Settings::tenant_id), [`client_id`](Settings::client_id) |
//! | `DEFENDER_CLOUD` | [`cloud`](Settings::cloud) |
//! | `DEFENDER_ENDPOINT_LOGIN`, `AZURE_AUTHORITY_HOST` | [`authority`](Settings::authority); the first may name any address, the second a known host |
//! | `AZURE_CLIENT_SECRET`, `DEFENDER_CLIENT_SECRET_FILE` | [`secret`](Settings::secret) |
//! | `AZURE_CLIENT_CERTIFICATE_PATH` | [`certificate_path`](Settings::certificate_path) |
//! | `AZURE_CLIENT_CERTIFICATE_PASSWORD`, `DEFENDER_CERTIFICATE_PASSWORD_FILE` | [`certificate_password`](Settings::certificate_password) |
//! | `AZURE_CLIENT_SEND_CERTIFICATE_CHAIN` | [`sends_certificate_chain`](Settings::sends_certificate_chain): `1` or `true` |
//! | `AZURE_FEDERATED_TOKEN_FILE` | [`federated_token_file`](Settings::federated_token_file) |
//! | `AZURE_TOKEN_CREDENTIALS` | [`uses_chain`](Settings::uses_chain) |
//!
//! Without a method, the first of `secret`, `certificate`, `workload` and `managed-identity` whose settings are
//! complete is used. An error names the settings that are missing by their variables.

#[cfg(feature = "profiles")]
pub mod budgets;
pub(crate) mod chain;
mod choice;
#[cfg(feature = "developer")]
mod command;
mod credentials;
#[cfg(feature = "profiles")]
pub mod doctor;
pub(crate) mod environment;
mod method;
#[cfg(feature = "profiles")]
pub mod profiles;
#[cfg(feature = "profiles")]
pub mod sign_in;
mod values;

#[cfg(test)]
mod tests;

pub use self::choice::{Candidate, Choice};
pub use self::method::Method;
pub use self::values::{SecretFrom, Settings, is_true};
