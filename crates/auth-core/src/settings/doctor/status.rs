//! The result of trying a credential with a service.
//!
//! A valid token is not yet access: it may lack permissions, or the service may not be licensed. The caller therefore
//! sends one cheap request to each service and records its outcome here, next to the claims of the token that was used.

use serde::Serialize;
use serde_json::{Value, json};

use crate::token::access_token::AccessToken;

/// Whether a credential works with a service, and the claims of its token. Serializes to one object.
///
/// ```
/// use auth_core::settings::doctor::ServiceStatus;
///
/// let mut status = ServiceStatus::of("x", "https://x.example/", None);
/// status.failed("the permission is missing", Some("grant Alert.Read.All"));
/// assert!(status.was_tried());
/// assert_eq!(status.summary()["status"], "failed");
/// ```
#[derive(Clone, Debug, Default, Serialize)]
#[non_exhaustive]
pub struct ServiceStatus {
    /// The host family of the service, such as `mde`.
    pub service: String,
    /// `ok`, `failed` or `not configured`.
    pub status: &'static str,
    /// The command of the request that succeeded.
    pub tried: Option<String>,
    /// The address of the service.
    pub address: Option<String>,
    /// The tenant id in the token.
    pub tenant: Option<String>,
    /// The client id in the token.
    pub application: Option<String>,
    /// The roles and scopes in the token. `None` if the token is opaque or none was sent.
    pub permissions: Option<Vec<String>>,
    /// When the token expires, in RFC 3339.
    pub expires: Option<String>,
    /// The message of the error.
    pub detail: Option<String>,
    /// What to do about the error.
    pub hint: Option<String>,
}

/// The status of a service without an address.
const NOT_CONFIGURED: &str = "not configured";

impl ServiceStatus {
    /// A service at an address, with the token that was sent. Its status is empty until [`succeeded`](Self::succeeded)
    /// or [`failed`](Self::failed) is called.
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

    /// A service without an address. Nothing was sent.
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

    /// Service, status, command and error as an object, without the claims of the token.
    pub fn summary(&self) -> Value {
        json!({
            "service": self.service, "status": self.status, "tried": self.tried, "detail": self.detail,
        })
    }
}
