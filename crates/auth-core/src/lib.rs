#![doc = include_str!("../README.md")]

mod aadsts;
mod application;
mod authority;
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
mod claims;
mod client_assertion;
#[cfg(feature = "certificate")]
mod client_certificate;
mod client_credentials;
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
mod managed_identity;
mod refresh_token;
#[cfg(feature = "certificate")]
mod service_clock;
mod static_token;
mod token;
mod token_endpoint;
mod user_session;
mod variables;
mod workload_identity;

#[cfg(test)]
mod tests;

#[cfg(feature = "developer")]
pub use azure_cli::AzureCli;
#[cfg(feature = "developer")]
pub use azure_developer_cli::AzureDeveloperCli;
pub use azure_pipelines::AzurePipelines;
pub use bearer::Bearer;
#[cfg(feature = "certificate")]
pub use certificate::Certificate;
pub use chain::{Chain, Tried};
pub use claims::Claims;
pub use client_assertion::{
    AssertionSource, ClientAssertion, TOKEN_EXCHANGE_AUDIENCE, WantedAssertion,
};
#[cfg(feature = "certificate")]
pub use client_certificate::ClientCertificate;
pub use client_secret::ClientSecret;
pub use cloud::Cloud;
pub use connector::Connector;
pub use credential::{TokenCredential, TokenRequestOptions};
pub use device_code::{DeviceCode, DeviceCodePrompt};
pub use endpoint::Endpoint;
pub use environment::Environment;
pub use error::{Error, ErrorKind, Result, RetryAdvice};
pub use github_actions::GitHubActions;
pub use managed_identity::ManagedIdentity;
pub use refresh_token::RefreshToken;
pub use static_token::StaticToken;
pub use token::AccessToken;
pub use workload_identity::WorkloadIdentity;

pub use async_trait::async_trait;
pub use http_core;
pub use secrecy::{ExposeSecret, SecretString};
