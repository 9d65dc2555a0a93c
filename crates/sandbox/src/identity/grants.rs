//! The grants of the token endpoint, one a file.
//!
//! A new grant needs a file here and an arm in [`run`]. Not supported: SAML assertions,
//! `certificate` grants of devices, native authentication.

mod authorization_code;
mod client_credentials;
pub(crate) mod device_code;
mod on_behalf_of;
mod password;
mod refresh_token;
#[cfg(test)]
mod tests;
mod user;

use serde_json::Value;

use super::TokenContext;
use super::error::TokenError;
use super::form::Form;

/// A token request.
#[derive(Debug)]
pub(crate) struct Request<'a> {
    pub(crate) form: &'a Form,
    /// The `Authorization` header, for HTTP Basic.
    pub(crate) authorization: Option<&'a str>,
    /// Sent to the older `/oauth2/token`, which takes `resource` instead of `scope` and
    /// writes numbers as text.
    pub(crate) version_one: bool,
}

/// Runs the grant that the form names. `claims` must be a JSON object; its content is
/// ignored.
pub(crate) fn run(context: &TokenContext<'_>, request: &Request<'_>) -> Result<Value, TokenError> {
    let claims = request
        .form
        .get("claims")
        .map(serde_json::from_str::<Value>);
    if claims.is_some_and(|claims| !claims.is_ok_and(|claims| claims.is_object())) {
        return Err(TokenError::malformed("The claims are not a JSON object."));
    }
    match request.form.get("grant_type") {
        None => Err(TokenError::missing_parameter("grant_type")),
        Some("client_credentials") => client_credentials::run(context, request),
        Some("urn:ietf:params:oauth:grant-type:device_code") => device_code::run(context, request),
        Some("refresh_token") => refresh_token::run(context, request),
        Some("authorization_code") => authorization_code::run(context, request),
        Some("password") => password::run(context, request),
        Some("urn:ietf:params:oauth:grant-type:jwt-bearer") => on_behalf_of::run(context, request),
        Some(other) => Err(TokenError::unsupported_grant(other)),
    }
}
