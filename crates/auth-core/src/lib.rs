#![doc = include_str!("../README.md")]

mod aadsts;
mod application;
mod bearer;
mod cache;
#[cfg(feature = "certificate")]
mod certificate;
mod challenge;
mod claims;
#[cfg(feature = "certificate")]
mod client_certificate;
mod client_credentials;
mod client_secret;
mod cloud;
mod connector;
mod credential;
mod endpoint;
mod error;
mod guid;
#[cfg(feature = "certificate")]
mod service_clock;
mod static_token;
mod token;
mod token_endpoint;

#[cfg(test)]
mod tests;

pub use bearer::Bearer;
#[cfg(feature = "certificate")]
pub use certificate::Certificate;
pub use claims::Claims;
#[cfg(feature = "certificate")]
pub use client_certificate::ClientCertificate;
pub use client_secret::ClientSecret;
pub use cloud::Cloud;
pub use connector::Connector;
pub use credential::{TokenCredential, TokenRequestOptions};
pub use endpoint::Endpoint;
pub use error::{Error, ErrorKind, Result, RetryAdvice};
pub use static_token::StaticToken;
pub use token::AccessToken;

pub use async_trait::async_trait;
pub use http_core;
pub use secrecy::{ExposeSecret, SecretString};
