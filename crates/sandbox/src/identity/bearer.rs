//! The token check of the services.
//!
//! A service checks the signature, the times (with 5 minutes of clock skew for `nbf`), the
//! tenant, the audience and the permission. Permissions are those of the operation of the
//! operation; one of them is enough. Defender for Cloud Apps also accepts its legacy API
//! token, without permissions.

use jiff::Timestamp;
use jsonwebtoken::Algorithm;

use super::claims::Claims;
use super::{Identity, keys};
use crate::http::Incoming;
use crate::service::Service;
use crate::tables::Operation;

/// The caller of an operation. Mounted services find it in the extensions of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Caller {
    /// Tenant that the token was issued in.
    pub tenant_id: String,
    /// Application that the token was issued to. `legacy` for the API token of Defender for
    /// Cloud Apps.
    pub client_id: String,
    /// Application permissions. Empty for a token of a user.
    pub roles: Vec<String>,
    /// Delegated permissions. Empty for a token of an application.
    pub scopes: Vec<String>,
    /// Whether the caller used the legacy API token, which has no permissions.
    pub legacy: bool,
}

/// Why a call is refused.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Denied {
    /// There is no `Authorization` header, or its scheme is unknown.
    Missing,
    /// The token was not issued here, has expired, or is not valid yet.
    Invalid(&'static str),
    /// The token is for another resource.
    WrongAudience(String),
    /// The token has none of these permissions.
    MissingPermission(Vec<String>),
    /// The operation accepts the legacy API token only.
    LegacyOnly,
}

/// Reads the caller from the `Authorization` header. The audience is checked against `operation`,
/// and not at all without one (mounted services accept a token for any resource).
///
/// # Errors
///
/// [`Denied::Missing`], [`Denied::Invalid`] or [`Denied::WrongAudience`].
pub(crate) fn caller(
    identity: &Identity,
    operation: Option<&Operation>,
    request: &Incoming,
    now: Timestamp,
) -> Result<Caller, Denied> {
    let header = request.header("authorization").ok_or(Denied::Missing)?;
    let (scheme, token) = match header.trim().split_once(' ') {
        Some(parts) => parts,
        // Graph takes a token without its scheme. Not documented; released clients send it so
        // (microsoft-defender-incidents of OpenCTI).
        None if request.service == Service::Graph => ("bearer", header.trim()),
        None => return Err(Denied::Missing),
    };
    if scheme.eq_ignore_ascii_case("token")
        && operation.is_some()
        && request.service == Service::Mdca
    {
        return legacy(identity, token);
    }
    if !scheme.eq_ignore_ascii_case("bearer") {
        return Err(Denied::Missing);
    }
    let claims: Option<Claims> = keys::verify_any(token.trim(), Algorithm::RS256);
    let claims = claims.ok_or(Denied::Invalid("The signature is invalid"))?;
    let second = now.as_second();
    if claims.exp <= second {
        return Err(Denied::Invalid("The token is expired"));
    }
    if claims.nbf > second + 300 {
        return Err(Denied::Invalid("The token is not yet valid"));
    }
    if !identity.knows_tenant(&claims.tid) {
        return Err(Denied::Invalid("The issuer is invalid"));
    }
    let resource = identity.resource(&claims.aud);
    let is_served =
        |operation| resource.is_some_and(|resource| resource.serves(request.service, operation));
    if operation.is_some_and(|operation| !is_served(operation)) {
        return Err(Denied::WrongAudience(claims.aud));
    }
    Ok(of_claims(claims))
}

/// Checks the permissions of a caller: application permissions for a token without scopes,
/// delegated ones otherwise. An operation that names no permission accepts every token.
///
/// The file operations of Defender for Cloud Apps accept the legacy API token only; this
/// was observed and is not documented.
pub(crate) fn permit(operation: &Operation, caller: &Caller) -> Result<(), Denied> {
    if operation.id.starts_with("mdca.files.") && !caller.legacy {
        return Err(Denied::LegacyOnly);
    }
    if caller.legacy {
        return Ok(());
    }
    let (wanted, held) = if caller.scopes.is_empty() {
        (&operation.permissions.application, &caller.roles)
    } else {
        (&operation.permissions.delegated, &caller.scopes)
    };
    // Some pages name no permission: any token is accepted.
    let open =
        operation.permissions.application.is_empty() && operation.permissions.delegated.is_empty();
    let granted = wanted
        .iter()
        .any(|one| held.iter().any(|role| role.eq_ignore_ascii_case(one)));
    if open || granted {
        Ok(())
    } else {
        Err(Denied::MissingPermission(wanted.clone()))
    }
}

/// The caller with the legacy API token. It belongs to the tenant of the default
/// application.
fn legacy(identity: &Identity, token: &str) -> Result<Caller, Denied> {
    if token.trim() != identity.mdca_api_token {
        return Err(Denied::Invalid("Invalid token"));
    }
    let tenant_id = identity
        .applications
        .first()
        .map(|first| first.tenant_id.clone())
        .unwrap_or_default();
    Ok(Caller {
        tenant_id,
        client_id: "legacy".to_owned(),
        roles: Vec::new(),
        scopes: Vec::new(),
        legacy: true,
    })
}

/// The caller of a valid token.
fn of_claims(claims: Claims) -> Caller {
    Caller {
        client_id: claims.client_id().to_owned(),
        tenant_id: claims.tid,
        roles: claims.roles.unwrap_or_default(),
        scopes: claims
            .scp
            .unwrap_or_default()
            .split_whitespace()
            .map(str::to_owned)
            .collect(),
        legacy: false,
    }
}
