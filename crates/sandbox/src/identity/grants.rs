//! The grants, one a file. A further one is a file here and an arm in [`run`].

mod client_credentials;
pub(crate) mod device_code;
mod refresh_token;
#[cfg(test)]
mod tests;
mod user;

use serde_json::Value;

use super::Desk;
use super::error::TokenError;
use super::form::Form;

/// What a grant gets to see of the request.
#[derive(Debug)]
pub(crate) struct Request<'a> {
    pub(crate) form: &'a Form,
    /// The `Authorization` header, for clients that prove themselves with HTTP Basic.
    pub(crate) authorization: Option<&'a str>,
    /// Asked at the older `/oauth2/token`, which takes `resource` in place of `scope`.
    pub(crate) version_one: bool,
}

/// Runs the grant that the form names.
pub(crate) fn run(desk: &Desk<'_>, request: &Request<'_>) -> Result<Value, TokenError> {
    match request.form.get("grant_type") {
        None => Err(TokenError::missing_parameter("grant_type")),
        Some("client_credentials") => client_credentials::run(desk, request),
        Some("urn:ietf:params:oauth:grant-type:device_code") => device_code::run(desk, request),
        Some("refresh_token") => refresh_token::run(desk, request),
        Some(other) => Err(TokenError::unsupported_grant(other)),
    }
}
