//! Authentication of a confidential client: by secret or client assertion, from the form or
//! from HTTP Basic (RFC 6749, section 2.3.1).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::application::Application;
use super::error::TokenError;
use super::form::Form;
use super::{TokenContext, assertion};
use crate::http;

/// Finds the application and checks its assertion or its secret. Fields of the form win
/// over HTTP Basic, an assertion wins over a secret.
///
/// # Errors
///
/// `AADSTS900144` without a client id, `700016` for an unknown application, `7000112` for a
/// disabled one, `7000218` without a credential, `7000215` for a wrong secret, `7000222`
/// for an expired one, and the errors of [`assertion::check`].
pub(crate) fn authenticate<'a>(
    context: &TokenContext<'a>,
    form: &Form,
    authorization: Option<&str>,
) -> Result<&'a Application, TokenError> {
    let basic = authorization.and_then(basic);
    let client_id = match (form.get("client_id"), &basic) {
        (Some(id), _) => id,
        (None, Some((id, _))) => id,
        (None, None) => return Err(TokenError::missing_parameter("client_id")),
    };
    let application = context
        .identity
        .application(context.tenant, client_id)
        .ok_or_else(|| TokenError::unknown_application(client_id, context.tenant))?;
    application.check_enabled()?;
    if let Some(proof) = form.get("client_assertion") {
        let kind = form.get("client_assertion_type").unwrap_or("");
        assertion::check(context, application, kind, proof)?;
        return Ok(application);
    }
    let secret = match (form.get("client_secret"), &basic) {
        (Some(secret), _) => secret,
        (None, Some((_, secret))) => secret,
        (None, None) => return Err(TokenError::no_client_credential()),
    };
    if secret != application.client_secret {
        return Err(TokenError::wrong_secret(client_id));
    }
    if application.secret_expired {
        return Err(TokenError::expired_secret(client_id));
    }
    Ok(application)
}

/// Client id and secret of a Basic header. Both were form-encoded before they were joined.
fn basic(header: &str) -> Option<(String, String)> {
    let (scheme, credentials) = header.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let text = String::from_utf8(STANDARD.decode(credentials.trim()).ok()?).ok()?;
    let (id, secret) = text.split_once(':')?;
    Some((http::decode(id), http::decode(secret)))
}
