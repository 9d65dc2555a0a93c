//! Managed identities: the token endpoints of platforms.
//!
//! The default application is the system-assigned identity; other applications of its
//! tenant are user-assigned ones. A platform caches a token until shortly before it
//! expires. Only App Service (from `2025-03-30`) and Service Fabric learn that a
//! token was revoked, by its hash.
//!
//! Not emulated: Azure Arc, Cloud Shell, Azure ML, and the limits of these endpoints.

mod app_service;
mod metadata;
mod service_fabric;

use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, MutexGuard, PoisonError};

use aws_lc_rs::digest::{SHA256, digest};
use jiff::Timestamp;
use serde_json::{Value, json};

use super::application::Application;
use super::claims::{Claims, object_id};
use super::{Identity, keys};
use crate::values::hex;

pub(crate) use app_service::answer as app_service;
pub(crate) use metadata::answer as metadata;
pub(crate) use service_fabric::answer as service_fabric;

/// Value of the header that App Service and Service Fabric require.
pub(crate) const IDENTITY_HEADER: &str = "sandbox-identity-header-0001";

/// A cached token is not returned within this many seconds of its end.
const MARGIN: i64 = 300;

/// Every parameter that names a user-assigned identity on some platform. A name of another
/// platform is refused, so that a client that uses it does not get the token of another
/// identity.
const SELECTORS: [&str; 6] = [
    "client_id",
    "object_id",
    "principal_id",
    "msi_res_id",
    "mi_res_id",
    "clientid",
];

/// Tokens that platforms have cached.
#[derive(Debug, Default)]
pub(crate) struct TokenCache(Mutex<HashMap<Key, Issued>>);

/// Platform, identity, resource, and whether the client supports revocation (`xms_cc`).
type Key = (&'static str, String, String, bool);

/// A token and its claims.
#[derive(Clone, Debug)]
struct Issued {
    token: String,
    claims: Claims,
}

/// A request to a platform.
struct TokenRequest<'a> {
    platform: &'static str,
    query: &'a BTreeMap<String, String>,
    /// Parameters that name an identity on this platform.
    selectors: &'static [&'static str],
    /// Whether the platform accepts the hash of a revoked token.
    can_revoke: bool,
}

/// Why a platform issues no token. Each platform has its own error bodies.
enum IssueError {
    NoResource,
    NoIdentity,
    UnknownResource(String),
}

/// The token, and the members that the responses of all platforms share.
fn issue(
    identity: &Identity,
    token_request: &TokenRequest<'_>,
    now: Timestamp,
) -> Result<(Issued, Value), IssueError> {
    let wanted = token_request
        .query
        .get("resource")
        .ok_or(IssueError::NoResource)?;
    let application = application(identity, token_request).ok_or(IssueError::NoIdentity)?;
    let resource = identity
        .resource(wanted.trim_end_matches('/'))
        .ok_or_else(|| IssueError::UnknownResource(wanted.clone()))?;
    let parameter = |name| {
        token_request
            .query
            .get(name)
            .filter(|_| token_request.can_revoke)
    };
    let key = (
        token_request.platform,
        application.client_id.clone(),
        resource.identifier.to_owned(),
        parameter("xms_cc").is_some(),
    );
    let refused = parameter("token_sha256_to_refresh");
    let mut tokens = identity.managed.lock();
    let is_good = |token: &&Issued| {
        token.claims.exp - now.as_second() > MARGIN
            && refused.is_none_or(|hash| !hash.eq_ignore_ascii_case(&hash_of(&token.token)))
    };
    let issued = match tokens.get(&key).filter(is_good) {
        Some(token) => token.clone(),
        None => {
            let claims = Claims::for_application(application, resource, now);
            let token = keys::sign(&claims).unwrap_or_default();
            let issued = Issued { token, claims };
            tokens.insert(key, issued.clone());
            issued
        }
    };
    let body = json!({
        "access_token": issued.token, "client_id": application.client_id,
        "resource": resource.identifier, "token_type": "Bearer",
    });
    Ok((issued, body))
}

/// SHA-256 of a token, in hexadecimal digits.
fn hash_of(token: &str) -> String {
    hex(digest(&SHA256, token.as_bytes()).as_ref())
}

/// The identity that the request names, or the system-assigned one.
fn application<'a>(
    identity: &'a Identity,
    token_request: &TokenRequest<'_>,
) -> Option<&'a Application> {
    let own = identity.applications.first()?;
    let mut given = SELECTORS
        .into_iter()
        .filter_map(|name| Some((name, token_request.query.get(name)?)));
    let Some((name, id)) = given.next() else {
        return Some(own);
    };
    if given.next().is_some() || !token_request.selectors.contains(&name) {
        return None;
    }
    if name.ends_with("client_id") || name == "clientid" {
        return identity.application(&own.tenant_id, id);
    }
    let mut all = identity.applications.iter();
    all.find(|one| one.tenant_id == own.tenant_id && object_id(one).eq_ignore_ascii_case(id))
}

impl TokenCache {
    fn lock(&self) -> MutexGuard<'_, HashMap<Key, Issued>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests;
