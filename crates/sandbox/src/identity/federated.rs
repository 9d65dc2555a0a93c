//! Tokens of other issuers that applications trust, and that this process plays too.

use jsonwebtoken::Header;
use serde_json::{Value, json};

use super::application::Application;
use super::error::TokenError;
use super::{TokenContext, keys, validity};

/// What a token of another issuer must be for.
const AUDIENCE: &str = "api://AzureADTokenExchange";

/// How long a token of the played issuer is good for, in seconds: what Kubernetes gives.
const LIFE: i64 = 3600;

/// A token by which an issuer vouches for a subject, signed with the key of this process.
pub(crate) fn token(issuer: &str, subject: &str, now: i64) -> Option<String> {
    let claims = json!({
        "iss": issuer, "sub": subject, "aud": AUDIENCE, "iat": now, "nbf": now, "exp": now + LIFE,
    });
    keys::sign_as_other(&claims)
}

/// Whether somebody whom the application trusts vouches for it here.
pub(crate) fn check(
    context: &TokenContext<'_>,
    application: &Application,
    header: &Header,
    assertion: &str,
) -> Result<(), TokenError> {
    let claims = keys::verify_any(assertion, header.alg);
    let claims: Value = claims.ok_or_else(TokenError::issuer_without_key)?;
    let text = |name: &str| claims.get(name).and_then(Value::as_str).unwrap_or("");
    let of_issuer: Vec<_> = application
        .federated
        .iter()
        .filter(|trusted| trusted.issuer == text("iss"))
        .collect();
    if of_issuer.is_empty() {
        return Err(TokenError::unknown_issuer(text("iss")));
    }
    if text("aud") != AUDIENCE {
        return Err(TokenError::unknown_audience(text("aud")));
    }
    if !of_issuer
        .iter()
        .any(|trusted| trusted.subject == text("sub"))
    {
        return Err(TokenError::unknown_subject(text("sub")));
    }
    validity::check(&claims, context.now.as_second())
}
