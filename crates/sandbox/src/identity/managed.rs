//! Where the platform gives tokens to what runs on it.
//!
//! A platform keeps a token until shortly before its end and gives it again, whoever asks. Only App Service and Service
//! Fabric can be parameter to pass by one, by its hash: that is how a token goes that an API has revoked.

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

/// The header value that App Service and Service Fabric give what runs there.
pub(crate) const IDENTITY_HEADER: &str = "sandbox-identity-header-0001";

/// How long before its end a token is not given again, in seconds.
const MARGIN: i64 = 300;

/// Every way to name a user-assigned identity on some platform. One that a platform does not know names nothing there:
/// a client that gets it wrong shall hear of it, and not get the token of another identity.
const SELECTORS: [&str; 6] = [
    "client_id",
    "object_id",
    "principal_id",
    "msi_res_id",
    "mi_res_id",
    "clientid",
];

/// The tokens that platforms keep.
#[derive(Debug, Default)]
pub(crate) struct TokenCache(Mutex<HashMap<Key, Issued>>);

/// Which platform keeps it, for which identity and API, and whether it may be revoked under way.
type Key = (&'static str, String, String, bool);

#[derive(Clone, Debug)]
struct Issued {
    token: String,
    claims: Claims,
}

/// What a platform was asked for.
struct TokenRequest<'a> {
    platform: &'static str,
    query: &'a BTreeMap<String, String>,
    /// The names that this platform knows: of a client id, and of an object id.
    selectors: &'static [&'static str],
    /// Whether it hears of revocation.
    can_revoke: bool,
}

enum IssueError {
    NoResource,
    NoIdentity,
    UnknownResource(String),
}

/// The token, and the members that all answers share.
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

fn hash_of(token: &str) -> String {
    hex(digest(&SHA256, token.as_bytes()).as_ref())
}

/// The default application is the identity of the machine; the others of its tenant are user-assigned ones.
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
