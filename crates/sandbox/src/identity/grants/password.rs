//! The password grant (RFC 6749, section 4.3).
//!
//! There is one user: [`Sandbox::user_name`](crate::Sandbox::user_name). Federated users
//! and multi-factor authentication are not emulated.
//!
//! Source: entra-docs, `v2-oauth-ropc.md`.

use serde_json::Value;

use super::{Request, user};
use crate::identity::TokenContext;
use crate::identity::error::TokenError;
use crate::identity::realm;

/// Issues a token of the user for a name and password. `AADSTS50034` for another user,
/// `50126` for a wrong password.
pub(crate) fn run(context: &TokenContext<'_>, request: &Request<'_>) -> Result<Value, TokenError> {
    if matches!(context.tenant, "common" | "consumers") {
        return Err(TokenError::no_password_here());
    }
    let application = user::application(context, request)?;
    let get = |name: &str| {
        let value = request.form.get(name);
        value.ok_or_else(|| TokenError::missing_parameter(name))
    };
    let (name, password) = (get("username")?, get("password")?);
    if !name.eq_ignore_ascii_case(realm::USER_NAME) {
        return Err(TokenError::unknown_user());
    }
    if password != realm::PASSWORD {
        return Err(TokenError::wrong_password());
    }
    user::answer(context, request, application, None)
}
