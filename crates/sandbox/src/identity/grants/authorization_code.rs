//! The authorization code grant: a user signed in with a browser (RFC 6749, RFC 7636).
//!
//! A code is valid once and for 10 minutes. It is used up even if the request is refused.

use serde_json::Value;

use super::{Request, user};
use crate::identity::TokenContext;
use crate::identity::error::TokenError;

/// Redeems a code. Client, tenant, redirect address and PKCE verifier must match the
/// sign-in.
pub(crate) fn run(context: &TokenContext<'_>, request: &Request<'_>) -> Result<Value, TokenError> {
    let application = user::application(context, request)?;
    let get = |name: &str| {
        let value = request.form.get(name);
        value.ok_or_else(|| TokenError::missing_parameter(name))
    };
    let (code, redirect_uri) = (get("code")?, get("redirect_uri")?);
    let signed_in = context.identity.sessions.redeem(code, context.now)?;
    if !signed_in
        .client_id
        .eq_ignore_ascii_case(&application.client_id)
        || !signed_in.tenant.eq_ignore_ascii_case(context.tenant)
    {
        return Err(TokenError::unknown_code());
    }
    if signed_in.redirect_uri != redirect_uri {
        return Err(TokenError::other_redirect());
    }
    if let Some(challenge) = &signed_in.challenge {
        let verifier = request.form.get("code_verifier");
        let verifier = verifier.ok_or_else(TokenError::no_code_verifier)?;
        if !challenge.is_met_by(verifier) {
            return Err(TokenError::wrong_code_verifier());
        }
    }
    user::answer(context, request, application, signed_in.nonce.as_deref())
}
