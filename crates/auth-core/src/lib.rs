#![doc = include_str!("../README.md")]
#![cfg_attr(
    not(all(feature = "developer", feature = "platform", feature = "user")),
    allow(
        dead_code,
        unused_imports,
        reason = "what the flows share is written for all of them; a build with all of them shows what is unused"
    )
)]

mod app;
mod authority;
#[cfg(feature = "azure-core")]
mod azure;
mod cloud;
mod error;
mod partner;
mod pipeline;
#[cfg(feature = "platform")]
mod platform;
mod random;
pub mod services;
pub mod settings;
#[cfg(feature = "store")]
mod store;
mod text;
mod token;
mod tool;
#[cfg(feature = "user")]
mod user;
mod variables;

#[cfg(test)]
mod tests;

/// The features that this build has, by name, for a program that says what it is built from.
pub const FEATURES: &[&str] = &[
    #[cfg(feature = "azure-core")]
    "azure-core",
    #[cfg(feature = "certificate")]
    "certificate",
    #[cfg(feature = "developer")]
    "developer",
    #[cfg(feature = "keyring")]
    "keyring",
    #[cfg(feature = "platform")]
    "platform",
    #[cfg(feature = "profiles")]
    "profiles",
    #[cfg(feature = "store")]
    "store",
    #[cfg(feature = "user")]
    "user",
];

#[cfg(feature = "certificate")]
pub use app::certificate::Certificate;
pub use app::client_assertion::ClientAssertion;
#[cfg(feature = "certificate")]
pub use app::client_certificate::ClientCertificate;
pub use app::client_secret::ClientSecret;
pub use app::on_behalf_of::OnBehalfOf;
pub use app::proof::ClientProof;
pub use app::proof::assertion::{AssertionSource, TOKEN_EXCHANGE_AUDIENCE, WantedAssertion};
pub use app::proof::secret::SecretSource;
#[cfg(feature = "azure-core")]
pub use azure::{FromAzureCore, IntoAzureCore};
pub use cloud::Cloud;
pub use error::{Error, ErrorKind, Result, RetryAdvice};
pub use partner::admin_consent::{AdminConsent, ConsentRequest, Consented};
pub use partner::in_tenant::InTenant;
pub use partner::preflight::{MissingPermission, Preflight, TenantReport, TenantStatus};
pub use pipeline::bearer::Bearer;
pub use pipeline::connector::Connector;
pub use pipeline::endpoint::Endpoint;
#[cfg(feature = "platform")]
pub use platform::azure_pipelines::AzurePipelines;
#[cfg(feature = "platform")]
pub use platform::github_actions::GitHubActions;
#[cfg(feature = "platform")]
pub use platform::managed_identity::ManagedIdentity;
#[cfg(feature = "platform")]
pub use platform::workload_identity::WorkloadIdentity;
pub use settings::chain::{Chain, Tried};
pub use settings::environment::Environment;
#[cfg(feature = "store")]
pub use store::private_file::{LockedFile, PrivateFile};
#[cfg(feature = "store")]
pub use store::{
    Change, EncryptedFileStore, MemoryStore, StoreKey, StoreLock, StoredAccount, StoredTokens,
    TokenStore,
};
pub use text::decoded as decoded_text;
pub use text::scrub::first_line;
pub use token::access_token::AccessToken;
pub use token::claims::Claims;
pub use token::credential::{Caller, IntoCredential, TokenCredential, TokenRequestOptions};
pub use token::static_token::StaticToken;
#[cfg(feature = "developer")]
pub use tool::azure_cli::AzureCli;
#[cfg(feature = "developer")]
pub use tool::azure_developer_cli::AzureDeveloperCli;
pub use tool::child_process::{without_any_secrets, without_secrets};
#[cfg(feature = "user")]
pub use user::authorization_code::{AuthorizationCode, ResponseMode};
#[cfg(feature = "user")]
pub use user::device_code::{DeviceCode, DeviceCodePrompt};
#[cfg(feature = "user")]
pub use user::refresh_token::RefreshToken;
#[cfg(feature = "user")]
pub use user::username_password::UsernamePassword;
pub use variables::Variables;

#[cfg(feature = "azure-core")]
pub use ::azure_core;
pub use async_trait::async_trait;
pub use http_core;
pub use secrecy::zeroize::Zeroizing;
pub use secrecy::{ExposeSecret, SecretString};
