//! Client assertions signed with a certificate of the application (RFC 7523).
//!
//! An assertion whose header names no certificate is one of a federated issuer. Each check
//! has the error code of Entra. Replay of an assertion (`jti`) is not detected, as at
//! Entra.
//!
//! Source: entra-docs, `certificate-credentials.md`, `reference-error-codes.md`.

#[cfg(test)]
mod tests;

use jsonwebtoken::{Algorithm, DecodingKey, Header, Validation};
use serde_json::Value;

use super::application::Application;
use super::certificate::Certificate;
use super::error::TokenError;
use super::{TokenContext, federated, validity};

/// The only assertion type that Entra supports.
const JWT_BEARER: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/// Checks that the application made this assertion for this tenant and time.
///
/// # Errors
///
/// `AADSTS50027` for text that is not a JWT, `700027` for a key that is unknown, expired or
/// did not sign, `700024` outside the validity period, `50048` if issuer and subject
/// differ, `700023` for another audience.
pub(crate) fn check(
    context: &TokenContext<'_>,
    application: &Application,
    kind: &str,
    assertion: &str,
) -> Result<(), TokenError> {
    if kind != JWT_BEARER {
        return Err(TokenError::unknown_assertion_type(kind));
    }
    let header =
        jsonwebtoken::decode_header(assertion).map_err(|_| TokenError::malformed_assertion())?;
    if header.x5t.is_none() && header.x5t_s256.is_none() {
        return federated::check(context, application, &header, assertion);
    }
    let certificate = signer(application, &header)?;
    if certificate.not_after <= context.now.as_second() {
        return Err(TokenError::expired_certificate(&certificate.sha1));
    }
    let claims = verify(assertion, header.alg, &certificate.key)
        .ok_or_else(|| TokenError::wrong_signature(&certificate.sha1))?;
    validity::check(&claims, context.now.as_second())?;
    let text = |name: &str| claims.get(name).and_then(Value::as_str).unwrap_or("");
    if text("iss") != text("sub") {
        return Err(TokenError::issuer_is_not_subject());
    }
    if !text("iss").eq_ignore_ascii_case(&application.client_id) {
        return Err(TokenError::unknown_application(text("iss"), context.tenant));
    }
    let base = format!("{}/{}", context.identity.login_url, context.tenant);
    let here = ["/oauth2/v2.0/token", "/oauth2/token", "/v2.0"];
    if !here
        .iter()
        .any(|path| text("aud") == format!("{base}{path}"))
    {
        return Err(TokenError::assertion_for_another(text("aud")));
    }
    Ok(())
}

/// The certificate that the header names by a thumbprint.
fn signer<'a>(
    application: &'a Application,
    header: &Header,
) -> Result<&'a Certificate, TokenError> {
    // Entra accepts thumbprints with padding as well.
    let plain = |text: &Option<String>| {
        text.as_deref()
            .map(|text| text.trim_end_matches('=').to_owned())
    };
    let (sha1, sha256) = (plain(&header.x5t), plain(&header.x5t_s256));
    let named = |certificate: &&Certificate| {
        sha1.as_ref().is_some_and(|sha1| *sha1 == certificate.sha1)
            || sha256
                .as_ref()
                .is_some_and(|sha256| *sha256 == certificate.sha256)
    };
    application.certificates.iter().find(named).ok_or_else(|| {
        let thumbprint = sha1.as_deref().or(sha256.as_deref()).unwrap_or("");
        TokenError::unknown_key(thumbprint)
    })
}

/// The claims, if the signature is valid. Only PS256 and RS256 are accepted.
fn verify(assertion: &str, algorithm: Algorithm, key: &DecodingKey) -> Option<Value> {
    if !matches!(algorithm, Algorithm::PS256 | Algorithm::RS256) {
        return None;
    }
    let mut validation = Validation::new(algorithm);
    // The times are checked against the virtual clock, the audience against the tenant.
    validation.validate_exp = false;
    validation.validate_aud = false;
    validation.required_spec_claims.clear();
    let data = jsonwebtoken::decode::<Value>(assertion, key, &validation).ok()?;
    Some(data.claims)
}
