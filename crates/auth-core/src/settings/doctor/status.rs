//! The result of trying a credential with a service.

use serde::Serialize;
use serde_json::{Value, json};

use crate::token::access_token::AccessToken;

/// Whether a credential works with a service, and what its token holds.
#[derive(Clone, Debug, Default, Serialize)]
#[non_exhaustive]
pub struct ServiceStatus {
    /// The service, such as `mde`.
    pub service: String,
    /// `ok`, `failed` or `not configured`.
    pub status: &'static str,
    /// The command that was tried.
    pub tried: Option<String>,
    /// The address of the service.
    pub address: Option<String>,
    /// The tenant of the token.
    pub tenant: Option<String>,
    /// The application of the token.
    pub application: Option<String>,
    /// The permissions in the token.
    pub permissions: Option<Vec<String>>,
    /// When the token expires, in RFC 3339.
    pub expires: Option<String>,
    /// The error.
    pub detail: Option<String>,
    /// What to do about the error.
    pub hint: Option<String>,
}

/// The status of a service without an address.
const NOT_CONFIGURED: &str = "not configured";

impl ServiceStatus {
    /// A service that was tried at an address, with the token that was sent.
    pub fn of(service: &str, address: &str, token: Option<&AccessToken>) -> Self {
        let claims = token.and_then(AccessToken::claims);
        let expires = token.and_then(AccessToken::expires_on);
        Self {
            service: service.to_owned(),
            address: Some(address.to_owned()),
            tenant: claims.and_then(|claims| claims.tenant_id.clone()),
            application: claims.and_then(|claims| claims.client_id.clone()),
            permissions: claims.map(|claims| [&claims.roles[..], &claims.scopes[..]].concat()),
            expires: expires.map(|time| time.to_string()),
            ..Self::default()
        }
    }

    /// A service without an address.
    pub fn not_configured(service: &str, hint: Option<&str>) -> Self {
        Self {
            service: service.to_owned(),
            status: NOT_CONFIGURED,
            hint: hint.map(str::to_owned),
            ..Self::default()
        }
    }

    /// Records that the command succeeded.
    pub fn succeeded(&mut self, command: String) {
        self.status = "ok";
        self.tried = Some(command);
    }

    /// Records the error of the call.
    pub fn failed(&mut self, message: &str, hint: Option<&str>) {
        self.status = "failed";
        self.detail = Some(message.to_owned());
        self.hint = hint.map(str::to_owned);
    }

    /// Whether the service was called.
    pub fn was_tried(&self) -> bool {
        self.status != NOT_CONFIGURED
    }

    /// Service, status, command and error as an object.
    pub fn summary(&self) -> Value {
        json!({
            "service": self.service, "status": self.status, "tried": self.tried, "detail": self.detail,
        })
    }
}
