#![doc = include_str!("../README.md")]

mod aadsts;
mod admin_consent;
mod application;
mod authority;
mod authorization_code;
#[cfg(feature = "developer")]
mod azure_cli;
#[cfg(feature = "developer")]
mod azure_developer_cli;
mod azure_pipelines;
mod bearer;
mod body;
mod cache;
#[cfg(feature = "certificate")]
mod certificate;
mod chain;
mod challenge;
mod child_process;
mod claims;
mod claims_request;
mod client_assertion;
#[cfg(feature = "certificate")]
mod client_certificate;
mod client_credentials;
mod client_proof;
mod client_secret;
mod cloud;
mod connections;
mod connector;
mod credential;
#[cfg(feature = "developer")]
mod developer_tool;
mod device_code;
mod endpoint;
mod environment;
mod error;
mod external_token;
mod github_actions;
mod guid;
mod in_tenant;
mod managed_identity;
mod on_behalf_of;
mod preflight;
mod private_file;
mod random;
mod refresh_token;
mod scrub;
mod secret_file;
mod service_clock;
mod static_token;
mod store;
mod text;
mod token;
mod token_endpoint;
mod user_flow;
mod user_session;
mod username_password;
mod variables;
mod workload_identity;

#[cfg(test)]
mod tests;

pub use admin_consent::{AdminConsent, ConsentRequest, Consented};
pub use authorization_code::{AuthorizationCode, ResponseMode};
#[cfg(feature = "developer")]
pub use azure_cli::AzureCli;
#[cfg(feature = "developer")]
pub use azure_developer_cli::AzureDeveloperCli;
pub use azure_pipelines::AzurePipelines;
pub use bearer::Bearer;
#[cfg(feature = "certificate")]
pub use certificate::Certificate;
pub use chain::{Chain, Tried};
pub use child_process::{without_any_secrets, without_secrets};
pub use claims::Claims;
pub use client_assertion::{
    AssertionSource, ClientAssertion, TOKEN_EXCHANGE_AUDIENCE, WantedAssertion,
};
#[cfg(feature = "certificate")]
pub use client_certificate::ClientCertificate;
pub use client_proof::ClientProof;
pub use client_secret::{ClientSecret, SecretSource};
pub use cloud::Cloud;
pub use connector::Connector;
pub use credential::{Caller, TokenCredential, TokenRequestOptions};
pub use device_code::{DeviceCode, DeviceCodePrompt};
pub use endpoint::Endpoint;
pub use environment::Environment;
pub use error::{Error, ErrorKind, Result, RetryAdvice};
pub use github_actions::GitHubActions;
pub use in_tenant::InTenant;
pub use managed_identity::ManagedIdentity;
pub use on_behalf_of::OnBehalfOf;
pub use preflight::{MissingPermission, Preflight, Standing, TenantReport};
pub use private_file::{LockedFile, PrivateFile};
pub use refresh_token::RefreshToken;
pub use scrub::first_line;
pub use static_token::StaticToken;
pub use store::{
    Change, EncryptedFileStore, MemoryStore, StoreKey, StoreLock, StoredAccount, StoredTokens,
    TokenStore,
};
pub use text::decoded as decoded_text;
pub use token::AccessToken;
pub use username_password::UsernamePassword;
pub use variables::Variables;
pub use workload_identity::WorkloadIdentity;

pub use async_trait::async_trait;
pub use http_core;
pub use secrecy::zeroize::Zeroizing;
pub use secrecy::{ExposeSecret, SecretString};
