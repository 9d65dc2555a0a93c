//! Workload identity federation: tokens of other issuers as client assertions.
//!
//! The emulator plays every issuer: such tokens are signed with its own key. Real issuers
//! are not contacted, so their tokens are refused.
//!
//! Source: entra-docs, `workload-identity-federation.md`.

use jsonwebtoken::Header;
use serde_json::{Value, json};

use super::application::Application;
use super::error::TokenError;
use super::{TokenContext, keys, validity};

/// Audience that the token of a federated issuer must have.
const AUDIENCE: &str = "api://AzureADTokenExchange";

/// Lifetime of a played token, in seconds. Kubernetes uses the same by default.
const LIFE: i64 = 3600;

/// A token of an issuer about a subject. `None` if the operating system gives no
/// randomness.
pub(crate) fn token(issuer: &str, subject: &str, now: i64) -> Option<String> {
    let claims = json!({
        "iss": issuer, "sub": subject, "aud": AUDIENCE, "iat": now, "nbf": now, "exp": now + LIFE,
    });
    keys::sign_as_other(&claims)
}

/// Checks that the application trusts the issuer and the subject of an assertion.
///
/// # Errors
///
/// `AADSTS5002730` if the signature is wrong, `700211` for an unknown issuer, `700212` for
/// another audience, `700213` for an unknown subject, `700024` outside the validity period.
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
