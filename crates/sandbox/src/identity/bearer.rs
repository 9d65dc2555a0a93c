//! What the services do with the `Authorization` header.

use jiff::Timestamp;
use jsonwebtoken::Algorithm;

use super::claims::Claims;
use super::{Identity, keys};
use crate::http::Incoming;
use crate::service::Service;
use crate::tables::Operation;

/// Who calls: available to mounted services as a request extension.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Caller {
    /// The tenant the token is for.
    pub tenant_id: String,
    /// The application it was issued to; `legacy` for an API token of Defender for Cloud Apps.
    pub client_id: String,
    /// Application permissions.
    pub roles: Vec<String>,
    /// Delegated permissions; not empty for a user's token.
    pub scopes: Vec<String>,
    /// Signed in with an API token, which is bound to no permission of the tables.
    pub legacy: bool,
}

/// Why a call is not let in.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Denied {
    /// No usable `Authorization` header.
    Missing,
    /// Not a token of ours, or past its time.
    Invalid(&'static str),
    /// A good token for another service.
    WrongAudience(String),
    /// None of these permissions is in the token.
    MissingPermission(Vec<String>),
    /// The call takes legacy API tokens only.
    LegacyOnly,
}

/// Reads the caller from the `Authorization` header. The audience is checked against `row`, and not at all without one
/// (mounted services accept a token for any resource).
pub(crate) fn caller(
    identity: &Identity,
    row: Option<&Operation>,
    request: &Incoming,
    now: Timestamp,
) -> Result<Caller, Denied> {
    let header = request.header("authorization").ok_or(Denied::Missing)?;
    let (scheme, token) = header.split_once(' ').ok_or(Denied::Missing)?;
    if scheme.eq_ignore_ascii_case("token") && row.is_some() && request.service == Service::Mdca {
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
    let is_served = |row| resource.is_some_and(|resource| resource.serves(request.service, row));
    if row.is_some_and(|row| !is_served(row)) {
        return Err(Denied::WrongAudience(claims.aud));
    }
    Ok(of_claims(claims))
}

/// Whether the caller may do this.
pub(crate) fn permit(row: &Operation, caller: &Caller) -> Result<(), Denied> {
    if row.id.starts_with("mdca.files.") && !caller.legacy {
        return Err(Denied::LegacyOnly);
    }
    if caller.legacy {
        return Ok(());
    }
    let (wanted, held) = if caller.scopes.is_empty() {
        (&row.permissions.application, &caller.roles)
    } else {
        (&row.permissions.delegated, &caller.scopes)
    };
    // Some pages name no permission at all: any token will do.
    let open = row.permissions.application.is_empty() && row.permissions.delegated.is_empty();
    let granted = wanted
        .iter()
        .any(|one| held.iter().any(|role| role.eq_ignore_ascii_case(one)));
    if open || granted {
        Ok(())
    } else {
        Err(Denied::MissingPermission(wanted.clone()))
    }
}

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
