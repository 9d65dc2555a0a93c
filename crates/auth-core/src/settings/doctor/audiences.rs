//! Requests a token for each name of an API.
//!
//! An API has several names: its address, an older address, its application id. Not every tenant accepts all of them,
//! and the error of a call does not say which one is missing.

use std::time::Duration;

use serde::Serialize;

use crate::error::ErrorKind;
use crate::token::credential::{TokenCredential, TokenRequestOptions};

/// Whether the identity service issues a token for an audience.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Audience {
    /// The audience: an address or an application id.
    pub audience: String,
    /// Whether a token was issued.
    pub issued: bool,
    /// The code of the refusal, such as `AADSTS500011`; `credential` if the error has none, `timeout` if there was no
    /// answer.
    pub code: Option<String>,
}

/// Requests a token for each audience of an API, in their order.
///
/// Stops after the first request without an answer within `timeout`, because the others would not be answered either.
/// The result is then shorter than `audiences`. The tokens are dropped.
pub async fn audiences(
    credential: &dyn TokenCredential,
    audiences: &[String],
    options: &TokenRequestOptions,
    timeout: Duration,
) -> Vec<Audience> {
    let mut tried = Vec::new();
    for audience in audiences {
        let scope = format!("{audience}/.default");
        let scopes = [scope.as_str()];
        let token = credential.get_token(&scopes, options);
        let (code, is_answered) = match tokio::time::timeout(timeout, token).await {
            Ok(Ok(_)) => (None, true),
            Ok(Err(error)) => {
                let code = error.code().unwrap_or("credential").to_owned();
                let is_unanswered = matches!(
                    error.kind(),
                    ErrorKind::Transport | ErrorKind::Service | ErrorKind::Store
                );
                (Some(code), !is_unanswered)
            }
            Err(_) => (Some("timeout".to_owned()), false),
        };
        tried.push(Audience {
            audience: audience.clone(),
            issued: code.is_none(),
            code,
        });
        if !is_answered {
            break;
        }
    }
    tried
}
