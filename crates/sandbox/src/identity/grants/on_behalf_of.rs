//! The on-behalf-of grant: a service calls another one for its user.
//!
//! The assertion is a token of the user for the service, as
//! [`Sandbox::user_assertion`](crate::Sandbox::user_assertion) gives it.
//!
//! Source: entra-docs, `v2-oauth2-on-behalf-of-flow.md`.

use jsonwebtoken::Algorithm;
use serde_json::Value;

use super::{Request, user};
use crate::identity::error::TokenError;
use crate::identity::{TokenContext, client, keys};

/// Issues a token of the user for another resource.
///
/// # Errors
///
/// `AADSTS50013` for an assertion that is not valid or has no scopes, `500131` for another
/// audience, `500133` after its end.
pub(crate) fn run(context: &TokenContext<'_>, request: &Request<'_>) -> Result<Value, TokenError> {
    let application = client::authenticate(context, request.form, request.authorization)?;
    let get = |name: &str| {
        let value = request.form.get(name);
        value.ok_or_else(|| TokenError::missing_parameter(name))
    };
    let assertion = get("assertion")?;
    if get("requested_token_use")? != "on_behalf_of" {
        return Err(TokenError::malformed(
            "The requested token use is not supported.",
        ));
    }
    let claims: Option<Value> = keys::verify_any(assertion, Algorithm::RS256);
    let claims = claims.ok_or_else(TokenError::invalid_user_assertion)?;
    let text = |name: &str| claims.get(name).and_then(Value::as_str).unwrap_or("");
    let audience = text("aud").strip_prefix("api://").unwrap_or(text("aud"));
    if !audience.eq_ignore_ascii_case(&application.client_id) {
        return Err(TokenError::user_assertion_for_another(text("aud")));
    }
    let end = claims.get("exp").and_then(Value::as_i64).unwrap_or(0);
    if end <= context.now.as_second() {
        return Err(TokenError::user_assertion_ended());
    }
    // A token of an application has no scopes and no user.
    if text("scp").is_empty() {
        return Err(TokenError::invalid_user_assertion());
    }
    user::answer(context, request, application, None)
}
